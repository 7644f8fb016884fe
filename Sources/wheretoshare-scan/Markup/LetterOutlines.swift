/// Notes whether the letters of a drawing are outlines, which look like any other shape.
struct LetterOutlines {
    /// How many times an outline of a letter is drawn.
    private var letters = 0
    private var paths = 0
    private var hasText = false
    /// Whether there are outlines that are named as the letters of TeX are; groups of other programs have such names, too.
    private var isOfTeX = false

    /// One or two may be shapes with such a name.
    private static let fewest = 3

    /// Takes an element of SVG, or of an XPS page.
    mutating func take(_ name: String, _ attributes: MarkupAttributes) {
        switch name {
        case "use":
            // Some programs say which letter it is.
            guard attributes["data-text"] == nil, let target = attributes["href"] else { return }
            let name = target.dropFirst()
            if target.hasPrefix("#"), Self.isLetter(name), isOfTeX || name.hasPrefix("glyph") { letters += 1 }
        case "path": if !isOfTeX, let name = attributes["id"], Self.isLetter(name[...]) { isOfTeX = true }
        case "Path": paths += 1
        case "Glyphs": hasText = true
        default: break
        }
    }

    /// Whether there are letters that are not known: in SVG their names tell it, and a page of XPS without texts is drawn.
    var areThere: Bool { letters >= Self.fewest || paths > 0 && !hasText }

    /// Whether a shape has the name of a letter, which is a font's and a number: `glyph0-1`, `glyph-0-1`, `g3-72`.
    private static func isLetter(_ name: Substring) -> Bool {
        guard name.hasPrefix("g"), let last = name.utf8.last, (0x30...0x39).contains(last) else { return false }
        let rest = name.hasPrefix("glyph") ? name.dropFirst(5) : name.dropFirst()
        let numbers = rest.split(separator: "-")
        return (1...2).contains(numbers.count) && rest.contains("-")
            && numbers.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }
}
