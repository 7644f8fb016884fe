internal import SensitiveContent

/// The texts of a workbook's cells, which its sheets name by number.
final class SharedStrings: MarkupHandler {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var isText = false
    private var isPhonetic = false
    /// How a text is pronounced, of all texts.
    var phonetic = Remains()
    private var phoneticText: [UInt8] = []
    /// Which texts a cell has shown.
    private var isShown: [Bool] = []
    /// Whether there was more than is held.
    private(set) var isCut = false

    private static let most = 192 << 20

    func start(_ name: String, _ attributes: MarkupAttributes) {
        if name == "t" { isText = true }
        if name == "rPh" { isPhonetic = true }
    }

    func end(_ name: String) {
        switch name {
        case "t": isText = false
        case "rPh":
            isPhonetic = false
            phonetic.add(phoneticText)
            phoneticText = []
        case "si": ends.append(bytes.count)
        default: break
        }
    }

    func text(_ text: [UInt8]) {
        guard isText else { return }
        guard !isPhonetic else { return phoneticText += text }
        if bytes.count + text.count <= Self.most { bytes += text } else { isCut = true }
    }

    /// Adds a whole text.
    func add(_ text: [UInt8]) {
        if bytes.count + text.count <= Self.most { bytes += text } else { isCut = true }
        ends.append(bytes.count)
    }

    /// A text that a cell shows; empty when there is none with this number.
    func shown(_ index: Int) -> [UInt8] {
        guard ends.indices.contains(index) else { return [] }
        if isShown.isEmpty { isShown = Array(repeating: false, count: ends.count) }
        isShown[index] = true
        return text(index)
    }

    /// Reads what no cell shows, such as what was deleted from them.
    func tellUnshown(to desk: Desk) {
        phonetic.hand(to: desk)
        let unshown = ends.indices.filter { isShown.isEmpty || !isShown[$0] }
        guard !unshown.isEmpty else { return }
        desk.begin(.hidden)
        for index in unshown { desk.read(text(index) + [0x0A]) }
        desk.end()
    }

    private func text(_ index: Int) -> [UInt8] {
        let start = index == 0 ? 0 : ends[index - 1]
        return Self.unescaped(Array(bytes[start..<ends[index]]))
    }

    /// A text without the escapes of characters, such as `_x000D_` (ECMA-376 part 1 section 22.9.2.19).
    static func unescaped(_ text: [UInt8]) -> [UInt8] {
        guard text.place(of: escape, from: 0) != nil else { return text }
        var plain: [UInt8] = []
        var index = 0
        while index < text.count {
            let digits = text[index...].prefix(7).dropFirst(2)
            if text[index...].starts(with: escape), digits.count == 5, digits.last == UInt8(ascii: "_"),
                let code = UInt32(String(decoding: digits.dropLast(), as: UTF8.self), radix: 16)
            {
                plain.append(scalar: code)
                index += 7
            } else {
                plain.append(text[index])
                index += 1
            }
        }
        return plain
    }

    private static let escape = Array("_x".utf8)

    /// A text without what would end its cell or row.
    static func oneLine(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") }) else { return text }
        return text.map { $0 < 0x20 ? 0x20 : $0 == UInt8(ascii: "\"") ? UInt8(ascii: "'") : $0 }
    }
}
