import Glibc
import HostFacts
import StorageModel
import TestKit
import Testing

/// The command with which the program asks the user database in a process of its own.
@Suite struct AskAccountTests {
    private func ask(_ words: String...) async throws -> ProgramRun {
        try await runProgram(builtProduct(named: "wheretoshare"), ["ask-account", "--"] + words)
    }

    @Test func tellsOfAnAccount() async throws {
        let run = try await ask("named", "root")
        #expect(run.exitStatus == 0 && run.stderr == "")
        #expect(run.stdout.hasPrefix("account 0 root\ngroup "))
        #expect(run.stdout.hasSuffix("end\n"))
        let unknown = try await ask("named", "--help")
        #expect(unknown.stdout == "unknown\nend\n")
        let current = try await ask("current")
        #expect(current.stdout.hasPrefix("account \(geteuid()) ") || current.stdout == "unknown\nend\n")
    }

    @Test func nothingElseCanBeAsked() async throws {
        let run = try await ask("groups")
        #expect(run.exitStatus == 64 && run.stdout == "")
    }

    // A FIFO in the place of the user database is one that never answers.
    @Test(
        .enabled(if: unsafe geteuid() == 0 && access("/usr/bin/unshare", X_OK) == 0, "mounting takes an administrator"))
    func hangsWithTheDatabase() async throws {
        try await withTemporaryFolder { folder in
            let script = """
                mkfifo "$1/passwd" && mount --bind "$1/passwd" /etc/passwd || exit 9
                timeout --kill-after=1 1 "$2" ask-account -- named root
                """
            let run = try await runProgram(
                "/usr/bin/unshare",
                [
                    "--mount", "--propagation", "private", "sh", "-c", script, "sh", folder.path,
                    builtProduct(named: "wheretoshare"),
                ])
            #expect(run.exitStatus == 124 && run.stdout == "")
        }
    }
}
