/// A line that may be machine-readable, as a scanner or an optical reader wrote it.
struct MachineLine: Sendable {
    /// Where its first character stands in the window.
    let start: Int
    /// The position after its last character.
    let end: Int
    private let characters: Symbols
    private let isLonger: Bool

    /// The line around a position.
    init?(_ text: Span<UInt8>, around position: Int) {
        var first = position
        while first > 0, first > position - 90, text[first - 1] != 0x0A { first -= 1 }
        self.init(text, startingAt: first)
    }

    /// The line that ends at a position, which holds its line break.
    init?(_ text: Span<UInt8>, endingAt position: Int) {
        guard position > 0, position < text.count else { return nil }
        var last = position
        while last > 0, last > position - 4, text[last] <= 0x20 { last -= 1 }
        self.init(text, around: last)
    }

    /// The line that starts at a position, or after some white space.
    init?(_ text: Span<UInt8>, startingAt position: Int) {
        var first = position
        while first < text.count, first < position + 40, text[first] <= 0x20 { first += 1 }
        guard first < text.count else { return nil }
        start = first
        var characters = Symbols()
        var next = first
        var last = first
        var overflow = false
        while next < text.count, text[next] != 0x0A, text[next] != 0x0D {
            guard next < first + 100, characters.count < 48 else {
                overflow = true
                break
            }
            let byte = text[next]
            next += 1
            if byte.isUpperCase || byte.isDigit || byte == UInt8(ascii: "<") {
                characters.append(byte)
                last = next
            } else if byte == 0xC2, text.byte(next) == 0xAB {
                // Optical readers take two fillers for a quotation mark.
                next += 1
                characters.append(UInt8(ascii: "<"))
                characters.append(UInt8(ascii: "<"))
                last = next
            } else if byte.isBlank || byte == 0xC2 || byte == 0xA0 {
                continue
            } else if byte.isLowerCase {
                characters.append(byte.upperCased)
                last = next
            } else {
                overflow = true
                break
            }
        }
        end = last
        self.characters = characters
        isLonger = overflow
    }

    /// The line with a number of characters; a single missing filler is put back, and one too many taken away.
    func symbols(_ size: Int) -> Symbols? {
        guard !isLonger, abs(characters.count - size) <= 1, characters.count > 1 else { return nil }
        if characters.count == size { return characters }
        // Readers lose fillers where many stand together.
        var run = 0
        var longest = 0
        var length = 0
        for position in 0..<characters.count {
            length = characters[position] == UInt8(ascii: "<") ? length + 1 : 0
            if length > longest { (run, longest) = (position - length + 1, length) }
        }
        guard longest >= 2 else { return nil }
        var repaired = characters.slice(0..<run)
        if characters.count < size { repaired.append(UInt8(ascii: "<")) }
        repaired.append(characters.slice((characters.count < size ? run : run + 1)..<characters.count))
        return repaired.count == size ? repaired : nil
    }
}

extension Symbols {
    /// Whether two fillers stand together, as between a surname and given names.
    var holdsFillers: Bool {
        (1..<Swift.max(2, count)).contains { self[$0] == UInt8(ascii: "<") && self[$0 - 1] == UInt8(ascii: "<") }
    }

    /// Whether a check digit is that of some fields, also where letters were read for digits.
    func holdsTravelDigit(over fields: [Range<Int>], at position: Int) -> Bool {
        let last = self[position].asReadDigit
        guard last.isDigit || last == UInt8(ascii: "<") else { return false }
        let wanted = last.isDigit ? last.digitValue : 0
        var plain = Symbols()
        for field in fields { plain.append(slice(field)) }
        // A field of fillers alone has a check digit, too, but tells nothing.
        guard (0..<plain.count).contains(where: { plain[$0] != UInt8(ascii: "<") }) else { return false }
        if travelDocumentDigit(plain) == wanted { return true }
        for index in 0..<plain.count { plain[index] = plain[index].asReadDigit }
        return travelDocumentDigit(plain) == wanted
    }

    /// Whether a date of six digits stands at a position; the month and the day may be unknown.
    func holdsTravelDate(at position: Int) -> Bool {
        var date = slice(position..<position + 6)
        for index in 0..<date.count { date[index] = date[index].asReadDigit }
        if date[2] == UInt8(ascii: "<") { return date.areDigits(0..<2) }
        guard date.areDigits else { return false }
        return 0...12 ~= date.number(2..<4) && 0...31 ~= date.number(4..<6)
    }
}

extension UInt8 {
    /// The digit that an optical reader may have taken for this letter.
    fileprivate var asReadDigit: UInt8 {
        switch self {
        case UInt8(ascii: "O"), UInt8(ascii: "Q"), UInt8(ascii: "D"): UInt8(ascii: "0")
        case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
        case UInt8(ascii: "Z"): UInt8(ascii: "2")
        case UInt8(ascii: "S"): UInt8(ascii: "5")
        case UInt8(ascii: "G"): UInt8(ascii: "6")
        case UInt8(ascii: "B"): UInt8(ascii: "8")
        default: self
        }
    }
}
