import Diagnosis
import StorageModel
import Testing

private typealias Sample = AccessSamples

/// One question and its answer.
struct AccessRow: Sendable, CustomTestStringConvertible {
    var name: String
    var question: AccessCase
    var outcome: AccessDiagnosis.Outcome
    var cause: Cause?
    /// What cannot be told apart from the cause.
    var rivals: [Cause] = []
    /// What the check alone took it for, when that is something else.
    var seemed: Cause?
    /// What must be ruled out.
    var ruledOut: Set<Cause> = []

    var testDescription: String { name }

    static func broken(
        _ name: String, _ cause: Cause, or rivals: [Cause] = [], seemed: Cause? = nil, not ruledOut: Set<Cause> = [],
        _ question: AccessCase
    ) -> Self {
        Self(
            name: name, question: question, outcome: .broken, cause: cause, rivals: rivals, seemed: seemed,
            ruledOut: ruledOut)
    }

    func check() {
        let answer = question.diagnosis()
        #expect(answer.outcome == outcome)
        #expect(answer.cause == cause)
        #expect(answer.observation.alternatives == rivals)
        #expect(answer.seemed == seemed)
        let out = Set(answer.ruledOut.map(\.cause))
        #expect(ruledOut.isSubset(of: out), "ruled out: \(out)")
        if let cause = answer.cause { #expect(!out.contains(cause), "the cause is ruled out") }
        #expect(out.isDisjoint(with: answer.observation.alternatives))
        #expect(answer.ruledOut.count == out.count)
        let hidden = answer.observation.steps.drop { $0.state != .fail }.dropFirst()
        #expect(hidden.allSatisfy { $0.state == .notChecked }, "a later step is called well")
        for rival in answer.observation.alternatives { #expect(rival.decidingTest(in: "en") != nil, "\(rival)") }
    }
}

private let home: AccessCase.Standing = .outside("outside")
private let homeSituation = Sample.situation(
    routes: [Sample.route("wlan0", .wireless, by: "192.168.0.1")], interfaces: [Sample.homeCard])

/// At home with the VPN up; traffic to the server leaves by a route.
private func vpnSituation(_ route: Route, _ cards: [NetworkInterface] = [Sample.homeCard]) -> HostSituation {
    Sample.situation(routes: [route], interfaces: cards + [Sample.vpnCard])
}

private let throughTunnel = Sample.route("tun0", Sample.tunnel)
private let besideTunnel = Sample.route("wlan0", .wireless, by: "192.168.0.1")
private let internalName = Samples.expectation(promise: ServicePromise(isInternalName: true))
private let dropRule = FirewallRule(
    source: .nftables, family: "inet", table: "filter", chain: "output", handle: 4, verdict: .drop, fit: .certain)

@Suite struct AccessDiagnosisTests {
    static let path: [AccessRow] = [
        .broken(
            "at home, no VPN, the name is internal", .vpnDown, seemed: .dnsInternalOnly,
            Sample.question(Sample.noName, internalName, standing: home, situation: homeSituation)),
        .broken(
            "at home, no VPN, dropped", .vpnDown, seemed: .tcpDropped,
            Sample.question(Sample.unreached(.noAnswer), standing: home, situation: homeSituation)),
        .broken(
            "at home, no VPN, no route", .vpnDown, seemed: .noRoute,
            Sample.question(
                Sample.unreached(.noRoute), standing: home, situation: homeSituation, gateways: [Sample.gateway()])),
        .broken(
            "at home, offline altogether", .noRoute, not: [.vpnDown],
            Sample.question(
                Sample.unreached(.noRoute), standing: home, situation: homeSituation,
                gateways: [Sample.gateway(.fail)])),
        .broken(
            "at home, no VPN, but another file server answers", .tcpDropped, or: [.hostUnreachable],
            not: [.vpnDown, .splitTunnel],
            Sample.question(
                Sample.unreached(.noAnswer), standing: home, situation: homeSituation,
                witnesses: [Sample.other()])),
        .broken(
            "VPN up, the route leads elsewhere", .splitTunnel, seemed: .tcpDropped, not: [.vpnDown],
            Sample.question(
                Sample.unreached(.noAnswer), standing: .inside("vpn"), situation: vpnSituation(besideTunnel))),
        .broken(
            "VPN up, the home network claims the address", .addressOverlap, seemed: .hostUnreachable,
            not: [.vpnDown],
            Sample.question(
                Sample.unreached(.hostUnreachable), standing: .inside("vpn"),
                situation: vpnSituation(Sample.route("wlan0", .wireless), [Sample.overlappingCard]))),
        .broken(
            "VPN up and used, the server's host is gone", .hostUnreachable,
            not: [.vpnDown, .splitTunnel, .addressOverlap],
            Sample.question(
                Sample.unreached(.hostUnreachable), standing: .inside("vpn"), situation: vpnSituation(throughTunnel))),
        .broken(
            "at home, a device of one's own refuses", .addressOverlap, or: [.vpnDown], seemed: .tcpRefused,
            Sample.question(
                Sample.unreached(.refused), standing: home,
                situation: Sample.situation(
                    routes: [Sample.route("wlan0", .wireless)], interfaces: [Sample.overlappingCard]))),
        .broken(
            "on the campus, refused", .tcpRefused, Sample.question(Sample.unreached(.refused))),
        .broken(
            "a route of one's own forbids it", .clientFirewall,
            Sample.question(
                Sample.unreached(.forbiddenHere), situation: Sample.situation(routes: [Sample.route(.prohibited)]))),
        .broken(
            "a route of one's own swallows it", .clientFirewall, seemed: .noRoute,
            Sample.question(
                Sample.unreached(.noRoute), situation: Sample.situation(routes: [Sample.route(.blackhole)]))),
        .broken(
            "a rule of one's own firewall", .clientFirewall,
            Sample.question(Sample.unreached(.forbiddenHere), situation: Sample.situation(rules: [dropRule]))),
        .broken(
            "a line of the hosts file", .dnsWrongAddress,
            Sample.question(
                Sighting(
                    lookup: NameLookup(
                        name: "nas02.lab.example", answer: .addresses([Samples.address("203.0.113.9")]),
                        isFromHostsFile: true, duration: Samples.millisecond),
                    connections: [Samples.attempt(.noAnswer, "203.0.113.9")]),
                Samples.expectation(
                    promise: ServicePromise(addresses: [Samples.block("198.51.100.0/24")], isInternalName: true)),
                situation: Sample.situation(
                    hosts: [
                        HostsEntry(address: Samples.address("203.0.113.9"), names: ["nas02.lab.example"], line: 7)
                    ]))),
        .broken(
            "on the campus, no name server", .dnsNoAnswer,
            Sample.question(Samples.smb(lookup: .noAnswer, connections: [], greetings: [], visit: nil))),
        .broken("on the campus, hung", .serverHung, or: [.halfOpen], Sample.question(Sample.greeted(.silent))),
        .broken(
            "turned away on a guest network", .networkNotAllowed,
            Sample.question(Sample.greeted(.turnedAway), standing: .outside("campus-guest"))),
    ]

    static let signIn: [AccessRow] = [
        .broken(
            "wrong password", .wrongCredentials, Sample.question(Sample.refused(.auth, "LOGON_FAILURE"))),
        .broken(
            "no ticket at all", .noKerberosTicket, not: [.spnMissing, .ccacheUnreadable],
            Sample.question(Sample.refused(.auth, "INVALID_PARAMETER"), signIn: .ownTicket)),
        .broken(
            "tickets in a key ring", .ccacheUnreadable, seemed: .noKerberosTicket, not: [.noKerberosTicket],
            Sample.question(
                Sample.refused(.auth, "INVALID_PARAMETER"),
                situation: Sample.situation(cache: .keyring, tickets: .unknown(.missing("key ring"))),
                signIn: .ownTicket)),
        .broken(
            "the ticket ended, which looks like a wrong password", .kerberosTicketExpired, seemed: .wrongCredentials,
            Sample.question(
                Sample.refused(.auth, "LOGON_FAILURE"),
                situation: Sample.situation(tickets: Sample.tickets(endingIn: -60)), signIn: .ownTicket)),
        .broken(
            "the ticket is good, the name is unknown to Kerberos", .spnMissing, seemed: .noKerberosTicket,
            not: [.noKerberosTicket],
            Sample.question(
                Sample.refused(.auth, "INVALID_PARAMETER"),
                situation: Sample.situation(
                    tickets: Sample.tickets(endingIn: 3_600), attempt: .refused(.serviceUnknown)),
                signIn: .ownTicket)),
        .broken(
            "no ticket server answers", .kdcUnreachable, seemed: .accountsNotVerifiable,
            Sample.question(
                Sample.refused(.auth, "NO_LOGON_SERVERS"),
                situation: Sample.situation(tickets: Sample.tickets(endingIn: 3_600)),
                ticketServers: [Sample.ticketServer(.fail)], signIn: .ownTicket)),
        .broken(
            "ticket servers answer, so the server's own sign-in is broken", .accountsNotVerifiable,
            not: [.kdcUnreachable],
            Sample.question(
                Sample.refused(.auth, "NO_LOGON_SERVERS"), ticketServers: [Sample.ticketServer(.ok)])),
        .broken(
            "the realm has no servers", .kerberosRealmMisconfigured,
            Sample.question(
                Sample.refused(.auth, "NO_LOGON_SERVERS", remark: "Cannot find KDC for requested realm"),
                situation: Sample.situation(
                    configuration: .known(Sample.configuration([])), tickets: Sample.tickets(endingIn: 3_600)),
                signIn: .ownTicket)),
        .broken(
            "clocks apart", .clockSkew, or: [.wrongCredentials],
            Sample.question(Sample.refused(.auth, "LOGON_FAILURE", skew: 700))),
        .broken(
            "looks like a clock, and the clocks agree", .wrongCredentials, seemed: .clockSkew, not: [.clockSkew],
            Sample.question(
                Sample.refused(.auth, "LOGON_FAILURE", remark: "FAST fast response is missing FX-FAST"))),
        .broken(
            "encryption types", .kerberosEtypeMismatch, seemed: .noKerberosTicket,
            Sample.question(
                Sample.refused(.auth, "INVALID_PARAMETER"),
                situation: Sample.situation(
                    tickets: Sample.tickets(endingIn: 3_600), attempt: .refused(.encryptionTypeUnsupported)),
                signIn: .ownTicket)),
        .broken(
            "nobody signed in, and only a ticket would do", .noKerberosTicket,
            Sample.question(
                Samples.smb(
                    greetings: [Samples.hello(.greeted(Samples.greeting(kerberos: true, ntlm: false)))]),
                isSignedIn: false)),
        AccessRow(
            name: "nobody signed in", question: Sample.question(isSignedIn: false), outcome: .undecided, cause: nil),
        .broken(
            "the computer's tickets are not those that were used", .wrongCredentials,
            Sample.question(
                Sample.refused(.auth, "LOGON_FAILURE"),
                situation: Sample.situation(tickets: Sample.tickets(endingIn: -60)), signIn: .givenTicket)),
        .broken(
            "Kerberos blurs the account's state", .accountLocked,
            or: [.accountDisabled, .accountExpired, .logonHours],
            Sample.question(Sample.refused(.auth, "ACCOUNT_LOCKED_OUT"))),
    ]

    static let rights: [AccessRow] = [
        AccessRow(name: "all is well", question: Sample.question(), outcome: .works, cause: nil),
        AccessRow(
            name: "denied, and that is right",
            question: Sample.question(Sample.refused(.tree, "ACCESS_DENIED"), access: .notGranted([Sample.finance])),
            outcome: .deniedAsIntended, cause: .shareDenied, ruledOut: [.shareNetworkNotAllowed]),
        AccessRow(
            name: "a folder denied, and that is right",
            question: Sample.question(Sample.refused(.list, "ACCESS_DENIED"), access: .notGranted([Sample.finance])),
            outcome: .deniedAsIntended, cause: .folderDenied, ruledOut: [.backendUnavailable]),
        AccessRow(
            name: "works, but should not", question: Sample.question(access: .notGranted([Sample.finance])),
            outcome: .worksAgainstInventory, cause: nil),
        .broken(
            "a member with a ticket is denied", .membershipNotInTicket, or: [.shareDenied, .shareNetworkNotAllowed],
            seemed: .shareDenied,
            Sample.question(
                Sample.refused(.tree, "ACCESS_DENIED"),
                situation: Sample.situation(tickets: Sample.tickets(endingIn: 3_600)), signIn: .ownTicket)),
        .broken(
            "a member with a password is denied", .shareDenied, or: [.shareNetworkNotAllowed],
            Sample.question(Sample.refused(.tree, "ACCESS_DENIED"))),
        .broken(
            "denied, and nobody knows the groups", .shareDenied, or: [.shareNetworkNotAllowed],
            Sample.question(Sample.refused(.tree, "ACCESS_DENIED"), access: .unknown([Sample.staff]))),
        .broken(
            "full", .diskFull,
            Sample.question(
                Samples.smb(visit: Samples.refused(.write, "DISK_FULL", free: 0)))),
    ]

    static let mounts: [AccessRow] = [
        .broken(
            "the share is well, the mount hangs", .mountHung,
            Sample.question(mounts: [Sample.mount(.failed, .mountHung)])
        ).seeming(nil),
        .broken(
            "the server is down, and so is the mount", .tcpRefused,
            Sample.question(Sample.unreached(.refused), mounts: [Sample.mount(.failed, .mountHung)])),
        AccessRow(
            name: "nobody signed in, but the mount works",
            question: Sample.question(isSignedIn: false, mounts: [Sample.mount(.healthy)]), outcome: .works, cause: nil
        ),
        .broken(
            "clients speak nothing newer than SMB 1", .clientDialectTooOld,
            Sample.question(situation: Sample.situation(client: SMBClientSettings(newestProtocol: "NT1")))),
    ]

    @Test(arguments: path) func thePath(row: AccessRow) { row.check() }
    @Test(arguments: signIn) func theSignIn(row: AccessRow) { row.check() }
    @Test(arguments: rights) func theRights(row: AccessRow) { row.check() }
    @Test(arguments: mounts) func theMounts(row: AccessRow) { row.check() }

    /// What spoke for something else is not repeated for the root cause.
    @Test func onlyWhatSpeaksForTheCauseIsNamed() {
        let question = Sample.question(Sample.noName, internalName, standing: home, situation: homeSituation)
        #expect(question.diagnosis().support == [.noTunnel, .onOutsideNetwork("outside")])
    }

    /// Without a word of this computer, the answer is what the check alone says.
    @Test(arguments: path + signIn)
    func withoutASituationNothingIsInvented(row: AccessRow) {
        var question = row.question
        question.situation = nil
        question.standing = .unknown
        question.witnesses = []
        question.gateways = []
        question.ticketServers = []
        let answer = question.diagnosis()
        let known = Set([question.observation.cause].compactMap(\.self) + question.observation.alternatives)
        #expect(answer.cause.map(known.contains) ?? true)
        #expect(answer.ruledOut.allSatisfy { $0.cause == .clockSkew })
    }
}

extension AccessRow {
    fileprivate func seeming(_ cause: Cause?) -> Self {
        var row = self
        row.seemed = cause
        return row
    }
}
