internal import SensitiveContent

/// Whether the fonts of a PDF say which letters they draw (ISO 32000-1 sections 9.6, 9.7 and 9.10).
struct PortableFonts {
    /// Whether a font has numbers for its letters, or letters that the document draws itself, and nothing says which
    /// letters they are.
    var haveUnknownLetters: Bool {
        hasBareFont && namesIdentity || hasDrawnFont && hasNumberedLetters || hasOwnCodes || hasCodesForNames
    }

    private var hasBareFont = false
    private var hasDrawnFont = false
    private var hasNumberedLetters = false
    /// Whether a font of outlines has neither names nor characters for its codes.
    private var hasOwnCodes = false
    /// Whether the letters of a font are named by their codes.
    private var hasCodesForNames = false
    private var fontCount = 0
    private var namesIdentity = false

    /// A dictionary is longer only when it lists widths.
    private static let longestFont = 4096
    private static let mostFonts = 2_000
    /// What a letter is called by its number in a list, as TeX does it; other numbers say nothing.
    private static let ownNumber = "a"
    private static let longestList = 16 << 10
    /// A font of fewer letters draws no account number.
    private static let fewestMeanings = 6

    /// Looks at a name in the objects, given where it begins.
    mutating func meet(_ name: String, in objects: ArraySlice<UInt8>, _ place: Int) {
        switch name {
        case "Type0" where !hasBareFont && fontCount < Self.mostFonts:
            let font = dictionary(ofFont: objects, place)
            hasBareFont = font.names("/Identity-") && !font.names("/ToUnicode")
        case "Type3" where !hasDrawnFont && fontCount < Self.mostFonts:
            hasDrawnFont = !dictionary(ofFont: objects, place).names("/ToUnicode")
        case "TrueType" where !hasOwnCodes && fontCount < Self.mostFonts:
            let font = dictionary(ofFont: objects, place)
            hasOwnCodes =
                !font.names("/ToUnicode") && !font.names("/Encoding") && Self.widths(of: font) >= Self.fewestMeanings
        case "Differences" where !hasNumberedLetters: look(atLetters: objects[(place + 1 + name.utf8.count)...])
        default: break
        }
    }

    /// Takes what orders the letters of a font.
    mutating func meet(ordering: [UInt8]) {
        if ordering.elementsEqual("Identity".utf8) { namesIdentity = true }
    }

    /// Takes the names of a font's letters: programs that know none write their codes in hexadecimal digits.
    mutating func meet(names: [UInt8]) {
        let names = names.split(separator: UInt8(ascii: "/"))
        let codes = names.count { name in
            name.count == 3 && name.first == UInt8(ascii: "c")
                && name.dropFirst().allSatisfy { HexDigit.value($0) != nil }
        }
        if codes >= Self.fewestMeanings, codes * 2 > names.count { hasCodesForNames = true }
    }

    /// How many letters of a font have a width; as many as there may be, where they are listed elsewhere.
    private static func widths(of font: [UInt8]) -> Int {
        let name = Array("/Widths".utf8)
        guard let place = font.place(of: name, from: 0) else { return 0 }
        let list = font[(place + name.count)...].drop { $0 <= 0x20 }
        guard list.first == UInt8(ascii: "[") else { return .max }
        let widths = list.dropFirst().prefix { $0 != UInt8(ascii: "]") }.split { $0 <= 0x20 }
        return widths.count { $0 != [UInt8(ascii: "0")] }
    }

    /// The dictionary of a font, given where its kind stands.
    private mutating func dictionary(ofFont objects: ArraySlice<UInt8>, _ place: Int) -> [UInt8] {
        fontCount += 1
        let before = objects[max(objects.startIndex, place - Self.longestFont)..<place]
        let after = objects[place..<min(objects.endIndex, place + Self.longestFont)]
        return Array(
            before.suffix(from: Self.start(ofDictionaryBefore: before))
                + after.prefix(upTo: Self.end(ofDictionary: after)))
    }

    /// Looks at a list that names the letters of a font from a code on (ISO 32000-1 section 9.6.6.1).
    ///
    /// Most are named by words, such as `one`; where most have numbers that only the font knows, no program can tell them.
    private mutating func look(atLetters objects: ArraySlice<UInt8>) {
        var code = 0
        var (letters, numbered) = (0, 0)
        let list = String(decoding: objects.prefix(Self.longestList).prefix { $0 != UInt8(ascii: "]") }, as: UTF8.self)
        for word in list.replacing("/", with: " /").split(whereSeparator: { $0 == " " || $0 == "[" || $0.isNewline }) {
            guard word.first == "/" else {
                code = Int(word) ?? code
                continue
            }
            let name = word.dropFirst()
            letters += 1
            let isWord = !name.contains(where: \.isNumber) || name.hasPrefix("uni") || name.contains(".")
            if !isWord, name != "\(Self.ownNumber)\(code)" { numbered += 1 }
            code += 1
        }
        hasNumberedLetters = numbered * 2 > letters
    }

    /// Whether a stream is a table of a font's letters that says of most of them that they are no character, as some programs
    /// write it for letters whose meaning they do not know (ISO 32000-1 section 9.10.3).
    static func isEmptyTable(_ stream: ArraySlice<UInt8>) -> Bool {
        let bytes = Array(stream)
        guard let start = bytes.place(of: Array("beginbfchar".utf8), from: 0),
            let end = bytes.place(of: Array("endbfchar".utf8), from: start)
        else { return false }
        let codes = bytes[start..<end].split(separator: UInt8(ascii: "<")).dropFirst().map { code in
            String(decoding: code.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self).uppercased()
        }
        // What a letter stands for comes behind its number.
        let meanings = codes.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        let unknown = meanings.count { $0.allSatisfy { $0 == "0" } || $0 == "FFFD" }
        return meanings.count >= fewestMeanings && unknown * 2 > meanings.count
    }

    private static func start(ofDictionaryBefore bytes: ArraySlice<UInt8>) -> Int {
        var depth = 0
        var at = bytes.endIndex - 1
        while at > bytes.startIndex {
            if bytes[at] == UInt8(ascii: ">"), bytes[at - 1] == UInt8(ascii: ">") {
                depth += 1
                at -= 1
            } else if bytes[at] == UInt8(ascii: "<"), bytes[at - 1] == UInt8(ascii: "<") {
                if depth == 0 { return at - 1 }
                depth -= 1
                at -= 1
            }
            at -= 1
        }
        return bytes.startIndex
    }

    private static func end(ofDictionary bytes: ArraySlice<UInt8>) -> Int {
        var depth = 0
        var at = bytes.startIndex
        while at + 1 < bytes.endIndex {
            if bytes[at] == UInt8(ascii: "<"), bytes[at + 1] == UInt8(ascii: "<") {
                depth += 1
                at += 1
            } else if bytes[at] == UInt8(ascii: ">"), bytes[at + 1] == UInt8(ascii: ">") {
                if depth == 0 { return at }
                depth -= 1
                at += 1
            }
            at += 1
        }
        return bytes.endIndex
    }
}
