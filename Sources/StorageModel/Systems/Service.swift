/// How a system or gateway answers on the network, for checks.
public struct Service: Hashable, Sendable {
    /// What it speaks.
    public enum Kind: String, CaseIterable, Sendable {
        /// File sharing of Windows and Samba (MS-SMB2).
        case smb
        /// A Seafile cloud over HTTPS.
        case seafile
        /// Anything over TLS, such as the front door of a VPN (RFC 8446).
        case tls
        /// Remote Desktop (MS-RDPBCGR).
        case rdp
        /// Anything over TCP, of which only the open port is looked at.
        case tcp
    }

    /// What it speaks.
    public var kind: Kind
    /// The port; nil for the usual one of its kind.
    public var port: UInt16?
    /// What it promises.
    public var promise: ServicePromise
    /// Where that is told.
    public var provenance: Provenance

    /// Puts the parts together.
    public init(
        kind: Kind, port: UInt16? = nil, promise: ServicePromise = ServicePromise(), provenance: Provenance
    ) {
        self.kind = kind
        self.port = port
        self.promise = promise
        self.provenance = provenance
    }

    /// The port that is connected to; 0 for plain TCP without a port, which no inventory has.
    public var effectivePort: UInt16 {
        if let port { return port }
        return switch kind {
        case .smb: 445
        case .seafile, .tls: 443
        case .rdp: 3389
        case .tcp: 0
        }
    }
}

/// The front door through which people come to be on a network, such as a VPN's.
public struct Gateway: Hashable, Sendable {
    /// The host that people and probes connect to.
    public var host: Fact<String>
    /// How it answers.
    public var service: Service

    /// Puts the parts together.
    public init(host: Fact<String>, service: Service) {
        self.host = host
        self.service = service
    }
}

/// What a check may do in the folder of a share besides listing it.
public struct ShareCheck: Hashable, Sendable {
    /// A file in the folder that checks may read; nil when there is none.
    public var canary: String?
    /// The SHA-256 of the canary (FIPS 180-4), in 64 small hexadecimal digits; nil when its content does not matter.
    public var canaryDigest: String?
    /// A folder in the folder in which checks may write and delete files of their own; empty for the folder itself, nil
    /// when nothing may be written.
    public var writeFolder: String?

    /// Puts the parts together.
    public init(canary: String? = nil, canaryDigest: String? = nil, writeFolder: String? = nil) {
        self.canary = canary
        self.canaryDigest = canaryDigest
        self.writeFolder = writeFolder
    }
}
