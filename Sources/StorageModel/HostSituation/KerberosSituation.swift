/// How this computer and the account stand with Kerberos.
public struct KerberosSituation: Hashable, Sendable {
    /// What the library is told.
    public var configuration: HostReading<KerberosConfiguration>
    /// The account's tickets.
    public var cache: TicketCacheSituation
    /// What came of asking for a ticket for the target.
    public var serviceTicket: ServiceTicketAttempt?

    /// Puts the parts together.
    /// - Parameters:
    ///   - configuration: What the library is told.
    ///   - cache: The account's tickets.
    ///   - serviceTicket: What came of asking for a ticket; nil when nobody asked.
    public init(
        configuration: HostReading<KerberosConfiguration>, cache: TicketCacheSituation,
        serviceTicket: ServiceTicketAttempt? = nil
    ) {
        self.configuration = configuration
        self.cache = cache
        self.serviceTicket = serviceTicket
    }
}
