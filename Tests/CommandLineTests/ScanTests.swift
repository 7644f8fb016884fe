import Foundation
import TestKit
import Testing

/// `scan`, and what answers make of it, with real files and the real reader in its jail.
@Suite struct ScanTests {
    /// An invented person.
    private static let curriculum = """
        Lebenslauf

        Name: Mira Beispielsdorfer
        Geburtsdatum: 03.04.1987
        Adresse: Lindengasse 12, 3400 Klosterneuburg
        Tel.: +43 664 7351982

        Berufserfahrung
        2015 – 2018  Universität Wien
        2018 – 2021  Institut für Muster
        Ausbildung
        2010 – 2014  Doktorat
        Sprachkenntnisse
        Deutsch, Englisch

        """
    private static let table = "gene,count\nBRCA1,12\nTP53,9\n"

    @Test func whatIsFoundIsToldMasked() async throws {
        try await withProgram { program in
            try program.home.write(Self.curriculum, to: "files/cv.txt")
            try program.home.write("Konto: AT34 2011 1822 7354 9183\n", to: "files/konto.txt")
            for form in ["text", "json", "jsonl"] {
                let run = try await program(["scan", program.home.at("files"), "--format", form, "-v"])
                #expect(run.exitStatus == 1, "\(run.stderr)")
                for raw in ["Mira", "Lindengasse", "7351982", "03.04.", "7354", "2011 1822"] {
                    #expect(!(run.stdout + run.stderr).contains(raw), "\(raw) in \(form)")
                }
            }
        }
    }

    /// What somebody typed stays, so that it is known again; what lies below is told like the names in archives.
    @Test func accountNumbersInNamesAreMaskedBelowWhatWasTyped() async throws {
        try await withProgram { program in
            let text = "Konto: AT34 2011 1822 7354 9183\n"
            try program.home.write(text, to: "AT483200000012345864/von a.huber@gmx.at/AT48 3200 0000 1234 5864.txt")
            let folder = program.home.at("AT483200000012345864")
            // A long name goes on in the next line.
            func words(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            let run = try await program(["scan", folder])
            let below = "von a•••@gmx.at/AT•• •••• •••• •••• 5864.txt"
            #expect(words(run.stdout).contains("\(folder)/\(below)"), "\(run.stdout)")
            let above = try await program(["scan", program.home.at(".")])
            #expect(words(above.stdout).contains("/AT••••••••••••••5864/\(below)"), "\(above.stdout)")
            // Programs open the files that they are told of.
            let lines = try await program(["scan", folder, "--format", "jsonl"])
            #expect(lines.stdout.contains("/AT48 3200 0000 1234 5864.txt"))
        }
    }

    @Test func theJSONFollowsTheContract() async throws {
        try await withProgram { program in
            let file = try program.home.write(Self.curriculum, to: "cv.txt")
            let run = try await program(["scan", file, "--format", "json"])
            let value = try JSONValue(run.stdout)
            #expect(value["schema"].text == "wheretoshare.scan/1")
            #expect(value["totals"]["files"].number == 1)
            #expect(value["totals"]["bytesRead"].number == Self.curriculum.utf8.count)
            #expect(value["tags"][0]["id"].text == "personal")
            #expect(value["sandbox"].text == "full")
            let seen = value["files"][0]
            #expect(seen["state"].text == "read")
            let finding = try #require(seen["findings"].list.first { $0["detector"].text == "date-of-birth" })
            #expect(
                finding.keys == ["detector", "tag", "confidence", "count", "distinct", "file", "where", "masked"])
            #expect(finding["where"][0]["line"].number == 4)
            #expect(finding["confidence"].text == "likely")
            #expect(finding["masked"].text?.hasSuffix("1987") == true)
        }
    }

