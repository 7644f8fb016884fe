import Diagnosis
import StorageModel
import Testing

private func promising(_ blocks: [String], isInternal: Bool = false, names: [String] = []) -> Diagnosis.Expectation {
    Samples.expectation(
        promise: ServicePromise(
            addresses: blocks.map(Samples.block), isInternalName: isInternal, serverNames: names))
}

private func connections(_ attempts: ConnectionAttempt...) -> Sighting { Samples.smb(connections: attempts) }

private let blocked: [Cause] = [.port445Blocked, .splitTunnel, .hostUnreachable]

@Suite struct NetworkCauseTests {
    static let names: [Row] = [
        .failed("no such name", .dnsNameUnknown, at: .dns, Samples.smb(lookup: .unknownName)),
        .failed("a name without address", .dnsNameUnknown, at: .dns, Samples.smb(lookup: .noAddress)),
        .failed("an empty answer", .dnsNameUnknown, at: .dns, Samples.smb(lookup: .addresses([]))),
        .failed(
            "an internal name outside", .dnsInternalOnly, or: [.dnsNameUnknown], at: .dns,
            promising([], isInternal: true), Samples.smb(lookup: .unknownName)),
        .failed(
            "an internal name without address", .dnsInternalOnly, or: [.dnsNameUnknown], at: .dns,
            promising([], isInternal: true), Samples.smb(lookup: .noAddress)),
        .failed("SERVFAIL", .dnsNoAnswer, at: .dns, Samples.smb(lookup: .serverFailure)),
        .failed("a name server that refuses", .dnsNoAnswer, at: .dns, Samples.smb(lookup: .refused)),
        .failed("silent name servers", .dnsNoAnswer, at: .dns, Samples.smb(lookup: .noAnswer)),
        .failed("no name server", .dnsNoAnswer, or: [.noRoute], at: .dns, Samples.smb(lookup: .noServer)),
        .failed("a garbled answer", .dnsNoAnswer, at: .dns, Samples.smb(lookup: .unreadable)),
        .failed(
            "what is no name", .dnsNameUnknown, at: .dns,
            Sighting(lookup: Samples.lookup(.unreadable, name: "nas 02.lab.example"))),
        .failed(
            "an address elsewhere", .dnsWrongAddress, at: .dns, promising(["203.0.113.0/24"]), Samples.smb()),
        .failed(
            "an internal name with an address elsewhere", .dnsWrongAddress, or: [.dnsInternalOnly], at: .dns,
            promising(["203.0.113.0/24"], isInternal: true), Samples.smb()),
        .degraded(
            "an address elsewhere, of the right server", .dnsWrongAddress, at: .dns,
            promising(["203.0.113.0/24"], names: ["nas02"]), Samples.smb()),
        .degraded(
            "one address of two elsewhere", .dnsWrongAddress, at: .dns, promising(["198.51.100.0/24"]),
            Samples.smb(lookup: .addresses([Samples.address(), Samples.address("203.0.113.9")]))),
    ]

