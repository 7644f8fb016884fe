extension Unicode.Scalar {
    /// Whether a reader sees it, or at least the space that it takes.
    ///
    /// Not seen are control characters, separators of lines and paragraphs, marks that change the direction of writing,
    /// everything else that Unicode calls a format or lets fonts leave out (`Default_Ignorable_Code_Point`), and scalars
    /// for private use, which look different on every computer. A name with one of them can pass for another name, and
    /// some command the terminal.
    public var isVisible: Bool {
        guard value >= 0x7F else { return value >= 0x20 }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: return false
        default: return !properties.isDefaultIgnorableCodePoint && !properties.isNoncharacterCodePoint
        }
    }
}

extension String {
    /// The text on one line, with U+FFFD for everything that is not seen.
    public var shownOnOneLine: String { showing { _ in false } }

    /// The start of the text on one line, for messages that repeat what somebody typed or pasted.
    public var startOnOneLine: String {
        unicodeScalars.count <= 120 ? shownOnOneLine : String(unicodeScalars.prefix(119)).shownOnOneLine + "…"
    }

    /// The text with U+FFFD for what is not seen, except line ends and what words of some scripts and emoji need.
    ///
    /// These are joiners and selectors of a variant; they move nothing and command nothing.
    public var shownOnItsLines: String {
        showing { scalar in
            switch scalar {
            case "\n", "\u{200C}", "\u{200D}", "\u{FE00}"..."\u{FE0F}": true
            default: false
            }
        }
    }

    private func showing(_ isKept: (Unicode.Scalar) -> Bool) -> String {
        guard unicodeScalars.contains(where: { !$0.isVisible && !isKept($0) }) else { return self }
        return String(UnicodeScalarView(unicodeScalars.map { $0.isVisible || isKept($0) ? $0 : "\u{FFFD}" }))
    }
}
