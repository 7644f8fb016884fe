import Glibc
import TestKit
import Testing

/// What the program says where it cannot have what it takes to start others.
@Suite struct ScarcityTests {
    /// Runs the program with a limit of open files, which it cannot raise.
    private func run(_ arguments: [String], openFiles: Int, in program: Program) async throws -> ProgramRun {
        let path = try builtProduct(named: "wheretoshare")
        return try await runProgram(
            "/bin/bash", ["-c", "ulimit -n \(openFiles); exec \"$0\" \"$@\"", path] + arguments,
            environment: bareEnvironment.merging(["HOME": program.home.path]) { _, new in new })
    }

    @Test(arguments: [10, 12, 16, 20])
    func aScanWithoutDescriptorsSaysSo(openFiles: Int) async throws {
        try await withProgram { program in
            let file = try program.home.write("gene,count\n", to: "data.csv")
            let run = try await run(["scan", file], openFiles: openFiles, in: program)
            #expect(run.exitStatus == 3, "\(run.ending)")
            #expect(
                run.stderr == """
                    error: no file can be looked into
                      why:  this process may not open as many files as it takes to start another program
                      next: raise its limit of open files (ulimit -n, or LimitNOFILE= of a service) to 1024

                    """)
        }
    }

    @Test(arguments: [10, 12, 16, 20])
    func aCheckWithoutDescriptorsSaysSo(openFiles: Int) async throws {
        try await withProgram { program in
            let file = try program.home.write("username=ada\npassword=x\n", to: "credentials")
            #expect(unsafe chmod(file, 0o600) == 0)
            let run = try await run(
                ["check", "istsmb3", "--credentials", file, "--deadline", "1"], openFiles: openFiles, in: program)
            #expect(run.exitStatus == 3, "\(run.ending) \(run.stderr)")
            #expect(run.stderr.hasPrefix("error: no share can be signed in to\n  why:  this process may not open"))
        }
    }

    @Test func aScanHasRoomWhereOnlyTheSoftLimitIsLow() async throws {
        try await withProgram { program in
            let file = try program.home.write("gene,count\n", to: "data.csv")
            let run = try await runProgram(
                "/bin/bash",
                ["-c", "ulimit -Sn 16; exec \"$0\" \"$@\"", try builtProduct(named: "wheretoshare"), "scan", file],
                environment: bareEnvironment.merging(["HOME": program.home.path]) { _, new in new })
            #expect(run.exitStatus == 0, "\(run.stderr)\(run.stdout)")
        }
    }
}
