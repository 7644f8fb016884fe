internal import SensitiveContent

/// Reads WordprocessingML and DrawingML, which documents, slides, charts and diagrams are written in (ECMA-376 parts 17
/// and 20).
final class WordMarkup: MarkupHandler {
    private let text: OfficeText
    private var isText = false
    /// What was read of an element whose text is no text of the document.
    private var other: [UInt8] = []
    /// The elements that changed where text goes.
    private var detours: [String] = []
    private var isInRun = false
    /// Whether something stands between the last hidden text and the next.
    private var isHiddenTextCut = false

    init(_ text: OfficeText) {
        self.text = text
    }

    func start(_ name: String, _ attributes: MarkupAttributes) {
        switch name {
        case "t": isText = true
        case "r": isInRun = true
        // What is not shown does not cut what is.
        case "vanish" where isInRun && Self.isOn(attributes["val"]) && detours.last != "r": beginHiddenText()
        case "ins": text.beginInsertion()
        case "delText":
            isText = true
            detours.append(name)
            text.enterUnshown(.trackedChange)
        case "instrText", "delInstrText":
            isText = true
            detour(name, .hidden)
        // The same content again, for older programs.
        case "Fallback": detour(name, nil)
        case "tab": text.append("\t")
        case "br", "cr": text.append("\n")
        case "noBreakHyphen": text.append("-")
        // A letter by its place in a font, which for fonts of symbols is moved to where nothing else is.
        case "sym":
            let code = attributes["char"].flatMap { UInt32($0, radix: 16) } ?? 0
            var letter: [UInt8] = []
            letter.append(scalar: code & 0xFF00 == 0xF000 ? code & 0xFF : code)
            text.append(letter)
        // The text of charts and of form fields.
        case "v", "f", "fldData": isText = name == "v"
        case "docPr", "cNvPr":
            for value in [attributes["descr"], attributes["title"]].compactMap({ $0 }) where !value.isEmpty {
                text.appendAside(value)
            }
        case "default", "result", "listEntry": if let value = attributes["val"] { text.append(Array("\(value) ".utf8)) }
        case "comment":
            // Who wrote a remark stands in its attributes.
            if let author = attributes["author"] { text.append(Array("\(author): ".utf8)) }
        default: break
        }
        text.remains.add(attributes)
    }

    func end(_ name: String) {
        if !other.isEmpty { aside(other) }
        other.removeAll(keepingCapacity: true)
        switch name {
        case "t", "v": isText = false
        case "delText", "instrText", "delInstrText":
            isText = false
            text.append(" ")
        case "r": isInRun = false
        case "ins": text.endInsertion()
        case "p", "tr", "pt", "text":
            isHiddenTextCut = true
            text.append("\n")
        case "tc": text.endCell()
        // How a word is pronounced stands before it.
        case "rt": text.append(" ")
        default: break
        }
        if detours.last == name {
            detours.removeLast()
            text.leave()
        }
    }

    func text(_ bytes: [UInt8]) {
        guard isText else { return other += bytes }
        if detours.isEmpty { isHiddenTextCut = true }
        text.append(bytes)
    }

    func aside(_ bytes: [UInt8]) { text.remains.add(bytes) }

    /// Whether a property of this value is one that text has (ECMA-376 part 1 section 17.17.4).
    private static func isOn(_ value: String?) -> Bool { !["0", "false", "off"].contains(value) }

    /// What is read up to the end of the run is hidden.
    private func beginHiddenText() {
        detours.append("r")
        text.enterUnshown(.hidden)
        if isHiddenTextCut { text.append("\n") }
        isHiddenTextCut = false
    }

    private func detour(_ name: String, _ part: Passage.Part?) {
        detours.append(name)
        text.enter(part)
    }
}
