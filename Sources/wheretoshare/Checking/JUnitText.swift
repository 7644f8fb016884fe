internal import Diagnosis
internal import StorageModel

/// Results as JUnit XML, as dashboards of tests read it.
struct JUnitText {
    /// One thing that was tried.
    struct Case {
        /// How it ended.
        enum Ending {
            case passed
            /// It is not as it should be; the lines say how.
            case failed([String])
            /// It could not be tried; the lines say why.
            case broken([String])
        }

        var group: String
        var name: String
        /// How long it took; nil when that was not measured.
        var duration: Duration?
        var ending: Ending
    }

    let name: String
    let cases: [Case]

    var text: String {
        var failures = 0
        var errors = 0
        let lines = cases.map { result in
            let time = result.duration.map { " time=\"\($0.seconds)\"" } ?? ""
            let head =
                "  <testcase classname=\"\(Self.escaped(result.group))\" name=\"\(Self.escaped(result.name))\"\(time)"
            switch result.ending {
            case .passed: return head + "/>"
            case .failed(let lines):
                failures += 1
                return head + ">\n" + Self.element("failure", lines) + "\n  </testcase>"
            case .broken(let lines):
                errors += 1
                return head + ">\n" + Self.element("error", lines) + "\n  </testcase>"
            }
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="\(Self.escaped(name))" tests="\(cases.count)" failures="\(failures)" errors="\(errors)" skipped="0">
            \(lines.joined(separator: "\n"))
            </testsuite>
            """
    }

    private static func element(_ tag: String, _ lines: [String]) -> String {
        "    <\(tag) message=\"\(escaped(lines.first ?? ""))\">\(escaped(lines.joined(separator: "\n")))</\(tag)>"
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "\n": "&#10;"
            default: scalar.value < 0x20 ? "\u{FFFD}" : String(scalar)
            }
        }.joined()
    }
}

extension JUnitText {
    /// A run of checks, a case for each target.
    init(_ report: CheckReport, wording: CheckWording) {
        name = report.subject == .mounts ? "wheretoshare mounts" : "wheretoshare check"
        cases = report.entries.map { entry in
            let observation = entry.observation
            let lines = [observation.briefly] + wording.account(of: entry).lines
            let ending: Case.Ending =
                switch observation.verdict {
                case .healthy: .passed
                case .degraded, .failed: .failed(lines)
                case .unknown: .broken(lines)
                }
            return Case(
                group: entry.system?.text ?? (report.subject == .mounts ? "mounts" : "gateway"),
                name: observation.target,
                duration: observation.steps.compactMap(\.duration).reduce(.zero, +), ending: ending)
        }
    }
}
