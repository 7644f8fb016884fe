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
                ]))
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

    @Test func `what is not known is null, and no key is left out`() async throws {
        try await withProgram { program in
            let bare = try await program.answer(["--group", "rna-lab", "--external"])
            let full = try await program.answer([
                "--group", "rna-lab", "--external", "--file", "README.md", "--contains", "special-category", "--level",
                "strict",
            ])
            #expect(bare.keys == full.keys)
            #expect(bare["question"].keys == full["question"].keys)
            for key in ["bytes", "largestFileBytes", "files", "folders", "data", "declaredLevel", "lyingOn"] {
                #expect(bare["question"].keys.contains(key) && !bare["question"][key].exists)
            }
            #expect(
                bare["recommended"]["live"].keys
                    == ["verdict", "checkedAt", "cause", "freeBytes", "since", "mountedAt", "mountCause"])
            for answer in [bare, full] {
                for way in answer["excluded"].list {
                    #expect(way.keys == ["method", "name", "state", "because", "wouldNeed"])
                    for reason in way["because"].list {
                        #expect(reason.keys == ["rule", "text", "basis", "source"])
                    }
                }
                for member in answer["question"]["audience"].list {
                    #expect(member.keys == ["kind", "id", "name", "groups"])
                }
                for part in answer["split"].list { #expect(part.keys == ["audience", "outcome", "recommended"]) }
            }
            #expect(!bare["split"].list.isEmpty)
        }
    }

    @Test func `whatever changes an answer changes its id`() async throws {
        try await withProgram { program in
            try program.home.write("aaa", to: "one.pdf")
            try program.home.write("bbb", to: "two.pdf")
            try program.home.write("ccc", to: "two.txt")
            try program.home.write("ddd", to: "folder/two.txt")
            try program.home.write("", to: "pipes/two.txt")
            #expect(unsafe mkfifo(program.home.at("folder") + "/pipe", 0o600) == 0)
            var ids: [String?] = []
            for arguments in [
                ["--file", program.home.at("one.pdf")], ["--file", program.home.at("two.pdf")],
                ["--file", program.home.at("two.txt")], ["--file", program.home.at("folder")],
                ["--file", program.home.at("two.txt"), "--on", "windows"], ["--size", "3B", "--files", "1"],
                ["--file", program.home.at("one.pdf"), "--file", program.home.at("two.pdf")],
                ["--file", program.home.at("two.pdf"), "--file", program.home.at("one.pdf")],
            ] { ids.append(try await program.answer(["--group", "hr"] + arguments)["id"].text) }
            #expect(Set(ids).count == ids.count, "\(ids)")

            let two = ["--group", "hr", "--file", program.home.at("one.pdf"), "--file", program.home.at("two.pdf")]
            let english = try await program.answer(two)
            let german = try await program.answer(two + ["--lang", "de"])
            #expect(english["id"].text == german["id"].text)
            let replay = try await program(["explain", try #require(english["id"].text), "--lang", "de"])
            #expect(replay.stdout.contains("one.pdf und 1 weitere"))
            #expect(replay.stderr.contains("dieselbe"))
        }
    }

    @Test func `a number of files without a size is told as one`() async throws {
        try await withProgram { program in
            let run = try await program.ask(["--group", "hr", "--files", "5"])
            #expect(run.stdout.contains("Data   5 files, size unknown; "))
        }
    }

    @Test func `a size that a rule names is the nearest one that would do`() async throws {
        try await withProgram { program in
            let run = try await program.ask([
                "why-not", "istsmb3/group-share", "--group", "bioimaging", "--level", "internal", "--size", "25TB",
            ])
            #expect(run.stdout.contains("Would be open if it had less than 20 TB."), "\(run.stdout)")
        }
    }
}
