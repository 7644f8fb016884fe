import Glibc
import StorageModel

/// A path on this machine: bytes, as the kernel has it, which need not be UTF-8.
///
/// Nothing is normalised; two spellings of one place are two paths.
public struct HostPath: Hashable, Sendable {
    /// The bytes of the path, without a terminator.
    public let bytes: [UInt8]

    /// A path from its bytes.
    public init(bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    /// A path from text.
    public init(_ text: String) {
        self.bytes = Array(text.utf8)
    }

    /// The path as text; bytes that are not UTF-8 become U+FFFD, line breaks and control characters stay.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether the path starts at the root folder.
    public var isAbsolute: Bool { bytes.first == Self.slash }

    /// The names along the path; repeated and trailing slashes count once.
    public var components: [ArraySlice<UInt8>] { bytes.split(separator: Self.slash) }

    /// The path of `name` in the folder this path leads to.
    public func appending(_ name: some Collection<UInt8>) -> HostPath {
        guard !bytes.isEmpty, bytes.last != Self.slash else { return HostPath(bytes: bytes + name) }
        return HostPath(bytes: bytes + [Self.slash] + name)
    }

    /// The path of `name` in the folder this path leads to.
    public func appending(_ name: String) -> HostPath { appending(Array(name.utf8)) }

    /// The path without its last name: the root folder for `/a`, and `.` for `a`.
    public var parent: HostPath {
        let trimmed = withoutTrailingSlashes.bytes
        guard let slash = trimmed.lastIndex(of: Self.slash) else { return HostPath(".") }
        return HostPath(bytes: trimmed[...slash]).withoutTrailingSlashes
    }

    /// The path without slashes at its end; the root folder keeps one.
    var withoutTrailingSlashes: HostPath {
        guard let last = bytes.lastIndex(where: { $0 != Self.slash }) else {
            return HostPath(bytes: bytes.prefix(1))
        }
        return HostPath(bytes: bytes[...last])
    }

    static let slash = UInt8(ascii: "/")
}

extension HostPath: Comparable {
    /// By bytes.
    public static func < (left: HostPath, right: HostPath) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}

extension HostPath: CustomStringConvertible {
    /// The path on one line and harmless to a terminal, for people to read.
    ///
    /// Bytes that are not UTF-8 become U+FFFD; what is not seen, such as control characters, line separators and marks
    /// that change the direction of writing, is spelled out, as in `\n` or `\u{1B}`.
    public var description: String {
        var line = ""
        for scalar in text.unicodeScalars {
            if scalar.isVisible {
                line.unicodeScalars.append(scalar)
            } else {
                line += scalar.escaped(asASCII: true)
            }
        }
        return line
    }
}

extension HostPath {
    /// The path in a C string.
    @unsafe
    init(cString: UnsafePointer<CChar>) {
        unsafe self.init(bytes: UnsafeRawBufferPointer(start: cString, count: strlen(cString)))
    }

    /// Hands the path as a C string to a call that answers -1 when it cannot do its work, and returns its answer.
    ///
    /// A path that holds a NUL byte cannot be a C string and is refused with EINVAL.
    @unsafe
    @discardableResult
    func systemCall(_ call: (UnsafePointer<CChar>) -> Int) throws(ErrorNumber) -> Int {
        guard !bytes.contains(0) else { throw ErrorNumber(EINVAL) }
        let terminated = bytes + [0]
        // The number is read at once, before freeing the array can change it.
        let (answer, error) = unsafe terminated.withUnsafeBytes { buffer -> (Int, ErrorNumber) in
            guard let start = unsafe buffer.assumingMemoryBound(to: CChar.self).baseAddress else {
                return (-1, ErrorNumber(EINVAL))
            }
            let answer = unsafe call(start)
            return (answer, .last)
        }
        guard answer != -1 else { throw error }
        return answer
    }
}
