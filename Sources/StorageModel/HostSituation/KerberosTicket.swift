/// A Kerberos ticket, without its key; times are in seconds since 1970.
public struct KerberosTicket: Hashable, Sendable {
    /// What it is for, such as `cifs/nas.example.org` or `krbtgt/EXAMPLE.ORG`.
    public var service: String
    /// The realm of the service.
    public var realm: String
    /// From when on it counts.
    public var start: Int64
    /// Until when it counts.
    public var end: Int64
    /// Until when it can be renewed; nil when it cannot.
    public var renewUntil: Int64?
    /// The number of the encryption type of its session key (RFC 3961 section 8); 0 when it is not known.
    public var encryptionType: Int32

    /// Puts the parts together.
    public init(
        service: String, realm: String, start: Int64, end: Int64, renewUntil: Int64? = nil, encryptionType: Int32
    ) {
        self.service = service
        self.realm = realm
        self.start = start
        self.end = end
        self.renewUntil = renewUntil
        self.encryptionType = encryptionType
    }

    /// How a ticket stands at a time.
    public enum State: String, CaseIterable, Sendable {
        /// It counts.
        case valid
        /// It counts only later.
        case notYetValid = "not-yet-valid"
        /// It no longer counts.
        case expired
    }

    /// How it stands at a time, in seconds since 1970; no difference of clocks is tolerated.
    ///
    /// Renewing needs a ticket that still counts (RFC 4120 section 2.3), so `renewUntil` does not revive one that ended.
    public func state(at now: Int64) -> State {
        if now < start { return .notYetValid }
        return now < end ? .valid : .expired
    }
}
