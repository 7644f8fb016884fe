import Diagnosis
import StorageModel
import Testing

private func greeted(_ outcomes: GreetingAttempt.Outcome...) -> Sighting {
    Samples.smb(greetings: outcomes.enumerated().map { Samples.hello($1, "198.51.100.\(13 + $0)") })
}

private func refused(_ name: String) -> Sighting { greeted(.refused(Samples.status(name))) }

private func promising(_ promise: ServicePromise, _ kind: Service.Kind = .smb) -> Diagnosis.Expectation {
    Samples.expectation(kind, promise: promise)
}

@Suite struct ProtocolCauseTests {
    static let greetings: [Row] = [
        .failed("silence", .serverHung, or: [.halfOpen], at: .negotiate, greeted(.silent)),
        .failed(
            "a closed connection", .serverConnectionLimit, or: [.networkNotAllowed, .notSMB], at: .negotiate,
            greeted(.closed)),
        .failed(
            "a reset", .serverConnectionLimit, or: [.networkNotAllowed, .notSMB], at: .negotiate, greeted(.reset)),
        .failed("SSH", .notSMB, at: .negotiate, greeted(.notSMB("SSH"))),
        .failed("SMB 1", .smb1Only, at: .negotiate, greeted(.smb1Only)),
        .failed("no common dialect", .clientDialectTooOld, at: .negotiate, greeted(.noCommonDialect)),
        .failed(
            "a refused session", .networkNotAllowed, at: .negotiate,
            greeted(.turnedAway)),
        .failed(
            "garbage", .notSMB, or: [.networkNotAllowed], at: .negotiate, greeted(.unreadable("an unexpected frame"))),
        .failed("access denied", .networkNotAllowed, at: .negotiate, refused("ACCESS_DENIED")),
        .failed(
            "a garbled response", .networkNotAllowed, or: [.notSMB], at: .negotiate,
            refused("INVALID_NETWORK_RESPONSE")),
        .failed("not supported", .clientDialectTooOld, at: .negotiate, refused("NOT_SUPPORTED")),
        .failed("no resources", .serverConnectionLimit, at: .negotiate, refused("INSUFFICIENT_RESOURCES")),
        .failed("not accepted", .serverConnectionLimit, at: .negotiate, refused("REQUEST_NOT_ACCEPTED")),
        .failed(
            "another GUID", .wrongServer, at: .negotiate, promising(ServicePromise(serverGUID: GUID(3, 4))),
            Samples.smb()),
        .failed(
            "another name", .wrongServer, at: .negotiate, promising(ServicePromise(serverNames: ["istsmb3"])),
            Samples.smb()),
        .failed(
            "another server behind the second address", .wrongServer, at: .negotiate,
            promising(ServicePromise(serverGUID: Samples.guid)),
            greeted(.greeted(Samples.greeting()), .greeted(Samples.greeting(guid: GUID(3, 4))))),
        .degraded(
            "an old dialect", .weakerThanPromised, at: .negotiate,
            promising(ServicePromise(leastDialect: .smb3_0)), greeted(.greeted(Samples.greeting(dialect: .smb2_1)))),
        .degraded(
            "signing left to the client", .weakerThanPromised, at: .negotiate,
            promising(ServicePromise(requiresSigning: true)), greeted(.greeted(Samples.greeting(signing: false)))),
        .degraded(
            "no cipher", .encryptionUnavailable, at: .negotiate, promising(ServicePromise(requiresEncryption: true)),
            greeted(.greeted(Samples.greeting(cipher: nil)))),
        .degraded("a clock 10 minutes off", .clockSkew, at: .negotiate, greeted(.greeted(Samples.greeting(skew: 600)))),
        .degraded(
            "a clock 61 seconds slow", .clockSkew, at: .negotiate, greeted(.greeted(Samples.greeting(skew: -61)))),
        .degraded(
            "one address of two silent", .addressPartlyDead, or: [.serverHung], at: .negotiate,
            greeted(.greeted(Samples.greeting()), .silent)),
    ]

