internal import Glibc

/// A letter in a file that only its owner can read, for a program whose input is taken.
struct TemporaryLetter {
    /// Where it is.
    let path: String

    /// Puts a letter into a new file of the folder for such files.
    init(_ bytes: [UInt8]) throws(MailProblem) {
        let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        path = "\(folder)/wheretoshare-letter-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.problem(in: folder) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else {
                remove()
                throw Self.problem(in: folder)
            }
            rest = rest.dropFirst(max(0, count))
        }
    }

    /// Takes it away.
    func remove() { unsafe unlink(path) }

    private static func problem(in folder: String) -> MailProblem {
        MailProblem(
            why: "no file can be made in '\(folder)': \(unsafe String(cString: strerror(errno)))",
            next: "free some space there, or let TMPDIR name another folder")
    }
}
