import Diagnosis
import StorageModel
import Testing

private func signIn(
    _ name: String, remark: String? = nil, kerberos: Bool = false, skew: Double? = 0, dialect: Dialect = .smb3_1_1,
    tickets: Bool? = nil
) -> Sighting {
    var visit = Samples.refused(.auth, name, remark: remark)
    visit.usesTickets = tickets
    return Samples.smb(
        greetings: [Samples.hello(.greeted(Samples.greeting(dialect: dialect, skew: skew, kerberos: kerberos)))],
        visit: visit)
}

private func ending(
    _ ending: ShareVisit.Ending, kerberos: Bool, remark: String? = nil, tickets: Bool? = nil
) -> Sighting {
    var visit = Samples.visit(ending: ending, at: .auth, remark: remark)
    visit.usesTickets = tickets
    return Samples.smb(greetings: [Samples.hello(.greeted(Samples.greeting(kerberos: kerberos)))], visit: visit)
}

private let revoked: [Cause] = [.accountDisabled, .accountExpired, .logonHours]

@Suite struct AccountCauseTests {
    static let statuses: [Row] = [
        .failed("wrong password", .wrongCredentials, at: .auth, signIn("LOGON_FAILURE")),
        .failed("unknown to Kerberos", .wrongCredentials, at: .auth, signIn("INVALID_ACCOUNT_NAME")),
        .failed("disabled", .accountDisabled, at: .auth, signIn("ACCOUNT_DISABLED")),
        .failed("expired", .accountExpired, at: .auth, signIn("ACCOUNT_EXPIRED")),
        .failed("locked, by NTLM", .accountLocked, at: .auth, signIn("ACCOUNT_LOCKED_OUT")),
        .failed(
            "locked, perhaps by Kerberos", .accountLocked, or: revoked, at: .auth,
            signIn("ACCOUNT_LOCKED_OUT", kerberos: true)),
        .failed("password to be changed", .passwordMustChange, at: .auth, signIn("PASSWORD_MUST_CHANGE")),
        .failed("password expired", .passwordExpired, at: .auth, signIn("PASSWORD_EXPIRED")),
        .failed(
            "password expired, perhaps by Kerberos", .passwordExpired, or: [.passwordMustChange], at: .auth,
            signIn("PASSWORD_EXPIRED", kerberos: true)),
        .failed("hours", .logonHours, at: .auth, signIn("INVALID_LOGON_HOURS")),
        .failed("workstation", .workstationRestriction, at: .auth, signIn("INVALID_WORKSTATION")),
        .failed("logon type", .logonTypeDenied, at: .auth, signIn("LOGON_TYPE_NOT_GRANTED")),
        .failed("restriction", .logonTypeDenied, or: [.wrongCredentials], at: .auth, signIn("ACCOUNT_RESTRICTION")),
        .failed("NTLM blocked", .ntlmDisabled, at: .auth, signIn("NTLM_BLOCKED")),
        .failed("clocks apart, says the server", .clockSkew, at: .auth, signIn("TIME_DIFFERENCE_AT_DC")),
        .failed("winbind dead", .accountsNotVerifiable, at: .auth, signIn("INTERNAL_ERROR")),
        .failed("no logon servers", .accountsNotVerifiable, at: .auth, signIn("NO_LOGON_SERVERS")),
        .failed(
            "no logon servers, with Kerberos", .accountsNotVerifiable, or: [.kdcUnreachable], at: .auth,
            signIn("NO_LOGON_SERVERS", kerberos: true)),
        .failed(
            "no answer", .accountsNotVerifiable, or: [.serverHung], at: .auth, signIn("IO_TIMEOUT")),
        .failed("no trust", .accountsNotVerifiable, at: .auth, signIn("TRUSTED_RELATIONSHIP_FAILURE")),
        .failed("too many sessions", .serverConnectionLimit, at: .auth, signIn("TOO_MANY_SESSIONS")),
        .failed("cut off", .serverConnectionLimit, or: [.halfOpen], at: .auth, signIn("CONNECTION_RESET")),
        .failed("denied below SMB 3", .encryptionRequired, at: .auth, signIn("ACCESS_DENIED", dialect: .smb2_1)),
        .failed(
            "denied to an address", .kerberosNeedsName, at: .auth, Samples.expectation(host: "198.51.100.13"),
            signIn("ACCESS_DENIED", kerberos: true)),
        .failed(
            "no ticket", .noKerberosTicket, or: [.spnMissing, .ccacheUnreadable], at: .auth,
            signIn("INVALID_PARAMETER", kerberos: true)),
        .unknown("denied without a reason", at: .auth, .fail, signIn("ACCESS_DENIED")),
        .unknown("a parameter without Kerberos", at: .auth, .fail, signIn("INVALID_PARAMETER")),
        .unknown(
            "an error number alone", at: .auth, .fail,
            Samples.smb(visit: Samples.visit(.auth, .failed(errno: 22)))),
    ]

