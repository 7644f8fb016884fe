/// An account number that goes on below itself while other columns stand beside it, as in printed lists, in lists of words with
/// their labels, and in records of some lines.
struct GroupsInLines {
    private let country: AccountCountry
    /// What stands before the number in its line.
    private let stem: Range<Int>
    private var symbols: [UInt8] = []
    /// After how many characters a line ends.
    private var lineEnds: [Int] = []
    /// Whether a line is cut into groups.
    private var hasGroups = false
    /// Whether it is cut once by the size of what follows.
    private var hasChunks = false
    private var position: Int

    private static let longestStem = 160
    private static let longestLine = 240
    private static let longestSize = 6
    /// So many lines may stand between two groups that follow the same words.
    private static let mostBetween = 5
    /// So many characters stand in the first line of a number that is cut anywhere.
    private static let fewestInLine = 5

    /// The number that begins here and goes on in other lines; nil when none does.
    static func number(_ text: Span<UInt8>, at start: Int) -> [UInt8]? {
        guard let country = AccountCountry.of(text.byte(start), text.byte(start + 1)) else { return nil }
        var line = start
        while line > 0, line > start - longestStem, text[line - 1] != 0x0A { line -= 1 }
        guard line == 0 || text[line - 1] == 0x0A else { return nil }
        var groups = GroupsInLines(country: country, stem: line..<start, position: start)
        return groups.number(text)
    }

    private init(country: AccountCountry, stem: Range<Int>, position: Int) {
        self.country = country
        self.stem = stem
        self.position = position
    }

    private var missing: Int { country.length - symbols.count }

    private mutating func number(_ text: Span<UInt8>) -> [UInt8]? {
        while true {
            takeGroups(text)
            guard !text.byte(position).isLetterOrDigit else { return nil }
            if missing == 0 { break }
            guard let next = nextPlace(text) else { return nil }
            lineEnds.append(symbols.count)
            hasChunks = lineEnds.count == 1 && placeInNextChunk(text) == next
            position = next
        }
        return !lineEnds.isEmpty && isCutLikeOne ? AccountParts.number(at: symbols) : nil
    }

    /// Takes the groups that stand in a line with single blanks between them.
    private mutating func takeGroups(_ text: Span<UInt8>) {
        take(text, most: missing)
        while missing > 0, symbols.count % 4 == 0, let next = nextGroup(text) {
            hasGroups = true
            position = next
            take(text, most: min(4, missing))
        }
    }

    private mutating func take(_ text: Span<UInt8>, most: Int) {
        let end = position + most
        while position < end, text.byte(position).isDigit || text.byte(position).isUpperCase {
            symbols.append(text[position])
            position += 1
        }
    }

    /// Where the next group begins; what else stands behind a blank is another column.
    private func nextGroup(_ text: Span<UInt8>) -> Int? {
        let isWideBlank = text.byte(position) == 0xC2 && text.byte(position + 1) == 0xA0
        let width = text.byte(position) == 0x20 ? 1 : isWideBlank ? 2 : 0
        let start = position + width
        var end = start
        while end < start + 4, text.byte(end).isDigit || text.byte(end).isUpperCase { end += 1 }
        return width > 0 && end - start == min(4, missing) && !text.byte(end).isLetterOrDigit ? start : nil
    }

    /// Whether lines end between groups of four, or each after as many characters.
    private var isCutLikeOne: Bool {
        if hasChunks || lineEnds.allSatisfy({ $0 % 4 == 0 }) { return true }
        guard !hasGroups, let width = lineEnds.first, width >= Self.fewestInLine else { return false }
        return lineEnds.enumerated().allSatisfy { $1 == width * ($0 + 1) }
    }

    // MARK: Lines

    /// Where the number goes on: in the next line below itself, or behind the words that it stands behind.
    private func nextPlace(_ text: Span<UInt8>) -> Int? {
        if let place = placeInNextChunk(text) { return place }
        var line = position
        for between in 0...Self.mostBetween {
            guard let next = Self.lineAfter(text, line) else { return nil }
            line = next
            let place = placeBehindStem(text, line) ?? (between == 0 ? placeBelow(text, line) : nil)
            if let place, text.byte(place).isDigit || text.byte(place).isUpperCase { return place }
            // Without words there is nothing to know a later line by.
            guard stem.contains(where: { text[$0].isLetter }) else { return nil }
        }
        return nil
    }

    /// The place behind the size of the next part of an answer of a server (RFC 9112 section 7.1).
    private func placeInNextChunk(_ text: Span<UInt8>) -> Int? {
        guard text.holds("\r\n", at: position) else { return nil }
        var end = position + 2
        while end < position + 2 + Self.longestSize, HexDigit.value(text.byte(end)) != nil { end += 1 }
        return end > position + 2 && text.holds("\r\n", at: end) ? end + 2 : nil
    }

    private static func lineAfter(_ text: Span<UInt8>, _ start: Int) -> Int? {
        var end = start
        while end < start + longestLine, end < text.count {
            if text[end] == 0x0A { return end + 1 }
            end += 1
        }
        return nil
    }

    /// The place behind what stands before the number in its first line, with other figures and other blanks.
    private func placeBehindStem(_ text: Span<UInt8>, _ line: Int) -> Int? {
        var place = line
        var wanted = stem.lowerBound
        while wanted < stem.upperBound {
            let byte = text[wanted]
            if byte.isDigit || byte.isBlank {
                guard Self.isAlike(text.byte(place), byte) else { return nil }
                while wanted < stem.upperBound, Self.isAlike(text[wanted], byte) { wanted += 1 }
                while Self.isAlike(text.byte(place), byte) { place += 1 }
            } else {
                guard text.byte(place) == byte else { return nil }
                wanted += 1
                place += 1
            }
        }
        return place
    }

    /// Whether both are digits, or both blanks.
    private static func isAlike(_ one: UInt8, _ other: UInt8) -> Bool {
        one.isDigit && other.isDigit || one.isBlank && other.isBlank
    }

    /// The place in the same column, where a word begins.
    private func placeBelow(_ text: Span<UInt8>, _ line: Int) -> Int? {
        let columns = stem.count { text[$0] & 0xC0 != 0x80 }
        var place = line
        for _ in 0..<columns {
            guard text.byte(place) >= 0x20 || text.byte(place) == 0x09 else { return nil }
            place += 1
            while text.byte(place) & 0xC0 == 0x80 { place += 1 }
        }
        return place > line && text.byte(place - 1).isBlank ? place : nil
    }
}
