/// Letters that stand for bytes, decoded one after the other.
public struct EncodedLetters: Sendable {
    let alphabet: Alphabet
    /// What was decoded.
    public private(set) var bytes: [UInt8] = []
    private var bits: UInt32 = 0
    private var bitCount: UInt32 = 0
    /// How many letters of the line were taken.
    var line = 0

    /// Begins with none.
    public init(alphabet: Alphabet) {
        self.alphabet = alphabet
    }

    /// Takes what a letter stands for.
    public mutating func take(_ value: UInt8) {
        line += 1
        guard alphabet != .base85 else { return takeInGroup(value) }
        bits = bits << alphabet.width | UInt32(value)
        bitCount += alphabet.width
        guard bitCount >= 8 else { return }
        bitCount -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> bitCount))
    }

    /// Takes one of the five letters that stand for four bytes; here, each counts as eight bits.
    private mutating func takeInGroup(_ value: UInt8) {
        guard value != Alphabet.zeros else { return bytes += [0, 0, 0, 0] }
        bits = bits &* 85 &+ UInt32(value)
        bitCount += 8
        if bitCount == 40 { endGroup(of: 4) }
    }

    private mutating func endGroup(of count: UInt32) {
        for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: bits >> (24 - 8 * index))) }
        bits = 0
        bitCount = 0
    }

    /// Takes what the last letters stand for, which are fewer than a group.
    public mutating func end() {
        guard alphabet == .base85, bitCount > 8 else { return }
        let count = bitCount / 8 - 1
        while bitCount < 40 {
            bits = bits &* 85 &+ 84
            bitCount += 8
        }
        endGroup(of: count)
    }

    /// The letters that bytes are written with.
    public enum Alphabet: Sendable {
        case hex
        case base32
        case base64
        case base85

        /// In base85, what the letter has for a value that stands for four zeros alone.
        static let zeros: UInt8 = 85

        /// How many bits a letter stands for; in base85, that is no whole number.
        var width: UInt32 {
            switch self {
            case .hex: 4
            case .base32: 5
            case .base64, .base85: 6
            }
        }

        /// What a letter stands for; nil for what is none.
        public func value(_ byte: UInt8) -> UInt8? {
            switch self {
            case .hex: HexDigit.value(byte)
            case .base32: Self.of32(byte)
            case .base64: Self.of64(byte)
            case .base85: Self.of85(byte)
            }
        }

        private static func of85(_ byte: UInt8) -> UInt8? {
            switch byte {
            case UInt8(ascii: "!")...UInt8(ascii: "u"): byte - UInt8(ascii: "!")
            case UInt8(ascii: "z"): zeros
            default: nil
            }
        }

        private static func of32(_ byte: UInt8) -> UInt8? {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
            case UInt8(ascii: "2")...UInt8(ascii: "7"): byte - UInt8(ascii: "2") + 26
            default: nil
            }
        }

        private static func of64(_ byte: UInt8) -> UInt8? {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
            case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
            case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
            case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
            default: nil
            }
        }
    }
}
