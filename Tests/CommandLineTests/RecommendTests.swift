import Foundation
import TestKit
import Testing

/// The main command, run as people run it.
@Suite struct RecommendTests {
    @Test func `the JSON has every field of the contract`() async throws {
        try await withProgram { program in
            let answer = try await program.answer([
                "--group", "bioimaging", "--external", "--size", "3MB", "--contains", "personal",
            ])
            #expect(answer["schema"].text == "wheretoshare.recommendation/1")
            #expect(answer["id"].text?.wholeMatch(of: #/WTS-[0-9A-F]{8}/#) != nil)
            let wanted: Set = [
                "schema", "id", "inventory", "question", "outcome", "recommended", "alternatives", "excluded", "scan",
            ]
            #expect(answer.keys.isSuperset(of: wanted))
            #expect(answer["inventory"].keys.isSuperset(of: ["institution", "revision"]))
            #expect(
                answer["question"].keys.isSuperset(of: [
                    "audience", "action", "level", "tags", "bytes", "files", "network",
                ]) == false)
            #expect(
                answer["question"].keys.isSuperset(of: ["audience", "action", "level", "tags", "bytes", "network"]))
            let way = answer["recommended"]
            #expect(
                way.keys.isSuperset(of: [
                    "method", "system", "locations", "obligations", "prerequisites", "steps", "messages", "reasons",
                    "live",
                ]))
            #expect(way["live"]["verdict"].text == "unknown")
            #expect(way["reasons"][0].keys == ["rule", "text", "basis", "source"])
            #expect(way["obligations"][0].keys.isSuperset(of: ["id", "value", "rules"]))
            #expect(answer["excluded"].list.allSatisfy { $0.keys.isSuperset(of: ["method", "state", "because"]) })
            #expect(answer["scan"]["state"].text == "skipped")
            #expect(answer["scan"].keys.isSuperset(of: ["state", "bytesRead", "bytesTotal", "findings", "unreadable"]))
        }
    }

    @Test func `a real file and a real folder are counted`() async throws {
        try await withProgram { program in
            let folder = try program.home.makeFolder("results")
            try program.home.write("a,b\n1,2\n", to: "results/table.csv")
            try program.home.write("x", to: "results/deep/er/note.txt")
            let answer = try await program.answer(["--group", "bioimaging", "--file", folder])
            #expect(answer["question"]["bytes"].number == 9)
            #expect(answer["question"]["files"].number == 2)
            #expect(answer["question"]["data"].text == "results")
            #expect(answer["question"]["level"].text == "strict")
            #expect(answer["question"]["tags"][0]["because"].text == "assumed")
            #expect(answer["recommended"]["method"].text == "istsmb3/group-share")
        }
    }

    @Test func `what is in the way of counting is told`() async throws {
        try await withProgram { program in
            let folder = try program.home.makeFolder("data")
            #expect(unsafe mkfifo(folder + "/pipe", 0o600) == 0)
            try program.home.write("x", to: "data/file")
            let run = try await program.ask(["--group", "bioimaging", "--file", folder])
            #expect(run.exitStatus == 0)
            #expect(run.stdout.contains("/pipe"))
        }
    }

    @Test(
        arguments: [
            (["--external"], nil), (["--external", "a@example.org"], "a@example.org"),
            (["--external=a@example.org"], "a@example.org"),
            (["--external", "--size", "1MB"], nil),
        ] as [([String], String?)])
    func `people outside may have an address or not`(_ arguments: [String], _ address: String?) async throws {
        try await withProgram { program in
            let member = try await program.answer(arguments)["question"]["audience"][0]
            #expect(member["kind"].text == "external")
            #expect(member["id"].text == address)
        }
    }

    @Test func `the mail with the link never has the password, whatever is asked`() async throws {
        try await withProgram { program in
            for language in ["en", "de"] {
                let answer = try await program.answer(["--external", "--contains", "personal", "--lang", language])
                let messages = answer["recommended"]["messages"].list
                let mail = try #require(messages.first { $0["id"].text == "link-mail" }?["text"].text)
                let password = try #require(messages.first { $0["id"].text == "password-message" }?["text"].text)
                #expect(!mail.contains("…"))
                #expect(password.contains("…"))
                #expect(!password.lowercased().contains("http"))
            }
        }
    }

    @Test func `more arguments than anybody types are refused at once`() async throws {
        try await withProgram { program in
            let many = Array(repeating: ["--group", "hr"], count: 500).flatMap { $0 }
            #expect(try await program.answer(many)["question"]["audience"].list.count == 1)
            let run = try await program(Array(repeating: "--internal", count: 4_001))
            #expect(run.exitStatus == 64)
            #expect(run.stderr.contains("name the folder instead"))
        }
    }

    @Test func `a second level never lowers the first`() async throws {
        try await withProgram { program in
            for levels in [["strict", "public"], ["public", "strict"]] {
                let answer = try await program.answer(["--anyone"] + levels.flatMap { ["--level", $0] })
                #expect(answer["question"]["level"].text == "strict")
                #expect(answer.keys.contains("recommended"))
                #expect(!answer["recommended"].exists)
            }
        }
    }

    @Test func `aliases and other cases of letters name the same group`() async throws {
        try await withProgram { program in
            let answer = try await program.answer(["--group", "BioImaging", "--level", "SENSITIVE"])
            #expect(answer["question"]["audience"][0]["id"].text == "bioimaging")
            #expect(answer["question"]["level"].text == "confidential")
        }
    }

    @Test func `the paths are those of the computer that was named`() async throws {
        try await withProgram { program in
            let run = try await program.ask(["--group", "bioimaging", "--level", "internal", "--on", "windows"])
            #expect(run.stdout.contains(#"\\istsmb3"#))
        }
    }

    @Test func `a reader that goes away ends the program quietly`() async throws {
        try await withProgram { program in
            let tool = try builtProduct(named: "wheretoshare")
            let run = try await runProgram(
                "/bin/sh", ["-c", "'\(tool)' --group bioimaging --explain | true; echo \"${PIPESTATUS:-}\""],
                environment: ["HOME": program.home.path, "PATH": "/usr/bin:/bin"])
            #expect(run.stderr.isEmpty)
        }
    }

    @Test func `without a home the answer is given all the same`() async throws {
        try await withProgram { program in
            let run = try await program(
                ["--group", "bioimaging", "--level", "internal"],
                environment: ["HOME": "/proc/nowhere", "XDG_STATE_HOME": "/proc/x", "XDG_CACHE_HOME": "/proc/y"])
            #expect(run.exitStatus == 0)
            #expect(run.stdout.contains("istsmb3"))
            #expect(run.stderr.isEmpty)
        }
    }

    @Test func `colours come only when wanted`() async throws {
        try await withProgram { program in
            let plain = try await program.ask(["--group", "bioimaging"])
            #expect(!plain.stdout.contains("\u{1B}"))
            let colored = try await program.ask(["--group", "bioimaging", "--color", "always"])
            #expect(colored.stdout.contains("\u{1B}[1m"))
            #expect(colored.stdout.replacing(#/\u{1B}\[[0-9]*m/#, with: "") == plain.stdout)
        }
    }

    @Test func `the same question has the same id in every language, another question another`() async throws {
        try await withProgram { program in
            let english = try await program.answer(["--group", "hr", "--lang", "en"])
            let german = try await program.answer(["--group", "hr", "--lang", "de"])
            let other = try await program.answer(["--group", "finance", "--lang", "en"])
            #expect(english["id"].text == german["id"].text)
            #expect(english["id"].text != other["id"].text)
        }
    }

    @Test func `text output shows no line wider than the terminal, paths excepted`() async throws {
        try await withProgram { program in
            let run = try await program.ask(["--external", "--contains", "personal", "--lang", "de"])
            for line in run.stdout.split(separator: "\n") where !line.hasPrefix("    ") {
                #expect(line.count <= 88, "\(line)")
            }
        }
    }
}
