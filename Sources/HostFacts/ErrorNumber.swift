import Glibc

/// An error number of the operating system (`errno`), with its meaning in words.
public struct ErrorNumber: Error, Hashable, Sendable {
    /// The number itself, such as 13.
    public let rawValue: Int32

    /// An error number.
    public init(_ rawValue: Int32) {
        self.rawValue = rawValue
    }

    /// The number the last call of this thread left behind; read it before anything else is called.
    public static var last: ErrorNumber { ErrorNumber(errno) }

    /// The symbol of the number, such as `EACCES`, or `errno 200` for one without a name here.
    public var name: String { Self.known[rawValue]?.name ?? "errno \(rawValue)" }

    /// What the number means, in plain words.
    public var meaning: String {
        Self.known[rawValue]?.meaning ?? "the system reports an error without a known meaning"
    }

    /// Whether the number tells of a server or a network, not of the file.
    var isAboutTheServer: Bool {
        [
            EIO, ENOTCONN, ETIMEDOUT, ECONNREFUSED, EHOSTDOWN, EHOSTUNREACH, ENETUNREACH, ESTALE, EREMOTEIO, ENOKEY,
            EKEYEXPIRED,
        ].contains(rawValue)
    }

    private static let known: [Int32: (name: String, meaning: String)] = [
        EPERM: ("EPERM", "the operation is not permitted"),
        ENOENT: ("ENOENT", "there is no such file or folder"),
        EINTR: ("EINTR", "a signal interrupted the call"),
        EIO: ("EIO", "the device or the server reported a read or write error"),
        ENXIO: ("ENXIO", "there is no such device"),
        EBADF: ("EBADF", "the file is not open for this"),
        EAGAIN: ("EAGAIN", "the resource is busy at the moment"),
        ENOMEM: ("ENOMEM", "there is not enough memory"),
        EACCES: ("EACCES", "the permissions do not allow it"),
        EBUSY: ("EBUSY", "the file or device is in use"),
        EEXIST: ("EEXIST", "something with this name is there already"),
        EXDEV: ("EXDEV", "the two places are on different file systems"),
        ENODEV: ("ENODEV", "there is no such device"),
        ENOTDIR: ("ENOTDIR", "a part of the path is not a folder"),
        EISDIR: ("EISDIR", "it is a folder"),
        EINVAL: ("EINVAL", "the system does not accept this value"),
        ENFILE: ("ENFILE", "the whole system has too many files open"),
        EMFILE: ("EMFILE", "this program has too many files open"),
        EFBIG: ("EFBIG", "the file would become too large"),
        ENOSPC: ("ENOSPC", "no space is left on the disk"),
        EROFS: ("EROFS", "the file system is mounted read-only"),
        ENAMETOOLONG: ("ENAMETOOLONG", "the name or the path is too long"),
        ENOTEMPTY: ("ENOTEMPTY", "the folder is not empty"),
        ELOOP: ("ELOOP", "symbolic links lead in a circle"),
        EOVERFLOW: ("EOVERFLOW", "a number is too large for the system's interface"),
        ENOTCONN: ("ENOTCONN", "the program behind this mount has ended"),
        ETIMEDOUT: ("ETIMEDOUT", "the server did not answer in time"),
        ECONNREFUSED: ("ECONNREFUSED", "the server refused the connection"),
        EHOSTDOWN: ("EHOSTDOWN", "the server is down"),
        EHOSTUNREACH: ("EHOSTUNREACH", "there is no way to the server"),
        ENETUNREACH: ("ENETUNREACH", "there is no way to the server's network"),
        ESTALE: ("ESTALE", "the server no longer knows this file"),
        EREMOTEIO: ("EREMOTEIO", "the server reported a read or write error"),
        EDQUOT: ("EDQUOT", "the quota is used up"),
        ENOKEY: ("ENOKEY", "there is no key or ticket to sign in with"),
        EKEYEXPIRED: ("EKEYEXPIRED", "the key or ticket to sign in with has expired"),
    ]
}

extension ErrorNumber: CustomStringConvertible {
    /// The meaning, then the symbol in brackets.
    public var description: String { "\(meaning) (\(name))" }
}
