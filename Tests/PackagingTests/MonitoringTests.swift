import FoundationEssentials
import Glibc
import TestKit
import Testing

/// What monitoring systems are given, read by those systems.
@Suite struct MonitoringTests {
    private let folder = "\(repositoryRoot)/Packaging/monitoring"

    @Test func prometheusTakesTheRules() async throws {
        let check = try await runProgram("/usr/bin/promtool", ["check", "rules", "\(folder)/wheretoshare.rules.yml"])
        #expect(check.exitStatus == 0, "\(check.stdout)\(check.stderr)")
        // A day in steps of a minute: seconds alone, minutes beside all other tests.
        let tests = try await runProgram(
            "/usr/bin/promtool", ["test", "rules", "\(folder)/tests/rules.test.yml"], deadline: .seconds(1200))
        #expect(tests.exitStatus == 0, "\(tests.stdout)\(tests.stderr)")
    }

    @Test func everyAlertIsTested() throws {
        let names = try repositoryText("Packaging/monitoring/wheretoshare.rules.yml").matches(of: #/- alert: (\w+)/#)
        let tests = try repositoryText("Packaging/monitoring/tests/rules.test.yml")
        #expect(names.count > 10)
        // Those for which there is nothing to compare with but themselves.
        let untested = names.map { String($0.1) }.filter { !tests.contains("alertname: \($0)\n") }
        #expect(untested == ["WheretosharePlaceDegraded"])
    }

    @Test func alertmanagerTakesTheInhibitions() async throws {
        let run = try await runProgram("/usr/bin/amtool", ["check-config", "\(folder)/alertmanager.yml"])
        #expect(run.exitStatus == 0, "\(run.stdout)\(run.stderr)")
        // A name that is misspelled silences nothing, and nobody is told.
        let known = try repositoryText("Packaging/monitoring/wheretoshare.rules.yml")
        for name in try repositoryText("Packaging/monitoring/alertmanager.yml").matches(of: #/Wheretoshare\w+/#) {
            #expect(known.contains("- alert: \(name.0)\n"), "\(name.0)")
        }
    }

    @Test func everyQueryOfTheDashboardIsOne() async throws {
        struct Dashboard: Decodable {
            struct Panel: Decodable {
                struct Target: Decodable { var expr: String }
                var targets: [Target]
            }
            var panels: [Panel]
        }
        let text = try repositoryText("Packaging/monitoring/grafana-dashboard.json")
        let queries = try JSONDecoder().decode(Dashboard.self, from: Data(text.utf8)).panels.flatMap(\.targets)
        #expect(queries.count > 10)
        // As rules, which promtool reads; a text of JSON is one of YAML.
        let rules = try queries.enumerated().map { index, query in
            let quoted = String(decoding: try JSONEncoder().encode([query.expr]), as: UTF8.self).dropFirst().dropLast()
            return "      - {record: 'query:\(index)', expr: \(quoted)}\n"
        }
        try await withTemporaryFolder { place in
            let head = "groups:\n  - name: dashboard\n    rules:\n"
            let path = try place.write(head + rules.joined(), to: "rules.yml")
            let run = try await runProgram("/usr/bin/promtool", ["check", "rules", path])
            #expect(run.exitStatus == 0, "\(run.stdout)\(run.stderr)")
        }
    }

    @Test func nagiosTakesTheDefinitions() async throws {
        try await withTemporaryFolder { place in
            try place.write(
                """
                define timeperiod {
                    timeperiod_name 24x7
                    alias always
                    sunday 00:00-24:00
                }
                define contact {
                    contact_name team
                    host_notifications_enabled 0
                    service_notifications_enabled 0
                    host_notification_period 24x7
                    service_notification_period 24x7
                    host_notification_commands wheretoshare-no-result
                    service_notification_commands wheretoshare-no-result
                }
                define host {
                    host_name nas02
                    max_check_attempts 1
                    check_period 24x7
                    contacts team
                }
                define service {
                    use wheretoshare-place
                    host_name nas02
                    service_description hr
                    contacts team
                    check_command check_wheretoshare!nas02/hr!--vantage campus
                }
                define service {
                    use wheretoshare-passive
                    host_name nas02
                    service_description finance
                    contacts team
                }

                """, to: "objects.cfg")
            let main = try place.write(
                """
                cfg_file=\(folder)/nagios.cfg
                cfg_file=\(place.at("objects.cfg"))
                nagios_user=\(geteuid())
                nagios_group=\(getegid())
                log_file=\(place.at("log"))
                temp_file=\(place.at("temporary"))
                lock_file=\(place.at("lock"))
                check_result_path=\(place.path)

                """, to: "main.cfg")
            let run = try await runProgram("/usr/sbin/nagios4", ["-v", main])
            #expect(run.exitStatus == 0, "\(run.stdout)\(run.stderr)")
            #expect(run.stdout.contains("Total Errors:   0"), "\(run.stdout)")
        }
    }

    /// The line that Nagios would run, run by the same shell, where nothing can be reached.
    @Test func theCommandOfNagiosIsAPlugin() async throws {
        let text = try repositoryText("Packaging/monitoring/nagios.cfg")
        let line = try #require(text.firstMatch(of: #/command_line +(.usr.bin.wheretoshare.*)/#)).1
        let program = try builtProduct(named: "wheretoshare")
        let changes = [
            ("/usr/bin/wheretoshare", program),
            ("$ARG1$", "nas02"), ("$ARG2$", "--only-stage dns --deadline 1 --vantage campus"),
            ("--deadline 20 ", ""),
        ]
        let command = changes.reduce(String(line)) { text, change in
            text.split(separator: change.0, omittingEmptySubsequences: false).joined(separator: change.1)
        }
        let run = try await runProgram("/usr/bin/unshare", ["-rn", "/bin/sh", "-c", command])
        #expect(run.stdout.hasPrefix("WHERETOSHARE "), "\(run.stdout)\(run.stderr)")
        #expect((0...3).contains(run.exitStatus ?? -1))
    }
}
