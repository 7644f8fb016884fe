/// Reads the rows of a SpreadsheetML worksheet as lines of cells (ECMA-376 part 18.3).
final class SheetMarkup: MarkupHandler {
    private let desk: Desk
    private let strings: SharedStrings
    /// Which styles are dates.
    private let dates: Set<Int>
    private var row: [UInt8] = []
    private var column = 0
    private var value: [UInt8] = []
    private var type = ""
    private var isDate = false
    private var isValue = false
    private var isPhonetic = false
    private(set) var others: [UInt8] = []
    /// What the sheet holds besides, such as formulas and lists of choices.
    var remains = Remains()
    private var other: [UInt8] = []

    /// Cells further right keep their order, and not their places.
    private static let mostColumns = 256
    private static let lengthOfColour = 6

    init(_ desk: Desk, strings: SharedStrings, dates: Set<Int>) {
        self.desk = desk
        self.strings = strings
        self.dates = dates
    }

    func start(_ name: String, _ attributes: MarkupAttributes) {
        switch name {
        case "row":
            row.removeAll(keepingCapacity: true)
            column = 0
        case "c":
            let place = attributes["r"].map(Self.column) ?? column
            // Cells that are not there are empty.
            while column < min(place, Self.mostColumns) {
                row.append(0x09)
                column += 1
            }
            type = attributes["t"] ?? "n"
            isDate = type == "n" && attributes["s"].flatMap { Int($0) }.map { dates.contains($0) } ?? false
            value.removeAll(keepingCapacity: true)
        case "v", "t", "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter":
            isValue = true
        case "rPh": isPhonetic = true
        case "dataValidation":
            for text in [attributes["prompt"], attributes["error"]].compactMap({ $0 }) {
                others += Array(text.utf8) + [0x0A]
            }
        case "hyperlink":
            for text in [attributes["display"], attributes["tooltip"]].compactMap({ $0 }) {
                others += Array(text.utf8) + [0x0A]
            }
        default: break
        }
        remains.add(attributes)
    }

    func end(_ name: String) {
        if !other.isEmpty { remains.add(other) }
        other.removeAll(keepingCapacity: true)
        switch name {
        case "v", "t": isValue = false
        case "rPh": isPhonetic = false
        case "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter":
            isValue = false
            others += Self.plain(value) + [0x0A]
            value.removeAll(keepingCapacity: true)
        case "c":
            row += cell()
            row.append(0x09)
            column += 1
        case "row":
            row.append(0x0A)
            desk.read(row)
        default: break
        }
    }

    func text(_ bytes: [UInt8]) {
        if isValue, !isPhonetic { value += bytes } else { other += bytes }
    }

    func aside(_ bytes: [UInt8]) { remains.add(bytes) }

    /// The text of a header or footer: `&L`, `&C` and `&R` begin its parts, other marks say how they look (part 18.3.1.39).
    private static func plain(_ header: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        var index = 0
        while index < header.count {
            guard header[index] == UInt8(ascii: "&"), index + 1 < header.count else {
                text.append(header[index])
                index += 1
                continue
            }
            let mark = header[index + 1]
            if "LCR".utf8.contains(mark) { text.append(0x0A) }
            if mark == UInt8(ascii: "&") || mark == UInt8(ascii: "\"") { text.append(mark) }
            index += 2
            if mark == UInt8(ascii: "K") { index += lengthOfColour }
            // The size of letters; a number that is text stands behind a blank.
            if isDigit(mark) { while index < header.count, isDigit(header[index]) { index += 1 } }
        }
        return text
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private func cell() -> [UInt8] {
        let number = String(decoding: value, as: UTF8.self)
        if type == "s", let index = Int(number) { return SharedStrings.oneLine(strings.shown(index)) }
        if isDate, let days = Double(number), let date = SheetDate.text(days) { return Array(date.utf8) }
        return SharedStrings.oneLine(SharedStrings.unescaped(value))
    }

    /// The number of a cell's column, from 0: `C7` is 2.
    private static func column(_ place: String) -> Int {
        var number = 0
        for byte in place.utf8.prefix(4) where (0x41...0x5A).contains(byte) { number = number * 26 + Int(byte - 0x40) }
        return max(0, number - 1)
    }
}