    @Test func whatIsLeftOutIsCountedAndAPathGivenTwiceIsReadOnce() async throws {
        try await withProgram { program in
            let file = try program.home.write(Self.table, to: "files/data.csv")
            try program.home.write(Self.table, to: "files/old.bak")
            let run = try await program(["scan", program.home.at("files"), "--exclude", "*.bak"])
            #expect(run.stderr == "Left out by --exclude, a folder counting once: 1.\n")
            let idle = try await program(["scan", file, file, "--exclude", "*.tif", "--format", "json"])
            #expect(
                idle.stderr == "Nothing in a given folder has a name that --exclude gives, so nothing was left out.\n")
            #expect(try JSONValue(idle.stdout)["totals"]["files"].number == 1)
        }
    }

    @Test func whatLinksLeadToIsSaidToBeUnread() async throws {
        try await withProgram { program in
            let file = try program.home.write(Self.curriculum, to: "elsewhere/cv.txt")
            let folder = program.home.at("links")
            for step in [["/bin/mkdir", folder], ["/bin/ln", "-s", file, "\(folder)/cv.txt"]] {
                #expect(try await runProgram(step[0], Array(step.dropFirst()), in: program.home.path).exitStatus == 0)
            }
            let run = try await program(["scan", folder])
            #expect(run.exitStatus == 3)
            #expect(run.stdout.contains("There was no file to read."))
            #expect(run.stderr.hasPrefix("Links that were not followed: 1."))
            let all = try await program(["scan", file, "--exclude", "*.tif", folder, "--format", "json"])
            #expect(try JSONValue(all.stdout)["links"].number == 1)
            #expect(all.stdout.contains("\"interrupted\" : false"))
            let none = try await program(["scan", program.home.at("elsewhere"), "--exclude", "*"])
            #expect(none.exitStatus == 3)
            #expect(none.stdout.contains("There was no file to read."))
        }
    }

    @Test func nothingFoundIsNotCalledSafe() async throws {
        try await withProgram { program in
            let file = try program.home.write(Self.table, to: "data.csv")
            for language in ["en", "de"] {
                let run = try await program(["scan", file, "--lang", language])
                #expect(run.exitStatus == 0)
                #expect(
                    run.stdout.contains(language == "en" ? "proves" : "trotzdem") || run.stdout.contains("all the same")
                )
                for word in ["safe", "clean", "sicher", "sauber", "unbedenklich"] {
                    #expect(!run.stdout.contains(word), "\(run.stdout)")
                }
            }
        }
    }

    @Test func whatCannotBeReadIsNotPassedOver() async throws {
        try await withProgram { program in
            try program.home.write(Self.table, to: "files/data.csv")
            // The head of an archive, and nothing behind it.
            try program.home.write("PK\u{3}\u{4}broken", to: "files/half.zip")
            let run = try await program(["scan", program.home.at("files")])
            #expect(run.exitStatus == 3, "\(run.stdout)")
            #expect(run.stdout.contains("half.zip\n    not read: "))
            let nothing = try await program(["scan", program.home.at("files/half.zip")])
            #expect(nothing.exitStatus == 3)
            #expect(nothing.stdout.contains("Nothing could be read, so what is in it is not known."))
            let missing = try await program(["scan", program.home.at("nowhere")])
            #expect(missing.exitStatus == 2)
            #expect(missing.stderr.contains("nowhere"))
            #expect(try await program(["scan"]).exitStatus == 64)
            #expect(try await program(["scan", program.home.at("files"), "--deadline", "0"]).exitStatus == 64)
            #expect(try await program(["scan", program.home.at("files"), "--sample", "much"]).exitStatus == 64)
        }
    }

    @Test func whatIsLeftOutIsNotRead() async throws {
        try await withProgram { program in
            try program.home.write(Self.curriculum, to: "files/cv.txt")
            try program.home.write(Self.table, to: "files/data.csv")
            let run = try await program(["scan", program.home.at("files"), "--exclude", "*.txt", "--format", "json"])
            #expect(run.exitStatus == 0, "\(run.stdout)")
            #expect(try JSONValue(run.stdout)["totals"]["files"].number == 1)
        }
    }

    @Test func answersKnowWhatIsInTheFile() async throws {
        try await withProgram { program in
            let file = try program.home.write(Self.curriculum, to: "cv.txt")
            let answer = try await program.answer(["--external", "--file", file, "--contains", "public"])
            #expect(answer["question"]["inspection"].text == "complete")
            #expect(answer["question"]["level"].text == "confidential")
            let tag = answer["question"]["tags"].list.first { $0["id"].text == "personal" }
            #expect(tag?["because"].text == "found")
            #expect(answer["question"]["contradictions"].list.count == 1)
            #expect(answer["scan"]["state"].text == "complete")
            #expect(!answer["scan"]["findings"].list.isEmpty)
            #expect(answer["recommended"]["obligations"].list.contains { $0["id"].text == "password" })
            let text = try await program.ask(["--external", "--file", file]).stdout
            #expect(text.contains("personal data (likely, in cv.txt); it counts"))
            let unseen = try await program.answer(["--external", "--file", file, "--no-scan"])
            #expect(unseen["scan"]["state"].text == "skipped")
            #expect(unseen["question"]["level"].text == "strict")
        }
    }

    @Test func nothingFoundLeavesTheStrictestLevel() async throws {
        try await withProgram { program in
            let file = try program.home.write(Self.table, to: "data.csv")
            let answer = try await program.answer(["--external", "--file", file])
            #expect(answer["question"]["inspection"].text == "complete")
            #expect(answer["question"]["level"].text == "strict")
            let text = try await program.ask(["--external", "--file", file]).stdout
            #expect(text.contains("nothing was found in it, which proves nothing"))
        }
    }

    /// The inventory alone says how the institution's own numbers look, and what everybody may know.
    @Test func theInstitutionsOwnNumbersAreFound() async throws {
        try await withProgram { program in
            try FileManager.default.copyItem(
                atPath: "\(repositoryRoot)/Inventory", toPath: program.home.at("inventory"))
            try program.home.write(
                """
                detectors:
                  - id: staff-number
                    names: {en: staff number, de: Personalnummer}
                    tag: personal
                    pattern: "'PI'-9{5}"
                    words: [staff, personalnummer]
                    examples: ["staff PI-20418"]
                    counter-examples: ["part PI-20418"]
                    basis: assumed
                    source: it-to-confirm
                public-values:
                  - {detector: iban, values: [AT34 2011 1822 7354 9183], basis: assumed, source: it-to-confirm}

                """, to: "inventory/content.yaml")
            let file = try program.home.write(
                "Personalnummer: PI-77120\nKonto: AT34 2011 1822 7354 9183\n", to: "list.txt")
            let run = try await program(
                ["scan", file, "--inventory", program.home.at("inventory"), "--lang", "de"])
            #expect(run.exitStatus == 1, "\(run.stderr)")
            #expect(run.stdout.contains("wahrscheinlich: Personalnummer · Zeile 1"))
            #expect(!run.stdout.contains("IBAN"), "\(run.stdout)")
            let plain = try await program(["scan", file, "--lang", "de"])
            #expect(!plain.stdout.contains("Personalnummer"))
        }
    }

    /// What was found once is known again by the content, in a file that has nothing of the text.
    @Test func aSecondRunKnowsTheFileAgain() async throws {
        try await withProgram { program in
            let file = try program.home.write(Self.curriculum, to: "files/cv.txt")
            let first = try JSONValue(try await program(["scan", file, "--format", "json"]).stdout)
            let second = try JSONValue(try await program(["scan", file, "--format", "json"]).stdout)
            #expect(first["files"][0]["fromCache"].isTrue == false)
            #expect(second["files"][0]["fromCache"].isTrue == true)
            #expect("\(first["files"][0]["findings"])" == "\(second["files"][0]["findings"])")
            let kept = try Data(contentsOf: URL(filePath: program.home.at(".local/state/wheretoshare/scans/results")))
            for raw in ["Mira", "Lindengasse", "7351982", "03.04.1987"] {
                #expect(kept.range(of: Data(raw.utf8)) == nil)
            }
            try program.home.write(Self.curriculum + "x", to: "files/cv.txt")
            let changed = try JSONValue(try await program(["scan", file, "--format", "json"]).stdout)
            #expect(changed["files"][0]["fromCache"].isTrue == false)
        }
    }

    @Test func aTicketHasNothingOfTheFiles() async throws {
        try await withProgram { program in
            let file = try program.home.write(Self.curriculum, to: "secret-name.txt")
            let ticket = try await program.ask(["--external", "--file", file, "--ticket"]).stdout
            #expect(!ticket.contains("secret-name"))
            #expect(!ticket.contains("1987"))
            #expect(ticket.contains("personal (found)"))
        }
    }
}
