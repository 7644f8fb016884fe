/// What came of asking for a Kerberos ticket for a service, as MIT's `kvno` does.
public struct ServiceTicketAttempt: Hashable, Sendable {
    /// How an attempt ended.
    public enum Outcome: Hashable, Sendable {
        /// A ticket was given; the number is the version of the server's key.
        case given(keyVersion: UInt32)
        /// No ticket was given, and why.
        case refused(Refusal)
    }

    /// Why no ticket was given.
    public enum Refusal: Hashable, Sendable {
        /// The clocks of this computer and of the realm's server are too far apart.
        case clockSkew
        /// The account's own ticket no longer counts.
        case ticketExpired
        /// The account's own ticket counts only later.
        case ticketNotYetValid
        /// The realm has no such service: no SPN of this name, or the wrong realm was asked.
        case serviceUnknown
        /// The realm has no such account any more.
        case accountUnknown
        /// The account is locked, disabled or expired.
        case accountRevoked
        /// None of the realm's servers answers.
        case noServerAnswers
        /// Nothing tells where the realm's servers are.
        case noServerKnown
        /// No realm is known for the account or the service: the configuration names none.
        case noRealm
        /// The configuration file cannot be read.
        case configurationUnusable
        /// The account has no tickets.
        case noTickets
        /// The tickets cannot be read.
        case ticketsUnreadable
        /// The encryption types of this computer and of the service have none in common.
        case encryptionTypeUnsupported
        /// The service's realm does not trust the account's.
        case noTrust
        /// The program's own words; a stranger may have chosen them.
        case other(String)
    }

    /// The service, such as `cifs/nas.example.org`.
    public var service: String
    /// How it ended, or why that is not known.
    ///
    /// Where a firewall drops what is sent to the realm's servers, the library waits 15 seconds for each and more, so that
    /// a deadline may be all that is seen of it.
    public var outcome: HostReading<Outcome>
    /// How long it took.
    public var duration: Duration

    /// Puts the parts together.
    public init(service: String, outcome: HostReading<Outcome>, duration: Duration) {
        self.service = service
        self.outcome = outcome
        self.duration = duration
    }
}
