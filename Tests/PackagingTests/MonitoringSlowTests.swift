import Glibc
import TestKit
import Testing

/// Real results through a real node exporter, Prometheus and Alertmanager, and through a real Nagios.
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

    @Test func nagiosShowsWhatThePluginFound() async throws {
        let program = try builtProduct(named: "wheretoshare")
        try await withTemporaryFolder { folder in
            let inventory = try RefusedPlaces.write(to: folder, checks: "checks: {pause-seconds: 0}\n")
            let script = "\(repositoryRoot)/Packaging/monitoring/tests/nagios"
            let run = try await runProgram(script, [program, inventory, folder.path], deadline: .seconds(150))
            let states = run.stdout.split(separator: "\n").map { line in
                line.split(separator: ":", maxSplits: 1).first.map(String.init)
            }
            #expect(
                run.exitStatus == 0
                    && states == [
                        "files 0 1 WHERETOSHARE OK - files healthy",
                        "files-from-outside 0 1 WHERETOSHARE OK - files healthy",
                        // What cannot be checked is not down.
                        "nowhere 3 1 WHERETOSHARE UNKNOWN - there is nothing called 'nowhere' that could be checked",
                        "silent 3 1 WHERETOSHARE UNKNOWN - no result for 26 hours",
                        "tapes 2 1 WHERETOSHARE CRITICAL - tapes failed (tcp-refused)",
                        "tapes-from-outside 2 1 WHERETOSHARE CRITICAL - tapes failed (tcp-refused)",
                    ], "\(run.stdout)\(run.stderr)")
        }
    }

    @Test func icingaTakesTheDefinitions() async throws {
        try await withTemporaryFolder { folder in
            let own = try folder.write(
                """
                include <itl>
                const NodeName = "here"
                include "\(repositoryRoot)/Packaging/monitoring/icinga2.conf"
                object CheckCommand "up" {
                  command = [ "/bin/true" ]
                }
                object Host "nas02" {
                  check_command = "up"
                  vars.wheretoshare_targets = [ "nas02/hr", "nas02/finance" ]
                }

                """, to: "icinga2.conf")
            let folders = ["DataDir", "LogDir", "CacheDir", "SpoolDir", "InitRunDir"].map { "\($0)=\(folder.path)" }
            let settings = (folders + ["RunAsUser=root", "RunAsGroup=root"]).flatMap { ["-D", $0] }
            let run = try await runProgram("/usr/sbin/icinga2", ["daemon", "-C", "-c", own] + settings)
            #expect(run.exitStatus == 0, "\(run.stdout)\(run.stderr)")
            #expect(run.stdout.contains("Instantiated 2 Services"), "\(run.stdout)")
        }
    }
}
