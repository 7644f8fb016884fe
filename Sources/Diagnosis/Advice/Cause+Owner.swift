public import StorageModel

extension Cause {
    /// Who has to act first.
    public var owner: Owner {
        switch self {
        case .dnsNameUnknown, .dnsInternalOnly, .noRoute, .addressOverlap, .port445Blocked, .slowLink, .sessionHung,
            .networkNotAllowed, .shareNetworkNotAllowed, .ntlmDisabled, .wrongCredentials, .passwordMustChange,
            .passwordExpired, .noKerberosTicket, .kerberosTicketExpired, .kerberosNeedsName, .ccacheUnreadable,
            .shareUnknown, .shareHidden, .quotaExceeded, .fileInUse, .nameIllegal, .nameTooLong, .pathMissing,
            .sessionExpired, .notMounted, .mountDead, .credentialsFileExposed, .mountPointMissing, .vpnDown,
            .membershipNotInTicket, .otherAccountConnected:
            .user
        case .clientFirewall, .clientDialectTooOld, .encryptionRequired, .accountLocked, .clockSkew,
            .kerberosRealmMisconfigured, .kerberosEtypeMismatch, .shareDenied, .folderDenied, .fileDenied,
            .notWritable, .mountWrongSource, .mountHung, .mountReadOnly, .automountFailed, .mountShadowed,
            .cifsModuleMissing, .mountNameUnresolved, .mountNotPermitted, .fstabError, .mountOptionsOutdated,
            .bootStallRisk, .mountLocalMode, .probeCrashed, .deadlineExceeded:
            .helpdesk
        case .dnsNoAnswer, .dnsWrongAddress, .ipv6Broken, .tcpDropped, .tcpRejected, .splitTunnel, .mtuBlackHole,
            .packetLoss, .halfOpen, .notSMB, .kdcUnreachable:
            .network
        case .accountDisabled, .accountExpired, .logonHours, .workstationRestriction, .logonTypeDenied, .spnMissing:
            .identity
        case .addressPartlyDead, .hostUnreachable, .tcpRefused, .wrongServer, .serverConnectionLimit, .serverHung,
            .smb1Only, .encryptionUnavailable, .accountsNotVerifiable, .shareNotOffered, .backendUnavailable,
            .backendHung, .diskFull, .shareConnectionLimit, .dfsTargetUnreachable, .certificateProblem,
            .httpUnhealthy, .rdpNotAnswering, .weakerThanPromised, .contentChanged, .testFileLeft:
            .storage
        }
    }
}
