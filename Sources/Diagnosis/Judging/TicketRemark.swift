internal import StorageModel

/// What the Kerberos libraries mean by their remarks; Heimdal's and MIT's words are both known.
///
/// A status alone hides most of this: the libraries report an ended ticket and a wrong clock as a wrong password, and
/// an account that is locked, disabled or expired as "revoked".
enum TicketRemark {
    /// A part of a remark, in small letters, and what it means; the first that fits decides.
    private static let meanings: [(words: String, suspicion: Suspicion)] = [
        ("clock skew", Suspicion(.clockSkew)),
        ("missing fx-fast", Suspicion(.clockSkew, or: [.wrongCredentials])),
        ("password has expired", Suspicion(.passwordExpired, or: [.passwordMustChange])),
        ("password expired", Suspicion(.passwordExpired, or: [.passwordMustChange])),
        ("ticket expired", Suspicion(.kerberosTicketExpired)),
        ("ticket has expired", Suspicion(.kerberosTicketExpired)),
        ("credentials have expired", Suspicion(.kerberosTicketExpired)),
        ("matching credential not found", Suspicion(.kerberosTicketExpired, or: [.noKerberosTicket])),
        ("revoked", Suspicion(.accountLocked, or: [.accountDisabled, .accountExpired, .logonHours])),
        ("preauthentication failed", Suspicion(.wrongCredentials)),
        ("password incorrect", Suspicion(.wrongCredentials)),
        ("client not found", Suspicion(.wrongCredentials)),
        ("server not found in kerberos database", Suspicion(.spnMissing)),
        ("server principal not found", Suspicion(.spnMissing)),
        ("not found in kerberos database", Suspicion(.wrongCredentials)),
        ("kdc unreachable", Suspicion(.kdcUnreachable, or: [.kerberosRealmMisconfigured])),
        ("no answer of any kdc", Suspicion(.kdcUnreachable)),
        ("any kdc", Suspicion(.kdcUnreachable, or: [.kerberosRealmMisconfigured])),
        ("find kdc", Suspicion(.kerberosRealmMisconfigured, or: [.kdcUnreachable])),
        ("wrong realm", Suspicion(.kerberosRealmMisconfigured)),
        ("encryption type", Suspicion(.kerberosEtypeMismatch)),
        ("enctype", Suspicion(.kerberosEtypeMismatch)),
        ("etype", Suspicion(.kerberosEtypeMismatch)),
        ("no suitable keys", Suspicion(.kerberosEtypeMismatch)),
        ("unknown credential cache type", Suspicion(.ccacheUnreadable)),
        ("keyring:", Suspicion(.ccacheUnreadable)),
        ("kcm:", Suspicion(.ccacheUnreadable)),
        ("no credentials cache", Suspicion(.noKerberosTicket, or: [.ccacheUnreadable])),
        ("no credentials were supplied", Suspicion(.noKerberosTicket, or: [.ccacheUnreadable])),
        ("no kerberos credentials", Suspicion(.noKerberosTicket, or: [.ccacheUnreadable])),
        ("no such file", Suspicion(.noKerberosTicket, or: [.ccacheUnreadable])),
        ("creating neg_token_init for cifs", Suspicion(.spnMissing)),
        ("suitable mechtype", Suspicion(.noKerberosTicket, or: [.ccacheUnreadable, .spnMissing])),
    ]

    /// A search for the sign-in servers that takes longer met silence; a shorter one was refused, or knew none to ask.
    private static let searching = Duration.seconds(1)

    /// What a remark means after so long; nil when its words are not known.
    static func suspicion(of remark: String, after duration: Duration?) -> Suspicion? {
        let small = remark.lowercased()
        guard let suspicion = meanings.first(where: { small.contains($0.words) })?.suspicion else { return nil }
        if suspicion.cause == .kdcUnreachable, let duration, duration > searching { return Suspicion(.kdcUnreachable) }
        return suspicion
    }
}
