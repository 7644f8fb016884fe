internal import HostFacts
internal import SensitiveContent

/// How files are named for people: what they wrote themselves as it is, and below that, names with what the detectors find
/// in them masked, as the names of members of archives are.
struct ShownPaths {
    /// The paths as they were given.
    let given: [HostPath]
    let detectors: DetectorSet

    /// The name of a file that was found at or below a given path.
    func name(of path: HostPath) -> String {
        let own = given.filter { isAtOrBelow(path, $0) }.map(\.bytes.count).max() ?? 0
        let names = path.bytes.dropFirst(own).split(separator: Self.slash, omittingEmptySubsequences: false)
        let below = names.map { masked(String(decoding: $0, as: UTF8.self)) }.joined(separator: "/")
        return HostPath(bytes: path.bytes.prefix(own)).description + HostPath(below).description
    }

    private static let slash = UInt8(ascii: "/")

    private func isAtOrBelow(_ path: HostPath, _ given: HostPath) -> Bool {
        guard path.bytes.starts(with: given.bytes) else { return false }
        let next = path.bytes.dropFirst(given.bytes.count).first
        return next == nil || next == Self.slash || given.bytes.last == Self.slash
    }

    /// Nothing is found in a name without a sign that separates two words and without a digit.
    private func masked(_ name: String) -> String {
        name.utf8.allSatisfy(isLetter) ? name : ContentScanner.masked(name: name, detectors: detectors)
    }

    private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
