import Glibc
import TestKit
import Testing

/// Where `check --output` puts its result, and where it does not; nothing is checked for a place that it cannot be put.
@Suite struct ResultFileTests {
    @Test func whatIsNoFileIsNotReplaced() async throws {
        try await withProgram { program in
            let pipe = program.home.at("pipe")
            #expect(unsafe mkfifo(pipe, 0o600) == 0)
            let folder = try program.home.makeFolder("folder")
            for path in [pipe, folder, "/dev/null"] {
                let run = try await program(["check", "istcloud", "--output", path])
                #expect(run.exitStatus == 2)
                #expect(
                    run.stderr == """
                        error: the result cannot be put into '\(path)'
                          why:  it is a folder, a device or a pipe, and only a file is replaced
                          next: name a file; for a device or a pipe, leave out --output and use '>' of the shell

                        """)
            }
            var facts = stat()
            #expect(unsafe stat(pipe, &facts) == 0 && facts.st_mode & S_IFMT == S_IFIFO)
        }
    }

    @Test func aMissingFolderIsNotMade() async throws {
        try await withProgram { program in
            let folder = program.home.at("nowhere")
            let run = try await program(["check", "istcloud", "--output", "\(folder)/result.prom"])
            #expect(run.exitStatus == 2)
            #expect(
                run.stderr == """
                    error: the result cannot be put into '\(folder)/result.prom'
                      why:  there is no folder '\(folder)'
                      next: make the folder, or correct the path

                    """)
            #expect(unsafe access(folder, F_OK) != 0)
        }
    }

    @Test func aVantageHasAName() async throws {
        try await withProgram { program in
            let run = try await program(["check", "--vantage", ""])
            #expect(run.exitStatus == 64)
            #expect(run.stderr.hasPrefix("Error: --vantage takes a name that is not empty.\n"))
        }
    }
}