    static let sockets: [Row] = [
        .failed("a reset", .tcpRefused, at: .tcp, connections(Samples.attempt(.refused))),
        .failed(
            "ICMP port unreachable", .tcpRefused, at: .tcp, connections(Samples.attempt(.rejected(.portUnreachable)))),
        .failed("silence", .tcpDropped, or: blocked, at: .tcp, connections(Samples.attempt(.noAnswer))),
        .failed(
            "silence on another port", .tcpDropped, or: [.splitTunnel, .hostUnreachable], at: .tcp,
            Samples.expectation(.rdp), connections(Samples.attempt(.noAnswer))),
        .failed(
            "ICMP prohibited", .tcpRejected, at: .tcp,
            connections(Samples.attempt(.rejected(.administrativelyProhibited)))),
        .failed("another ICMP code", .tcpRejected, at: .tcp, connections(Samples.attempt(.rejected(.other)))),
        .failed(
            "ICMP host unreachable", .hostUnreachable, or: [.tcpRejected], at: .tcp,
            connections(Samples.attempt(.rejected(.hostUnreachable)))),
        .failed(
            "ICMP network unreachable", .noRoute, or: [.tcpRejected], at: .tcp,
            connections(Samples.attempt(.rejected(.networkUnreachable)))),
        .failed(
            "nobody has the address", .hostUnreachable, or: [.addressOverlap], at: .tcp,
            connections(Samples.attempt(.hostUnreachable))),
        .failed("no route", .noRoute, or: [.vpnDown], at: .tcp, connections(Samples.attempt(.noRoute))),
        .failed("a rule here", .clientFirewall, at: .tcp, connections(Samples.attempt(.forbiddenHere))),
        .unknown("another error", at: .tcp, .fail, connections(Samples.attempt(.failed(errno: 99)))),
        .failed(
            "one refused, one silent", .tcpRefused, or: [.tcpDropped], at: .tcp,
            connections(Samples.attempt(.noAnswer), Samples.attempt(.refused, "198.51.100.14"))),
        .failed(
            "IPv4 silent, no IPv6 here", .tcpDropped, or: blocked, at: .tcp,
            connections(Samples.attempt(.noRoute, "2001:db8::13"), Samples.attempt(.noAnswer))),
        .degraded(
            "one address of two dead", .addressPartlyDead, at: .tcp,
            connections(Samples.attempt(.connected), Samples.attempt(.hostUnreachable, "198.51.100.14"))),
        .degraded(
            "IPv6 dead", .ipv6Broken, at: .tcp,
            connections(Samples.attempt(.noAnswer, "2001:db8::13"), Samples.attempt(.connected))),
        .degraded(
            "one IPv6 address of two dead", .addressPartlyDead, at: .tcp,
            connections(
                Samples.attempt(.noAnswer, "2001:db8::13"), Samples.attempt(.connected, "2001:db8::14"),
                Samples.attempt(.connected))),
        .degraded(
            "a connection asked for twice", .packetLoss, or: [.slowLink, .serverConnectionLimit], at: .tcp,
            connections(Samples.attempt(.connected, duration: .milliseconds(1030)))),
        .degraded(
            "a long way", .slowLink, or: [.packetLoss], at: .tcp,
            connections(Samples.attempt(.connected, duration: .milliseconds(620)))),
        .degraded(
            "packets sent again", .packetLoss, or: [.slowLink], at: .tcp,
            connections(Samples.attempt(.connected, resent: 2))),
        .failed(
            "silence, while the port of NetBIOS answers", .port445Blocked, at: .tcp,
            connections(Samples.attempt(.noAnswer), Samples.attempt(.connected, port: 139))),
        .failed(
            "silence, while the port of NetBIOS refuses", .tcpDropped, or: [.port445Blocked], at: .tcp,
            connections(Samples.attempt(.noAnswer), Samples.attempt(.refused, port: 139))),
        .failed(
            "silence on both ports", .tcpDropped, or: blocked, at: .tcp,
            connections(Samples.attempt(.noAnswer), Samples.attempt(.noAnswer, port: 139))),
        .failed(
            "a greeting that nothing acknowledges", .halfOpen, or: [.packetLoss], at: .negotiate,
            Samples.smb(
                connections: [Samples.attempt(.connected, resent: 3)], greetings: [Samples.hello(.silent)])),
        .degraded(
            "attributes that take a second", .slowLink, or: [.packetLoss, .backendHung], at: .stat,
            Samples.smb(visit: Samples.visit(.stat, .done, duration: .seconds(1)))),
    ]

    @Test(arguments: [(Bool?.some(true), Cause.dnsNameUnknown), (false, .dnsInternalOnly), (nil, .dnsInternalOnly)])
    func insideAnInternalNameThatIsUnknownDoesNotExist(isInside: Bool?, cause: Cause) {
        var expectation = promising([], isInternal: true)
        expectation.isSeenFromInside = isInside
        let observation = expectation.observation(of: Samples.smb(lookup: .unknownName), at: Samples.now)
        #expect(observation.cause == cause)
        #expect(observation.alternatives == [cause == .dnsNameUnknown ? .dnsInternalOnly : .dnsNameUnknown])
    }

    /// What looks odd early explains what comes to nothing later.
    @Test func aLineThatLosesPacketsExplainsAListThatDoesNotCome() {
        let sighting = Samples.smb(
            connections: [Samples.attempt(.connected, resent: 4)], visit: Samples.refused(.list, "IO_TIMEOUT"))
        let observation = Samples.expectation().observation(of: sighting, at: Samples.now)
        #expect(observation.verdict == .failed)
        #expect(observation.cause == .packetLoss)
        #expect(observation.alternatives == [.mtuBlackHole, .slowLink, .backendHung])
    }

    @Test(arguments: names) func aLookUpIsJudged(_ row: Row) { row.check() }

    @Test(arguments: sockets) func connectionsAreJudged(_ row: Row) { row.check() }

    @Test func aComputerWithoutIPv6LosesNothing() {
        let sighting = connections(Samples.attempt(.noRoute, "2001:db8::13"), Samples.attempt(.connected))
        #expect(Samples.expectation().observation(of: sighting, at: Samples.now).verdict == .healthy)
    }

    @Test func aTargetNamedByItsAddressNeedsNoLookUp() {
        var sighting = Samples.smb()
        sighting.lookup = nil
        let byAddress = Samples.expectation(host: "198.51.100.13").observation(of: sighting, at: Samples.now)
        #expect(byAddress.verdict == .healthy)
        let byName = Samples.expectation().observation(of: sighting, at: Samples.now)
        #expect(byName.verdict == .unknown)
        #expect(byName.steps.first?.state == .notChecked)
    }
}
