internal import StorageModel

extension WindowsError {
    /// Errors of the account, its password and its tickets.
    static let ofSignIn: [WindowsError] = [
        .init(86, "ERROR_INVALID_PASSWORD", (.auth, [.wrongCredentials])),
        .init(1219, "ERROR_SESSION_CREDENTIAL_CONFLICT", (.auth, [.otherAccountConnected])),
        .init(1240, "ERROR_LOGIN_WKSTA_RESTRICTION", (.auth, [.workstationRestriction, .encryptionRequired])),
        .init(1244, "ERROR_NOT_AUTHENTICATED", (.auth, [.wrongCredentials])),
        // The server took a stranger for a guest, and Windows does not want to be one.
        .init(1272, "ERROR_SMB_GUEST_LOGON_BLOCKED", (.auth, [.wrongCredentials])),
        .init(1311, "ERROR_NO_LOGON_SERVERS", (.auth, [.accountsNotVerifiable, .kdcUnreachable])),
        .init(1312, "ERROR_NO_SUCH_LOGON_SESSION", (.auth, [.wrongCredentials, .noKerberosTicket])),
        .init(1317, "ERROR_NO_SUCH_USER", (.auth, [.wrongCredentials])),
        // A wrong clock and an old ticket are told as a wrong password.
        .init(1326, "ERROR_LOGON_FAILURE", (.auth, [.wrongCredentials, .clockSkew, .kerberosTicketExpired])),
        .init(1327, "ERROR_ACCOUNT_RESTRICTION", (.auth, [.logonTypeDenied, .wrongCredentials])),
        .init(1328, "ERROR_INVALID_LOGON_HOURS", (.auth, [.logonHours])),
        .init(1329, "ERROR_INVALID_WORKSTATION", (.auth, [.workstationRestriction])),
        .init(1330, "ERROR_PASSWORD_EXPIRED", (.auth, [.passwordExpired, .passwordMustChange])),
        .init(1331, "ERROR_ACCOUNT_DISABLED", (.auth, [.accountDisabled])),
        .init(1355, "ERROR_NO_SUCH_DOMAIN", (.auth, [.accountsNotVerifiable, .kdcUnreachable])),
        .init(1385, "ERROR_LOGON_TYPE_NOT_GRANTED", (.auth, [.logonTypeDenied])),
        .init(1396, "ERROR_WRONG_TARGET_NAME", (.auth, [.spnMissing])),
        .init(1397, "ERROR_MUTUAL_AUTH_FAILED", (.auth, [.spnMissing])),
        .init(1398, "ERROR_TIME_SKEW", (.auth, [.clockSkew])),
        .init(1786, "ERROR_NO_TRUST_LSA_SECRET", (.auth, [.accountsNotVerifiable])),
        .init(1787, "ERROR_NO_TRUST_SAM_ACCOUNT", (.auth, [.accountsNotVerifiable])),
        .init(1788, "ERROR_TRUSTED_DOMAIN_FAILURE", (.auth, [.accountsNotVerifiable])),
        .init(1789, "ERROR_TRUSTED_RELATIONSHIP_FAILURE", (.auth, [.accountsNotVerifiable])),
        .init(1792, "ERROR_NETLOGON_NOT_STARTED", (.auth, [.accountsNotVerifiable])),
        .init(1793, "ERROR_ACCOUNT_EXPIRED", (.auth, [.accountExpired])),
        .init(1907, "ERROR_PASSWORD_MUST_CHANGE", (.auth, [.passwordMustChange, .passwordExpired])),
        .init(1908, "ERROR_DOMAIN_CONTROLLER_NOT_FOUND", (.auth, [.accountsNotVerifiable, .kdcUnreachable])),
        .init(1909, "ERROR_ACCOUNT_LOCKED_OUT", (.auth, [.accountLocked])),
        .init(1935, "ERROR_AUTHENTICATION_FIREWALL_FAILED", (.auth, [.logonTypeDenied])),
        .init(1937, "ERROR_NTLM_BLOCKED", (.auth, [.ntlmDisabled])),
        .init(2202, "ERROR_BAD_USERNAME", (.auth, [.wrongCredentials])),
        .init(2240, "NERR_InvalidWorkstation", (.auth, [.workstationRestriction])),
        .init(2241, "NERR_InvalidLogonHours", (.auth, [.logonHours])),
        .init(2242, "NERR_PasswordExpired", (.auth, [.passwordExpired, .passwordMustChange])),
        .init(2453, "NERR_DCNotFound", (.auth, [.accountsNotVerifiable, .kdcUnreachable])),
    ]
}
