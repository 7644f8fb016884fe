internal import Glibc

/// A question to a file system that may never answer, so that a process of its own asks it.
public enum PlaceQuestion: Hashable, Sendable {
    /// How much space the folder's file system has; its first entry is read, too.
    case folder(HostPath)
    /// Whose something is, and with which rights; links are followed.
    case entry(HostPath)
    /// The names in a folder.
    case names(HostPath)

    /// The most names that are told of a folder.
    static let mostNames = 256

    /// The path that is asked about.
    public var path: HostPath {
        switch self {
        case .folder(let path), .entry(let path), .names(let path): path
        }
    }

    /// The question as words on a command line.
    var words: [[UInt8]] {
        switch self {
        case .folder(let path): [Array("folder".utf8), path.bytes]
        case .entry(let path): [Array("entry".utf8), path.bytes]
        case .names(let path): [Array("names".utf8), path.bytes]
        }
    }

    /// Reads the words of a command line.
    public init?(kind: String, path: String) {
        switch kind {
        case "folder": self = .folder(HostPath(argument: path))
        case "entry": self = .entry(HostPath(argument: path))
        case "names": self = .names(HostPath(argument: path))
        default: return nil
        }
    }

    /// Asks, and waits for as long as it takes; to be called by a process that may hang.
    public func ask() -> PlaceAnswer {
        do {
            switch self {
            case .folder(let path): return try Self.space(of: path)
            case .entry(let path):
                var facts = stat()
                try unsafe path.systemCall { unsafe Int(stat($0, &facts)) }
                return .entry(mode: facts.st_mode, owner: facts.st_uid)
            case .names(let path): return try Self.names(in: path)
            }
        } catch {
            return .error(error)
        }
    }

    private static func space(of path: HostPath) throws(ErrorNumber) -> PlaceAnswer {
        var facts = statvfs()
        try unsafe path.systemCall { unsafe Int(statvfs($0, &facts)) }
        let folder = try unsafe opened(path)
        errno = 0
        let entry = unsafe readdir(folder)
        let error = ErrorNumber.last
        unsafe closedir(folder)
        if unsafe entry == nil, error.rawValue != 0 { throw error }
        let unit = UInt64(facts.f_frsize)
        func bytes(_ blocks: UInt64) -> UInt64 {
            let (product, isTooLarge) = blocks.multipliedReportingOverflow(by: unit)
            return isTooLarge ? .max : product
        }
        return .space(size: bytes(UInt64(facts.f_blocks)), free: bytes(UInt64(facts.f_bavail)))
    }

    private static func names(in path: HostPath) throws(ErrorNumber) -> PlaceAnswer {
        let folder = try unsafe opened(path)
        defer { unsafe closedir(folder) }
        var names: [[UInt8]] = []
        while names.count < mostNames {
            errno = 0
            guard let entry = unsafe readdir(folder) else {
                let error = ErrorNumber.last
                if error.rawValue != 0 { throw error }
                break
            }
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
                    unsafe Array(UnsafeBufferPointer(start: bytes, count: 256).prefix { $0 != 0 })
                }
            }
            if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
        }
        return .names(names)
    }

    private static func opened(_ path: HostPath) throws(ErrorNumber) -> OpaquePointer {
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK
        let descriptor = CInt(try unsafe path.systemCall { unsafe Int(open($0, flags)) })
        guard let folder = unsafe fdopendir(descriptor) else { throw .last }
        return unsafe folder
    }
}

/// What became of a question.
public enum PlaceAnswer: Hashable, Sendable {
    /// The size of the file system and what of it is free for this account, in bytes; both 0 when it does not say.
    case space(size: UInt64, free: UInt64)
    /// The mode with the type, and the number of the owner.
    case entry(mode: UInt32, owner: UInt32)
    /// The names in the folder as the system has them, in no order; a long list is cut short.
    case names([[UInt8]])
    /// The system reported an error.
    case error(ErrorNumber)
    /// Nothing came before the deadline; when a process of an earlier run still waits, no new one was started.
    case hung(isKnown: Bool)
    /// Nobody could ask.
    case notAsked(ErrorNumber?)

    /// The answer as a line, in which a process passes it on.
    public var line: String {
        switch self {
        case .space(let size, let free): "space \(size) \(free)\n"
        case .entry(let mode, let owner): "entry \(mode) \(owner)\n"
        case .names(let names): (["names"] + names.map { Self.digits(of: $0) }).joined(separator: " ") + "\n"
        case .error(let number): "error \(number.rawValue)\n"
        case .hung, .notAsked: "\n"
        }
    }

    /// Reads a line; nil for one that no process of ours writes.
    init?(line: [UInt8]) {
        guard line.last == UInt8(ascii: "\n") else { return nil }
        let words = String(decoding: line.dropLast(), as: UTF8.self).split(separator: " ")
        switch words.first {
        case "space" where words.count == 3:
            guard let size = UInt64(words[1]), let free = UInt64(words[2]) else { return nil }
            self = .space(size: size, free: free)
        case "entry" where words.count == 3:
            guard let mode = UInt32(words[1]), let owner = UInt32(words[2]) else { return nil }
            self = .entry(mode: mode, owner: owner)
        case "names" where words.count <= PlaceQuestion.mostNames + 1:
            let names = words.dropFirst().map { Self.bytes(ofDigits: $0) }
            guard !names.contains(nil) else { return nil }
            self = .names(names.compactMap(\.self))
        case "error" where words.count == 2:
            guard let number = Int32(words[1]) else { return nil }
            self = .error(ErrorNumber(number))
        default: return nil
        }
    }

    /// A name as digits, because it may hold anything but `/` and the byte 0.
    private static func digits(of name: [UInt8]) -> String {
        name.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func bytes(ofDigits text: Substring) -> [UInt8]? {
        let digits = text.utf8.map { Character(UnicodeScalar($0)).hexDigitValue }
        guard !digits.isEmpty, digits.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[place], let low = digits[place + 1] else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        return bytes.contains(0) || bytes.contains(HostPath.slash) ? nil : bytes
    }
}
