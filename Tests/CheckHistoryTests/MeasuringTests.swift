import CheckHistory
import StorageModel
import TestKit
import Testing

@Suite struct MeasuringTests {
    @Test func theDayOnWhichAPlaceRunsFullIsForetold() throws {
        try withTemporaryFolder { folder in
            let history = try folder.history()
            // 10 GB less a day, and some days on which 200 GB were elsewhere.
            for night in 0..<60 {
                let moved: UInt64 = (30...34).contains(night) ? 200_000_000_000 : 0
                let free = 900_000_000_000 + moved - UInt64(night) * 10_000_000_000
                _ = try history.record(run(day(Int64(night)), [result("files/a", at: day(Int64(night)), free: free)]))
            }
            let trend = try #require(try history.spaceTrends(at: day(59, 60)).first)
            #expect(trend.target == "files/a")
            #expect(trend.free == 310_000_000_000)
            #expect(abs(trend.bytesPerDay + 10_000_000_000) < 1)
            #expect(trend.fullOn == day(59).day.adding(days: 31))
        }
    }

    @Test func aWeekIsNeededForAForecastAndAGrowingPlaceHasNone() {
        let early = [SpaceTrend.Point(at: day(0), free: 100), SpaceTrend.Point(at: day(3), free: 50)]
        #expect(SpaceTrend(target: "a", size: 200, points: early)?.fullOn == nil)
        let growing = [SpaceTrend.Point(at: day(0), free: 50), SpaceTrend.Point(at: day(30), free: 100)]
        #expect(SpaceTrend(target: "a", size: 200, points: growing)?.fullOn == nil)
        #expect(SpaceTrend(target: "a", size: 200, points: []) == nil)
    }

    @Test func aPlaceIsSlowAgainstItselfAlone() throws {
        try withTemporaryFolder { folder in
            let history = try folder.history()
            for night in 0..<20 {
                let moment = day(Int64(night))
                let results = [
                    // It was always slow, one got slow three nights ago, and one was slow in one night alone.
                    result("always", at: moment, milliseconds: 900),
                    result("newly", at: moment, milliseconds: night >= 17 ? 400 : 100),
                    result("once", at: moment, milliseconds: night == 19 ? 5_000 : 100),
                ]
                _ = try history.record(run(moment, results))
            }
            let slow = try history.slowDowns()
            #expect(slow.map(\.target) == ["newly"])
            #expect(slow.first?.usual == .milliseconds(102))
            #expect(slow.first?.now == .milliseconds(402))
        }
    }

    @Test func aPlaceThatWorksFromInsideAloneIsOneLine() throws {
        try withTemporaryFolder { folder in
            let history = try folder.history()
            _ = try history.record(run(day(0), from: "campus-1", ["files": nil, "cloud": nil]))
            _ = try history.record(run(day(0, 60), from: "campus-2", ["files": nil, "cloud": nil]))
            _ = try history.record(run(day(0, 90), from: "home", ["files": .tcpDropped, "cloud": nil]))
            let differences = ViewDifference.all(in: try history.standings())
            #expect(differences.map(\.target) == ["files"])
            #expect(differences.first?.works.map(\.vantage) == ["campus-1", "campus-2"])
            #expect(differences.first?.fails.map(\.vantage) == ["home"])
        }
    }

    @Test func aMissingRunIsFound() throws {
        try withTemporaryFolder { folder in
            let history = try folder.history()
            _ = try history.record(run(day(0), from: "campus-1", ["files": nil]))
            _ = try history.record(run(day(3), from: "campus-2", ["files": nil]))
            let missing = try history.vantages().filter { $0.isMissing(at: day(3, 3_600)) }
            #expect(missing.map(\.vantage) == ["campus-1"])
        }
    }

    @Test func whenNobodyLookedCountsNeitherWay() throws {
        try withTemporaryFolder { folder in
            let history = try folder.history()
            for night in [0, 1, 2, 9, 10] as [Int64] { _ = try history.record(run(day(night), ["files": nil])) }
            let one = try #require(try history.availabilities(from: day(0), to: day(10, 60)).first)
            #expect(one.secondsUp == 3 * 86_400)
            #expect(one.share == 1)
        }
    }

    @Test func historiesAreMergedOnceWhateverTheOrder() throws {
        try withTemporaryFolder { folder in
            let there = try folder.history("there.sqlite")
            let looks = [Look(at: day(1), verdict: .failed, cause: .tcpDropped), Look(at: day(1, 9), verdict: .failed)]
            _ = try there.record(run(day(0), from: "home", ["files": nil]))
            _ = try there.record(
                run(day(1), from: "home", [result("files", .tcpDropped, at: day(1, 9), looks: looks)]))
            let runs = try there.runs()
            #expect(runs.map { $0.results.map(\.looks.count) } == [[0], [2]])
            let here = try folder.history("here.sqlite")
            _ = try here.record(run(day(1), ["files": nil]))
            #expect(try here.merge(runs) == HistoryFile.Merging(new: 2, known: 0, late: 0))
            #expect(try here.merge(runs) == HistoryFile.Merging(new: 0, known: 2, late: 0))
            #expect(try here.changes(after: day(0), through: day(2)).map(\.kind) == [.broke])
            // What comes late is kept, and turns nothing back.
            let late = run(day(0, 3_600), from: "home", ["files": .shareUnknown])
            #expect(try here.merge([late]) == HistoryFile.Merging(new: 1, known: 0, late: 1))
            #expect(try here.standings().first { $0.vantage == "home" }?.cause == .tcpDropped)
            #expect(try here.looks(at: "files", since: day(0)).count == 4)
        }
    }
}
