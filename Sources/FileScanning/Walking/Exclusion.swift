internal import Glibc

/// What is left out of a scan, by patterns as a shell has them (fnmatch(3)).
struct Exclusion: Sendable {
    private let names: [String]
    private let paths: [String]

    /// A pattern with a slash inside is for paths below the given one, any other for names; one at the end is ignored.
    init(_ patterns: [String]) {
        let trimmed = patterns.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }.filter { !$0.isEmpty }
        names = trimmed.filter { !$0.contains("/") }
        paths = trimmed.filter { $0.contains("/") }.map { $0.hasPrefix("/") ? String($0.dropFirst()) : $0 }
    }

    /// Whether an entry is left out.
    func contains(name: [UInt8], path: [UInt8]) -> Bool {
        names.contains { matches($0, name, 0) } || paths.contains { matches($0, path, FNM_PATHNAME) }
    }

    private func matches(_ pattern: String, _ bytes: [UInt8], _ flags: Int32) -> Bool {
        let text = (bytes + [0]).map { CChar(bitPattern: $0) }
        return unsafe fnmatch(pattern, text, flags) == 0
    }
}
