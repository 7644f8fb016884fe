import Diagnosis
import StorageModel
import Testing
import TestKit

/// Sightings that need not make sense, the same in every run.
private struct Dice {
    var generator: SeededGenerator

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[generator.below(elements.count)] }

    mutating func chance(_ percent: Int) -> Bool { generator.below(100) < percent }

    mutating func status() -> NTStatus {
        let common = [
            "ACCESS_DENIED", "LOGON_FAILURE", "IO_TIMEOUT", "BAD_NETWORK_NAME", "DISK_FULL", "INVALID_PARAMETER",
            "ACCOUNT_LOCKED_OUT", "OBJECT_NAME_INVALID", "CONNECTION_RESET", "NOT_IMPLEMENTED",
        ]
        return chance(80) ? Samples.status(pick(common)) : NTStatus(rawValue: UInt32(generator.below(1 << 32)))
    }

    mutating func duration() -> Duration { pick([.zero, .milliseconds(3), .milliseconds(700), .seconds(3)]) }

    mutating func attempt(_ address: String) -> ConnectionAttempt {
        let outcomes: [ConnectionAttempt.Outcome] =
            [
                .connected, .connected, .connected, .refused, .noAnswer, .hostUnreachable, .noRoute, .forbiddenHere,
                .failed(errno: 99),
            ] + ConnectionAttempt.Rejection.allCases.map { .rejected($0) }
        return Samples.attempt(pick(outcomes), address, duration: duration())
    }

    mutating func greeting() -> GreetingAttempt.Outcome {
        let told = Samples.greeting(
            dialect: pick(Dialect.all), signing: chance(50), cipher: chance(80) ? "AES" : nil,
            guid: chance(80) ? Samples.guid : GUID(9, 9), skew: pick([nil, 0, 70, -4000, .nan, .infinity]),
            kerberos: chance(50), name: pick([nil, "nas02.lab.example", "evil\u{1B}[0m"]))
        let outcomes: [GreetingAttempt.Outcome] = [
            .silent, .closed, .reset, .notSMB("HTTP"), .smb1Only, .noCommonDialect, .refused(status()),
            .unreadable("x"), .turnedAway,
        ]
        return chance(75) ? .greeted(told) : pick(outcomes)
    }

    mutating func visit() -> ShareVisit {
        var steps: [ShareVisit.Step] = []
        for stage in Samples.visitStages {
            if chance(5) { continue }
            let others: [ShareVisit.Outcome] = [
                .refused(status()), .failed(errno: pick([22, 28, 30, 110, 122])), .otherContent, .leftBehind("f"),
                .deadLink("s"),
            ]
            steps.append(.init(stage: stage, outcome: chance(85) ? .done : pick(others), duration: duration()))
            if chance(5) { break }
        }
        let endings: [ShareVisit.Ending] = [
            .deadlineExceeded(pick(Stage.allCases)), .crashed(pick(Stage.allCases), signal: 11), .notPossible("x"),
            .spared(status()),
        ]
        return ShareVisit(
            steps: steps, ending: chance(80) ? .finished : pick(endings), isEncrypted: pick([nil, true, false]),
            sizeBytes: pick([nil, 0, 1 << 40]), freeBytes: pick([nil, 0, 1 << 30]),
            ticketRemark: pick([nil, nil, "Ticket expired", "Cannot contact any KDC", "gibberish"]),
            usesTickets: pick([nil, true, false]))
    }

    mutating func web() -> WebAnswer {
        let outcomes: [WebAnswer.Outcome] = [
            .answered(status: 200), .answered(status: 200), .unexpected(status: 500), .noConnection, .certificate("x"),
            .handshake("x"), .silent, .broken("x"), .notPossible("x"),
        ]
        return WebAnswer(
            outcome: pick(outcomes), certificateEnds: pick([nil, .min, .max, Samples.now, Samples.now + 90_000_000]),
            handshakeDuration: pick([nil, .milliseconds(9)]), duration: duration())
    }

    mutating func sighting() -> Sighting {
        let addresses = ["198.51.100.13", "198.51.100.14", "2001:db8::13"].filter { _ in chance(60) }
        let answers: [NameLookup.Answer] = [
            .unknownName, .noAddress, .serverFailure, .refused, .noAnswer, .noServer, .unreadable,
        ]
        let answer = chance(85) ? .addresses(addresses.map { Samples.address($0) }) : pick(answers)
        let desktops: [RemoteDesktopAnswer.Outcome] = [
            .answered(.standard), .answered(.tls), .refused(code: UInt32(generator.below(9))), .silent, .closed,
            .notRDP,
        ]
        return Sighting(
            lookup: chance(90) ? Samples.lookup(answer) : nil, connections: addresses.map { attempt($0) },
            greetings: addresses.filter { _ in chance(80) }.map { Samples.hello(greeting(), $0) },
            visit: chance(85) ? visit() : nil, web: chance(85) ? web() : nil,
            remoteDesktop: chance(85) ? RemoteDesktopAnswer(outcome: pick(desktops), duration: duration()) : nil)
    }

    mutating func expectation() -> Diagnosis.Expectation {
        let promise = ServicePromise(
            addresses: pick([[], [Samples.block("198.51.100.0/24")]]), isInternalName: chance(30),
            serverNames: pick([[], ["nas02"]]), serverGUID: pick([nil, Samples.guid]),
            leastDialect: pick([nil, .smb3_0]), requiresSigning: pick([nil, true]), requiresEncryption: chance(30))
        let kind = pick(Service.Kind.allCases)
        let all = Samples.expectation(kind, promise: promise)
        guard chance(30) else { return all }
        return Samples.expectation(kind, promise: promise, stages: Stage.allCases.filter { _ in chance(40) })
    }
}

