/// Where the account keeps its Kerberos tickets, and what is there.
public struct TicketCacheSituation: Hashable, Sendable {
    /// The ways of keeping tickets.
    public enum Kind: String, CaseIterable, Sendable {
        /// In a file.
        case file = "FILE"
        /// In a folder of files, one per account.
        case folder = "DIR"
        /// In the kernel's key ring.
        case keyring = "KEYRING"
        /// In a service, such as SSSD's.
        case service = "KCM"
        /// In the memory of one process, where no other sees them.
        case memory = "MEMORY"
        /// In a way that is not known here.
        case other
    }

    /// What decided where tickets are kept.
    public enum Chooser: String, CaseIterable, Sendable {
        /// The environment variable `KRB5CCNAME`.
        case environment
        /// The configuration, `default_ccache_name`.
        case configuration
        /// Nothing; the library's own choice.
        case library
    }

    /// How they are kept.
    public var kind: Kind
    /// Where they are kept, as it may be shown; folders of a person's own are left out.
    public var location: String
    /// What decided so.
    public var chooser: Chooser
    /// The tickets, or why they cannot be seen.
    public var tickets: HostReading<HeldTickets>

    /// Puts the parts together.
    public init(kind: Kind, location: String, chooser: Chooser, tickets: HostReading<HeldTickets>) {
        self.kind = kind
        self.location = location
        self.chooser = chooser
        self.tickets = tickets
    }
}
