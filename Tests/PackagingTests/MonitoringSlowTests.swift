import Glibc
import TestKit
import Testing

/// Real results through a real node exporter, Prometheus and Alertmanager, in a network of their own.
@Suite(.enabled(if: geteuid() == 0, "namespaces need root")) struct MonitoringSlowTests {
    @Test func anAlertFiresOnceAndEnds() async throws {
        let program = try builtProduct(named: "wheretoshare")
        try await withTemporaryFolder { folder in
            let script = "\(repositoryRoot)/Packaging/monitoring/tests/live"
            let run = try await runProgram(
                script, [program, "\(repositoryRoot)/Inventory", folder.path], deadline: .seconds(150))
            let lines = run.stdout.split(separator: "\n")
            #expect(run.exitStatus == 0 && lines.count == 3, "\(run.stdout)\(run.stderr)")
            #expect(lines.first?.hasPrefix("offline: 1 alert told, ") == true)
            #expect(lines.last == "back: nothing told")
        }
    }
}
