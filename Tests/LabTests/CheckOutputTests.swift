import FoundationEssentials
import Lab
import StorageModel
import TestKit
import Testing

/// What `check` writes in each of its forms, read by the programs that read it elsewhere.
extension LabSlowTests {
    @Suite struct CheckOutputTests {
        /// A name for the vantage that means something in every one of the forms.
        static let hostileName = "a\"b|c\\d]]>&<e\u{202E}f\ng"

        /// A run over a healthy share, one that is gone and a server that is down, in a form.
        private func output(_ form: String, of targets: [String], _ status: Int32) async throws -> String {
            let lab = try await LabNetwork.shared()
            return try await Checker.with(lab) { checker in
                try await lab.with(.stopped(.cluster)) {
                    let run = try await checker.checkAs(form, targets, from: .campus)
                    #expect(run.stderr == "")
                    #expect(run.exitStatus == status, "\(run.stdout)")
                    return run.stdout
                }
            }
        }

        private static let mixed = ["nas02/public", "nas02/gone", "cluster/public"]

        @Test(arguments: [
            (["nas02/public"], Int32(0), Int32(0)), (["nas02/gone"], 1, 2), (mixed, 1, 2),
        ]) func theStatusIsThatOfTheWorst(_ targets: [String], _ status: Int32, _ nagios: Int32) async throws {
            for form in ["text", "json", "jsonl", "prometheus", "junit"] {
                _ = try await output(form, of: targets, status)
            }
            _ = try await output("nagios", of: targets, nagios)
        }

        @Test func theTextHoldsNothingThatCommandsTheTerminal() async throws {
            let text = try await output("text", of: ["nas02/public"], 0)
            #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.properties.generalCategory.isUnseen })
            #expect(text.split(separator: "\n").last?.hasPrefix("1 place: 1 healthy · seen from a\"b|c") == true)
        }

        @Test func prometheusTakesTheMetrics() async throws {
            let text = try await output("prometheus", of: Self.mixed, 1)
            let promtool = try await runProgram("/usr/bin/promtool", ["check", "metrics"], input: text)
            #expect(promtool.exitStatus == 0, "\(promtool.stderr)\(promtool.stdout)")
            #expect(text.contains(#"wheretoshare_probe_verdict{system="nas02",share="public",vantage="a\"b|c\\d]]>"#))
            #expect(text.contains(#"cause="share-not-offered",owner="storage"} 1"#))
            // A file that the textfile collector takes has no time stamps of its own: two words a line.
            let samples = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
            #expect(samples.allSatisfy { $0.drop { $0 != "}" }.split(separator: " ").count == 2 })
        }

        @Test func nagiosReadsOneLineAndItsFigures() async throws {
            let lines = try await output("nagios", of: Self.mixed, 2).split(separator: "\n")
            #expect(lines[0].hasPrefix("WHERETOSHARE CRITICAL - 2 of 3 places: "))
            #expect(lines.count == 3)
            let one = try await output("nagios", of: ["nas02/public"], 0)
            let parts = one.split(separator: "|", omittingEmptySubsequences: false)
            #expect(parts.count == 2)
            // 'label'=value[UOM];[warn];[crit];[min];[max] of the guidelines for plugins.
            let figure = #/'[a-z0-9]+'=-?[0-9]+(\.[0-9]+)?(s|B|%|c)?(;[0-9.]*){0,4}/#
            for word in parts[1].split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                #expect(word.wholeMatch(of: figure) != nil, "\(word)")
            }
            #expect(parts[1].contains("'free'="))
        }

        @Test func junitIsWellFormed() async throws {
            let text = try await output("junit", of: Self.mixed, 1)
            let script = """
                import sys, xml.etree.ElementTree as tree
                suite = tree.fromstring(sys.stdin.buffer.read())
                print(suite.tag, suite.get('tests'), suite.get('failures'), suite.get('errors'))
                print(' '.join(case.get('name') for case in suite.findall('testcase')))
                """
            let python = try await runProgram("/usr/bin/python3", ["-c", script], input: text)
            #expect(python.stdout == "testsuite 3 2 0\nnas02/public nas02/gone cluster/public\n", "\(python.stderr)")
        }

        @Test func linesAndListsOfJSONFollowTheContract() async throws {
            let script = """
                import json, sys, jsonschema
                schema = json.loads(sys.argv[1])
                text = sys.stdin.read()
                values = json.loads(text) if sys.argv[2] == 'json' else [json.loads(line) for line in text.splitlines()]
                for value in values: jsonschema.validate(value, schema)
                print(len(values), values[0]['vantage'] == json.loads(sys.argv[3]))
                """
            let name = String(decoding: try JSONEncoder().encode(Self.hostileName), as: UTF8.self)
            for form in ["json", "jsonl"] {
                let text = try await output(form, of: Self.mixed, 1)
                #expect(!text.contains("\u{202E}"))
                let python = try await runProgram(
                    "/usr/bin/python3", ["-c", script, Self.schema, form, name], input: text)
                #expect(python.stdout == "3 True\n", "\(python.stderr)")
            }
        }

        @Test func textCommandsNoTerminal() async throws {
            let text = try await output("text", of: Self.mixed, 1)
            #expect(text.contains("✗ nas02/gone: does not work"))
            #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0 != "\u{202E}") })
        }

        /// The contract of `wheretoshare.check/1`, field by field; nothing else may be there.
        private static let schema = #"""
            {"type": "object", "additionalProperties": false,
             "required": ["schema", "target", "vantage", "network", "at", "verdict", "cause", "alternatives", "owner", "advice",
               "stages", "server", "space"],
             "properties": {
              "schema": {"const": "wheretoshare.check/1"}, "target": {"type": "string"}, "vantage": {"type": "string"},
              "network": {"type": ["string", "null"]},
              "at": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},
              "verdict": {"enum": ["healthy", "degraded", "failed", "unknown"]},
              "cause": {"type": ["string", "null"], "pattern": "^[a-z0-9-]+$"},
              "alternatives": {"type": "array", "items": {"type": "string"}},
              "owner": {"enum": ["user", "helpdesk", "network", "identity", "storage", null]},
              "advice": {"type": ["string", "null"]},
              "stages": {"type": "array", "items": {"type": "object", "additionalProperties": false,
               "required": ["stage", "state", "ms", "evidence"], "properties": {
                "stage": {"enum": ["dns", "tcp", "negotiate", "tls", "http", "rdp", "auth", "tree", "stat", "list", "read",
                  "write", "space"]},
                "state": {"enum": ["ok", "fail", "warn", "not-checked"]}, "ms": {"type": ["number", "null"], "minimum": 0},
                "evidence": {"type": "object", "additionalProperties": {"type": "string"}}}}},
              "server": {"type": ["object", "null"]}, "space": {"type": ["object", "null"]}}}
            """#
    }
}

extension Unicode.GeneralCategory {
    /// Whether it is of characters that command rather than show.
    fileprivate var isUnseen: Bool { self == .control || self == .format }
}
