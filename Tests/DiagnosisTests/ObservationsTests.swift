import Diagnosis
import StorageModel
import Testing

private func observation(_ target: String, _ sighting: Sighting) -> Observation {
    var expectation = Samples.expectation()
    expectation.target = target
    return expectation.observation(of: sighting, at: Samples.now)
}

private func late(_ target: String, _ stage: Stage) -> Observation {
    observation(target, Samples.smb(visit: Samples.visit(ending: .deadlineExceeded(stage), at: stage)))
}

private func unreached(_ target: String, _ outcome: ConnectionAttempt.Outcome) -> Observation {
    observation(target, Samples.smb(connections: [Samples.attempt(outcome)]))
}

@Suite struct ObservationsTests {
    @Test func whenAllSystemsFailAlikeNoServerIsToBlame() {
        let related = Observations([unreached("a/x", .noAnswer), unreached("b/y", .noAnswer)]).relating()
        #expect(related.map(\.cause) == [.tcpDropped, .tcpDropped])
        #expect(related.map(\.alternatives) == Array(repeating: [.vpnDown, .port445Blocked, .splitTunnel], count: 2))
        #expect(related[0].steps[1].evidence.last == .init("shared", "all 2 systems fail the same way from here"))
    }

    @Test func twoSharesOfOneSystemAreOneWitness() {
        let all = [unreached("a/x", .noAnswer), unreached("a/y", .noAnswer)]
        #expect(Observations(all).relating() == all)
    }

    @Test func oneSystemThatFailsOtherwiseSpeaksAgainstThePlace() {
        let all = [unreached("a/x", .noRoute), unreached("b/y", .refused)]
        #expect(Observations(all).relating() == all)
    }

    @Test func whatCouldNotBeCheckedIsNoWitness() {
        let crashed = observation("c/z", Samples.smb(visit: Samples.visit(ending: .notPossible("x"), at: .auth)))
        let related = Observations([unreached("a/x", .noRoute), unreached("b/y", .noRoute), crashed]).relating()
        #expect(related[0].alternatives == [.vpnDown])
        #expect(related[0].steps[1].evidence.last?.name == "shared")
        #expect(related[2] == crashed)
    }

    @Test func aServerThatAnswersOn445RulesOutABlockedPort() {
        let related = Observations([unreached("a/x", .noAnswer), observation("b/y", Samples.smb())]).relating()
        #expect(related[0].cause == .tcpDropped)
        #expect(related[0].alternatives == [.splitTunnel, .hostUnreachable])
        #expect(related[0].steps[1].evidence.last == .init("ruledOut", "port-445-blocked: b/y answers on port 445"))
        #expect(related[1].verdict == .healthy)
    }

    @Test func aPortThatLooksBlockedIsOneServersWhenAnotherAnswersOnIt() {
        let blocked = observation(
            "a/x",
            Samples.smb(connections: [Samples.attempt(.noAnswer), Samples.attempt(.connected, port: 139)]))
        #expect(blocked.cause == .port445Blocked)
        #expect(blocked.steps[1].evidence.contains(.init("port139", "connected")))
        let related = Observations([blocked, observation("b/y", Samples.smb())]).relating()
        #expect(related[0].cause == .tcpDropped)
    }

    @Test func oneAddressIsNoWitnessForAnother() {
        let sighting = Samples.smb(connections: [
            Samples.attempt(.noAnswer), Samples.attempt(.refused, "198.51.100.14"),
            Samples.attempt(.connected, "198.51.100.14", port: 139),
        ])
        #expect(observation("a/x", sighting).cause == .tcpRefused)
    }

    @Test func oneShareThatHangsIsItsStorage() {
        let related = Observations([late("a/x", .stat), observation("a/y", Samples.smb())]).relating()
        #expect(related[0].cause == .backendHung)
        #expect(related[0].alternatives.isEmpty)
        #expect(related[0].steps[5].evidence.last == .init("ruledOut", "server-hung: a/y answers"))
    }

    @Test func allSharesThatHangAreTheServer() {
        let related = Observations([late("a/x", .stat), late("a/y", .tree)]).relating()
        #expect(related.map(\.cause) == [.serverHung, .serverHung])
        #expect(related.map(\.alternatives) == [[.backendHung], [.backendHung]])
    }

    /// The list of a small folder fits where that of a large one does not.
    @Test func aListOfAnotherShareSaysNothingOfLostPackets() {
        let alone = late("a/x", .list)
        let related = Observations([alone, observation("a/y", Samples.smb())]).relating()
        #expect(related[0] == alone)
        #expect(alone.cause == .mtuBlackHole)
    }

    @Test func aHealthyRunStaysAsItIs() {
        let all = ["a/x", "a/y", "b/z"].map { observation($0, Samples.smb()) }
        #expect(Observations(all).relating() == all)
        #expect(Observations([]).relating().isEmpty)
    }
}
