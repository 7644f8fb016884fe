import Foundation
import TestKit
import Testing

/// Testing, proving and comparing policies from the command line.
@Suite struct PolicyCommandTests {
    /// The shipped inventory with one text replaced in one file.
    private func changed(_ home: TemporaryFolder, _ file: String, _ old: String, _ new: String) throws -> String {
        let inventory = home.at("changed")
        try FileManager.default.copyItem(atPath: "\(repositoryRoot)/Inventory", toPath: inventory)
        let path = "\(inventory)/\(file)"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try #require(text.contains(old))
        try text.replacing(old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
        return inventory
    }

    @Test func `verify reports questions and no violations`() async throws {
        try await withProgram { program in
            let run = try await program(["policy", "verify", "--format", "json"])
            #expect(run.exitStatus == 0)
            let report = try JSONValue(run.stdout)
            #expect((report["questions"].number ?? 0) > 1_000_000)
            #expect(report["violations"].list.isEmpty)
        }
    }

    @Test func `test reports cases and coverage, and ends as the threshold says`() async throws {
        try await withProgram { program in
            let run = try await program(["policy", "test", "--coverage", "--threshold", "100"])
            #expect(run.exitStatus == 0)
            #expect(run.stdout.contains("rules touched: 100.0 %"))
            let few = try await program(["policy", "test", "--run", "cv", "--threshold", "100"])
            #expect(few.exitStatus == 1 || few.exitStatus == 2)
        }
    }

    @Test func `junit is well-formed and counts`() async throws {
        try await withProgram { program in
            let run = try await program(["policy", "test", "--format", "junit"])
            let file = try program.home.write(run.stdout, to: "junit.xml")
            let script =
                "import sys, xml.etree.ElementTree as e; r = e.parse(sys.argv[1]).getroot(); print(len(r), r.get('tests'), r.get('failures'))"
            let check = try await runProgram("/usr/bin/python3", ["-c", script, file])
            let parts = check.stdout.split(separator: " ").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            #expect(parts.count == 3 && parts[0] == parts[1] && parts[2] == "0")
        }
    }

    @Test func `a looser policy fails the comparison, the same one does not`() async throws {
        try await withProgram { program in
            let looser = try changed(program.home, "systems/istcloud.yaml", "audience: [", "audience: [")
            let same = try await program(["policy", "diff", "Inventory", looser, "--fail-on", "newly-allowed,loosened"])
            #expect(same.exitStatus == 0)
            #expect(same.stdout.contains("No answer differs"))
        }
        try await withProgram { program in
            let looser = try changed(
                program.home, "policy/mail.yaml", "  - id: no-mail-outside-unless-public\n    effect: forbid",
                "  - id: no-mail-outside-unless-public\n    effect: note")
            let run = try await program([
                "policy", "diff", "Inventory", looser, "--fail-on", "newly-allowed,loosened", "--format", "json",
            ])
            let changes = try JSONValue(run.stdout)["changes"].list
            let isWider = changes.contains { $0["change"].text == "newly-allowed" || $0["change"].text == "loosened" }
            #expect(run.exitStatus == (isWider ? 1 : 0))
            let permitted = try await program(["policy", "diff", looser, "Inventory", "--fail-on", "newly-allowed"])
            #expect(permitted.exitStatus == 0)
        }
    }

    @Test func `a wider audience for links is newly allowed and fails`() async throws {
        try await withProgram { program in
            let file = "\(repositoryRoot)/Inventory/policy/content.yaml"
            let text = try String(contentsOfFile: file, encoding: .utf8)
            try #require(text.contains("id: nothing-private-for-anybody"))
            let wider = try changed(
                program.home, "policy/content.yaml", "known-level: {at-least: internal}",
                "known-level: {at-least: strict}")
            let run = try await program(["policy", "diff", "Inventory", wider, "--fail-on", "newly-allowed"])
            #expect(run.exitStatus == 1)
            #expect(run.stdout.contains("newly-allowed: istcloud/share-link"))
            let proof = try await program(["policy", "verify", "--inventory", wider])
            #expect(proof.exitStatus == 1)
            #expect(proof.stdout.contains("violation of invariant"))
            #expect(proof.stdout.contains("  next: tighten the rules that allow it, or correct the promise"))
            let json = try JSONValue(
                try await program(["policy", "verify", "--format", "json", "--inventory", wider]).stdout)
            #expect(json["violations"].list.allSatisfy { $0["next"].text?.contains("then verify again") == true })
        }
    }

    @Test func `a failing case is explained`() async throws {
        try await withProgram { program in
            let wrong = try changed(program.home, "policy/istcloud.yaml", "expiry: 14", "expiry: 15")
            let run = try await program(["policy", "test", "--why", "--inventory", wrong])
            #expect(run.exitStatus == 1)
            #expect(run.stdout.contains("FAIL"))
            #expect(run.stdout.contains("expiry at most 14"))
            #expect(run.stdout.contains("The question, as it was understood"))
        }
    }
}
