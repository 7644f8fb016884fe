import FoundationEssentials
import StorageModel
import TestKit
import Testing

/// The page of a report in a real browser.
@Suite struct ReportPageSlowTests {
    @Test(arguments: ["en", "de"])
    func aBrowserFindsNothingWrong(language: String) async throws {
        let nights = RecordedNights(
            places: (0..<40).map { "system\($0 / 8)/share-<b>\($0)" } + [
                "system0/" + String(repeating: "long-name-", count: 12)
            ],
            vantages: ["campus-1", "outside & far"],
            fault: { place, vantage, night in
                switch (place.utf8.count, night) {
                case (130, _),
                    (_, 0) where place.hasSuffix("7"):
                    "share-denied"
                case (_, 3...5) where place.hasSuffix("9"): "disk-full"
                case (_, 0) where place.hasSuffix("3") && vantage == "outside & far": "tcp-dropped"
                default: nil
                }
            },
            free: { place, night in place.hasSuffix("5") ? 20_000_000_000 + night * 3_000_000_000 : nil })
        try await withProgram { program in
            let last = Moment(secondsSince1970: Int64(Date().timeIntervalSince1970) - 3_600)
            let file = try program.home.write(nights.lines(nightsAgo: 0...40, last: last), to: "nights.jsonl")
            let history = program.home.at("history.sqlite")
            _ = try await program(["history", "import", file, "--history", history])
            let page = program.home.at("report.html")
            let run = try await program(
                ["report", "--history", history, "--format", "html", "--output", page, "--lang", language])
            #expect(run.exitStatus == 1 && run.stdout.isEmpty && run.stderr.isEmpty)
            let look = try await runProgram(
                "/usr/bin/python3",
                [
                    repositoryRoot + "/Tests/CommandLineTests/Scripts/look-at-page.py", page,
                    repositoryRoot + "/.build/make/axe/axe_core_python/axe.min.js", program.home.path,
                ],
                environment: bareEnvironment.merging(["HOME": program.home.path]) { $1 }, deadline: .seconds(300))
            #expect(look.exitStatus == 0, "\(look.stderr)")
            let found = try JSONValue(look.stdout)
            #expect(found["console"].list.map(\.text) == [])
            #expect(found["faults"].list.map(\.description) == [])
            // Nothing is asked for but the page itself.
            let requests = found["requests"].list.compactMap(\.text)
            #expect(
                requests.count >= 3 && requests.allSatisfy { $0 == "file://" + page.replacing(" ", with: "%20") },
                "\(requests)")
            for screen in ["light", "dark", "phone"] { #expect(found["overflow"][screen].number == 0, "\(screen)") }
            #expect(found["colors"]["light"].text == "rgb(255, 255, 255)")
            #expect(found["colors"]["dark"].text == "rgb(20, 23, 26)")
            #expect(found["text"].text?.contains("share-<b>7") == true)
            for screen in ["light", "dark", "phone"] {
                #expect(FileManager.default.fileExists(atPath: program.home.at("\(screen).png")))
            }
        }
    }
}