@Suite struct RandomSightingTests {
    @Test func whateverIsSeenTheJudgementIsConsistent() {
        var dice = Dice(generator: SeededGenerator(seed: 20_261_125))
        var verdicts: [Verdict: Int] = [:]
        for round in 0..<20_000 {
            let (expectation, sighting) = (dice.expectation(), dice.sighting())
            let observation = expectation.observation(of: sighting, at: Samples.now)
            verdicts[observation.verdict, default: 0] += 1
            let problems = contradictions(in: observation, expectation)
            #expect(problems.isEmpty, "round \(round): \(problems) in \(observation) of \(sighting)")
            #expect(expectation.observation(of: sighting, at: Samples.now) == observation)
            if !problems.isEmpty { return }
        }
        // The dice must show every verdict often enough for the claims to mean something.
        for verdict in Verdict.allCases { #expect(verdicts[verdict, default: 0] > 100, "\(verdict)") }
    }

    /// What must not be said together.
    private func contradictions(in observation: Observation, _ expectation: Diagnosis.Expectation) -> [String] {
        var problems: [String] = []
        func demand(_ isKept: Bool, _ rule: String) { if !isKept { problems.append(rule) } }
        let states = observation.steps.map(\.state)
        let firstBroken = states.firstIndex { $0 == .fail }
        demand(observation.steps.map(\.stage) == expectation.stages.sorted(), "the steps are those asked for")
        demand(observation.verdict != .healthy || states.allSatisfy { $0 == .ok }, "healthy means that all is well")
        demand(observation.verdict != .healthy || !states.isEmpty, "healthy means that something was looked at")
        demand(observation.verdict != .degraded || !states.contains(.fail), "degraded can be used")
        demand(observation.verdict != .degraded || !states.contains(.notChecked), "degraded was looked at")
        demand(observation.verdict != .degraded || states.contains(.warn), "degraded shows where")
        demand(
            [.failed, .degraded].contains(observation.verdict) == (observation.cause != nil)
                || [.probeCrashed, .deadlineExceeded].contains(observation.cause), "a verdict has its cause")
        demand(observation.cause.map { !observation.alternatives.contains($0) } ?? true, "the cause is no alternative")
        demand(Set(observation.alternatives).count == observation.alternatives.count, "no alternative twice")
        demand(observation.cause != nil || observation.alternatives.isEmpty, "no alternative to nothing")
        if expectation.stages == Samples.expectation(expectation.service.kind).stages {
            demand(observation.verdict != .failed || firstBroken != nil, "a fault shows where")
        }
        if let firstBroken {
            demand(states[(firstBroken + 1)...].allSatisfy { $0 == .notChecked }, "a failure hides what follows")
        }
        for step in observation.steps {
            let names = step.evidence.map(\.name)
            demand(Set(names).count == names.count, "no name twice in the evidence")
            demand(step.state != .notChecked || names.first == "because", "what was not checked says why")
            demand(step.state != .notChecked || step.duration == nil, "what was not checked took no time")
            demand(!step.evidence.contains { $0.value.contains("\u{1B}") }, "no escape sequences")
        }
        return problems
    }
}
