import Lab
import StorageModel
import Testing

/// What the program has to say of somebody who signs in to the domain's file server: one row of the fault matrix.
struct DirectoryRow: Sendable, CustomTestStringConvertible {
    /// What somebody signs in with; tickets and keys are made before anything is broken.
    enum Means: Sendable {
        case password(DirectoryUser)
        case wrongPassword(DirectoryUser)
        /// The password of an account that there is none of.
        case strangersPassword
        case ticket(DirectoryUser)
        /// A ticket, and the one for the server that somebody has who has been there before.
        case usedTicket(DirectoryUser)
        /// A ticket that was good for a second.
        case endedTicket(DirectoryUser)
        /// A ticket for another service, and none to obtain more with.
        case ticketForPasswordChanges(DirectoryUser)
        case keys(DirectoryUser)
        case wrongKeys(DirectoryUser)
        case strangersKeys
    }

    var means: Means
    var verdict: Verdict
    var cause: Cause?
    /// What would look the same from where the program looks.
    var alternatives: [Cause] = []
    /// The fault's name; nil where nothing else is wrong.
    var fault: String?
    var share = LabDirectory.archive
    /// What the inventory calls the server; nil for its name.
    var host: String?
    var deadline = 20

    var testDescription: String {
        [fault, host, "\(means)".replacing("Lab.DirectoryUser.", with: "")].compactMap(\.self).joined(separator: ", ")
    }

    private static func healthy(
        _ means: Means, _ fault: String? = nil, _ share: LabShare = LabDirectory.archive, at host: String? = nil
    ) -> Self {
        Self(means: means, verdict: .healthy, fault: fault, share: share, host: host)
    }

    private static func failed(
        _ means: Means, _ cause: Cause, or alternatives: [Cause] = [], _ fault: String? = nil, at host: String? = nil,
        within deadline: Int = 20
    ) -> Self {
        Self(
            means: means, verdict: .failed, cause: cause, alternatives: alternatives, fault: fault, host: host,
            deadline: deadline)
    }

    static let all = passwords + keys + groups + tickets + ways

    /// Rows that a fault is injected for but once; a row without a fault is alone.
    struct Group: Sendable, CustomTestStringConvertible {
        var fault: String?
        var rows: [DirectoryRow]

        var testDescription: String { rows.map(\.testDescription).joined(separator: "; ") }
    }

    /// All rows, in their order.
    static let grouped: [Group] = all.reduce(into: []) { groups, row in
        if row.fault != nil, groups.last?.fault == row.fault {
            groups[groups.count - 1].rows.append(row)
        } else {
            groups.append(Group(fault: row.fault, rows: [row]))
        }
    }

    // The domain says exactly what is the matter, but not whether it is the name or the password.
    private static let passwords: [DirectoryRow] = [
        .healthy(.password(.anna)), .failed(.wrongPassword(.anna), .wrongCredentials),
        .failed(.strangersPassword, .wrongCredentials), .failed(.password(.disabled), .accountDisabled),
        .failed(.password(.expired), .accountExpired), .failed(.password(.locked), .accountLocked),
        .failed(.password(.newcomer), .passwordMustChange), .failed(.password(.stale), .passwordExpired),
        .failed(.password(.nightowl), .logonHours), .failed(.password(.homebody), .workstationRestriction),
    ]

    private static let revoked: [Cause] = [.accountDisabled, .accountExpired, .logonHours]

    // Kerberos has one word, "revoked", for four of these.
    private static let keys: [DirectoryRow] = [
        .healthy(.keys(.check)), .failed(.wrongKeys(.check), .wrongCredentials),
        .failed(.strangersKeys, .wrongCredentials), .failed(.keys(.disabled), .accountLocked, or: revoked),
        .failed(.keys(.expired), .accountLocked, or: revoked), .failed(.keys(.locked), .accountLocked, or: revoked),
        .failed(.keys(.nightowl), .accountLocked, or: revoked),
        .failed(.keys(.newcomer), .passwordExpired, or: [.passwordMustChange]),
        .failed(.keys(.stale), .passwordExpired, or: [.passwordMustChange]),
    ]

