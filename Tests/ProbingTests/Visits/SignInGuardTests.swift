import StorageModel
import Testing

@testable import Probing

/// How an account is kept from being locked out.
@Suite struct SignInGuardTests {
    private let wrong = NTStatus(rawValue: 0xC000_006D)
    private let locked = NTStatus(rawValue: 0xC000_0234)

    @Test func theFirstSignInGoesAlone() {
        var guarding = SignInGuard(usesPassword: true)
        #expect(guarding.verdict("a") == .go)
        let isFirst = guarding.begin("a")
        #expect(isFirst)
        #expect(guarding.verdict("a") == .wait)
        #expect(guarding.verdict("b") == .wait)
        guarding.signInEnded("a", .done)
        #expect(guarding.verdict("a") == .go)
        let isFirstAgain = guarding.begin("b")
        #expect(!isFirstAgain)
        #expect(guarding.verdict("b") == .wait)
        #expect(guarding.verdict("c") == .go)
    }

    @Test func aServerThatTakesLongHoldsUpItselfAlone() {
        var guarding = SignInGuard(usesPassword: true)
        _ = guarding.begin("a")
        guarding.passOver("a")
        #expect(guarding.verdict("b") == .go)
        #expect(guarding.verdict("a") == .wait)
        guarding.end("a")
        #expect(guarding.verdict("a") == .go)
    }

    @Test func aWrongPasswordIsTriedOnce() {
        var guarding = SignInGuard(usesPassword: true)
        _ = guarding.begin("a")
        guarding.signInEnded("a", .refused(wrong))
        guarding.end("a")
        #expect(guarding.verdict("a") == .spare(wrong))
        #expect(guarding.verdict("b") == .spare(wrong))
    }

    @Test func aTicketThatOneServerRefusesIsGoodForOthers() {
        var guarding = SignInGuard(usesPassword: false)
        _ = guarding.begin("a")
        guarding.signInEnded("a", .refused(wrong))
        #expect(guarding.verdict("a") == .spare(wrong))
        #expect(guarding.verdict("b") == .go)
    }

    @Test(arguments: [0xC000_0071, 0xC000_0072, 0xC000_0193, 0xC000_0224, 0xC000_0234] as [UInt32])
    func anAccountThatIsClosedIsNotTriedAnywhere(number: UInt32) {
        var guarding = SignInGuard(usesPassword: false)
        guarding.signInEnded("a", .done)
        guarding.signInEnded("b", .refused(NTStatus(rawValue: number)))
        #expect(guarding.verdict("a") == .spare(NTStatus(rawValue: number)))
    }

    @Test func aServerOutOfReachIsNotARefusal() {
        var guarding = SignInGuard(usesPassword: true)
        _ = guarding.begin("a")
        guarding.signInEnded("a", .refused(NTStatus(rawValue: 0xC000_00B5)))
        #expect(guarding.verdict("a") == .go)
        #expect(guarding.verdict("b") == .go)
    }

    @Test func aRefusalWithoutAStatusCountsAsOne() {
        var guarding = SignInGuard(usesPassword: true)
        guarding.signInEnded("a", .failed(errno: 13))
        #expect(guarding.verdict("b") == .spare(.unsuccessful))
    }
}