    static let remarks: [Row] = [
        ("Clock skew too great", .clockSkew, []),
        ("FAST fast response is missing FX-FAST", .clockSkew, [.wrongCredentials]),
        ("Ticket expired", .kerberosTicketExpired, []),
        ("Matching credential not found", .kerberosTicketExpired, [.noKerberosTicket]),
        ("Clients credentials have been revoked", .accountLocked, revoked),
        ("Password has expired", .passwordExpired, [.passwordMustChange]),
        ("Preauthentication failed", .wrongCredentials, []),
        ("Client not found in Kerberos database", .wrongCredentials, []),
        ("Server not found in Kerberos database", .spnMissing, []),
        ("Server principal not found", .spnMissing, []),
        ("Client 'x@EXAMPLE.ORG' not found in Kerberos database", .wrongCredentials, []),
        ("KDC unreachable", .kdcUnreachable, [.kerberosRealmMisconfigured]),
        ("Cannot contact any KDC for requested realm", .kdcUnreachable, [.kerberosRealmMisconfigured]),
        ("Cannot find KDC for requested realm", .kerberosRealmMisconfigured, [.kdcUnreachable]),
        ("Program lacks support for encryption type", .kerberosEtypeMismatch, []),
        ("Keytab contains no suitable keys for x@EXAMPLE.ORG", .kerberosEtypeMismatch, []),
        ("Unknown credential cache type", .ccacheUnreadable, []),
        ("No credentials cache found", .noKerberosTicket, [.ccacheUnreadable]),
        ("Could not find a suitable mechtype", .noKerberosTicket, [.ccacheUnreadable, .spnMissing]),
    ].map { (remark: String, cause: Cause, others: [Cause]) in
        .failed(remark, cause, or: others, at: .auth, signIn("LOGON_FAILURE", remark: remark, kerberos: true))
    }

    // A server of a domain offers Kerberos to everybody; what was signed in with decides what a status can mean.
    static let means: [Row] = [
        .failed(
            "locked, by a password", .accountLocked, at: .auth,
            signIn("ACCOUNT_LOCKED_OUT", kerberos: true, tickets: false)),
        .failed(
            "expired, by a password", .passwordExpired, at: .auth,
            signIn("PASSWORD_EXPIRED", kerberos: true, tickets: false)),
        .failed(
            "no logon servers, by a password", .accountsNotVerifiable, at: .auth,
            signIn("NO_LOGON_SERVERS", kerberos: true, tickets: false)),
        .failed(
            "no answer, by a password", .accountsNotVerifiable, or: [.serverHung], at: .auth,
            signIn("IO_TIMEOUT", kerberos: true, tickets: false)),
        .failed(
            "the server's own account refused", .accountsNotVerifiable, at: .auth,
            signIn("ACCESS_DENIED", kerberos: true, tickets: false)),
        .failed(
            "a ticket that the server cannot read", .accountsNotVerifiable, or: [.spnMissing], at: .auth,
            signIn("LOGON_FAILURE", kerberos: true, tickets: true)),
        .failed(
            "the same, of a server that hides its time", .accountsNotVerifiable, or: [.spnMissing, .clockSkew],
            at: .auth, signIn("LOGON_FAILURE", kerberos: true, skew: nil, tickets: true)),
        .failed(
            "the same, of a server that goes by another name", .spnMissing, or: [.accountsNotVerifiable], at: .auth,
            Samples.expectation(host: "files.lab.example"), signIn("LOGON_FAILURE", kerberos: true, tickets: true)),
        .failed(
            "no encryption in common", .kerberosEtypeMismatch, at: .auth,
            signIn("KDC_UNKNOWN_ETYPE", kerberos: true, tickets: true)),
        .failed(
            "keys that are refused", .wrongCredentials, at: .auth,
            ending(.notPossible("kinit: Preauthentication failed"), kerberos: true, tickets: true)),
        .failed(
            "keys, and silence", .kdcUnreachable, at: .auth,
            ending(.notPossible("kinit: no answer of any KDC in 15 s"), kerberos: true, tickets: true)),
        .failed(
            "tickets that cannot be read", .ccacheUnreadable, at: .auth,
            ending(.notPossible("the tickets are in 'KEYRING:persistent:0'"), kerberos: true, tickets: true)),
        .unknown(
            "no kinit", .probeCrashed, at: .auth, .notChecked,
            ending(.notPossible("kinit could not be run"), kerberos: true, tickets: true)),
    ]

