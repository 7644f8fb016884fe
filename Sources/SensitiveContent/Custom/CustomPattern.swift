/// How an institution's own numbers look, in a language small enough to be read aloud.
///
/// `9` is a digit, `A` a letter, `x` either; `{4}` or `{4,6}` after one of them says how many. What stands in single
/// quotes, and the marks `-`, `/`, `.`, `_`, `#`, `:` and a space, stand for themselves: `'IST'-9{6}`, `A99/9{4}`.
/// Capitals do not count, and nothing that is a letter or a digit may stand right before or after.
public struct CustomPattern: Hashable, Sendable, CustomStringConvertible {
    /// The pattern as it was written.
    public let text: String
    let pieces: [Piece]

    /// One kind of character, so many times.
    struct Piece: Hashable, Sendable {
        var kind: Kind
        var least: Int
        var most: Int
    }

    enum Kind: Hashable, Sendable {
        case digit, letter, either
        /// A byte that stands for itself, as a small letter.
        case literal(UInt8)
    }

    /// A number is at most so long.
    static let longest = 48
    /// What is shorter is found everywhere.
    static let shortest = 4

    /// Reads a pattern.
    /// - Parameter text: The pattern.
    /// - Throws: ``CustomDetectorError`` with what is wrong and where.
    public init(_ text: String) throws(CustomDetectorError) {
        self.text = text
        var pieces: [Piece] = []
        let bytes = Array(text.utf8)
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "9"): pieces.append(Piece(kind: .digit, least: 1, most: 1))
            case UInt8(ascii: "A"): pieces.append(Piece(kind: .letter, least: 1, most: 1))
            case UInt8(ascii: "x"): pieces.append(Piece(kind: .either, least: 1, most: 1))
            case UInt8(ascii: "'"):
                guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "'")) else {
                    throw .pattern(text, at: position, "the quote that opens here is not closed")
                }
                guard end > position else { throw .pattern(text, at: position, "nothing stands between these quotes") }
                for literal in bytes[position..<end] {
                    guard literal >= 0x20, literal < 0x7F else {
                        throw .pattern(text, at: position, "only ASCII characters can be quoted")
                    }
                    let small = literal.isUpperCase ? literal | 0x20 : literal
                    pieces.append(Piece(kind: .literal(small), least: 1, most: 1))
                }
                position = end + 1
            case UInt8(ascii: "{"):
                guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "}")) else {
                    throw .pattern(text, at: position, "the count that opens here is not closed")
                }
                guard let last = pieces.last, last.least == 1, last.most == 1 else {
                    throw .pattern(text, at: position, "a count follows 9, A or x")
                }
                if case .literal = last.kind { throw .pattern(text, at: position, "a count follows 9, A or x") }
                let parts = bytes[position..<end].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
                let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
                guard numbers.count == parts.count, (1...2).contains(numbers.count), let least = numbers.first,
                    let most = numbers.last, least >= 1, most >= least, most <= Self.longest
                else { throw .pattern(text, at: position, "a count is {4} or {4,6}, from 1 to \(Self.longest)") }
                pieces[pieces.count - 1].least = least
                pieces[pieces.count - 1].most = most
                position = end + 1
            case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "#"),
                UInt8(ascii: ":"), UInt8(ascii: " "):
                pieces.append(Piece(kind: .literal(byte), least: 1, most: 1))
            default:
                throw .pattern(text, at: position, "only 9, A, x, quotes, counts and - / . _ # : have a meaning here")
            }
        }
        let most = pieces.reduce(0) { $0 + $1.most }
        let least = pieces.reduce(0) { $0 + $1.least }
        guard least >= Self.shortest else {
            throw .pattern(
                text, at: nil,
                "it has \(least) characters, and what is shorter than \(Self.shortest) is found everywhere")
        }
        guard most <= Self.longest else {
            throw .pattern(
                text, at: nil, "it has up to \(most) characters, and at most \(Self.longest) can be looked for")
        }
        guard pieces.contains(where: { $0.kind == .digit || $0.kind == .either }) else {
            throw .pattern(text, at: nil, "without 9 or x it would find words; list them as values instead")
        }
        guard let first = pieces.first?.kind, first.isLetterOrDigit else {
            throw .pattern(text, at: 1, "it has to begin with a letter or a digit")
        }
        self.pieces = pieces
    }

    /// The pattern as it was written.
    public var description: String { text }

    /// Where a match that begins at a position ends; the longest one, nil without any.
    func end(in text: Span<UInt8>, at start: Int) -> Int? {
        end(in: text, at: start, piece: 0)
    }

    private func end(in text: Span<UInt8>, at start: Int, piece index: Int) -> Int? {
        guard index < pieces.count else { return text.byte(start).isLetterOrDigit ? nil : start }
        let piece = pieces[index]
        var count = 0
        while count < piece.most, piece.kind.accepts(text.byte(start + count)) { count += 1 }
        while count >= piece.least {
            if let end = end(in: text, at: start + count, piece: index + 1) { return end }
            count -= 1
        }
        return nil
    }
}

extension CustomPattern.Kind {
    var isLetterOrDigit: Bool {
        if case .literal(let byte) = self { return byte.isLetterOrDigit }
        return true
    }

    func accepts(_ byte: UInt8) -> Bool {
        switch self {
        case .digit: byte.isDigit
        case .letter: byte.isLetter
        case .either: byte.isLetterOrDigit
        case .literal(let literal): (byte.isUpperCase ? byte | 0x20 : byte) == literal
        }
    }
}
