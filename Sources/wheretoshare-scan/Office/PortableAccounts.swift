internal import SensitiveContent

/// The account numbers of a PDF that were told, so that one that stands in several places for one reader is told once.
final class PortableAccounts {
    private var known: Set<[UInt8]> = []

    /// Notes numbers that are found where they stand.
    func note(_ accounts: Set<[UInt8]>) { known.formUnion(accounts) }

    /// Reads numbers of which the parts stand apart, or that no page shows, unless they were told.
    func tell(_ accounts: Set<[UInt8]>, to desk: Desk) {
        let others = accounts.subtracting(known).sorted { $0.lexicographicallyPrecedes($1) }
        guard !others.isEmpty else { return }
        known.formUnion(others)
        desk.begin(.hidden)
        desk.read(Array(others.joined(separator: [0x0A])))
        desk.end()
    }
}

/// The text of pages, which is looked at while it is read.
final class WatchedPages: ByteStream {
    private let rest: ByteStream
    /// The account numbers in it, and what may be a part of one.
    private(set) var accounts = ScatteredAccounts()
    /// Whether there is a row of letters that nobody can tell.
    private(set) var hasUnknownLetters = false
    private var unknownLetters = 0
    private var lines = SlantedLines()
    /// Whether lines may have been drawn at an angle, so that each letter has a line of its own.
    var mayHaveSlantedLines: Bool { lines.wereSeen }

    /// So many in one line may be an account number; signs and marks of lists are fewer.
    private static let fewest = 15

    init(_ rest: ByteStream) {
        self.rest = rest
    }

    override func next() throws(Obstacle) -> [UInt8] {
        let piece = try rest.next()
        accounts.read(piece, isLast: piece.isEmpty)
        if !hasUnknownLetters { count(in: piece) }
        return piece
    }

    private func count(in piece: [UInt8]) {
        let text = piece.span
        var line = 0
        for index in text.indices {
            switch text[index] {
            case 0x0A:
                lines.take(text.extracting(line..<index))
                line = index + 1
                unknownLetters = 0
            case 0x20, 0x09, 0x80...0xBF: continue
            // Codes of letters, some of which come out as blanks.
            case 0x01...0x08, 0x0E...0x1F: unknownLetters += 2
            // Characters for private use; the last of them are parts of tall brackets.
            case 0xEE: unknownLetters += 1
            case 0xEF where index + 2 < text.count && Self.isUnknown(text[index + 1], text[index + 2]):
                unknownLetters += 1
            default: unknownLetters = 0
            }
            if unknownLetters >= Self.fewest { return hasUnknownLetters = true }
        }
    }

    private static func isUnknown(_ second: UInt8, _ third: UInt8) -> Bool {
        second <= 0xA2 || second == 0xBF && third == 0xBD
    }
}

/// Lines of a character or two, or of characters with blanks between them, which is what a page's text has of a line that is
/// drawn at an angle, or in boxes.
private struct SlantedLines {
    private(set) var wereSeen = false
    private var capitals = 0
    private var digits = 0
    /// How many digits have a line of their own, or blanks around them.
    private var loneDigits = 0

    /// An axis has fewer.
    private static let fewestDigits = 12
    private static let fewestCapitals = 2

    mutating func take(_ line: Span<UInt8>) {
        guard !line.isEmpty else { return }
        let isLone = Self.isSpaced(line)
        guard line.count <= 2 || isLone else {
            (capitals, digits, loneDigits) = (0, 0, 0)
            return
        }
        for index in line.indices {
            if (0x41...0x5A).contains(line[index]) { capitals += 1 }
            if (0x30...0x39).contains(line[index]) {
                digits += 1
                if isLone { loneDigits += 1 }
            }
        }
        wereSeen =
            wereSeen || digits >= Self.fewestDigits && capitals >= Self.fewestCapitals
            || loneDigits >= Self.fewestDigits && capitals > 0
    }

    private static func isSpaced(_ line: Span<UInt8>) -> Bool {
        for index in line.indices where (line[index] == 0x20) != (index % 2 == 1) { return false }
        return true
    }
}