    static let doors: [Row] = [
        .failed(
            "an untrusted certificate", .certificateProblem, at: .tls, Samples.expectation(.seafile),
            Samples.web(.certificate("self-signed"), handshake: nil)),
        .failed(
            "a handshake that ends", .httpUnhealthy, or: [.certificateProblem], at: .tls, Samples.expectation(.tls),
            Samples.web(.handshake("alert 40"), days: nil, handshake: nil)),
        .failed(
            "no handshake", .serverHung, or: [.halfOpen, .mtuBlackHole], at: .tls, Samples.expectation(.tls),
            Samples.web(.silent, days: nil, handshake: nil)),
        .failed(
            "a connection that breaks", .httpUnhealthy, at: .tls, Samples.expectation(.seafile),
            Samples.web(.broken("reset"), days: nil, handshake: nil)),
        .failed(
            "an ended certificate", .certificateProblem, at: .tls, Samples.expectation(.tls),
            Samples.web(.answered(status: 200), days: -1)),
        .degraded(
            "a certificate that ends soon", .certificateProblem, at: .tls, Samples.expectation(.seafile),
            Samples.web(.answered(status: 200), days: 13)),
        .failed(
            "another page", .httpUnhealthy, at: .http, Samples.expectation(.seafile),
            Samples.web(.unexpected(status: 200))),
        .failed(
            "no page", .serverHung, or: [.httpUnhealthy, .mtuBlackHole], at: .http, Samples.expectation(.seafile),
            Samples.web(.silent)),
        .failed(
            "half a page", .httpUnhealthy, at: .http, Samples.expectation(.seafile), Samples.web(.broken("closed"))),
        .unknown(
            "no program to ask with", .probeCrashed, at: .tls, .notChecked, Samples.expectation(.seafile),
            Samples.web(.notPossible("no curl"), days: nil, handshake: nil)),
        .unknown(
            "a second connection that does not open", at: .tls, .notChecked, Samples.expectation(.tls),
            Samples.web(.noConnection, days: nil, handshake: nil)),
        .failed(
            "a gateway that refuses", .rdpNotAnswering, at: .rdp, Samples.expectation(.rdp),
            Samples.remoteDesktop(.refused(code: 5))),
        .failed(
            "a gateway without certificate", .certificateProblem, at: .rdp, Samples.expectation(.rdp),
            Samples.remoteDesktop(.refused(code: 3))),
        .unknown(
            "a gateway that refuses for a new reason", at: .rdp, .fail, Samples.expectation(.rdp),
            Samples.remoteDesktop(.refused(code: 77))),
        .failed(
            "a silent gateway", .rdpNotAnswering, or: [.serverHung, .halfOpen], at: .rdp, Samples.expectation(.rdp),
            Samples.remoteDesktop(.silent)),
        .failed(
            "a gateway that hangs up", .rdpNotAnswering, or: [.serverConnectionLimit], at: .rdp,
            Samples.expectation(.rdp), Samples.remoteDesktop(.closed)),
        .failed(
            "no gateway", .rdpNotAnswering, or: [.wrongServer], at: .rdp, Samples.expectation(.rdp),
            Samples.remoteDesktop(.notRDP)),
        .degraded(
            "a gateway without TLS", .weakerThanPromised, at: .rdp,
            promising(ServicePromise(requiresEncryption: true), .rdp), Samples.remoteDesktop(.answered(.standard))),
    ]

    @Test(arguments: greetings) func aGreetingIsJudged(_ row: Row) { row.check() }

    @Test(arguments: doors) func frontDoorsAreJudged(_ row: Row) { row.check() }

    @Test func requiredSigningIsAFactAndNoFault() {
        let expectation = promising(ServicePromise(requiresSigning: false))
        let observation = expectation.observation(of: Samples.smb(), at: Samples.now)
        #expect(observation.verdict == .healthy)
        #expect(observation.steps[2].evidence.contains(.init("signing", "required")))
        #expect(observation.server == Samples.greeting())
    }

    @Test func namesAreComparedWithoutCaseAndWithoutTheLastDot() {
        let expectation = promising(ServicePromise(serverNames: ["NAS02.Lab.Example."]))
        #expect(expectation.observation(of: Samples.smb(), at: Samples.now).verdict == .healthy)
    }

    @Test func aServerThatTellsNoNameIsNotTakenForAnother() {
        var greeting = Samples.greeting(name: nil)
        greeting.netBIOSName = nil
        let expectation = promising(ServicePromise(serverNames: ["nas02"]))
        #expect(expectation.observation(of: greeted(.greeted(greeting)), at: Samples.now).verdict == .healthy)
    }

    @Test func aHandshakeAloneAsksForNoPage() {
        let observation = Samples.expectation(.tls).observation(
            of: Samples.web(.unexpected(status: 404)), at: Samples.now)
        #expect(observation.verdict == .healthy)
        #expect(observation.steps.map(\.stage) == [.dns, .tcp, .tls])
    }

    @Test(arguments: [Service.Kind.seafile, .rdp, .tcp, .tls, .smb])
    func everyKindOfServiceCanBeHealthy(_ kind: Service.Kind) {
        let sighting =
            switch kind {
            case .smb, .tcp: Samples.smb()
            case .seafile, .tls: Samples.web(.answered(status: 200))
            case .rdp: Samples.remoteDesktop(.answered(.tls))
            }
        let observation = Samples.expectation(kind).observation(of: sighting, at: Samples.now)
        #expect(observation.verdict == .healthy)
        #expect(observation.cause == nil)
        #expect(observation.steps.allSatisfy { $0.state == .ok })
    }
}
