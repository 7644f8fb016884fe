import Foundation
import TestKit
import Testing

/// Reading, browsing and starting inventories.
@Suite struct InventoryCommandTests {
    @Test func `the shipped inventory has no problems`() async throws {
        try await withProgram { program in
            let run = try await program(["inventory", "check", "--format", "json", "--on-date", "2026-11-22"])
            #expect(run.exitStatus == 0)
            let document = try JSONValue(run.stdout)
            #expect(document["institution"].text == "ista")
            #expect(document["problems"].list.isEmpty)
            #expect(document["overdue"].list.isEmpty)
            #expect((document["assumed"].number ?? 0) > 10)
        }
    }

    @Test func `overdue reviews are told`() async throws {
        try await withProgram { program in
            let run = try await program(["inventory", "check", "--on-date", "2030-01-01"])
            #expect(run.exitStatus == 0)
            #expect(run.stdout.contains("review overdue: rule "))
            let answer = try await program(["--group", "hr", "--on-date", "2030-01-01"])
            #expect(answer.stdout.contains("review overdue"))
        }
    }

    @Test func `a broken inventory gives every problem at its place and no answer`() async throws {
        try await withProgram { program in
            let inventory = program.home.at("inventory")
            try FileManager.default.copyItem(atPath: "\(repositoryRoot)/Inventory", toPath: inventory)
            for (name, old, new) in [
                ("groups.yaml", "kind: unit", "kind: unti"), ("networks.yaml", "- id: campus", "- id: Campus"),
            ] {
                let file = "\(inventory)/\(name)"
                let text = try String(contentsOfFile: file, encoding: .utf8)
                try #require(text.contains(old))
                try text.replacing(old, with: new).write(toFile: file, atomically: true, encoding: .utf8)
            }
            for arguments in [["inventory", "check"], ["--group", "hr"], ["policy", "verify"]] {
                let run = try await program(arguments + ["--inventory", inventory])
                #expect(run.exitStatus == 2)
                #expect(run.stdout.isEmpty)
                #expect(run.stderr.contains("groups.yaml:"))
                #expect(run.stderr.contains("networks.yaml:"))
                #expect(run.stderr.contains("'unit'"))
            }
            let json = try await program(["inventory", "check", "--format", "json", "--inventory", inventory])
            #expect(json.exitStatus == 2)
            #expect(try JSONValue(json.stdout)["problems"].list.count >= 2)
        }
    }

    @Test func `a started inventory is sound and answers`() async throws {
        try await withProgram { program in
            let folder = program.home.at("ours")
            let start = try await program(["inventory", "init", folder])
            #expect(start.exitStatus == 0)
            for arguments in [["inventory", "check"], ["policy", "test"], ["policy", "verify"]] {
                let run = try await program(arguments + ["--inventory", folder])
                #expect(run.exitStatus == 0, "\(arguments) \(run.stdout) \(run.stderr)")
            }
            let again = try await program(["inventory", "init", folder])
            #expect(again.exitStatus == 2)
            #expect(again.stderr.contains("not empty"))
        }
    }

