/// A set of word groups: whose context a word is.
///
/// The first bits stand for detectors, in the order of the ``DetectorSet``; the last for ``SharedWords``.
struct GroupSet: Hashable, Sendable {
    private(set) var bits: UInt128

    static let none = GroupSet(bits: 0)

    /// The context of the detector with an index.
    init(detector index: Int) {
        bits = 1 << UInt128(index)
    }

    @inline(__always)
    init(_ shared: SharedWords) {
        bits = 1 << UInt128(127 - shared.rawValue)
    }

    private init(bits: UInt128) {
        self.bits = bits
    }

    /// So many detectors can have context of their own.
    static let mostDetectors = 128 - SharedWords.allCases.count

    var isEmpty: Bool { bits == 0 }

    @inline(__always)
    func meets(_ other: GroupSet) -> Bool { bits & other.bits != 0 }

    @inline(__always)
    func contains(_ shared: SharedWords) -> Bool { meets(GroupSet(shared)) }

    /// What belongs to both.
    @inline(__always)
    func common(with other: GroupSet) -> GroupSet { GroupSet(bits: bits & other.bits) }

    /// Takes the first detector out of some whose context it is; nil when none is left.
    @inline(__always)
    mutating func popDetector() -> Int? {
        guard bits != 0 else { return nil }
        defer { bits &= bits &- 1 }
        return bits.trailingZeroBitCount
    }

    mutating func insert(_ other: GroupSet) { bits |= other.bits }
}
