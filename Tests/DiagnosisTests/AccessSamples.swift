import Diagnosis
import StorageModel

/// Questions to diagnose: a computer, a place and what was seen, all well unless a test breaks them.
enum AccessSamples {
    static let serverAddress = Samples.address()
    static let staff: GroupID = "staff"
    static let finance: GroupID = "finance"
    static let tunnel = InterfaceKind.tunnel(.tun)

    static func interface(
        _ name: String = "eth0", _ kind: InterfaceKind = .ethernet, _ address: String = "198.51.100.50",
        _ neighbours: String = "198.51.100.0/24", isUp: Bool = true
    ) -> NetworkInterface {
        NetworkInterface(
            name: name, kind: kind, isUp: isUp, hasCarrier: true, largestPacket: 1_500,
            addresses: [.init(address: Samples.address(address), neighbours: Samples.block(neighbours))])
    }

    static let campusCard = interface()
    static let homeCard = interface("wlan0", .wireless, "192.168.0.17", "192.168.0.0/24")
    /// A home network that uses the institute's addresses.
    static let overlappingCard = interface("wlan0", .wireless, "198.51.100.77", "198.51.100.0/24")
    static let vpnCard = interface("tun0", tunnel, "198.18.0.7", "198.18.0.7/32")

    static func route(
        _ interface: String, _ kind: InterfaceKind, by gateway: String? = nil
    ) -> Route {
        Route(
            address: serverAddress,
            outcome: .known(
                .path(.init(interface: interface, kind: kind, gateway: gateway.flatMap { IPAddress($0) }))))
    }

    static func route(_ outcome: Route.Outcome) -> Route { Route(address: serverAddress, outcome: .known(outcome)) }

    static func ticket(endingIn seconds: Int64, service: String = "krbtgt/LAB.EXAMPLE") -> KerberosTicket {
        KerberosTicket(
            service: service, realm: "LAB.EXAMPLE", start: Samples.now - 36_000, end: Samples.now + seconds,
            encryptionType: 18)
    }

    static func tickets(endingIn seconds: Int64) -> HostReading<HeldTickets> {
        .known(HeldTickets(principal: "anna", realm: "LAB.EXAMPLE", tickets: [ticket(endingIn: seconds)]))
    }

    static func configuration(_ servers: [String] = ["dc1.lab.example"], realm: String? = "LAB.EXAMPLE")
        -> KerberosConfiguration
    {
        KerberosConfiguration(
            defaultRealm: realm, realms: realm.map { [.init(name: $0, servers: servers)] } ?? [], domainRealms: [:],
            looksUpServers: false, looksUpRealms: false)
    }

    static func situation(
        routes: [Route] = [route("eth0", .ethernet)], interfaces: [NetworkInterface] = [campusCard],
        hosts: [HostsEntry] = [], nameServers: [String] = ["198.51.100.10"], asksDNS: Bool = true,
        configuration: HostReading<KerberosConfiguration> = .known(configuration()),
        cache: TicketCacheSituation.Kind = .file,
        tickets: HostReading<HeldTickets> = .unknown(.missing("tickets")), attempt: ServiceTicketAttempt.Outcome? = nil,
        account: HostReading<HostAccountLookup> = .known(.unknownHere(name: "anna")), rules: [FirewallRule] = [],
        client: SMBClientSettings = SMBClientSettings()
    ) -> HostSituation {
        HostSituation(
            routes: routes, interfaces: .known(interfaces),
            names: NameResolution(
                sources: .known(NameSources(services: asksDNS ? ["files", "dns"] : ["files"])),
                settings: .known(ResolverSettings(servers: nameServers.compactMap { IPAddress($0) })),
                hostsEntries: .known(hosts)),
            kerberos: KerberosSituation(
                configuration: configuration,
                cache: TicketCacheSituation(kind: cache, location: "/tmp/krb5cc", chooser: .library, tickets: tickets),
                serviceTicket: attempt.map {
                    ServiceTicketAttempt(
                        service: "cifs/nas02.lab.example", outcome: .known($0), duration: Samples.millisecond)
                }),
            account: account, firewall: .known(LocalFirewall(sources: [.nftables], rules: rules)),
            smbClient: SMBClientSituation(
                settings: .known(client), mountProgram: .known("/sbin/mount.cifs"), kernelModule: .known(.loaded)),
            clock: ClockSituation(
                now: Samples.now, discipline: .known(.init(isSynchronised: true, greatestErrorMicroseconds: 100)),
                bootID: .unknown(.notAsked)))
    }