    @Test func `an answer is never stale`() async throws {
        try await withProgram { program in
            let inventory = program.home.at("inventory")
            try FileManager.default.copyItem(atPath: "\(repositoryRoot)/Inventory", toPath: inventory)
            let question = ["--group", "bioimaging", "--level", "internal", "--inventory", inventory]
            let before = try await program.answer(question)
            let again = try await program.answer(question)
            #expect(before["id"].text == again["id"].text)
            let file = inventory + "/systems/istsmb3.yaml"
            let attributes = try FileManager.default.attributesOfItem(atPath: file)
            let text = try String(contentsOfFile: file, encoding: .utf8)
            // The same length and the same time stamp: only the content tells.
            try text.replacing("istsmb3.ist.ac.at", with: "istsmb9.ist.ac.at").write(
                toFile: file, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes(
                [.modificationDate: attributes[.modificationDate] as Any], ofItemAtPath: file)
            let after = try await program.answer(question)
            #expect(after["recommended"]["locations"].description.contains("istsmb9"))
        }
    }

    @Test(arguments: ["text", "markdown", "csv", "html", "json"])
    func `the matrix comes in every form`(_ format: String) async throws {
        try await withProgram { program in
            let run = try await program(["inventory", "matrix", "--format", format])
            #expect(run.exitStatus == 0)
            #expect(run.stdout.contains("istcloud/share-link"))
            if format == "json" { #expect(try JSONValue(run.stdout)["cells"].list.count > 100) }
            if format == "csv" {
                #expect(
                    run.stdout.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().allSatisfy {
                        $0.last == 0x0D
                    })
                #expect(run.stdout.hasSuffix("\r\n") && !run.stdout.hasSuffix("\r\n\r\n"))
                let widths = Set(run.stdout.split(separator: "\r\n").map { $0.filter { $0 == "," }.count })
                #expect(widths.count < 12)
            }
            if format == "html" {
                let file = try program.home.write(run.stdout, to: "matrix.html")
                let check = try await runProgram("/usr/bin/python3", ["-c", Self.htmlCheck, file])
                #expect(check.stdout == "balanced\n", "\(check.stdout) \(check.stderr)")
            }
        }
    }

    private static let htmlCheck = """
        import sys
        from html.parser import HTMLParser
        class Check(HTMLParser):
            def __init__(self):
                super().__init__(); self.open = []; self.external = []
            def handle_starttag(self, tag, attributes):
                if tag not in ('meta', 'br'): self.open.append(tag)
                self.external += [v for k, v in attributes if k in ('src', 'href')]
            def handle_endtag(self, tag):
                assert self.open.pop() == tag, tag
        check = Check(); check.feed(open(sys.argv[1]).read())
        print('balanced' if not check.open and not check.external else (check.open, check.external))
        """

    @Test(arguments: [
        "institution", "systems", "groups", "networks", "policy", "cases", "texts", "exemptions", "checks",
    ])
    func `each kind of file has a schema`(_ kind: String) async throws {
        try await withProgram { program in
            let schema = try JSONValue(try await program(["inventory", "schema", kind]).stdout)
            #expect(schema["$schema"].text == "https://json-schema.org/draft/2020-12/schema")
            let all = try JSONValue(try await program(["inventory", "schema"]).stdout)
            #expect(all[kind].description == schema.description)
        }
    }

    @Test func `show lists everything and one thing`() async throws {
        try await withProgram { program in
            let all = try JSONValue(try await program(["inventory", "show", "--format", "json"]).stdout)
            #expect(all["sections"]["groups"].keys.contains("bioimaging"))
            #expect(all["sections"]["methods"].keys.count == 9)
            let one = try await program(["inventory", "show", "istcloud/share-link"])
            #expect(one.stdout.contains("password"))
        }
    }

    @Test(arguments: [40, 60, 88, 100])
    func `the matrix fits the terminal`(_ width: Int) async throws {
        try await withProgram { program in
            for language in ["en", "de"] {
                let run = try await program(
                    ["inventory", "matrix", "--lang", language], environment: ["COLUMNS": "\(width)"])
                #expect(run.stdout.split(separator: "\n").allSatisfy { $0.count <= width })
            }
        }
    }

    @Test func `a folder that cannot be written ends with 2 and leaves nothing`() async throws {
        try await withProgram { program in
            let script = "ulimit -f 2; trap '' XFSZ; exec \"$0\" inventory init \"$1\""
            let run = try await runProgram(
                "/bin/bash", ["-c", script, try builtProduct(named: "wheretoshare"), program.home.at("a/b")],
                environment: bareEnvironment.merging(["HOME": program.home.path]) { $1 })
            #expect(run.exitStatus == 2)
            #expect(run.stderr.contains("why:  the file would become too large (EFBIG)"))
            #expect(run.stderr.contains("nothing was changed"))
            #expect(!FileManager.default.fileExists(atPath: program.home.at("a")))
        }
    }
}
