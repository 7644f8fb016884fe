internal import Glibc

/// Reads what to sign in with from any of the files that people have for it.
///
/// What a file is, its first two bytes tell: a keytab, a cache of Kerberos tickets, else a credentials file.
public enum SignInFile {
    /// Reads a file.
    /// - Parameter path: The file. Only its owner may be able to read a keytab or a credentials file; a cache is looked
    ///   after by Kerberos.
    /// - Returns: What it holds; for a keytab the account of its first key.
    /// - Throws: When the file is not there, is not for its owner alone, or does not say what it should.
    public static func read(_ path: String) throws(CredentialsProblem) -> SignIn {
        // As the environment names a cache of tickets.
        if path.hasPrefix("FILE:") { return try read(String(path.dropFirst(5))) }
        if let kind = path.split(separator: ":").first, path.contains(":"), otherCaches.contains(kind) {
            throw CredentialsProblem(
                path: path, why: "libsmbclient reads tickets from files alone, and these are kept in another way",
                next: "get tickets into a file, and name that: kinit -c FILE:/…")
        }
        switch beginning(of: path) {
        case [5, 1], [5, 2]:
            guard let principal = try principal(inKeytab: CredentialsFile.bytes(of: path)) else {
                throw CredentialsProblem(
                    path: path, why: "it is a keytab without a key that can be read",
                    next: "see what is in it: klist -k '\(path)'")
            }
            return .keytab(path: path, principal: principal)
        case [5, 3], [5, 4]: return .ticketCache(path: path)
        default: return try CredentialsFile.read(path)
        }
    }

    /// Where tickets are that are in no file, as the names of caches begin (krb5.conf(5)).
    private static let otherCaches: Set<Substring> = ["API", "DIR", "KCM", "KEYRING", "MEMORY", "MSLSA"]

    private static func beginning(of path: String) -> [UInt8] {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return [] }
        defer { close(file) }
        return unsafe [UInt8](unsafeUninitializedCapacity: 2) { buffer, filled in
            filled = unsafe max(0, Glibc.read(file, buffer.baseAddress, buffer.count))
        }
    }

    /// The account of the first key, such as `check@EXAMPLE.ORG`; nil when there is none.
    ///
    /// The format is that of MIT Kerberos 1.20, "Keytab file format", version 2: big-endian numbers; each entry begins
    /// with its size, which is negative for a hole, then the number of the name's parts, the realm and the parts.
    static func principal(inKeytab bytes: [UInt8]) -> String? {
        guard bytes.starts(with: [5, 2]) else { return nil }
        var rest = bytes[2...]
        func number(_ size: Int, of part: inout ArraySlice<UInt8>) -> Int? {
            guard part.count >= size else { return nil }
            defer { part = part.dropFirst(size) }
            return part.prefix(size).reduce(0) { $0 << 8 | Int($1) }
        }
        while let raw = number(4, of: &rest) {
            let size = Int(Int32(truncatingIfNeeded: raw))
            guard size != 0, size.magnitude <= rest.count else { return nil }
            defer { rest = rest.dropFirst(Int(size.magnitude)) }
            guard size > 0 else { continue }
            var entry = rest.prefix(size)
            func text() -> String? {
                guard let count = number(2, of: &entry), entry.count >= count else { return nil }
                defer { entry = entry.dropFirst(count) }
                return String(validating: entry.prefix(count), as: UTF8.self)
            }
            guard let count = number(2, of: &entry), (1...16).contains(count), let realm = text() else { return nil }
            let parts = (0..<count).compactMap { _ in text() }
            return parts.count == count ? parts.joined(separator: "/") + "@" + realm : nil
        }
        return nil
    }
}
