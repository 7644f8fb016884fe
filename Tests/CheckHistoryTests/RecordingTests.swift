import CheckHistory
import StorageModel
import TestKit
import Testing

@Suite struct RecordingTests {
    @Test func whatWasRecordedIsToldAgain() throws {
        try withTemporaryFolder { folder in
            let history = try folder.history()
            _ = try history.record(run(day(0), [result("nas02", at: day(0, 3), free: 400)]))
            let looks = [
                Look(at: day(1, 1), verdict: .failed, cause: .tcpDropped), Look(at: day(1, 9), verdict: .failed),
            ]
            let receipt = try history.record(
                run(day(1), [result("nas02", .tcpDropped, at: day(1, 9), looks: looks)]))
            #expect(receipt.isNew)
            #expect(receipt.previousEnd == day(0, 30))
            #expect(receipt.changes.map(\.kind) == [.broke])
            let standing = try #require(try history.standings().first)
            #expect(standing.target == "nas02")
            #expect(standing.network == "campus")
            #expect(standing.verdict == .failed)
            #expect(standing.cause == .tcpDropped)
            #expect(standing.since == day(1, 9))
            #expect(standing.troubledSince == day(1, 9))
            #expect(standing.lastWorked == day(0, 3))
            #expect(standing.evidence == "tcp: address 198.51.100.7")
            #expect(standing.space == Observation.Space(size: 1_000_000_000_000, free: 400))
            let kept = try history.looks(at: "nas02", since: day(0))
            #expect(kept.map(\.verdict) == [.healthy, .failed])
            #expect(kept.map(\.hadSeveralLooks) == [false, true])
            #expect(
                kept[0].steps == [
                    KeptStep(stage: .dns, state: .ok, duration: .milliseconds(2)),
                    KeptStep(stage: .tcp, state: .ok, duration: .milliseconds(20)),
                ])
        }
    }

    @Test func theSameRunIsRecordedOnce() throws {
        try withTemporaryFolder { folder in
            let history = try folder.history()
            let broken = run(day(1), ["a": .tcpDropped])
            _ = try history.record(run(day(0), ["a": nil]))
            #expect(try history.record(broken).isNew)
            let again = try history.record(broken)
            #expect(!again.isNew && again.changes.isEmpty)
            #expect(try history.changes(after: day(0), through: day(9)).count == 1)
        }
    }

    @Test func aClockThatWasSetBackIsMarkedAndLosesNothing() throws {
        try withTemporaryFolder { folder in
            let history = try folder.history()
            _ = try history.record(run(day(10), ["a": nil]))
            let receipt = try history.record(run(day(3), ["a": .tcpDropped]))
            #expect(receipt.isNew && receipt.isEarlierThanLast)
            #expect(receipt.changes.map(\.kind) == [.broke])
            #expect(try history.record(run(day(11), ["a": nil])).changes.map(\.kind) == [.recovered])
            let share = try #require(try history.availabilities(from: day(0), to: day(20)).first)
            #expect(share.secondsUp >= 0 && share.secondsDown >= 0)
        }
    }

    @Test func aClockFarAheadForOnceCostsNothing() throws {
        try withTemporaryFolder { folder in
            let history = try folder.history()
            for number in 0..<12 { _ = try history.record(run(day(Int64(number)), ["a": nil])) }
            _ = try history.record(run(day(40_000), ["a": nil]))
            _ = try history.record(run(day(12), ["a": nil]))
            #expect(try history.looks(at: "a", since: day(0)).count == 14)
        }
    }

    @Test func whatSeveralPlacesDependOnBreaksOnceAndRecoversOnce() throws {
        try withTemporaryFolder { folder in
            let history = try folder.history()
            let names = (1...40).map { "s\($0)" }
            func fine(_ moment: Moment) -> RecordedRun { run(moment, names.map { result($0, at: moment) }) }
            func without(_ moment: Moment) -> RecordedRun {
                run(
                    moment,
                    [result("web", at: moment)]
                        + names.map { result($0, .dnsNoAnswer, at: moment, silence: .consequence(of: "dns")) })
            }
            _ = try history.record(fine(day(0)))
            let first = try history.record(without(day(1))).changes
            #expect(first.map(\.target) == ["dns"])
            #expect(first.map(\.consequences) == [40])
            #expect(first.map(\.isOfDependency) == [true])
            #expect(try history.record(without(day(2))).changes.isEmpty)
            let last = try history.record(fine(day(3))).changes
            #expect(last.map(\.target) == ["dns"])
            #expect(last.map(\.kind) == [.recovered])
        }
    }

    /// What breaks four times in a year does not go up and down: the nights in between count.
    @Test func whatSeveralPlacesDependOnFlapsByLooksAndNotByChanges() throws {
        try withTemporaryFolder { folder in
            let history = try folder.history()
            var kinds: [Change.Kind] = []
            for number in 0..<200 {
                let moment = day(Int64(number))
                let isDown = number % 50 == 10
                let silence: Silence? = isDown ? .consequence(of: "dns") : nil
                let places = ["a", "b"].map { result($0, isDown ? .dnsNoAnswer : nil, at: moment, silence: silence) }
                kinds += try history.record(run(moment, [result("web", at: moment)] + places)).changes.map(\.kind)
            }
            #expect(kinds == [Change.Kind](repeating: .broke, count: 4).flatMap { [$0, .recovered] })
        }
    }

    /// A reader is told what comes after a mark, also when it is recorded late or nothing has changed before.
    @Test func aReaderIsToldEverythingOnce() throws {
        try withTemporaryFolder { folder in
            let history = try folder.history()
            _ = try history.record(run(day(1), ["a": nil]))
            #expect(try history.mark(of: "storage") == nil)
            let none = try history.news(since: .max)
            #expect(none.changes.isEmpty)
            try history.keep(ReaderMark(change: none.through, at: day(1)), of: "storage")
            _ = try history.record(run(day(2), ["a": .tcpDropped]))
            _ = try history.merge([
                run(day(0), from: "outside", ["a": nil]), run(day(1), from: "outside", ["a": .tcpRefused]),
            ])
            let mark = try #require(try history.mark(of: "storage"))
            let news = try history.news(since: mark.change)
            #expect(news.changes.map(\.vantage) == ["campus-1", "outside"])
            try history.keep(
                ReaderMark(change: news.through, at: day(2), conditions: ["slow a": day(2)]), of: "storage")
            let last = try #require(try history.mark(of: "storage"))
            #expect(try history.news(since: last.change).changes.isEmpty)
            #expect(last.conditions == ["slow a": day(2)])
            #expect(try history.mark(of: "network") == nil)
        }
    }

    @Test func observationsBecomeSummariesAndSpellsStay() throws {
        try withTemporaryFolder { folder in
            let history = try folder.history()
            let retention = Retention(observationDays: 30, summaryDays: 400)
            for number in 0..<90 {
                let causes: [String: Cause?] = ["a": number == 5 ? .tcpDropped : nil]
                _ = try history.record(run(day(Int64(number)), causes), retention: retention)
            }
            let kept = try history.looks(at: "a", since: day(0)).count
            #expect((30...42).contains(kept))
            let availability = try #require(try history.availabilities(from: day(0), to: day(90)).first)
            #expect(availability.outages == 1)
            #expect(availability.secondsDown == 86_400)
            #expect(try history.changes(after: day(0), through: day(90)).map(\.kind) == [.broke, .recovered])
        }
    }
}
