/// An account number in groups of four, behind one of which the mark of a note stands: `AT61 19043 0023 4573 2012` when the note
/// is the third one.
struct NotedGroups {
    private var symbols: [UInt8] = []
    private var position: Int
    private var hasNote = false
    private let length: Int

    private static let longestMark = 2

    /// The number that begins here; nil when none with a note in it does.
    static func number(_ text: Span<UInt8>, at start: Int) -> [UInt8]? {
        let length = AccountCountry.length(text.byte(start), text.byte(start + 1))
        guard length > 0 else { return nil }
        var groups = NotedGroups(position: start, length: length)
        return groups.number(text)
    }

    private init(position: Int, length: Int) {
        self.position = position
        self.length = length
    }

    private mutating func number(_ text: Span<UInt8>) -> [UInt8]? {
        while true {
            guard take(text, min(4, length - symbols.count)) else { return nil }
            if symbols.count == length { break }
            skipMark(text)
            let width = Self.widthOfBlank(text, position)
            guard width > 0 else { return nil }
            position += width
        }
        let goesOn =
            text.byte(position).isLetterOrDigit || text.byte(position) == 0x20 && text.byte(position + 1).isDigit
        return hasNote && !goesOn ? AccountParts.number(at: symbols) : nil
    }

    private mutating func take(_ text: Span<UInt8>, _ count: Int) -> Bool {
        let end = position + count
        while position < end, text.byte(position).isDigit || text.byte(position).isUpperCase {
            symbols.append(text[position])
            position += 1
        }
        return position == end
    }

    /// Goes behind a small number, which may stand in brackets or behind a blank.
    private mutating func skipMark(_ text: Span<UInt8>) {
        guard !hasNote else { return }
        var end = position + Self.widthOfBlank(text, position)
        let opening = text.byte(end)
        let isInBrackets = opening == UInt8(ascii: "[") || opening == UInt8(ascii: "(")
        if isInBrackets { end += 1 }
        let first = end
        while end <= first + Self.longestMark, text.byte(end).isDigit { end += 1 }
        guard 1...Self.longestMark ~= end - first, !text.byte(end).isLetterOrDigit else { return }
        if isInBrackets {
            guard text.byte(end) == (opening == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: ")")) else {
                return
            }
            end += 1
        }
        position = end
        hasNote = true
    }

    private static func widthOfBlank(_ text: Span<UInt8>, _ position: Int) -> Int {
        switch text.byte(position) {
        case 0x20, 0x0A: 1
        case 0xC2: text.byte(position + 1) == 0xA0 ? 2 : 0
        default: 0
        }
    }
}
