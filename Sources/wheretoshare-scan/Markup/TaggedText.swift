/// Text with tags, references or a terminal's colours that is a value of something else, such as the output of a notebook.
enum TaggedText {
    /// A shorter value holds nothing that tags could cut.
    private static let shortest = 24
    private static let longestTag = 4096
    private static let longestReference = 32

    /// The text as it is shown, with the attributes that may be data; nil when it has no tags and no references.
    static func plain(_ text: Span<UInt8>) -> [UInt8]? {
        guard text.count >= shortest else { return nil }
        let isColoured = text.place(of: TerminalText.escape, from: 0) != nil
        guard isColoured || isTagged(text) else { return nil }
        if isColoured {
            var colours = TerminalText()
            // A mark that does not end is none.
            var bytes = (colours.plain(text.array) + colours.finish()).map { $0 == TerminalText.escape ? 0x20 : $0 }
            if !colours.hidden.isEmpty { bytes += [0x0A] + colours.hidden }
            return plain(bytes.span) ?? bytes
        }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        // What stands in tags that do not end a line.
        var asides: [UInt8] = []
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "<"), let end = endOfTag(text, from: index + 1) {
                add(text.extracting((index + 1)..<end).array, to: &result, aside: &asides)
                index = end + 1
            } else if byte == UInt8(ascii: "&"), let end = text.place(of: UInt8(ascii: ";"), from: index),
                end - index < longestReference,
                let character = HTMLReference.character(
                    named: String(decoding: text.extracting((index + 1)..<end).array, as: UTF8.self))
            {
                result += Array(String(character).utf8)
                index = end + 1
            } else {
                result.append(byte)
                index += 1
            }
        }
        return asides.isEmpty ? result : result + [0x0A] + asides
    }

    private static func isTagged(_ text: Span<UInt8>) -> Bool {
        for (mark, next) in [(UInt8(ascii: "<"), UInt8(ascii: "/")), (UInt8(ascii: "&"), UInt8(ascii: "#"))] {
            var place = 0
            while let found = text.place(of: mark, from: place) {
                if found + 1 < text.count, text[found + 1] == next { return true }
                place = found + 1
            }
        }
        return false
    }

    /// Where a tag ends whose name begins at a place; nil for a sign that begins none.
    private static func endOfTag(_ text: Span<UInt8>, from start: Int) -> Int? {
        guard start < text.count, (0x61...0x7A).contains(text[start] | 0x20) || text[start] == UInt8(ascii: "/") else {
            return nil
        }
        guard let end = text.place(of: UInt8(ascii: ">"), from: start), end - start < longestTag else { return nil }
        return end
    }

    private static func add(_ tag: [UInt8], to result: inout [UInt8], aside: inout [UInt8]) {
        let isData = Remains.areData(tag)
        if HTMLTag.isInline(tag) {
            if isData { aside += tag + [0x0A] }
            return
        }
        result.append(0x0A)
        guard isData || !aside.isEmpty else { return }
        result += aside
        aside.removeAll()
        if isData { result += tag + [0x0A] }
    }
}
