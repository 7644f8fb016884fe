/// How a value is shown without telling it.
enum Mask: Hashable, Sendable {
    /// So many letters and digits at the beginning and at the end stay.
    case ends(Int, Int)
    /// The first letter and the domain stay.
    case mail
    /// The first letter of each word stays.
    case initials
    /// Nothing stays, not even the length: always the same number of dots.
    case all
    /// So many letters and digits at the beginning stay, and the same number of dots follows whatever the length is.
    case beginning(Int)

    /// The value with most of it hidden; at most 48 characters.
    func apply(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> String {
        switch self {
        case .all: return Self.secret
        case .beginning(let count): return Self.beginning(count, text, start, end) + Self.secret
        case .ends, .mail, .initials: break
        }
        var characters = 0
        for position in start..<end where text.beginsCharacter(at: position) { characters += 1 }
        var shown = ""
        var seen = 0
        var isInDomain = false
        var previous: UInt8 = 0x20
        var length = 0
        for position in start..<end where length < 48 {
            let byte = text[position]
            defer { previous = byte }
            guard byte < 0x80 || byte >= 0xC2 else { continue }
            guard text.beginsCharacter(at: position) else {
                if byte == UInt8(ascii: "@") { isInDomain = true }
                if self == .mail, !isInDomain { continue }
                // Blanks may reach over lines and what indents them.
                if byte <= 0x20 || byte >= 0x7F, shown.hasSuffix(" ") { continue }
                length += 1
                if byte <= 0x20 || byte >= 0x7F {
                    shown.append(" ")
                } else if Self.separators.contains(byte) {
                    shown.append(Character(Unicode.Scalar(byte)))
                } else if !shown.hasSuffix("•") {
                    shown.append("•")
                }
                continue
            }
            let stays: Bool =
                switch self {
                case .ends(let first, let last):
                    // A short value would be told by its ends.
                    characters > 2 * (first + last) - 2 && (seen < first || seen >= characters - last)
                case .mail: isInDomain || seen == 0 && text.byte(position + 1) != UInt8(ascii: "@")
                case .initials: previous <= 0x20 || Self.separators.contains(previous)
                case .all, .beginning: false
                }
            seen += 1
            length += 1
            if stays && byte < 0x80 {
                shown.append(Character(Unicode.Scalar(byte)))
            } else if !(isWordMask && shown.hasSuffix("•••")) {
                shown.append("•")
            }
        }
        return shown
    }

    /// What separates the parts of a value; other marks may stand for letters, as they do in encodings of seven bits.
    private static let separators = Set(" -./:,;+()'@^=<&_\\".utf8)

    /// What stands for a secret of any length.
    private static let secret = "••••••••"

    /// The first characters of a value that is at least four times as long; nothing of a shorter one.
    private static func beginning(_ count: Int, _ text: Span<UInt8>, _ start: Int, _ end: Int) -> String {
        guard end - start >= 4 * count else { return "" }
        var shown = ""
        for position in start..<start + count where text[position] > 0x20 && text[position] < 0x7F {
            shown.append(Character(Unicode.Scalar(text[position])))
        }
        return shown
    }

    /// Whether the number of letters is hidden, too.
    private var isWordMask: Bool {
        switch self {
        case .mail, .initials: true
        case .ends, .all, .beginning: false
        }
    }
}
