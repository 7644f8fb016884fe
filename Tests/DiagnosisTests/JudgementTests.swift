@testable import Diagnosis
import StorageModel
import Testing

@Suite struct JudgementTests {
    /// Faults, the earlier layer first; each breaks what it is given.
    private static let faults: [(stage: Stage, cause: Cause, break: @Sendable (inout Sighting) -> Void)] = [
        (.dns, .dnsNameUnknown, { $0.lookup = Samples.lookup(.unknownName) }),
        (.tcp, .tcpRefused, { $0.connections = [Samples.attempt(.refused)] }),
        (.negotiate, .serverHung, { $0.greetings = [Samples.hello(.silent)] }),
        (.auth, .wrongCredentials, { $0.visit = Samples.refused(.auth, "LOGON_FAILURE") }),
        (.tree, .shareDenied, { $0.visit = Samples.refused(.tree, "ACCESS_DENIED") }),
        (.list, .folderDenied, { $0.visit = Samples.refused(.list, "ACCESS_DENIED") }),
    ]

    @Test func ofTwoFaultsTheEarlierLayerIsTheCause() {
        for (index, earlier) in Self.faults.enumerated() {
            for later in Self.faults[(index + 1)...] {
                var sighting = Samples.smb()
                later.break(&sighting)
                earlier.break(&sighting)
                let observation = Samples.expectation().observation(of: sighting, at: Samples.now)
                #expect(observation.cause == earlier.cause)
                #expect(observation.verdict == .failed)
                for step in observation.steps where step.stage > earlier.stage {
                    #expect(step.state == .notChecked, "\(earlier.cause) and \(later.cause): \(step.stage)")
                }
            }
        }
    }

    @Test func aFaultOutweighsAnEarlierFlaw() {
        let sighting = Samples.smb(
            connections: [Samples.attempt(.connected), Samples.attempt(.noAnswer, "198.51.100.14")],
            visit: Samples.refused(.tree, "ACCESS_DENIED"))
        let observation = Samples.expectation().observation(of: sighting, at: Samples.now)
        #expect(observation.verdict == .failed)
        #expect(observation.cause == .shareDenied)
        #expect(observation.steps.map(\.state)[1...4] == [.warn, .ok, .ok, .fail])
    }

    @Test func ofTwoFlawsTheEarlierIsNamed() {
        let sighting = Samples.smb(
            connections: [Samples.attempt(.connected), Samples.attempt(.noAnswer, "198.51.100.14")],
            greetings: [Samples.hello(.greeted(Samples.greeting(skew: 100)))])
        let observation = Samples.expectation().observation(of: sighting, at: Samples.now)
        #expect(observation.verdict == .degraded)
        #expect(observation.cause == .addressPartlyDead)
    }

    @Test func ofTwoFlawsOfOneStepTheGraverIsNamed() {
        let expectation = Samples.expectation(
            promise: ServicePromise(leastDialect: .smb3_1_1, requiresEncryption: true))
        let sighting = Samples.smb(
            greetings: [Samples.hello(.greeted(Samples.greeting(dialect: .smb2_1, cipher: nil, skew: 1000)))])
        #expect(expectation.observation(of: sighting, at: Samples.now).cause == .encryptionUnavailable)
    }

    @Test func aFlawIsNotTheCauseOfWhatCouldNotBeChecked() {
        let sighting = Samples.smb(
            connections: [Samples.attempt(.connected), Samples.attempt(.noAnswer, "198.51.100.14")],
            visit: Samples.visit(ending: .finished, at: .tree))
        let observation = Samples.expectation().observation(of: sighting, at: Samples.now)
        #expect(observation.verdict == .unknown)
        #expect(observation.cause == nil)
    }

    @Test func nothingAskedIsNothingKnown() {
        let observation = Samples.expectation(stages: []).observation(of: Samples.smb(), at: Samples.now)
        #expect(observation.verdict == .unknown)
        #expect(observation.steps.isEmpty)
    }

