/// A Swift file as far as the guards need to understand it.
///
/// Not a parser: comments and the text of literals are blanked out, and what is left is read word by word.
struct SwiftSource {
    /// The file as it stands.
    let text: String
    /// The same lines with blanks for comments and literals; what stands in `\(…)` is code.
    let code: String
    /// Names and keywords of the code in their order.
    let words: [Word]

    init(_ text: String) {
        self.text = text
        var blanker = Blanker(Array(text.utf8))
        blanker.blankAll()
        code = String(decoding: blanker.output, as: UTF8.self)
        words = Self.words(of: blanker.output)
    }

    /// A word or a name in the code, and its line, counted from 1.
    struct Word {
        let text: String
        let line: Int
    }

    /// A module that the file imports.
    struct Import: Equatable {
        let module: String
        let line: Int
    }

    /// The imports, however they are spelled: with attributes, access levels, or of a single declaration.
    var imports: [Import] {
        let kinds: Set = ["class", "enum", "func", "let", "protocol", "struct", "typealias", "var"]
        return words.indices.compactMap { index in
            guard words[index].text == "import", index + 1 < words.count else { return nil }
            let next = words[index + 1]
            // `import` is a keyword, so it cannot be anything else; a kind before the module's name is.
            guard kinds.contains(next.text), index + 2 < words.count else {
                return Import(module: next.text, line: next.line)
            }
            return Import(module: words[index + 2].text, line: next.line)
        }
    }

    /// The names of the types that the file declares, nested ones included.
    var declaredTypes: [Word] {
        let kinds: Set = ["actor", "class", "enum", "protocol", "struct", "typealias"]
        return words.indices.dropFirst().compactMap { index in
            guard kinds.contains(words[index - 1].text), words[index - 1].line == words[index].line,
                words[index].text.first?.isUppercase == true
            else { return nil }
            return words[index]
        }
    }

    private static func words(of code: [UInt8]) -> [Word] {
        var found: [Word] = []
        var line = 1
        var start: Int?
        for (place, byte) in code.enumerated() {
            if isIdentifierByte(byte) {
                if start == nil { start = place }
                continue
            }
            if let first = start {
                found.append(Word(text: String(decoding: code[first..<place], as: UTF8.self), line: line))
                start = nil
            }
            if byte == UInt8(ascii: "\n") { line += 1 }
        }
        if let start { found.append(Word(text: String(decoding: code[start...], as: UTF8.self), line: line)) }
        return found
    }

    /// The lines, counted from 1, whose code holds a spelling that does not continue a longer name.
    func linesOfCode(holding spelling: String) -> [Int] {
        lines(of: code, holding: spelling)
    }

    /// The lines, counted from 1, that hold a spelling anywhere, comments included.
    func lines(holding spelling: String) -> [Int] {
        lines(of: text, holding: spelling)
    }

    private func lines(of text: String, holding spelling: String) -> [Int] {
        // Most files hold none of them, and the standard library finds that out fast.
        guard text.contains(spelling) else { return [] }
        return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
            .compactMap { number, line in holds(Array(line), spelling: Array(spelling.utf8)) ? number + 1 : nil }
    }

    private func holds(_ line: [UInt8], spelling: [UInt8]) -> Bool {
        guard let first = spelling.first, let last = spelling.last, line.count >= spelling.count else { return false }
        return (0...(line.count - spelling.count)).contains { start in
            let end = start + spelling.count
            guard line[start] == first, line[start..<end].elementsEqual(spelling) else { return false }
            let goesOnBefore = start > 0 && isIdentifierByte(first) && isIdentifierByte(line[start - 1])
            let goesOnAfter = end < line.count && isIdentifierByte(last) && isIdentifierByte(line[end])
            return !goesOnBefore && !goesOnAfter
        }
    }
}

/// Whether a byte can be part of a name; every byte of a character outside ASCII can.
private func isIdentifierByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
        true
    default:
        false
    }
}
