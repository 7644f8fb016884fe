import Glibc
import TestKit
import Testing

/// Shares that a real GNOME session has opened on a real file server.
@Suite struct DesktopSharesSlowTests {
    @Test(.enabled(if: geteuid() == 0, "namespaces and a server on its usual port take root"))
    func eachIsAMountOfItsOwnAndNoneHangsTheProgram() async throws {
        try await withTemporaryFolder { folder in
            let script = repositoryRoot + "/Tests/CommandLineTests/Scripts/desktop-session.sh"
            let run = try await runProgram(
                "/usr/bin/unshare",
                [
                    "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "/bin/bash", script,
                    folder.at("session"), try builtProduct(named: "wheretoshare"), repositoryRoot + "/Inventory",
                ], deadline: .seconds(120))
            let seen = try run.stdout.split(separator: "\n").map { try JSONValue(String($0)) }
            let found = seen.map { value in
                let name = value["target"].text?.split(separator: "share=").last.map(String.init)
                return [name, value["verdict"].text, value["cause"].text]
            }
            #expect(
                found == [
                    ["grops", "degraded", "mount-wrong-source"], ["groups", "healthy", nil],
                    ["grops", "failed", "mount-hung"], ["groups", "failed", "mount-hung"],
                ], "\(run)")
            #expect(run.stdout.contains("gio mount -u 'smb://istsmb3.ist.ac.at/groups'"))
        }
    }
}
