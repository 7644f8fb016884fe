import Glibc
import TestKit
import Testing

@testable import HostFacts

@Suite struct FileSurveyTests {
    @Test func countsWhatIsThere() throws {
        try withTemporaryFolder { folder in
            try folder.makeFolder("results/raw")
            try folder.makeFolder("results/empty")
            try folder.host("results/a.csv").makeFile(size: 100)
            try folder.host("results/raw/b.CSV").makeFile(size: 2_000)
            try folder.host("results/raw/.hidden").makeFile(size: 7)
            try folder.host("results/link").makeLink(to: "raw")
            try folder.host("results/dangling").makeLink(to: "nowhere")

            let survey = FileSurvey.survey([folder.host("results")])
            #expect(survey.totals.bytes == 2_107)
            #expect(survey.totals.files == 3)
            #expect(survey.totals.folders == 3)
            #expect(survey.totals.symbolicLinks == 2)
            #expect(survey.totals.largestFile == 2_000)
            #expect(survey.totals.specialEntries == 0)
            #expect(survey.extensions.byExtension == ["csv": 2])
            #expect(survey.extensions.none == 1)
            #expect(survey.problems.count == 0)
            #expect(survey.isComplete)
            let path = try #require(survey.paths.first)
            #expect(path.outcome == .counted(.folder))
            #expect(path.canonical == folder.host("results"))
            #expect(!path.isSymbolicLink)
        }
    }

    @Test func countsASingleFile() throws {
        try withTemporaryFolder { folder in
            try folder.host("a.csv").makeFile(size: 5)
            let survey = FileSurvey.survey([folder.host("./a.csv")])
            #expect(survey.totals.files == 1)
            #expect(survey.totals.bytes == 5)
            #expect(survey.totals.folders == 0)
            #expect(survey.extensions.byExtension == ["csv": 1])
            #expect(survey.paths.first?.canonical == folder.host("a.csv"))
        }
    }

    @Test func nothingGivenIsNothingFound() {
        let survey = FileSurvey.survey([])
        #expect(survey.totals == SurveyTotals())
        #expect(survey.isComplete)
    }

    @Test func agreesWithFindOnTenThousandFiles() async throws {
        try await withFolderInMemory { folder in
            for group in 0..<100 {
                let place = HostPath(folder).appending("g\(group)")
                try place.makeFolder()
                for number in 0..<100 {
                    try place.appending("f\(number).x\(number % 7)").makeFile(size: group * number)
                }
            }
            let survey = FileSurvey.survey([HostPath(folder)])
            let found = try await runProgram("/usr/bin/find", [folder, "-type", "f", "-printf", "%s\\n"])
            let sizes = found.stdout.split(separator: "\n").compactMap { UInt64($0) }
            #expect(survey.totals.files == 10_000)
            #expect(survey.totals.files == sizes.count)
            #expect(survey.totals.bytes == sizes.reduce(0, +))
            #expect(survey.totals.largestFile == sizes.max())
            #expect(survey.totals.folders == 101)
            #expect(survey.extensions.byExtension.count == 7)
            #expect(survey.extensions.byExtension.values.reduce(0, +) == 10_000)
        }
    }

    @Test func countsNamesOfAllKinds() async throws {
        try await withTemporaryFolder { folder in
            try folder.host(bytes: [0xFF, 0xFE, 0x2E, 0x74, 0x78, 0x74]).makeFile(size: 1)
            try folder.host(bytes: Array("Stra\u{DF}e".utf8)).makeFolder()
            try folder.host(bytes: [0x53, 0x74, 0x72, 0x61, 0xDF, 0x65]).makeFolder()
            try folder.host(bytes: [0x53, 0x74, 0x72, 0x61, 0xDF, 0x65]).appending("a").makeFile(size: 2)
            try folder.host("two\nlines").makeFile(size: 4)
            try folder.host(" ").makeFile(size: 8)
            try folder.host("-rf").makeFile(size: 16)
            try folder.host("...").makeFile(size: 32)
            try folder.host(String(repeating: "n", count: 255)).makeFile(size: 64)
            let survey = FileSurvey.survey([folder.host])
            #expect(survey.totals.files == 7)
            #expect(survey.totals.folders == 3)
            #expect(survey.totals.bytes == 127)
            #expect(survey.extensions.byExtension == ["txt": 1])
            #expect(survey.problems.count == 0)
            try await removeTree(folder.path)
        }
    }

    @Test func eachNameOfAHardLinkedFileCounts() throws {
        try withTemporaryFolder { folder in
            try folder.host("a").makeFile(size: 10)
            try folder.host("b").makeHardLink(to: folder.at("a"))
            #expect(FileSurvey.survey([folder.host]).totals.bytes == 20)
            // Given one by one they count as they do inside the folder.
            #expect(FileSurvey.survey([folder.host("a"), folder.host("b")]).totals.files == 2)
            #expect(FileSurvey.survey([folder.host("a"), folder.host("b"), folder.host]).totals.files == 2)
        }
    }

    @Test func sizesBeyondAnyDiskDoNotOverflow() {
        var totals = SurveyTotals()
        for _ in 0..<3 { totals.addFile(size: .max) }
        #expect(totals.bytes == .max)
        #expect(totals.largestFile == UInt64(Int64.max))
        totals.addFile(size: -1)
        #expect(totals.bytes == .max)
        #expect(totals.files == 4)
    }

    @Test func reportsProgressAndCanBeCancelled() throws {
        try withTemporaryFolder { folder in
            for number in 0..<25 { try folder.host("f\(number)").makeFile(size: 1) }
            var reports: [Int] = []
            let limits = FileSurvey.Limits(progressInterval: 10)
            let whole = FileSurvey.survey([folder.host], limits: limits) { totals in
                reports.append(totals.files)
                return true
            }
            #expect(reports == [10, 20])
            #expect(!whole.wasCancelled)
            #expect(whole.totals.files == 25)

            let part = FileSurvey.survey([folder.host, folder.host("f3")], limits: limits) { $0.files < 20 }
            #expect(part.wasCancelled)
            #expect(!part.isComplete)
            #expect(part.totals.files == 20)
            #expect(part.paths.map(\.outcome) == [.counted(.folder), .notReached(.file)])
        }
    }
}