    @Test func stepsThatNobodyAskedForAreNotReportedButStillHide() {
        let expectation = Samples.expectation(stages: [.tree, .auth])
        let observation = expectation.observation(
            of: Samples.smb(connections: [Samples.attempt(.refused)]), at: Samples.now)
        #expect(observation.steps.map(\.stage) == [.auth, .tree])
        #expect(observation.steps.allSatisfy { $0.state == .notChecked })
        #expect(observation.cause == .tcpRefused)
        #expect(observation.verdict == .failed)
    }

    @Test func stepsAfterTheLastThatWasAskedForDoNotCount() {
        let expectation = Samples.expectation(stages: [.dns, .tcp])
        let observation = expectation.observation(
            of: Samples.smb(visit: Samples.refused(.auth, "LOGON_FAILURE")), at: Samples.now)
        #expect(observation.verdict == .healthy)
    }

    @Test func aStepThatTheServiceDoesNotHaveIsNotChecked() {
        let expectation = Samples.expectation(stages: [.dns, .rdp])
        let observation = expectation.observation(of: Samples.smb(), at: Samples.now)
        #expect(observation.verdict == .unknown)
        #expect(observation.steps.last?.evidence == [.init("because", "nothing was seen of it")])
    }

    @Test(arguments: [
        (NameLookup.Answer.unknownName, "the name was not found"), (.noAnswer, "no name server answered"),
    ])
    func whatIsHiddenSaysWhy(_ answer: NameLookup.Answer, _ because: String) {
        let observation = Samples.expectation().observation(of: Samples.smb(lookup: answer), at: Samples.now)
        #expect(observation.steps.dropFirst().allSatisfy { $0.evidence == [.init("because", because)] })
    }

    @Test(arguments: Samples.visitStages) func aStatusThatNobodyKnowsIsNeverGuessedAt(_ stage: Stage) {
        let status = NTStatus(rawValue: 0xC0DE_0001)
        let sighting = Samples.smb(visit: Samples.visit(stage, .refused(status)))
        let observation = Samples.expectation().observation(of: sighting, at: Samples.now)
        #expect(observation.verdict == .unknown)
        #expect(observation.cause == nil)
        #expect(observation.steps.first { $0.stage == stage }?.evidence == [.init("ntStatus", "0xc0de0001")])
    }

    @Test(arguments: Samples.visitStages) func aStatusWithoutMeaningHereIsShownByItsName(_ stage: Stage) {
        let sighting = Samples.smb(visit: Samples.refused(stage, "NOT_IMPLEMENTED"))
        let observation = Samples.expectation().observation(of: sighting, at: Samples.now)
        #expect(observation.verdict == .unknown)
        #expect(observation.cause == nil)
        #expect(
            observation.steps.first { $0.stage == stage }?.evidence
                == [.init("ntStatus", "0xc0000002"), .init("ntName", "STATUS_NOT_IMPLEMENTED")])
    }

    @Test func aStatusWithoutMeaningInAGreetingIsShown() {
        let sighting = Samples.smb(greetings: [Samples.hello(.refused(NTStatus(rawValue: 0xC0DE_0001)))])
        let observation = Samples.expectation().observation(of: sighting, at: Samples.now)
        #expect(observation.verdict == .unknown)
        #expect(observation.steps[2].evidence.contains(.init("ntStatus", "0xc0de0001")))
    }

    @Test func everyRowOfTheTablesNamesAStatus() {
        for (step, table) in StatusTable.all {
            for name in table.rows.keys {
                #expect(NTStatus(named: name) != nil, "\(name) of \(step)")
            }
        }
    }

    @Test func textsOfStrangersAreShownHarmlessAndShort() {
        #expect("a\u{1B}[31mb\nc\u{202E}d".shown == "a\\u{1b}[31mb\\u{a}c\\u{202e}d")
        #expect(String(repeating: "x", count: 500).shown == String(repeating: "x", count: 120) + "…")
        #expect("Zählwerk 東京".shown == "Zählwerk 東京")
    }
}