    /// A question, with the sighting judged as a check would.
    static func question(
        _ sighting: Sighting = Samples.smb(), _ expectation: Diagnosis.Expectation = Samples.expectation(),
        isSignedIn: Bool = true, standing: AccessCase.Standing = .inside("campus"),
        situation: HostSituation? = situation(), witnesses: [Observation] = [], gateways: [Observation] = [],
        ticketServers: [Observation] = [], access: AccessCase.ExpectedAccess = .granted(staff),
        signIn: AccessCase.SignInKind = .password, mounts: [Observation] = [], earlier: [EarlierLook] = []
    ) -> AccessCase {
        var sighting = sighting
        if !isSignedIn { sighting.visit = nil }
        return AccessCase(
            observation: expectation.observation(of: sighting, at: Samples.now), sighting: sighting,
            witnesses: witnesses, gateways: gateways, ticketServers: ticketServers, situation: situation,
            standing: standing, access: access, signIn: isSignedIn ? signIn : .none, mounts: mounts, earlier: earlier,
            now: Samples.now)
    }

    // MARK: Other places

    static func other(_ target: String = "archive3", _ state: StageState = .ok, _ cause: Cause? = nil) -> Observation {
        Observation(
            target: target, verdict: state == .ok ? .healthy : .failed, cause: cause,
            steps: [
                .init(stage: .dns, state: .ok), .init(stage: .tcp, state: state),
                .init(stage: .negotiate, state: state == .ok ? .ok : .notChecked),
            ])
    }

    static func gateway(_ state: StageState = .ok, at stage: Stage = .tcp) -> Observation {
        Observation(
            target: "gateway:vpn", verdict: state == .ok ? .healthy : .failed,
            steps: [.init(stage: stage, state: state)])
    }

    static func ticketServer(_ state: StageState) -> Observation {
        Observation(
            target: "dc1.lab.example", verdict: state == .ok ? .healthy : .failed,
            steps: [.init(stage: .tcp, state: state)])
    }

    static func mount(_ verdict: Verdict, _ cause: Cause? = nil) -> Observation {
        Observation(target: "/mnt/staff", verdict: verdict, cause: cause)
    }

    // MARK: What is seen of faults

    static let noName = Samples.smb(lookup: .unknownName, connections: [], greetings: [], visit: nil)
    static func unreached(_ outcome: ConnectionAttempt.Outcome, _ netBIOS: ConnectionAttempt.Outcome = .noAnswer)
        -> Sighting
    {
        let witness = outcome == .noAnswer ? [Samples.attempt(netBIOS, port: 139)] : []
        return Sighting(
            lookup: Samples.lookup(.addresses([serverAddress])),
            connections: [Samples.attempt(outcome, duration: .seconds(4))] + witness)
    }
    static func greeted(_ outcome: GreetingAttempt.Outcome) -> Sighting {
        Sighting(
            lookup: Samples.lookup(.addresses([serverAddress])), connections: [Samples.attempt(.connected)],
            greetings: [Samples.hello(outcome)])
    }
    static func refused(
        _ stage: Stage, _ name: String, kerberos: Bool = true, ntlm: Bool = true, skew: Double? = 0.004,
        remark: String? = nil
    ) -> Sighting {
        Samples.smb(
            greetings: [
                Samples.hello(.greeted(Samples.greeting(skew: skew, kerberos: kerberos, ntlm: ntlm)))
            ],
            visit: Samples.refused(stage, name, remark: remark))
    }
}