    // The ticket for a server remembers the groups of when it was made; a password does not, and a new ticket for the
    // server is made by a Samba that adds the new groups.
    private static let groups: [DirectoryRow] = [
        .failed(.password(.ben), .shareDenied, or: [.shareNetworkNotAllowed]),
        .failed(.ticket(.ben), .shareDenied, or: [.shareNetworkNotAllowed]),
        .failed(.usedTicket(.joiner), .shareDenied, or: [.shareNetworkNotAllowed], "group-joined"),
        .healthy(.password(.joiner), "group-joined"), .healthy(.keys(.joiner), "group-joined"),
        .healthy(.usedTicket(.leaver), "group-left"),
        .failed(.password(.leaver), .shareDenied, or: [.shareNetworkNotAllowed], "group-left"),
    ]

    private static let tickets: [DirectoryRow] = [
        .healthy(.ticket(.anna)),
        // The rules for workstations bind NTLM alone.
        .healthy(.ticket(.homebody), nil, LabDirectory.everybody),
        .failed(.endedTicket(.anna), .kerberosTicketExpired, or: [.noKerberosTicket]),
        .failed(.ticketForPasswordChanges(.anna), .kerberosTicketExpired, or: [.noKerberosTicket]),
        .failed(.ticket(.anna), .spnMissing, at: LabDirectory.alias),
        .healthy(.password(.anna), at: LabDirectory.alias),
        .failed(.ticket(.anna), .kerberosNeedsName, at: LabHost.filer.address),
        .healthy(.password(.anna), at: LabHost.filer.address),
    ]

    private static let ways: [DirectoryRow] = [
        .failed(.ticket(.anna), .kdcUnreachable, "kdc-unreachable-refused"),
        .failed(.keys(.check), .kdcUnreachable, or: [.kerberosRealmMisconfigured], "kdc-unreachable-refused"),
        .healthy(.password(.anna), "kdc-unreachable-refused"),
        .failed(
            .ticket(.anna), .kdcUnreachable, or: [.accountsNotVerifiable, .serverHung], "kdc-unreachable-silent",
            within: 5),
        .failed(.keys(.check), .kdcUnreachable, "kdc-unreachable-silent", within: 5),
        .failed(.ticket(.anna), .kdcUnreachable, or: [.kerberosRealmMisconfigured], "kerberos-realm-misconfigured"),
        .failed(.keys(.check), .kerberosRealmMisconfigured, or: [.kdcUnreachable], "kerberos-realm-misconfigured"),
        .failed(.ticket(.anna), .kerberosEtypeMismatch, "kerberos-etype-mismatch"),
        .failed(.keys(.check), .kerberosEtypeMismatch, "kerberos-etype-mismatch"),
        .failed(.ticket(.anna), .clockSkew, "clock-skew"),
        // It does no harm to a password, and is said nevertheless.
        Self(means: .password(.anna), verdict: .degraded, cause: .clockSkew, fault: "clock-skew"),
        .failed(.password(.anna), .ntlmDisabled, "ntlm-blocked"), .healthy(.ticket(.anna), "ntlm-blocked"),
        .failed(.password(.anna), .accountsNotVerifiable, "winbind-down"),
        // From here the server's trouble and that of the sign-in servers look the same.
        .failed(.ticket(.anna), .accountsNotVerifiable, or: [.kdcUnreachable], "winbind-down"),
        .failed(.password(.anna), .accountsNotVerifiable, or: [.serverHung], "controller-silent"),
        .failed(.ticket(.anna), .accountsNotVerifiable, or: [.spnMissing], "trust-broken"),
        .failed(.ticket(.anna), .spnMissing, or: [.accountsNotVerifiable], "spn-astray", at: LabDirectory.alias),
    ]
}
