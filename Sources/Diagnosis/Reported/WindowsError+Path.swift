internal import StorageModel

extension WindowsError {
    /// Errors of the way to the server, and of the first words with it.
    static let ofPath: [WindowsError] = [
        .init(50, "ERROR_NOT_SUPPORTED", (.negotiate, [.clientDialectTooOld, .smb1Only])),
        .init(51, "ERROR_REM_NOT_LIST", (.tcp, [.tcpDropped, .vpnDown, .hostUnreachable]), (.dns, [.dnsNameUnknown])),
        .init(
            53, "ERROR_BAD_NETPATH",
            (.tcp, [.tcpDropped, .vpnDown, .port445Blocked, .hostUnreachable, .tcpRefused]),
            (.dns, [.dnsNameUnknown, .dnsInternalOnly, .dnsNoAnswer]), (.tcp, [.noRoute, .tcpRejected]),
            (.negotiate, [.networkNotAllowed, .notSMB]), (.list, [.dfsTargetUnreachable])),
        .init(54, "ERROR_NETWORK_BUSY", (.negotiate, [.serverConnectionLimit])),
        .init(56, "ERROR_TOO_MANY_CMDS", (.negotiate, [.serverConnectionLimit])),
        .init(58, "ERROR_BAD_NET_RESP", (.negotiate, [.clientDialectTooOld, .notSMB, .networkNotAllowed])),
        .init(
            59, "ERROR_UNEXP_NET_ERR", (.negotiate, [.halfOpen, .serverHung]),
            (.list, [.mtuBlackHole, .sessionExpired])),
        .init(
            64, "ERROR_NETNAME_DELETED", (.tcp, [.tcpDropped, .port445Blocked]),
            (.negotiate, [.networkNotAllowed, .halfOpen, .serverConnectionLimit, .notSMB, .clientDialectTooOld]),
            (.negotiate, [.serverHung]), (.list, [.sessionExpired, .packetLoss])),
        .init(
            121, "ERROR_SEM_TIMEOUT", (.tcp, [.tcpDropped]), (.negotiate, [.serverHung]),
            (.list, [.mtuBlackHole, .packetLoss])),
        .init(384, "ERROR_SMB1_NOT_AVAILABLE", (.negotiate, [.smb1Only])),
        .init(1203, "ERROR_NO_NET_OR_BAD_PATH", (.dns, [.dnsNameUnknown]), (.tcp, [.noRoute, .vpnDown])),
        .init(1222, "ERROR_NO_NETWORK", (.tcp, [.noRoute])),
        .init(1225, "ERROR_CONNECTION_REFUSED", (.tcp, [.tcpRefused])),
        .init(
            1231, "ERROR_NETWORK_UNREACHABLE", (.tcp, [.noRoute, .vpnDown, .tcpRejected]),
            (.list, [.dfsTargetUnreachable])),
        .init(1232, "ERROR_HOST_UNREACHABLE", (.tcp, [.hostUnreachable, .addressOverlap, .tcpRejected])),
        .init(1234, "ERROR_PORT_UNREACHABLE", (.tcp, [.tcpRefused])),
        .init(1236, "ERROR_CONNECTION_ABORTED", (.negotiate, [.halfOpen, .networkNotAllowed])),
        .init(10_051, "WSAENETUNREACH", (.tcp, [.noRoute, .vpnDown])),
        .init(10_060, "WSAETIMEDOUT", (.tcp, [.tcpDropped, .port445Blocked, .hostUnreachable])),
        .init(10_061, "WSAECONNREFUSED", (.tcp, [.tcpRefused])),
        .init(10_065, "WSAEHOSTUNREACH", (.tcp, [.hostUnreachable, .vpnDown])),
        .init(11_001, "WSAHOST_NOT_FOUND", (.dns, [.dnsNameUnknown, .dnsInternalOnly])),
        .init(11_002, "WSATRY_AGAIN", (.dns, [.dnsNoAnswer])),
    ]
}
