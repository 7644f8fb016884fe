/// The Kerberos tickets that an account holds, without any key.
public struct HeldTickets: Hashable, Sendable {
    /// Whose they are: the parts of the name with slashes between them.
    public var principal: String
    /// The account's realm.
    public var realm: String
    /// How far the server's clock was ahead of this computer's when the account signed in, in seconds; nil when that
    /// was not noted.
    public var clockOffset: Int?
    /// The tickets, in order.
    public var tickets: [KerberosTicket]

    /// Puts the parts together.
    public init(principal: String, realm: String, clockOffset: Int? = nil, tickets: [KerberosTicket]) {
        self.principal = principal
        self.realm = realm
        self.clockOffset = clockOffset
        self.tickets = tickets
    }

    /// The ticket with which others are asked for in the account's own realm; of several the one that ends last.
    public var grantingTicket: KerberosTicket? {
        tickets.filter { $0.service == "krbtgt/\(realm)" && $0.realm == realm }.max { $0.end < $1.end }
    }

    /// The tickets for a service on a host, such as `cifs` on `nas.example.org`; upper and lower case are alike.
    public func tickets(for service: String, on host: String) -> [KerberosTicket] {
        let wanted = "\(service)/\(host)".lowercased()
        return tickets.filter { $0.service.lowercased() == wanted }
    }
}
