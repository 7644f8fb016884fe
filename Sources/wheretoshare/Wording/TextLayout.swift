internal import StorageModel

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

    /// A path or address that people copy, on a line of its own and never wrapped, with what it is before it and a remark
    /// after it.
    mutating func place(_ path: String, named name: String? = nil, remark: String? = nil) {
        let path = path.shownOnOneLine
        let name = name.map { $0.shownOnOneLine + ": " } ?? ""
        let line = "    " + name + styled(path, "36")
        guard let remark else { return lines.append(line) }
        if 4 + name.count + path.count + 4 + remark.count <= width {
            lines.append(line + "    " + remark.shownOnOneLine)
        } else {
            lines.append(line)
            // A remark tells where the place is mounted, and that is copied, too.
            for part in wrap(remark, width - 4, shortening: false) { lines.append("    " + part) }
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
            let hanging = String(repeating: " ", count: mark.count)
            for (row, part) in wrap(text, width - labelWidth - mark.count).enumerated() {
                let head = label.isEmpty ? indent : styled(label, "1") + indent.dropFirst(label.count)
                lines.append(head + (row > 0 ? hanging : mark) + part)
                label = ""
            }
        }
    }

    /// Pairs in two columns; where they have no room beside each other, the second stands below the first.
    mutating func pairs(_ pairs: [(String, String)]) {
        let longest = pairs.map(\.0.count).max() ?? 0
        let column = 2 + longest + 2
        // Beside a column that leaves little, most values would be broken.
        let isBeside = column <= width / 2 || pairs.allSatisfy { column + $0.1.count <= width }
        for (first, second) in pairs {
            if isBeside {
                let head = "  " + first + String(repeating: " ", count: column - 2 - first.count)
                for (row, part) in wrap(second, width - column).enumerated() {
                    lines.append((row == 0 ? head : String(repeating: " ", count: column)) + part)
                }
            } else {
                for part in wrap(first, width - 2) { lines.append("  " + part) }
                for part in wrap(second, width - 6) { lines.append("      " + part) }
            }
        }
    }

    /// Text as it is, indented, for messages that people copy.
    mutating func block(_ text: String) {
        for line in text.shownOnItsLines.split(separator: "\n", omittingEmptySubsequences: false) {
            lines.append(line.isEmpty ? "" : "    " + line)
        }
    }

    /// A line as it is.
    mutating func line(_ text: String) { lines.append(text) }

    /// Text without a label.
    mutating func prose(_ text: String) {
        if !text.isEmpty { lines += wrap(text, width) }
    }

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

    /// Breaks at spaces; of a word that is longer than a line, such as a path, the middle is left out.
    ///
    /// Addresses that people copy are never shortened: a word with `://` in it, or one that begins with `\\`.
    private func wrap(_ text: String, _ width: Int, shortening: Bool = true) -> [String] {
        text.shownOnItsLines.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph -> [String] in
            var lines: [String] = []
            var line = ""
            for word in paragraph.split(separator: " ") {
                let isCopied = !shortening || word.contains("://") || word.contains(#"\\"#)
                let shown = isCopied ? String(word) : word.withoutItsMiddle(longest: width)
                if !line.isEmpty, line.count + 1 + shown.count > width {
                    lines.append(line)
                    line = ""
                }
                line += (line.isEmpty ? "" : " ") + shown
            }
            return lines + [line]
        }
    }
}

extension StringProtocol {
    /// The text with `…` in place of its middle, where it is longer; its end says more than its beginning.
    fileprivate func withoutItsMiddle(longest: Int) -> String {
        guard count > longest, longest > 1 else { return String(self) }
        let head = (longest - 1) / 3
        return prefix(head) + "…" + suffix(longest - 1 - head)
    }
}
