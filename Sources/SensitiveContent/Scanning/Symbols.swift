/// A short run of ASCII letters and digits, without what separated them; what check digits are computed over.
struct Symbols: Sendable, ExpressibleByStringLiteral {
    static let most = 56
    private(set) var count = 0
    private var storage = InlineArray<56, UInt8>(repeating: 0)

    init() {}

    /// Takes the bytes of a text as they are; what is too long is cut.
    init(_ text: some StringProtocol) {
        for byte in text.utf8 { append(byte) }
    }

    init(stringLiteral value: String) {
        self.init(value)
    }

    subscript(position: Int) -> UInt8 {
        @inline(__always) get { storage.span[position] }
        set { storage[position] = newValue }
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        guard count < Self.most else { return }
        storage[count] = byte
        count += 1
    }

    mutating func append(_ other: Symbols) {
        for position in 0..<other.count { append(other[position]) }
    }

    /// The number a digit stands for.
    @inline(__always)
    func digit(_ position: Int) -> Int { storage.span[position].digitValue }

    /// The number that some digits stand for.
    func number(_ range: Range<Int>) -> Int {
        range.reduce(0) { $0 * 10 + digit($1) }
    }

    func slice(_ range: Range<Int>) -> Symbols {
        var part = Symbols()
        for position in range { part.append(self[position]) }
        return part
    }

    /// Whether all are digits.
    func areDigits(_ range: Range<Int>) -> Bool {
        for position in range where !self[position].isDigit { return false }
        return true
    }

    var areDigits: Bool { areDigits(0..<count) }

    /// How many different ones there are.
    var variety: Int {
        var seen: UInt128 = 0
        for position in 0..<count { seen |= 1 << UInt128(self[position] & 127) }
        return seen.nonzeroBitCount
    }

    /// Drops what is not a letter or digit, and takes capitals.
    static func normalized(_ text: some StringProtocol) -> Symbols {
        var symbols = Symbols()
        for byte in text.utf8 where byte.isLetterOrDigit { symbols.append(byte.upperCased) }
        return symbols
    }
}

extension Symbols: Equatable {
    static func == (left: Symbols, right: Symbols) -> Bool {
        guard left.count == right.count else { return false }
        for position in 0..<left.count where left[position] != right[position] { return false }
        return true
    }
}

extension Symbols {
    /// Appends a letter as the two digits of its place in the alphabet.
    mutating func append(letter: UInt8) {
        let place = letter &- 0x40
        append(0x30 + place / 10)
        append(0x30 + place % 10)
    }
}
