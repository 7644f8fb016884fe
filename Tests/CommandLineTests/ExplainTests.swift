import Foundation
import TestKit
import Testing

/// Answers that are replayed from their ids.
@Suite struct ExplainTests {
    @Test func `a kept answer is explained and is the same today`() async throws {
        try await withProgram { program in
            let answer = try await program.answer(["--external", "--contains", "personal"])
            let id = try #require(answer["id"].text)
            let run = try await program(["explain", id, "--lang", "en"])
            #expect(run.exitStatus == 0)
            #expect(run.stdout.contains(id))
            #expect(run.stdout.contains("password"))
            #expect(run.stderr.contains("the answer is the same"))
            let json = try JSONValue(try await program(["explain", id.lowercased(), "--format", "json"]).stdout)
            #expect(json.description == answer.description)
            let german = try await program(["explain", id, "--lang", "de"])
            #expect(german.stdout.contains("Freigabe-Link"))
        }
    }

    @Test(arguments: ["en", "de"])
    func `no ticket names people, files or folders`(_ language: String) async throws {
        try await withProgram { program in
            let file = try program.home.write("x", to: "Krankenakte Maria Huber/Befund.txt")
            let asked = [
                "--user", "mhuber", "--external", "maria@hospital.example", "--file", file, "--lang", language,
            ]
            for extra in [["--contains", "special-category"], ["--contains", "personal"], []] {
                let ticket = try await program.ask(asked + extra + ["--ticket"])
                let id = try #require(try await program.answer(asked + extra)["id"].text)
                let again = try await program(["explain", id, "--ticket", "--lang", language])
                #expect(ticket.stdout.contains(id))
                for text in [ticket.stdout, again.stdout] {
                    #expect(text.contains("istcloud/share-link"))
                    for name in ["huber", "Huber", "hospital", "Befund", "Krankenakte", program.home.path] {
                        #expect(!text.contains(name), "\(name) in \(text)")
                    }
                }
            }
        }
    }

    @Test func `a changed inventory is told, and what it changes`() async throws {
        try await withProgram { program in
            let inventory = program.home.at("inventory")
            try FileManager.default.copyItem(atPath: "\(repositoryRoot)/Inventory", toPath: inventory)
            let options = ["--inventory", inventory]
            let asked = try await program.answer(["--group", "bioimaging", "--level", "internal"] + options)
            let id = try #require(asked["id"].text)
            let file = inventory + "/groups.yaml"
            let groups = try String(contentsOfFile: file, encoding: .utf8)
            try groups.replacing("shares: [istsmb3/bioimaging]", with: "shares: []").write(
                toFile: file, atomically: true, encoding: .utf8)
            let run = try await program(["explain", id] + options)
            #expect(run.stderr.contains("inventory has changed"))
            #expect(run.stderr.contains("the answer is different"))
            #expect(run.stdout.contains("istsmb3"))
        }
    }

    @Test func `kept answers are readable by their owner only, and only so many are kept`() async throws {
        try await withProgram { program in
            let folder = program.home.at(".local/state/wheretoshare/decisions")
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for number in 0..<230 {
                let name = String(format: "WTS-%08X.json", number)
                try Data("{}".utf8).write(to: URL(filePath: "\(folder)/\(name)"))
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSince1970: Double(number))], ofItemAtPath: "\(folder)/\(name)")
            }
            let id = try #require(try await program.answer(["--group", "hr"])["id"].text)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(names.count == 200)
            #expect(names.contains("\(id).json"))
            #expect(!names.contains("WTS-00000000.json"))
            let mode =
                try FileManager.default.attributesOfItem(atPath: "\(folder)/\(id).json")[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test func `a diagnosis is told again from its id, in both languages and forms`() async throws {
        try await withProgram { program in
            let inventory = try RefusedPlaces.write(to: program.home, checks: "checks: {pause-seconds: 0}\n")
            let places = ["WHERETOSHARE_INVENTORY": inventory]
            let made = try await program(
                ["diagnose", "files", "--no-sign-in", "--format", "json"], environment: places)
            let id = try #require(try JSONValue(made.stdout)["id"].text)
            let again = try await program(["explain", id, "--format", "json", "--lang", "en"])
            #expect(again.stdout == made.stdout)
            #expect(again.exitStatus == made.exitStatus)
            let page = try await program(["explain", String(id.dropFirst(4)).lowercased(), "--lang", "de"])
            #expect(page.stdout.contains("Dieser Rechner"))
            #expect(page.stdout.contains(id))
            let ticket = try await program(["explain", id, "--ticket", "--lang", "en"])
            #expect(ticket.stdout.hasPrefix("## \(id): "))
            #expect(try await program(["explain", id, "--messages"]).exitStatus == 64)
            let folder = program.home.at(".local/state/wheretoshare/diagnoses")
            let mode =
                try FileManager.default.attributesOfItem(atPath: "\(folder)/\(id).json")[.posixPermissions] as? Int
            #expect(mode == 0o600)
            try program.home.write("{", to: ".local/state/wheretoshare/diagnoses/\(id).json")
            let damaged = try await program(["explain", id])
            #expect(damaged.exitStatus == 2)
            #expect(damaged.stderr.contains("the kept diagnosis \(id) cannot be read"))
            let other = id == "WTD-0000" ? "WTD-0001" : "WTD-0000"
            #expect(try await program(["explain", other]).stderr.contains("the diagnosis \(other) is not kept here"))
        }
    }

    @Test func `a damaged kept answer is refused`() async throws {
        try await withProgram { program in
            try program.home.write("{", to: ".local/state/wheretoshare/decisions/WTS-00000001.json")
            let run = try await program(["explain", "WTS-00000001"])
            #expect(run.exitStatus == 2)
            #expect(run.stderr.contains("cannot be read"))
        }
    }
}
