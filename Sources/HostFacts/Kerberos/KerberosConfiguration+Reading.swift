public import StorageModel

extension KerberosConfiguration {
    /// Reads the configuration of this computer: the files in `KRB5_CONFIG`, with colons between them, or krb5.conf.
    public static func read(environment: [String: String]) -> KerberosConfiguration {
        let list = environment["KRB5_CONFIG"] ?? "/etc/krb5.conf"
        return read(list.split(separator: ":").map { HostPath(String($0)) })
    }

    /// Reads the configuration in some files, of which the first one that says something counts.
    static func read(_ paths: [HostPath]) -> KerberosConfiguration {
        let files = KerberosProfileFiles(paths)
        var configuration = KerberosConfiguration(files.profile)
        configuration.files = files.files
        configuration.problems = files.problems
        return configuration
    }

    init(_ profile: KerberosProfile) {
        self.init()
        func setting(_ name: String) -> String? { profile.texts("libdefaults", name).first }
        defaultRealm = setting("default_realm")
        looksUpServers = profile.boolean("libdefaults", "dns_lookup_kdc") ?? looksUpServers
        looksUpRealms = profile.boolean("libdefaults", "dns_lookup_realm") ?? looksUpRealms
        if let text = setting("dns_canonicalize_hostname") {
            let isWanted = profile.boolean("libdefaults", "dns_canonicalize_hostname")
            canonicalization =
                text.lowercased() == "fallback" ? .fallback : isWanted.map { $0 ? .always : .never } ?? canonicalization
        }
        defaultCache = setting("default_ccache_name")
        permittedEncryption = setting("permitted_enctypes").map { text in
            text.split { $0.isWhitespace || $0 == "," }.map { String($0) }
        }
        toleratedSkew = setting("clockskew").flatMap { Int($0) } ?? toleratedSkew
        var names: [String] = []
        for relation in profile.relations(["realms"]) where !names.contains(relation.name) {
            names.append(relation.name)
        }
        realms = names.map { Realm(name: $0, servers: profile.texts("realms", $0, "kdc")) }
        for relation in profile.relations(["domain_realm"]) {
            guard case .text(let realm) = relation.content, domainRealms[relation.name] == nil else { continue }
            domainRealms[relation.name] = realm
        }
    }
}
