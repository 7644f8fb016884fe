public import StorageModel

/// A server that takes letters.
public struct MailServer: Hashable, Sendable {
    /// Whether the connection is encrypted.
    public enum Protection: String, CaseIterable, Sendable {
        /// It is, or nothing is sent: STARTTLS (RFC 3207), or TLS from the start on port 465 (RFC 8314).
        case required
        /// It is not, such as to a relay on the same machine.
        case none
    }

    /// Its name or address.
    public var host: String
    /// Its port; 25 for a relay, 465 or 587 for who signs in.
    public var port: UInt16
    /// Whether the connection is encrypted.
    public var protection: Protection
    /// Who signs in; nil for nobody.
    public var signIn: MailSignIn?
    /// A file with the authorities that its certificate may be of; nil for those of the system.
    public var authorities: String?

    /// Puts the parts together.
    public init(
        host: String, port: UInt16, protection: Protection, signIn: MailSignIn? = nil, authorities: String? = nil
    ) {
        self.host = host
        self.port = port
        self.protection = protection
        self.signIn = signIn
        self.authorities = authorities
    }

    /// Reads `HOST`, `HOST:PORT`, `ADDRESS:PORT` or `[ADDRESS]:PORT`; nil when it is none of them.
    public static func hostAndPort(_ text: String) -> (host: String, port: UInt16)? {
        if let end = text.lastIndex(of: "]"), text.hasPrefix("[") {
            let host = String(text[text.index(after: text.startIndex)..<end])
            let rest = text[text.index(after: end)...]
            guard host.utf8.allSatisfy({ isHexadecimal($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }),
                host.contains(":")
            else { return nil }
            guard let port = port(rest) else { return nil }
            return (host, port)
        }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let host = parts.first, (1...253).contains(host.utf8.count), host.first != "-",
            host.utf8.allSatisfy({ isHostByte($0) }),
            let port = port(parts.count > 1 ? ":" + parts[1] : "")
        else { return nil }
        return (String(host), port)
    }

    private static func port(_ text: Substring) -> UInt16? {
        if text.isEmpty { return 25 }
        guard text.hasPrefix(":"), let port = UInt16(text.dropFirst()), port > 0 else { return nil }
        return port
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || "-._".utf8.contains(byte)
    }

    /// What people call it.
    var name: String { "\(host.contains(":") ? "[\(host)]" : host):\(port)" }

    /// Where curl finds it.
    var url: String { (port == 465 && protection == .required ? "smtps://" : "smtp://") + name }
}

/// A name and a password for a mail server.
public struct MailSignIn: Hashable, Sendable {
    private let user: String
    private let password: Secret

    /// A name and a password; nil when the name has a colon, which ends it for the program that signs in.
    public init?(user: String, password: Secret) {
        guard !user.contains(":") else { return nil }
        self.user = user
        self.password = password
    }

    /// The two as a line of settings (curl(1), --config).
    var setting: [UInt8] {
        func quoted(_ bytes: some Sequence<UInt8>) -> [UInt8] {
            bytes.flatMap { byte -> [UInt8] in
                byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? [UInt8(ascii: "\\"), byte] : [byte]
            }
        }
        return Array("user = \"".utf8) + quoted(user.utf8) + Array(":".utf8) + password.reveal(quoted)
            + Array("\"\n".utf8)
    }
}
