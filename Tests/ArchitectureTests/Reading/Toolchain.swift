import FoundationEssentials
import TestKit

/// The Swift toolchain on `PATH`, which built these tests.
struct Toolchain {
    let folder: String

    init() throws {
        let path = environmentValue("PATH") ?? ""
        let folders = path.split(separator: ":").map { String($0) }
        guard let folder = folders.first(where: { FileManager.default.isExecutableFile(atPath: "\($0)/swift") }) else {
            throw TestKitError("there is no 'swift' on PATH (\(path)); add the toolchain's usr/bin folder to it")
        }
        self.folder = folder
    }

    /// Runs one of the toolchain's programs with a home of its own, so that it finds nothing of the person's who tests.
    func run(
        _ program: String,
        _ arguments: [String],
        home: TemporaryFolder,
        deadline: Duration = .seconds(300)
    ) async throws -> ProgramRun {
        let environment = ["PATH": "\(folder):/usr/local/bin:/usr/bin:/bin", "HOME": home.path, "LC_ALL": "C.UTF-8"]
        return try await runProgram(
            "\(folder)/\(program)",
            arguments,
            environment: environment,
            in: home.path,
            deadline: deadline
        )
    }

    /// The Swift modules that come with the compiler, for the platform it builds for here.
    func modules() async throws -> Set<String> {
        try await withTemporaryFolder { home in
            let run = try await run("swiftc", ["-print-target-info"], home: home)
            let target = try JSONDecoder().decode(TargetDescription.self, from: Data(run.stdout.utf8))
            let folders = target.paths.runtimeLibraryImportPaths
            let names = folders.flatMap { (try? FileManager.default.contentsOfDirectory(atPath: $0)) ?? [] }
            return Set(names.filter { $0.hasSuffix(".swiftmodule") }.map { String($0.dropLast(".swiftmodule".count)) })
        }
    }
}

private struct TargetDescription: Decodable {
    struct Paths: Decodable {
        let runtimeLibraryImportPaths: [String]
    }

    let paths: Paths
}
