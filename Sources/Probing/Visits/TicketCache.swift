internal import Glibc

/// The file in which Kerberos keeps tickets, as far as one has to know whose they are.
///
/// The format is that of MIT Kerberos 1.20, "Credential cache file format", versions 3 and 4: big-endian numbers, and a
/// principal as its type, the number of its parts, the realm and the parts.
public enum TicketCache {
    /// The file in which the account that runs this program keeps its tickets; nil when there is none, or they are kept
    /// in another way than in a file.
    ///
    /// It is what `KRB5CCNAME` names, else MIT's default; no configuration is read.
    public static var ownFile: String? {
        let name = unsafe getenv("KRB5CCNAME").map { unsafe String(cString: $0) } ?? "/tmp/krb5cc_\(getuid())"
        let path = name.hasPrefix("FILE:") ? String(name.dropFirst(5)) : name
        var facts = stat()
        // In a folder that everybody may write to, a stranger's file could bear the name.
        guard path.hasPrefix("/"), unsafe lstat(path, &facts) == 0, facts.st_uid == getuid(),
            (try? owner(of: path)) != nil
        else { return nil }
        return path
    }

    /// Whose tickets they are.
    struct Owner: Hashable {
        /// The parts of the name, with slashes between them.
        let principal: String
        let realm: String
    }

    /// Reads whose tickets a file holds.
    static func owner(of path: String) throws(VisitProblem) -> Owner {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw VisitProblem("the tickets in '\(path)' cannot be read (error \(errno))") }
        defer { close(file) }
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 4096) { buffer, filled in
            filled = unsafe max(0, read(file, buffer.baseAddress, buffer.count))
        }
        guard let owner = owner(in: bytes) else {
            throw VisitProblem("'\(path)' is no file of Kerberos tickets; see what klist says of it")
        }
        return owner
    }

    /// Reads whose tickets the beginning of a file speaks of; nil when it is no such file.
    static func owner(in bytes: [UInt8]) -> Owner? {
        var rest = bytes[...]
        func number(_ size: Int) -> Int? {
            guard rest.count >= size else { return nil }
            defer { rest = rest.dropFirst(size) }
            return rest.prefix(size).reduce(0) { $0 << 8 | Int($1) }
        }
        func text() -> String? {
            guard let count = number(4), rest.count >= count else { return nil }
            defer { rest = rest.dropFirst(count) }
            return String(validating: rest.prefix(count), as: UTF8.self)
        }
        guard let version = number(2), version == 0x0503 || version == 0x0504 else { return nil }
        if version == 0x0504 {
            guard let length = number(2), rest.count >= length else { return nil }
            rest = rest.dropFirst(length)
        }
        guard number(4) != nil, let count = number(4), (1...16).contains(count), let realm = text() else { return nil }
        var parts: [String] = []
        for _ in 0..<count {
            guard let part = text() else { return nil }
            parts.append(part)
        }
        return Owner(principal: parts.joined(separator: "/"), realm: realm)
    }
}
