import CheckHistory
import StorageModel
import Testing

@Suite struct MaintenanceTests {
    private static let sunday = CalendarDate(year: 2026, month: 11, day: 29)

    private func at(_ hour: Int64, _ minute: Int64 = 0, days: Int = 0) -> Moment {
        Moment(Self.sunday?.adding(days: days) ?? CalendarDate(daysSince1970: 0))
            .adding(seconds: hour * 3_600 + minute * 60)
    }

    @Test func aWeeklyWindowGoesPastMidnightAndTheEndOfTheWeek() {
        let window = MaintenanceWindow(
            id: "patch", targets: ["files"], time: .weekly(weekday: 7, minute: 22 * 60, minutes: 240), reason: "")
        for (moment, isInside) in [
            (at(21, 59), false), (at(22), true), (at(1, 59, days: 1), true), (at(2, days: 1), false),
            (at(23, days: -1), false), (at(23, days: 7), true),
        ] {
            #expect(window.covers("files/groups", at: moment, secondsFromUTC: 0) == isInside)
        }
        // Two hours ahead of UTC it is 22:00 when it is 20:00 there.
        #expect(window.covers("files", at: at(20), secondsFromUTC: 7_200))
        #expect(!window.covers("files2", at: at(22), secondsFromUTC: 0))
    }

    @Test func silenceHasOneReasonAndTheWindowComesFirst() {
        let always = MaintenanceWindow(
            id: "disks", targets: ["files"], time: .weekly(weekday: 1, minute: 0, minutes: 10_080), reason: "")
        let outside = ExpectedOutage(id: "inside-only", targets: ["nas"], networks: ["outside"], reason: "")
        let policy = CheckPolicy(windows: [always], outages: [outside])
        let culprits = ["files/a": "files", "nas/a": "nas", "web": "dns"]
        let rules = Silencing(policy: policy, culprits: culprits, network: "outside", secondsFromUTC: 0)
        func silence(_ target: String, _ verdict: Verdict = .failed) -> Silence? {
            rules.silence(of: Observation(target: target, verdict: verdict), at: at(12))
        }
        #expect(silence("files/a") == .maintenance("disks"))
        #expect(silence("nas/a") == .expected("inside-only"))
        #expect(silence("web") == .consequence(of: "dns"))
        #expect(silence("web", .degraded) == nil)
        #expect(silence("files/a", .healthy) == nil)
        #expect(silence("other") == nil)
    }
}
