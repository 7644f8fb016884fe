/// Faults of the domain and of what people sign in with; they need the directory.
extension Fault {
    static var directoryFaults: [Fault] {
        [
            signInServersSilent(), signInServersRefusing(), controllerSilent(), winbindDown(), ntlmBlocked(),
            trustBroken(), serviceAstray(), clockAhead(), foreignEncryption(), realmUnknown(), groupJoined(),
            groupLeft(),
        ]
    }

    /// Questions for tickets are dropped.
    public static func signInServersSilent() -> Fault {
        Fault(
            "kdc-unreachable-silent", cause: "kdc-unreachable", at: .dc1, "its ticket service is silent",
            .filter(.dc1, .input, "meta l4proto { tcp, udp } th dport 88 drop"))
    }

    /// Questions for tickets are refused.
    public static func signInServersRefusing() -> Fault {
        Fault(
            "kdc-unreachable-refused", cause: "kdc-unreachable", at: .dc1, "its ticket service refuses connections",
            .filter(.dc1, .input, "meta l4proto { tcp, udp } th dport 88 reject"))
    }

    /// The member server gets no answer from the domain controller.
    public static func controllerSilent() -> Fault {
        let filter = Change.filter(
            .dc1, .input, "ip saddr \(LabHost.filer.address) drop", "ip6 saddr \(LabHost.filer.address6 ?? "") drop")
        return Fault(
            "controller-silent", cause: "accounts-not-verifiable", at: .filer, "the domain controller is silent to it",
            Change(apply: filter.apply, undo: filter.undo + "\nawait_domain"))
    }

    /// The member server's way to the domain is gone.
    public static func winbindDown() -> Fault {
        Fault(
            "winbind-down", cause: "accounts-not-verifiable", at: .filer, "winbindd is dead",
            Change(apply: "stop_winbind", undo: "stop_winbind; start_winbind"))
    }

    /// The domain has another password for the member server than the server has, so it cannot read its tickets.
    ///
    /// It is a member anew afterwards, and tickets for it from before are void.
    public static func trustBroken() -> Fault {
        let account = "\(LabHost.filer.rawValue.uppercased())$"
        return Fault(
            "trust-broken", cause: "accounts-not-verifiable", at: .filer, "the domain has another password for it",
            Change(
                apply: "change_accounts <<<'password \(account) pw-unknown-to-it'",
                undo: "join_domain '\(LabDirectory.administrator)'; stop_winbind; start_winbind"))
    }

    /// The server's other name is registered, but for somebody else's account.
    public static func serviceAstray() -> Fault {
        let service = "cifs/\(LabDirectory.alias) \(DirectoryUser.ben.name)"
        return Fault(
            "spn-astray", cause: "spn-missing", at: .dc1, "a service of filer is registered for ben's account",
            Change(
                apply: "change_accounts <<<'register \(service)'", undo: "change_accounts <<<'unregister \(service)'"))
    }

    /// The domain accepts no NTLM; Kerberos works.
    public static func ntlmBlocked() -> Fault {
        Fault(
            "ntlm-blocked", cause: "ntlm-disabled", at: .dc1, "the domain accepts no NTLM",
            Change(
                apply: "change_controller <<<'  ntlm auth = disabled'", undo: "change_controller </dev/null"))
    }

    /// The domain's clocks are ten minutes ahead of the client's; tickets that were obtained before are still there.
    public static func clockAhead() -> Fault {
        Fault(
            "clock-skew", cause: "clock-skew", at: .filer, "the domain's clocks are ten minutes ahead",
            Change(apply: "change_domain_clock +10m", undo: "change_domain_clock"))
    }

    /// The client permits an encryption alone that the domain does not have.
    public static func foreignEncryption(_ client: LabHost = .campus) -> Fault {
        Fault(
            "kerberos-etype-mismatch", cause: "kerberos-etype-mismatch", at: client, "it permits triple DES alone",
            // The words of Heimdal, which libsmbclient has in it, and of MIT, whose programs people have.
            .file(
                client, "krb5.conf",
                """
                \(DirectoryScript.kerberos)
                  default_tgs_etypes = des3-cbc-sha1
                  permitted_enctypes = des3-cbc-sha1
                """))
    }

    /// The client does not know where the realm's sign-in servers are, and may not ask.
    public static func realmUnknown(_ client: LabHost = .campus) -> Fault {
        Fault(
            "kerberos-realm-misconfigured", cause: "kerberos-realm-misconfigured", at: client,
            "it knows no sign-in server of the realm",
            .file(
                client, "krb5.conf",
                DirectoryScript.kerberos.split(separator: "\n").map {
                    $0.contains("lookup_kdc") ? "  dns_lookup_kdc = false" : String($0)
                }.joined(separator: "\n")))
    }

    /// Somebody comes into the group.
    public static func groupJoined() -> Fault {
        group("group-joined", "joiner comes into the group \(LabDirectory.group)", "join", "leave", .joiner)
    }

    /// Somebody leaves the group.
    public static func groupLeft() -> Fault {
        group("group-left", "leaver leaves the group \(LabDirectory.group)", "leave", "join", .leaver)
    }

    private static func group(
        _ name: String, _ summary: String, _ apply: String, _ undo: String, _ user: DirectoryUser
    ) -> Fault {
        func line(_ word: String) -> String { "change_accounts <<<'\(word) \(LabDirectory.group) \(user.name)'" }
        return Fault(name, cause: "share-denied", at: .dc1, summary, Change(apply: line(apply), undo: line(undo)))
    }
}
