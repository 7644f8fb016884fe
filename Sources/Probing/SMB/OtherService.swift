/// What answers on a port that does not answer in SMB.
public enum OtherService: String, Hashable, Sendable, CaseIterable {
    /// A TLS record, an alert for example (RFC 8446 section 5.1).
    case tls = "TLS"

    /// A status line of HTTP/1 (RFC 9112 section 4).
    case http = "HTTP"

    /// An identification string of SSH (RFC 4253 section 4.2).
    case ssh = "SSH"

    /// Anything else.
    case unknown = "unknown"

    /// Names what begins with these bytes; four are enough, and more change nothing.
    public init(opening: some Sequence<UInt8>) {
        let start = Array(opening.prefix(4))
        self =
            switch start {
            case Array("HTTP".utf8): .http
            case Array("SSH-".utf8): .ssh
            case _ where Self.isRecord(start): .tls
            default: .unknown
            }
    }

    /// Whether the bytes begin a record: a content type from change_cipher_spec to heartbeat, and a version up to 3.4.
    private static func isRecord(_ start: [UInt8]) -> Bool {
        start.count >= 3 && (0x14...0x18).contains(start[0]) && start[1] == 3 && start[2] <= 4
    }
}
