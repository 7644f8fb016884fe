/// Where this computer finds the servers (KDCs) of a Kerberos realm.
public enum RealmServers: Hashable, Sendable {
    /// The configuration names them: hosts, with a port after a colon where it is not 88.
    case configured([String])
    /// DNS knows them, under these names (records of type SRV and URI).
    case lookedUp([String])
    /// The configuration names none, and DNS may not be asked.
    case nowhere

    /// The names under which DNS has a realm's servers, as records of type SRV (RFC 4120 section 7.2.3.2).
    public static func lookUpNames(ofRealm realm: String) -> [String] {
        ["_kerberos._udp.\(realm)", "_kerberos._tcp.\(realm)"]
    }
}
