/// What this computer's Kerberos library is told (krb5.conf(5)), as far as it matters to a client.
public struct KerberosConfiguration: Hashable, Sendable {
    /// A realm that the configuration describes.
    public struct Realm: Hashable, Sendable {
        /// Its name, as it is written.
        public var name: String
        /// Its servers (KDCs) as they are written: a host, and a port after a colon where it is not 88.
        public var servers: [String]

        /// Puts the parts together.
        public init(name: String, servers: [String] = []) {
            self.name = name
            self.servers = servers
        }
    }

    /// Whether names of hosts are made canonical by a look-up before a ticket is asked for.
    public enum Canonicalization: String, CaseIterable, Sendable {
        /// Always: an alias becomes the real name.
        case always = "true"
        /// Never: the name must be the one that the account of the server has.
        case never = "false"
        /// Only when no ticket is to be had for the name as it is.
        case fallback
    }

    /// The realm of an account that is written without one; nil when the configuration names none.
    public var defaultRealm: String?
    /// The realms, in order.
    public var realms: [Realm]
    /// Realms by host (`nas.example.org`) or by domain (`.example.org`), as they are written.
    ///
    /// The library looks for names in lower case, so one that is written otherwise is never found.
    public var domainRealms: [String: String]
    /// Whether servers of realms are looked up in DNS (`dns_lookup_kdc`).
    public var looksUpServers: Bool
    /// Whether the realm of a host is looked up in DNS (`dns_lookup_realm`).
    public var looksUpRealms: Bool
    /// Whether names of hosts are made canonical (`dns_canonicalize_hostname`).
    public var canonicalization: Canonicalization
    /// Where tickets are kept unless `KRB5CCNAME` says otherwise, as it is written; nil for the library's own choice.
    public var defaultCache: String?
    /// The encryption types that are allowed, as they are written; nil for the library's own choice.
    public var permittedEncryption: [String]?
    /// How far clocks may be apart, in seconds (`clockskew`).
    public var toleratedSkew: Int
    /// The files that were read, in order; empty when there are none, and then all is as the library has it.
    public var files: [String]
    /// What could not be read or understood, each with the file and the line.
    ///
    /// The library is stricter than what is told here: a mistake of form lets it read nothing at all.
    public var problems: [String]

    /// Puts the parts together; what is left out is as the library (MIT Kerberos 1.20) has it without a configuration.
    public init(
        defaultRealm: String? = nil, realms: [Realm] = [], domainRealms: [String: String] = [:],
        looksUpServers: Bool = true, looksUpRealms: Bool = false, canonicalization: Canonicalization = .always,
        defaultCache: String? = nil, permittedEncryption: [String]? = nil, toleratedSkew: Int = 300,
        files: [String] = [], problems: [String] = []
    ) {
        self.defaultRealm = defaultRealm
        self.realms = realms
        self.domainRealms = domainRealms
        self.looksUpServers = looksUpServers
        self.looksUpRealms = looksUpRealms
        self.canonicalization = canonicalization
        self.defaultCache = defaultCache
        self.permittedEncryption = permittedEncryption
        self.toleratedSkew = toleratedSkew
        self.files = files
        self.problems = problems
    }

    /// What the configuration says of a realm by its name; nil when it does not describe it.
    ///
    /// Realms' names are case-sensitive (RFC 4120 section 6.1), so `ist.example` is not `IST.EXAMPLE`.
    public func realm(named name: String) -> Realm? { realms.first { $0.name == name } }
}
