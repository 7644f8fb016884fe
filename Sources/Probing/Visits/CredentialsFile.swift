internal import Glibc
internal import StorageModel

/// Reads a name and a password from a file in the form of mount.cifs(8): `username=`, `password=` and `domain=`.
///
/// Blanks before a key do not count; all that follows the `=` does. Lines that begin with `#` and empty ones are skipped.
public enum CredentialsFile {
    /// The most bytes that a file may have.
    private static let limit = 16_384

    /// Reads a file.
    /// - Parameter path: The file; only its owner, who is whoever runs this, may be able to read it.
    /// - Returns: What it says.
    /// - Throws: When somebody else could read it, or it does not say what it should. No error holds a part of it.
    public static func read(_ path: String) throws(CredentialsProblem) -> SignIn {
        try parse(bytes(of: path), path: path)
    }

    /// Reads the content of a file.
    static func parse(_ bytes: [UInt8], path: String) throws(CredentialsProblem) -> SignIn {
        var values: [Key: [UInt8]] = [:]
        // Editors of Windows begin a file in UTF-8 with this mark.
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        for (index, line) in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            func problem(_ why: String, _ next: String) -> CredentialsProblem {
                CredentialsProblem(path: path, line: index + 1, why: why, next: next)
            }
            let rest = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            guard let first = rest.first, first != UInt8(ascii: "#") else { continue }
            guard !rest.contains(0), rest.last != UInt8(ascii: "\r") else {
                throw problem(
                    "the line ends as on Windows, or holds a zero byte, which would count as part of the value",
                    "save the file with plain line ends")
            }
            // What stands before the sign may be a part of a password that lost its key, so it is not repeated.
            guard let sign = rest.firstIndex(of: UInt8(ascii: "=")), let key = Key(spelling: rest[..<sign]) else {
                throw problem(
                    "the line does not begin with username=, password= or domain=", "mend or remove the line")
            }
            guard values[key] == nil else {
                throw problem("\(key.rawValue)= stands there a second time", "remove one of the two lines")
            }
            values[key] = Array(rest[(sign + 1)...])
        }
        for key in [Key.username, .password] where values[key]?.isEmpty ?? true {
            throw CredentialsProblem(
                path: path, why: "it has no \(key.rawValue)", next: "add a line that begins with \(key.rawValue)=")
        }
        // A password in another encoding is a wrong one, and costs the account a try.
        guard let user = String(validating: values[.username] ?? [], as: UTF8.self),
            let domain = String(validating: values[.domain] ?? [], as: UTF8.self),
            String(validating: values[.password] ?? [], as: UTF8.self) != nil
        else {
            throw CredentialsProblem(path: path, why: "it is not in UTF-8", next: "save the file in UTF-8")
        }
        return .password(user: user, password: Secret(values[.password] ?? []), domain: domain)
    }

    private enum Key: String {
        case username, password, domain

        init?(spelling: some Sequence<UInt8>) {
            switch String(decoding: Array(spelling), as: UTF8.self) {
            case "username", "user": self = .username
            case "password", "pass": self = .password
            case "domain", "dom": self = .domain
            default: return nil
            }
        }
    }

    /// The content of a file that only its owner can read.
    static func bytes(of path: String) throws(CredentialsProblem) -> [UInt8] {
        func problem(_ why: String, _ next: String) -> CredentialsProblem {
            CredentialsProblem(path: path, why: why, next: next)
        }
        // Not to be held up by a pipe that somebody put there.
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard file >= 0 else {
            throw errno == ENOENT
                ? problem("there is no such file", "make it, with username= and password= in it, and chmod 600 it")
                : problem("it cannot be opened (error \(errno))", "see who may read it: ls -l '\(path)'")
        }
        defer { close(file) }
        // Of the open file, so that nobody can put another one in its place in between.
        var status = stat()
        guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw problem("it is not a regular file", "name a file")
        }
        guard status.st_uid == geteuid() else {
            throw problem(
                "it belongs to user \(status.st_uid), and this program runs as user \(geteuid())",
                "use a file of your own, or run: chown \(geteuid()) '\(path)'")
        }
        guard status.st_mode & 0o177 == 0 else {
            throw problem(
                "others than its owner may use it (mode \(String(status.st_mode & 0o7777, radix: 8)))",
                "run: chmod 600 '\(path)'; and change the password if others could have read it")
        }
        var count = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit + 1) { buffer, filled in
            while filled < buffer.count {
                count = unsafe Glibc.read(file, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
                guard count > 0 else { break }
                filled += count
            }
        }
        guard count >= 0 else { throw problem("it cannot be read (error \(errno))", "see whether its disk is well") }
        guard bytes.count <= limit else {
            throw problem("it is larger than \(limit) bytes", "keep nothing in it but username=, password= and domain=")
        }
        return bytes
    }
}

/// Why a credentials file is not used; never with a part of what is in it.
public struct CredentialsProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file.
    public let path: String
    /// The line, from 1; nil when it is about the whole file.
    public let line: Int?
    /// Why it is not used.
    public let why: String
    /// What to do next.
    public let next: String

    init(path: String, line: Int? = nil, why: String, next: String) {
        self.path = path
        self.line = line
        self.why = why
        self.next = next
    }

    /// What happened.
    public var what: String { "the credentials file '\(path)' is not used" }

    /// Why it is not used, with the place in it.
    public var explanation: String { "\(path)\(line.map { ":\($0)" } ?? ""): \(why)" }

    /// What happened, why, and what to do next, on three lines.
    public var description: String {
        """
        \(what)
          why:  \(explanation)
          next: \(next)
        """
    }
}
