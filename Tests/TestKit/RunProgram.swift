import FoundationEssentials
import Glibc

/// What a program sees of the world unless a test says otherwise: nothing of the person's who runs the tests.
public let bareEnvironment: [String: String] = [
    "PATH": "/usr/local/bin:/usr/bin:/bin",
    "HOME": "/nonexistent",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
]

/// Runs a program to its end and answers what it said.
///
/// The program gets this environment and no other, the given text and then the end of input as standard input, no other
/// open file, and a process group of its own: what it leaves running is killed when it ends, or at the deadline.
/// - Parameters:
///   - program: The path of an executable; `PATH` is not searched.
///   - arguments: The arguments after the program's name.
///   - environment: The whole environment.
///   - folder: The working directory; the repository when nil.
///   - input: What the program reads from standard input.
///   - deadline: How long it may take.
/// - Returns: How it ended, and what it wrote.
/// - Throws: ``TestKitError`` when the program could not be started.
public func runProgram(
    _ program: String,
    _ arguments: [String] = [],
    environment: [String: String] = bareEnvironment,
    in folder: String? = nil,
    input: String = "",
    deadline: Duration = .seconds(60)
) async throws -> ProgramRun {
    try await withTemporaryFolder { files in
        // Files, not pipes: a program cannot block on a full one, and a grandchild cannot hold one open.
        try files.write(input, to: "stdin")
        let child = try Child(
            program,
            arguments,
            environment: environment,
            folder: folder ?? repositoryRoot,
            stdin: files.at("stdin"),
            stdout: files.at("stdout"),
            stderr: files.at("stderr")
        )
        let ending = await child.end(deadline: deadline)
        return ProgramRun(
            ending: ending,
            stdout: try lossyText(files.at("stdout")),
            stderr: try lossyText(files.at("stderr"))
        )
    }
}

private func lossyText(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
}
