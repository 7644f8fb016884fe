internal import Glibc
public import StorageModel

/// Reads what this computer knows of itself, as far as it decides whether one target can be reached from here.
///
/// Everything is read at the same time, and nothing is waited for beyond the deadline. No packet is sent, but for what the
/// user database and `kvno` ask of their servers. The firewall is asked about the first address alone.
public struct HostSituationReader: Sendable {
    /// Whose situation it is.
    public enum Person: Hashable, Sendable {
        /// The account that runs this program.
        case current
        /// The account with a name; its environment and files that only it may read stay unknown.
        case named(String)
    }

    /// The name of the target's host, as people write it.
    public var host: String
    /// The addresses of the host.
    public var addresses: [IPAddress]
    /// The port on which the target listens.
    public var port: UInt16
    /// Whose situation it is.
    public var person: Person
    /// Whether a Kerberos ticket is asked for, which sends a question to the realm's servers.
    public var asksForTicket: Bool
    /// How long each fact may take.
    public var deadline: Duration

    /// Who asks the user database.
    var accountAsking: AccountAsking

    /// The environment variables that matter.
    private static let variables =
        TicketCacheReader.variables + ["HOME", "LOCALDOMAIN", "RES_OPTIONS", "SMB_CONF_PATH"]

    /// - Parameters:
    ///   - host: The name of the target's host, as people write it.
    ///   - addresses: The addresses of the host; empty when it has none, or they are not known.
    ///   - port: The port on which the target listens.
    ///   - person: Whose situation it is.
    ///   - asksForTicket: Whether a Kerberos ticket is asked for.
    ///   - deadline: How long each fact may take.
    ///   - accountCommand: The command of this program that asks the user database.
    public init(
        host: String, addresses: [IPAddress], port: UInt16 = 445, person: Person = .current, asksForTicket: Bool,
        deadline: Duration, accountCommand: [String]
    ) {
        self.host = host
        self.addresses = addresses
        self.port = port
        self.person = person
        self.asksForTicket = asksForTicket
        self.deadline = deadline
        accountAsking = AccountAsking(command: accountCommand)
    }

    /// Reads the situation without blocking a thread on which tasks run.
    public func situation() async -> HostSituation {
        await withCheckedContinuation { continuation in
            let number = ReadingThread.start { continuation.resume(returning: read()) }
            // Without threads nothing can be given up, so it is read here.
            if number != 0 { continuation.resume(returning: read()) }
        }
    }

    /// Reads the situation on the calling thread, which waits.
    public func read() -> HostSituation {
        let end = ContinuousClock.now + deadline
        let environment = person == .current ? ProcessEnvironment.variables(named: Self.variables) : [:]
        let account = TimedReading { [self] in accountAsking.ask(question, until: end) }
        let routes = TimedReading { [self] in
            .known(RouteReader.routes(to: addresses, port: port, until: end))
        }
        let interfaces = TimedReading { InterfaceReader.all(until: end) }
        let names = TimedReading { [self] in
            .known(ResolverFiles.system.resolution(of: host, environment: environment))
        }
        let firewall = TimedReading { [self] in self.firewall(routes.value(until: end), until: end) }
        let client = TimedReading { .known(SMBClientReader(environment: environment).read()) }
        let kerberos = TimedReading { [self] in
            .known(self.kerberos(environment, account: account, until: end))
        }
        // What a thread found out before it had to end a program is still worth having.
        let last = end + SpawnedProcess.grace * 2 + .milliseconds(100)
        return HostSituation(
            routes: routes.value(until: last).value ?? unknownRoutes(routes.value(until: last).obstacle),
            interfaces: interfaces.value(until: last),
            names: names.value(until: last).value ?? .unknown(.deadline),
            kerberos: kerberos.value(until: last).value ?? .unknown(.deadline),
            account: account.value(until: last), firewall: firewall.value(until: last),
            smbClient: client.value(until: last).value ?? .unknown(.deadline), clock: ClockReader.read())
    }

    private var question: AccountQuestion {
        switch person {
        case .current: .current
        case .named(let name): .named(name)
        }
    }

    private func unknownRoutes(_ obstacle: HostReadingObstacle?) -> [Route] {
        addresses.map { Route(address: $0, outcome: .unknown(obstacle ?? .deadline)) }
    }

    private func firewall(
        _ routes: HostReading<[Route]>, until end: ContinuousClock.Instant
    ) -> HostReading<LocalFirewall> {
        guard let address = addresses.first else { return .unknown(.notAsked) }
        let path = routes.value?.first?.path
        return FirewallReader.read(
            for: OutgoingConnection(
                address: address, port: port, interface: path?.interface, source: path?.source, userID: geteuid()),
            until: end)
    }

    private func kerberos(
        _ environment: [String: String], account: TimedReading<HostAccountLookup>, until end: ContinuousClock.Instant
    ) -> KerberosSituation {
        let configuration = KerberosConfiguration.read(environment: environment)
        let isOwn = person == .current
        let needsName = configuration.defaultCache?.contains("%{username}") ?? false
        let found = isOwn && !needsName ? nil : account.value(until: end)
        guard let reader = ticketReader(environment, found) else {
            let obstacle = found?.obstacle ?? .missing("an account of this name")
            return KerberosSituation(
                configuration: .known(configuration),
                cache: TicketCacheSituation(kind: .other, location: "", chooser: .library, tickets: .unknown(obstacle)))
        }
        let cache = reader.read(configuration, until: end)
        guard asksForTicket, isOwn else { return KerberosSituation(configuration: .known(configuration), cache: cache) }
        let realm = configuration.realm(ofHost: host).name ?? cache.tickets.value?.realm
        let attempt = ServiceTicketAsking(reader, configuration).ask(for: "cifs", on: host, realm: realm, until: end)
        return KerberosSituation(configuration: .known(configuration), cache: cache, serviceTicket: attempt)
    }

    private func ticketReader(
        _ environment: [String: String], _ found: HostReading<HostAccountLookup>?
    ) -> TicketCacheReader? {
        var account: HostAccount?
        if case .known(.found(let known)) = found { account = known }
        if person == .current {
            return TicketCacheReader(
                userID: geteuid(), userName: account?.name, home: environment["HOME"], environment: environment)
        }
        guard let account else { return nil }
        return TicketCacheReader(userID: account.userID, userName: account.name, home: nil, environment: environment)
    }
}

extension NameResolution {
    fileprivate static func unknown(_ obstacle: HostReadingObstacle) -> NameResolution {
        NameResolution(sources: .unknown(obstacle), settings: .unknown(obstacle), hostsEntries: .unknown(obstacle))
    }
}

extension KerberosSituation {
    fileprivate static func unknown(_ obstacle: HostReadingObstacle) -> KerberosSituation {
        KerberosSituation(
            configuration: .unknown(obstacle),
            cache: TicketCacheSituation(kind: .other, location: "", chooser: .library, tickets: .unknown(obstacle)))
    }
}

extension SMBClientSituation {
    fileprivate static func unknown(_ obstacle: HostReadingObstacle) -> SMBClientSituation {
        SMBClientSituation(
            settings: .unknown(obstacle), mountProgram: .unknown(obstacle), kernelModule: .unknown(obstacle))
    }
}
