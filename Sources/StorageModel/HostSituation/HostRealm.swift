/// Which Kerberos realm this computer takes a host to be in.
public enum HostRealm: Hashable, Sendable {
    /// The configuration says so; the second text is the host or domain that it names.
    case configured(String, by: String)
    /// The name servers are asked, since the configuration wants it.
    case lookedUp
    /// The account's own realm is asked (RFC 6806), and then the host's domain is taken for a realm.
    case asked(fallback: String?)

    /// The realm that is known without asking anybody; nil when there is none.
    public var name: String? {
        if case .configured(let realm, _) = self { realm } else { nil }
    }
}

extension KerberosConfiguration {
    /// Which realm a host is in: its own name first, then each domain above it (MIT Kerberos, `[domain_realm]`).
    public func realm(ofHost host: String) -> HostRealm {
        let host = String(host.lowercased().drop { $0 == "." })
        let name = host.last == "." ? String(host.dropLast()) : host
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        for start in parts.indices {
            let domain = parts[start...].joined(separator: ".")
            let keys = start == 0 ? [domain] : ["." + domain, domain]
            for key in keys {
                if let realm = domainRealms[key] { return .configured(realm, by: key) }
            }
        }
        if looksUpRealms { return .lookedUp }
        return .asked(fallback: parts.count > 1 ? parts.dropFirst().joined(separator: ".").uppercased() : nil)
    }

    /// Where the servers of a realm are found.
    public func servers(ofRealm name: String) -> RealmServers {
        if let realm = realm(named: name), !realm.servers.isEmpty { return .configured(realm.servers) }
        guard looksUpServers else { return .nowhere }
        return .lookedUp(RealmServers.lookUpNames(ofRealm: name))
    }
}