    static let clocksAndDeadlines: [Row] = [
        .failed(
            "deadline without Kerberos", .accountsNotVerifiable, or: [.serverHung], at: .auth,
            ending(.deadlineExceeded(.auth), kerberos: false)),
        .failed(
            "deadline with Kerberos", .kdcUnreachable, or: [.accountsNotVerifiable, .serverHung], at: .auth,
            ending(.deadlineExceeded(.auth), kerberos: true)),
        .failed(
            "deadline in search of a KDC", .kdcUnreachable, at: .auth,
            ending(.deadlineExceeded(.auth), kerberos: true, remark: "Cannot contact any KDC")),
        .unknown(
            "deadline in the visitor's own look-up", .deadlineExceeded, at: .auth, .notChecked,
            ending(.deadlineExceeded(.dns), kerberos: true)),
        .unknown(
            "crash", .probeCrashed, at: .auth, .notChecked,
            ending(.crashed(.auth, signal: 11), kerberos: true)),
        .unknown(
            "no visitor", .probeCrashed, at: .auth, .notChecked, ending(.notPossible("not installed"), kerberos: true)),
        .unknown(
            "spared", at: .auth, .notChecked,
            ending(.spared(Samples.status("ACCOUNT_LOCKED_OUT")), kerberos: false)),
    ]

    @Test(arguments: statuses) func aRefusedSignInIsJudged(_ row: Row) { row.check() }

    @Test(arguments: remarks) func aRemarkSaysMoreThanAWrongPassword(_ row: Row) { row.check() }

    @Test(arguments: means) func whatWasSignedInWithCounts(_ row: Row) { row.check() }

    @Test(arguments: clocksAndDeadlines) func aSignInThatDoesNotEndIsJudged(_ row: Row) { row.check() }

    @Test func aWrongClockIsBlamedBeforeThePassword() {
        let sighting = signIn("LOGON_FAILURE", kerberos: true, skew: -600)
        let observation = Samples.expectation().observation(of: sighting, at: Samples.now)
        #expect(observation.cause == .clockSkew)
        #expect(observation.alternatives == [.wrongCredentials])
        #expect(observation.steps.map(\.state)[2...3] == [.warn, .fail])
    }

    @Test(arguments: [(nil, false), (false, true)] as [(Bool?, Bool)])
    func aWrongClockDoesNotMatterWithoutKerberos(_ tickets: Bool?, _ isOffered: Bool) {
        let sighting = signIn("LOGON_FAILURE", kerberos: isOffered, skew: -600, tickets: tickets)
        #expect(Samples.expectation().observation(of: sighting, at: Samples.now).cause == .wrongCredentials)
    }

    @Test func noPasswordIsToBlameWhereThereWasNone() {
        let sighting = signIn("LOGON_FAILURE", kerberos: true, skew: -600, tickets: true)
        let observation = Samples.expectation().observation(of: sighting, at: Samples.now)
        #expect(observation.cause == .clockSkew)
        #expect(observation.alternatives.isEmpty)
    }

    @Test func aLongSearchForTheSignInServersMetSilence() {
        let visit = Samples.visit(
            .auth, .refused(Samples.status("NO_LOGON_SERVERS")), duration: .seconds(6), remark: "Cannot contact any KDC"
        )
        let observation = Samples.expectation().observation(of: Samples.smb(visit: visit), at: Samples.now)
        #expect(observation.cause == .kdcUnreachable)
        #expect(observation.alternatives.isEmpty)
    }

    @Test func aSparedAccountIsNotBlamedAgain() {
        let sighting = ending(.spared(Samples.status("ACCOUNT_LOCKED_OUT")), kerberos: false)
        let observation = Samples.expectation().observation(of: sighting, at: Samples.now)
        #expect(
            observation.steps[3].evidence == [
                .init("because", "this account was already refused in this run"), .init("ntStatus", "0xc0000234"),
                .init("ntName", "STATUS_ACCOUNT_LOCKED_OUT"), .init("refusedFor", "account-locked"),
            ])
    }
}
