import StorageModel

extension String {
    /// The text in quotes for a message: on one line, without control characters, and not too long.
    var quoted: String { "'\(shown)'" }

    /// The text for a message: on one line, without control characters, and not too long.
    var shown: String {
        let visible = unicodeScalars.prefix(Self.mostShown).map { scalar in
            scalar.isVisible ? String(scalar) : scalar == "\n" ? "⏎" : "\u{FFFD}"
        }
        return visible.joined() + (unicodeScalars.count > Self.mostShown ? "…" : "")
    }

    private static var mostShown: Int { 64 }

    /// The word with its article, such as `an institution`.
    var withArticle: String {
        guard let first = unicodeScalars.first else { return self }
        return "aeiou".unicodeScalars.contains(first) ? "an \(self)" : "a \(self)"
    }
}

extension Sequence<String> {
    /// The words with commas and a last `or`, such as `a, b or c`.
    var alternatives: String {
        let words = Array(self)
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or \(last)"
    }

    /// The words with commas and a last `and`, such as `a, b and c`.
    var enumeration: String {
        let words = Array(self)
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and \(last)"
    }

    /// The words as a list that is cut when it gets long.
    var listing: String {
        let words = Array(self)
        let most = 30
        guard words.count > most else { return words.joined(separator: ", ") }
        return words.prefix(most).joined(separator: ", ") + " and \(words.count - most) more"
    }
}
