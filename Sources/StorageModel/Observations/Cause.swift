/// One thing that can be wrong, with a stable id that people, scripts and alerts can rely on.
///
/// Each has a page in `docs/causes`.
public enum Cause: String, CaseIterable, Sendable {
    /// See `docs/causes/dns-name-unknown.md`.
    case dnsNameUnknown = "dns-name-unknown"
    /// See `docs/causes/dns-internal-only.md`.
    case dnsInternalOnly = "dns-internal-only"
    /// See `docs/causes/dns-no-answer.md`.
    case dnsNoAnswer = "dns-no-answer"
    /// See `docs/causes/dns-wrong-address.md`.
    case dnsWrongAddress = "dns-wrong-address"
    /// See `docs/causes/address-partly-dead.md`.
    case addressPartlyDead = "address-partly-dead"
    /// See `docs/causes/ipv6-broken.md`.
    case ipv6Broken = "ipv6-broken"
    /// See `docs/causes/no-route.md`.
    case noRoute = "no-route"
    /// See `docs/causes/host-unreachable.md`.
    case hostUnreachable = "host-unreachable"
    /// See `docs/causes/tcp-dropped.md`.
    case tcpDropped = "tcp-dropped"
    /// See `docs/causes/tcp-rejected.md`.
    case tcpRejected = "tcp-rejected"
    /// See `docs/causes/tcp-refused.md`.
    case tcpRefused = "tcp-refused"
    /// See `docs/causes/client-firewall.md`.
    case clientFirewall = "client-firewall"
    /// See `docs/causes/split-tunnel.md`.
    case splitTunnel = "split-tunnel"
    /// See `docs/causes/address-overlap.md`.
    case addressOverlap = "address-overlap"
    /// See `docs/causes/port-445-blocked.md`.
    case port445Blocked = "port-445-blocked"
    /// See `docs/causes/mtu-black-hole.md`.
    case mtuBlackHole = "mtu-black-hole"
    /// See `docs/causes/packet-loss.md`.
    case packetLoss = "packet-loss"
    /// See `docs/causes/slow-link.md`.
    case slowLink = "slow-link"
    /// See `docs/causes/half-open.md`.
    case halfOpen = "half-open"
    /// See `docs/causes/not-smb.md`.
    case notSMB = "not-smb"
    /// See `docs/causes/wrong-server.md`.
    case wrongServer = "wrong-server"
    /// See `docs/causes/server-connection-limit.md`.
    case serverConnectionLimit = "server-connection-limit"
    /// See `docs/causes/server-hung.md`.
    case serverHung = "server-hung"
    /// See `docs/causes/session-hung.md`.
    case sessionHung = "session-hung"
    /// See `docs/causes/smb1-only.md`.
    case smb1Only = "smb1-only"
    /// See `docs/causes/client-dialect-too-old.md`.
    case clientDialectTooOld = "client-dialect-too-old"
    /// See `docs/causes/encryption-required.md`.
    case encryptionRequired = "encryption-required"
    /// See `docs/causes/encryption-unavailable.md`.
    case encryptionUnavailable = "encryption-unavailable"
    /// See `docs/causes/network-not-allowed.md`.
    case networkNotAllowed = "network-not-allowed"
    /// See `docs/causes/share-network-not-allowed.md`.
    case shareNetworkNotAllowed = "share-network-not-allowed"
    /// See `docs/causes/ntlm-disabled.md`.
    case ntlmDisabled = "ntlm-disabled"
    /// See `docs/causes/wrong-credentials.md`.
    case wrongCredentials = "wrong-credentials"
    /// See `docs/causes/other-account-connected.md`.
    case otherAccountConnected = "other-account-connected"
    /// See `docs/causes/account-disabled.md`.
    case accountDisabled = "account-disabled"
    /// See `docs/causes/account-expired.md`.
    case accountExpired = "account-expired"
    /// See `docs/causes/account-locked.md`.
    case accountLocked = "account-locked"
    /// See `docs/causes/password-must-change.md`.
    case passwordMustChange = "password-must-change"
    /// See `docs/causes/password-expired.md`.
    case passwordExpired = "password-expired"
    /// See `docs/causes/logon-hours.md`.
    case logonHours = "logon-hours"
    /// See `docs/causes/workstation-restriction.md`.
    case workstationRestriction = "workstation-restriction"
    /// See `docs/causes/logon-type-denied.md`.
    case logonTypeDenied = "logon-type-denied"
    /// See `docs/causes/no-kerberos-ticket.md`.
    case noKerberosTicket = "no-kerberos-ticket"
    /// See `docs/causes/kerberos-ticket-expired.md`.
    case kerberosTicketExpired = "kerberos-ticket-expired"
    /// See `docs/causes/clock-skew.md`.
    case clockSkew = "clock-skew"
    /// See `docs/causes/spn-missing.md`.
    case spnMissing = "spn-missing"
    /// See `docs/causes/kerberos-needs-name.md`.
    case kerberosNeedsName = "kerberos-needs-name"
    /// See `docs/causes/kdc-unreachable.md`.
    case kdcUnreachable = "kdc-unreachable"
    /// See `docs/causes/kerberos-realm-misconfigured.md`.
    case kerberosRealmMisconfigured = "kerberos-realm-misconfigured"
    /// See `docs/causes/kerberos-etype-mismatch.md`.
    case kerberosEtypeMismatch = "kerberos-etype-mismatch"
    /// See `docs/causes/ccache-unreadable.md`.
    case ccacheUnreadable = "ccache-unreadable"
    /// See `docs/causes/accounts-not-verifiable.md`.
    case accountsNotVerifiable = "accounts-not-verifiable"
    /// See `docs/causes/share-unknown.md`.
    case shareUnknown = "share-unknown"
    /// See `docs/causes/share-not-offered.md`.
    case shareNotOffered = "share-not-offered"
    /// See `docs/causes/share-hidden.md`.
    case shareHidden = "share-hidden"
    /// See `docs/causes/share-denied.md`.
    case shareDenied = "share-denied"
    /// See `docs/causes/folder-denied.md`.
    case folderDenied = "folder-denied"
    /// See `docs/causes/file-denied.md`.
    case fileDenied = "file-denied"
    /// See `docs/causes/not-writable.md`.
    case notWritable = "not-writable"
    /// See `docs/causes/backend-unavailable.md`.
    case backendUnavailable = "backend-unavailable"
    /// See `docs/causes/backend-hung.md`.
    case backendHung = "backend-hung"
    /// See `docs/causes/disk-full.md`.
    case diskFull = "disk-full"
    /// See `docs/causes/quota-exceeded.md`.
    case quotaExceeded = "quota-exceeded"
    /// See `docs/causes/share-connection-limit.md`.
    case shareConnectionLimit = "share-connection-limit"
    /// See `docs/causes/file-in-use.md`.
    case fileInUse = "file-in-use"
    /// See `docs/causes/name-illegal.md`.
    case nameIllegal = "name-illegal"
    /// See `docs/causes/name-too-long.md`.
    case nameTooLong = "name-too-long"
    /// See `docs/causes/dfs-target-unreachable.md`.
    case dfsTargetUnreachable = "dfs-target-unreachable"
    /// See `docs/causes/path-missing.md`.
    case pathMissing = "path-missing"
    /// See `docs/causes/membership-not-in-ticket.md`.
    case membershipNotInTicket = "membership-not-in-ticket"
    /// See `docs/causes/session-expired.md`.
    case sessionExpired = "session-expired"
    /// See `docs/causes/not-mounted.md`.
    case notMounted = "not-mounted"
    /// See `docs/causes/mount-wrong-source.md`.
    case mountWrongSource = "mount-wrong-source"
    /// See `docs/causes/mount-hung.md`.
    case mountHung = "mount-hung"
    /// See `docs/causes/mount-dead.md`.
    case mountDead = "mount-dead"
    /// See `docs/causes/mount-read-only.md`.
    case mountReadOnly = "mount-read-only"
    /// See `docs/causes/automount-failed.md`.
    case automountFailed = "automount-failed"
    /// See `docs/causes/mount-shadowed.md`.
    case mountShadowed = "mount-shadowed"
    /// See `docs/causes/cifs-module-missing.md`.
    case cifsModuleMissing = "cifs-module-missing"
    /// See `docs/causes/credentials-file-exposed.md`.
    case credentialsFileExposed = "credentials-file-exposed"
    /// See `docs/causes/mount-name-unresolved.md`.
    case mountNameUnresolved = "mount-name-unresolved"
    /// See `docs/causes/mount-point-missing.md`.
    case mountPointMissing = "mount-point-missing"
    /// See `docs/causes/mount-not-permitted.md`.
    case mountNotPermitted = "mount-not-permitted"
    /// See `docs/causes/fstab-error.md`.
    case fstabError = "fstab-error"
    /// See `docs/causes/mount-options-outdated.md`.
    case mountOptionsOutdated = "mount-options-outdated"
    /// See `docs/causes/boot-stall-risk.md`.
    case bootStallRisk = "boot-stall-risk"
    /// See `docs/causes/mount-local-mode.md`.
    case mountLocalMode = "mount-local-mode"
    /// See `docs/causes/certificate-problem.md`.
    case certificateProblem = "certificate-problem"
    /// See `docs/causes/http-unhealthy.md`.
    case httpUnhealthy = "http-unhealthy"
    /// See `docs/causes/rdp-not-answering.md`.
    case rdpNotAnswering = "rdp-not-answering"
    /// See `docs/causes/vpn-down.md`.
    case vpnDown = "vpn-down"
    /// See `docs/causes/probe-crashed.md`.
    case probeCrashed = "probe-crashed"
    /// See `docs/causes/deadline-exceeded.md`.
    case deadlineExceeded = "deadline-exceeded"
    /// See `docs/causes/weaker-than-promised.md`.
    case weakerThanPromised = "weaker-than-promised"
    /// See `docs/causes/content-changed.md`.
    case contentChanged = "content-changed"
    /// See `docs/causes/test-file-left.md`.
    case testFileLeft = "test-file-left"
}
