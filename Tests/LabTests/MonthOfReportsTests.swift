import FoundationEssentials
import Lab
import StorageModel
import TestKit
import Testing

/// Thirty nights in the lab, with real faults and recoveries; each morning's letter says exactly what changed.
///
/// The checks are real, and their moments are moved to the night that they stand for; the reports run by a clock that is
/// set to the morning after.
extension LabSlowTests {
    @Suite struct MonthOfReportsTests {
        private static let targets = ["nas02/public", "nas02/projects", "archive3/public", "istsmb3/public"]

        /// What is wrong in a night (1 to 30), by the lab's names of faults.
        private static let faults: [ClosedRange<Int>: String] = [
            3...4: "share-denied", 5...5: "share-not-offered",
            // A server that takes no connection, and one that does not answer.
            8...8: "tcp-refused-reset", 9...9: "tcp-dropped",
            // The name servers are gone.
            13...13: "dns-no-answer-dead",
            // Work is announced for night 20, and takes a night longer.
            20...21: "tcp-refused-reset",
            // Up and down.
            23...23: "share-denied", 25...25: "share-denied", 27...27: "share-denied",
        ]

        /// In this night nobody looks.
        private static let missing = 18

        /// What each morning's letter says is new; no letter on the others.
        private static let expected: [Int: [String]] = [
            3: ["✗ nas02/public has been down"],
            5: ["✗ nas02/public is still down, now for another cause"],
            6: ["✓ nas02/public has been well again"],
            8: ["✗ nas02 has been down"],
            9: ["✗ nas02 is still down, now for another cause"],
            10: ["✓ nas02 has been well again"],
            13: ["✗ the look-up of names (DNS) has been down"],
            14: ["✓ the look-up of names (DNS) has been well again"],
            18: ["✗ no run from campus"],
            21: ["✗ nas02 has been down"],
            22: ["✓ nas02 has been well again"],
            23: ["✗ nas02/public has been down"],
            24: ["✓ nas02/public has been well again"],
            25: ["✗ nas02/public has gone up and down"],
            // Calm again after five nights without a turn.
        ]

        @Test func everyMorningSaysWhatChangedAndNothingTwice() async throws {
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                try checker.folder.write(
                    """
                    maintenance:
                      - id: new-switch
                        systems: [nas02]
                        once: {first: \(Self.day(20)), last: \(Self.day(20))}
                        reason: a new switch

                    """, to: "inventory/checks.yaml")
                for night in 1...30 {
                    if night != Self.missing { try await record(night, lab, checker) }
                    let told = try await report(night, checker)
                    #expect(told == (Self.expected[night] ?? []), "night \(night)")
                }
            }
        }

        private static func day(_ night: Int) -> String { "2026-09-\(night < 10 ? "0" : "")\(night)" }

        /// Checks with the night's fault, and puts the run into the history.
        private func record(_ night: Int, _ lab: LabNetwork, _ checker: Checker) async throws {
            let name = Self.faults.first { $0.key.contains(night) }?.value
            let run =
                if let fault = name.flatMap({ Fault.named($0) }) {
                    try await lab.with(fault) { try await checker.checkAs("jsonl", Self.targets, from: .campus) }
                } else {
                    try await checker.checkAs("jsonl", Self.targets, from: .campus)
                }
            #expect(run.stdout.split(separator: "\n").count == Self.targets.count, "\(run)")
            let lines = run.stdout.replacing(
                /"at":"[^"]*"/, with: "\"at\":\"\(Self.day(night))T02:30:00Z\""
            ).replacing(/"vantage":"([^"\\]|\\.)*"/, with: "\"vantage\":\"campus\"")
            let file = try checker.folder.write(lines, to: "run.jsonl")
            let merged = try await program(
                ["history", "import", file, "--history", checker.folder.at("history.sqlite")], checker)
            #expect(merged.stdout == "1 new run, 0 known\n", "night \(night): \(merged)")
        }

        /// What the letter of a morning says is new; empty when there is none.
        private func report(_ night: Int, _ checker: Checker) async throws -> [String] {
            let folder = checker.folder
            // It takes letters as sendmail does, and keeps the last one.
            let sendmail = try folder.write("#!/bin/sh\ncat > '\(folder.at("letter"))'\n", to: "sendmail")
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: sendmail)
            try? FileManager.default.removeItem(atPath: folder.at("letter"))
            let clock = try #require(
                try FileManager.default.contentsOfDirectory(atPath: "/usr/lib").map {
                    "/usr/lib/\($0)/faketime/libfaketime.so.1"
                }
                .first { FileManager.default.fileExists(atPath: $0) })
            let run = try await program(
                [
                    "report", "--history", folder.at("history.sqlite"), "--mail-to", "storage@example.org",
                    "--mail-from",
                    "checks@example.org", "--sendmail", sendmail, "--format", "json", "--output",
                    folder.at("report.json"),
                ], checker,
                environment: ["LD_PRELOAD": clock, "FAKETIME": "@\(Self.day(night)) 06:00:00", "TZ": "UTC"])
            let isSent = FileManager.default.fileExists(atPath: folder.at("letter"))
            #expect(run.stderr == (isSent ? "note: sent to storage@example.org\n" : Self.nothing), "night \(night)")
            let text = try String(contentsOfFile: folder.at("report.json"), encoding: .utf8)
            let document = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
            let new = document.sections.flatMap(\.items).filter(\.new).map { item in
                let sign = ["bad": "✗", "good": "✓", "warning": "!"][item.mark] ?? "?"
                return "\(sign) \(item.text.split(separator: /( since |, from )/)[0])"
            }
            #expect(isSent == !new.isEmpty, "night \(night)")
            return new
        }

        private static let nothing = "note: there is nothing to tell, and no letter was sent; --always sends one\n"

        private struct Document: Decodable {
            struct Section: Decodable {
                var items: [Item]
            }

            struct Item: Decodable {
                var mark: String
                var text: String
                var new: Bool
            }

            var sections: [Section]
        }

        private func program(
            _ arguments: [String], _ checker: Checker, environment: [String: String] = [:]
        ) async throws -> ProgramRun {
            try await runProgram(
                try builtProduct(named: "wheretoshare"), arguments + ["--inventory", checker.folder.at("inventory")],
                environment: bareEnvironment.merging(environment) { $1 }, in: checker.folder.path)
        }
    }
}
