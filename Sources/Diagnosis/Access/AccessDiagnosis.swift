public import StorageModel

/// The answer to why a person cannot reach a place: one root cause, and what speaks for and against the others.
public struct AccessDiagnosis: Hashable, Sendable {
    /// How the question is answered.
    public enum Outcome: String, CaseIterable, Sendable {
        /// The place can be reached and used.
        case works
        /// It can be used, although the inventory does not let this person in.
        case worksAgainstInventory = "works-against-inventory"
        /// The person was turned away, and so the inventory wants it.
        case deniedAsIntended = "denied-as-intended"
        /// Something is wrong.
        case broken
        /// As far as anybody looked nothing is wrong; the rest was not tried, or is not understood.
        case undecided
    }

    /// A cause that would have been possible, and what speaks against it.
    public struct RuledOut: Hashable, Sendable {
        /// The cause.
        public var cause: Cause
        /// What speaks against it.
        public var witness: Witness

        /// Puts the parts together.
        public init(_ cause: Cause, by witness: Witness) {
            self.cause = cause
            self.witness = witness
        }
    }

    /// How the question is answered.
    public var outcome: Outcome
    /// The target; its cause is the root cause, and its alternatives are what could not be told apart from it.
    public var observation: Observation
    /// What the check of the target alone took for the cause, when the root cause is another.
    public var seemed: Cause?
    /// What speaks for the root cause.
    public var support: [Witness]
    /// What is not the cause, each with what speaks against it.
    public var ruledOut: [RuledOut]

    /// The root cause; nil when nothing is wrong, or when nobody knows what.
    public var cause: Cause? { observation.cause }
}

/// A fact that speaks for a cause or against it.
public enum Witness: Hashable, Sendable {
    /// The computer is on a network of the inside.
    case onInsideNetwork(NetworkID)
    /// The computer is on a network from which the place cannot be reached; nil when it is none of the inventory.
    case onOutsideNetwork(NetworkID?)
    /// A tunnel of a VPN is up.
    case tunnelUp(interface: String)
    /// No tunnel of a VPN is up.
    case noTunnel
    /// Traffic to the address leaves through an interface.
    case routeLeaves(IPAddress, interface: String, kind: InterfaceKind, gateway: IPAddress?)
    /// A local network claims the address for itself.
    case claimedLocally(IPAddress, interface: String, neighbours: AddressBlock)
    /// The routes of this computer forbid or swallow traffic to the address.
    case routeForbids(IPAddress)
    /// A rule of this computer's own firewall stops the connection.
    case firewallRule(FirewallRule)
    /// Another place answers.
    case answers(target: String)
    /// Neither another place nor a way in answers.
    case nothingAnswers(count: Int)
    /// The way into the inside answers.
    case gatewayAnswers(String)
    /// The table of hosts on this computer names the host.
    case hostsFile(line: Int, IPAddress)
    /// The name servers that this computer asks.
    case asksNameServers([IPAddress])
    /// This computer asks no name servers.
    case asksNoNameServers
    /// The clocks of this computer and of the server agree, up to so many seconds.
    case clocksAgree(seconds: Double)
    /// The clocks differ, by so many seconds.
    case clocksDiffer(seconds: Double)
    /// There are no Kerberos tickets.
    case noTickets
    /// The Kerberos tickets cannot be read; they are kept in this way.
    case ticketsUnreadable(TicketCacheSituation.Kind)
    /// The person's Kerberos ticket counts until then, in seconds since 1970.
    case ticketValid(until: Int64)
    /// The person's Kerberos ticket ended then, in seconds since 1970.
    case ticketEnded(at: Int64)
    /// A server that hands out Kerberos tickets can be reached.
    case ticketServerAnswers(String)
    /// So many servers that hand out Kerberos tickets do not answer.
    case ticketServersSilent(count: Int)
    /// Nothing tells where the servers of a realm are.
    case realmUnknown(String)
    /// A ticket for the server was given.
    case serviceTicketGiven(String)
    /// A ticket for the server was refused.
    case serviceTicketRefused(String)
    /// The person is a member of a group that can open the share.
    case memberOf(GroupID)
    /// The person is in none of the groups that can open the share.
    case inNoneOf([GroupID])
    /// The share is mounted here, and the mount answers.
    case mountAnswers(path: String)
    /// The share itself answers, so that only the mount is sick.
    case shareAnswers
    /// Seen from another vantage the place worked then, in seconds since 1970.
    case workedElsewhere(vantage: String, at: Int64)
    /// Every other vantage that looked sees the place fail, since then, in seconds since 1970.
    case failsEverywhere(vantages: [String], since: Int64)
    /// The clients on this computer speak nothing that the server speaks.
    case clientSpeaks(oldest: String, newest: String)
}
