public import StorageModel

/// What visits to shares sign in with.
public enum SignIn: Hashable, Sendable {
    /// A password, over NTLMv2 (MS-NLMP); the domain may be empty.
    case password(user: String, password: Secret, domain: String)
    /// Kerberos tickets that somebody else obtained (RFC 4120); the path of their file.
    case ticketCache(path: String)
    /// The keys of an account in a file, with which tickets are obtained once, for a cache of the pool's own.
    case keytab(path: String, principal: String)
}
