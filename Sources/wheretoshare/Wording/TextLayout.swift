/// Lays labelled paragraphs out for a terminal: labels in a column, text wrapped beside it.
struct TextLayout {
    private let width: Int
    private let labelWidth: Int
    private let isColored: Bool
    private(set) var lines: [String] = []

    /// A layout for lines of so many columns, with labels from the given ones.
    init(width: Int, labels: [String], isColored: Bool) {
        self.width = min(max(width, 40), 100)
        labelWidth = (labels.map(\.count).max() ?? 5) + 2
        self.isColored = isColored
    }

    /// A line of its own that stands out.
    mutating func headline(_ text: String) {
        for line in wrap(text, width) { lines.append(styled(line, "1")) }
    }

    /// A path or address on a line of its own, never wrapped, with a remark after it.
    mutating func place(_ path: String, remark: String? = nil) {
        let line = "    " + styled(path, "36")
        guard let remark else { return lines.append(line) }
        if 4 + path.count + 4 + remark.count <= width {
            lines.append(line + "    " + remark)
        } else {
            lines.append(line)
            for part in wrap(remark, width - 4) { lines.append("    " + part) }
        }
    }

    /// A labelled paragraph; an empty text leaves nothing behind.
    mutating func paragraph(_ label: String, _ text: String) {
        items(label, [text], numbered: false)
    }

    /// A labelled list, one item a line.
    mutating func items(_ label: String, _ texts: [String], numbered: Bool) {
        var label = label
        let kept = texts.filter { !$0.isEmpty }
        for (place, text) in kept.enumerated() {
            let mark = numbered && kept.count > 1 ? "\(place + 1). " : ""
            let indent = String(repeating: " ", count: labelWidth)
            for (row, part) in wrap(mark + text, width - labelWidth).enumerated() {
                let hanging = row > 0 ? String(repeating: " ", count: mark.count) : ""
                let head = label.isEmpty ? indent : styled(label, "1") + indent.dropFirst(label.count)
                lines.append(head + hanging + part)
                label = ""
            }
        }
    }

    /// Text as it is, indented, for messages that people copy.
    mutating func block(_ text: String) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            lines.append(line.isEmpty ? "" : "    " + line)
        }
    }

    /// A line as it is.
    mutating func line(_ text: String) { lines.append(text) }

    /// An empty line, never two in a row and never the first.
    mutating func gap() {
        if let last = lines.last, !last.isEmpty { lines.append("") }
    }

    /// A quiet line at the end.
    mutating func footer(_ text: String) {
        for line in wrap(text, width) { lines.append(styled(line, "2")) }
    }

    /// Everything, with a line end.
    var text: String { lines.joined(separator: "\n") + "\n" }

    private func styled(_ text: String, _ code: String) -> String {
        isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    /// Breaks at spaces; a word that is too long gets a line of its own.
    private func wrap(_ text: String, _ width: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph -> [String] in
            var lines: [String] = []
            var line = ""
            for word in paragraph.split(separator: " ") {
                if !line.isEmpty, line.count + 1 + word.count > width {
                    lines.append(line)
                    line = ""
                }
                line += (line.isEmpty ? "" : " ") + word
            }
            return lines + [line]
        }
    }
}
