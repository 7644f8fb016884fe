import Diagnosis
import StorageModel
import Testing

/// What earlier looks, from here and elsewhere, say about a place that fails now.
@Suite struct HistoryWitnessTests {
    private static let silent = AccessSamples.unreached(.noAnswer)

    private func look(
        _ vantage: String, _ verdict: Verdict, minutesAgo: Int64, since: Int64? = nil, isHere: Bool = false
    ) -> EarlierLook {
        EarlierLook(
            vantage: vantage, isHere: isHere, verdict: verdict, at: Samples.now - minutesAgo * 60,
            since: Samples.now - (since ?? minutesAgo) * 60)
    }

    private func diagnosis(_ sighting: Sighting = silent, _ earlier: EarlierLook...) -> AccessDiagnosis {
        AccessSamples.question(sighting, earlier: earlier).diagnosis()
    }

    @Test func whatWorkedElsewhereIsNotTheServer() {
        let alone = diagnosis()
        #expect(alone.observation.alternatives.contains(.hostUnreachable))
        let found = diagnosis(Self.silent, look("campus-probe", .healthy, minutesAgo: 4))
        let witness = Witness.workedElsewhere(vantage: "campus-probe", at: Samples.now - 240)
        #expect(found.ruledOut.contains(.init(.hostUnreachable, by: witness)))
        #expect(!found.observation.alternatives.contains(.hostUnreachable))
        #expect(found.cause == alone.cause)
    }

    // What is seen now counts for more than what others saw.
    @Test func theCauseThatIsSeenStays() {
        let found = diagnosis(AccessSamples.unreached(.refused), look("campus-probe", .healthy, minutesAgo: 4))
        #expect(found.cause == .tcpRefused)
    }

    @Test func whatFailsEverywhereIsNotThisComputer() {
        let found = diagnosis(
            Self.silent, look("campus-probe", .failed, minutesAgo: 5, since: 200),
            look("cellar", .failed, minutesAgo: 3, since: 190))
        let witness = Witness.failsEverywhere(vantages: ["cellar", "campus-probe"], since: Samples.now - 190 * 60)
        #expect(found.support.contains(witness))
        #expect(found.ruledOut.contains(.init(.port445Blocked, by: witness)))
        #expect(!found.observation.alternatives.contains(.port445Blocked))
        #expect(found.cause == .tcpDropped)
    }

    @Test(arguments: [
        // Too long ago, or of a time to come.
        [(Verdict.failed, Int64(241), "a")], [(.healthy, 241, "a")], [(.failed, -1, "a")],
        // One of two does not see it fail.
        [(.failed, 5, "a"), (.unknown, 5, "b")], [(.failed, 5, "a"), (.degraded, 5, "b")], [],
    ]) func whatDoesNotTellIsNotHeard(_ looks: [(Verdict, Int64, String)]) {
        let earlier = looks.map { look($0.2, $0.0, minutesAgo: $0.1) }
        let heard = AccessSamples.question(Self.silent, earlier: earlier).diagnosis()
        #expect(heard == diagnosis())
    }

    @Test func thisComputersOwnPastIsNoOtherVantage() {
        let heard = diagnosis(Self.silent, look("here", .failed, minutesAgo: 5, isHere: true))
        #expect(heard == diagnosis())
    }

    // What worked before it began to fail here may have begun to fail there as well.
    @Test func whatWorkedBeforeTheTroubleBeganDoesNotCount() {
        let before = diagnosis(
            Self.silent, look("here", .failed, minutesAgo: 5, since: 60, isHere: true),
            look("campus-probe", .healthy, minutesAgo: 90))
        #expect(before.observation.alternatives.contains(.hostUnreachable))
        let after = diagnosis(
            Self.silent, look("here", .failed, minutesAgo: 5, since: 60, isHere: true),
            look("campus-probe", .healthy, minutesAgo: 30))
        #expect(!after.observation.alternatives.contains(.hostUnreachable))
    }

    // Outside, the VPN comes first, whatever else is wrong.
    @Test func theVPNComesFirst() {
        let found = AccessSamples.question(
            Self.silent, standing: .outside("outside"),
            situation: AccessSamples.situation(
                routes: [AccessSamples.route("wlan0", .wireless)], interfaces: [AccessSamples.homeCard]),
            earlier: [look("campus-probe", .failed, minutesAgo: 5)]
        ).diagnosis()
        #expect(found.cause == .vpnDown)
    }

    @Test func whatWorksIsNotTalkedDown() {
        let found = diagnosis(Samples.smb(), look("campus-probe", .failed, minutesAgo: 5))
        #expect(found.outcome == .works)
        #expect(found.support.isEmpty)
    }
}
