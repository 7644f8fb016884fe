extension Shape where Value == String {
    /// A text on one line.
    static var line: Shape {
        Shape(Schema(["type": "string", "minLength": 1, "pattern": #"^[^\n]*\S[^\n]*$"#])) {
            node, reading throws(Unreadable) in
            let text = try node.text("a text on one line", reading)
            guard !text.contains("\n") else {
                reading.tell(
                    .textForm, at: node.place, "the text has several lines",
                    accepted: "here belongs a text on one line",
                    next: "put it on one line")
                throw Unreadable()
            }
            return text
        }
    }

    /// A text that may have several lines.
    static var lines: Shape {
        Shape(Schema(["type": "string", "pattern": #"\S"#])) { node, reading throws(Unreadable) in
            try node.text("a text", reading)
        }
    }

    /// A text of a certain form.
    static func form(_ form: TextForm) -> Shape {
        let schema: [String: JSON] = [
            "type": "string", "pattern": .text(form.pattern), "maxLength": .number(UInt64(form.longest)),
        ]
        return Shape(Schema(schema)) { node, reading throws(Unreadable) in
            let text = try node.text(form.name, reading)
            guard form.accepts(text) else {
                reading.tell(
                    .textForm, at: node.place, "\(text.quoted) is not \(form.name)", accepted: form.rule,
                    next: "write it such as \(form.example)")
                throw Unreadable()
            }
            return text
        }
    }
}

extension Shape where Value: CaseIterable & RawRepresentable & SendableMetatype, Value.RawValue == String {
    /// One of the words of a type.
    static func word(_ type: Value.Type) -> Shape {
        let words = type.allCases.map(\.rawValue)
        return Shape(Schema(["enum": .list(words.map { .text($0) })])) { node, reading throws(Unreadable) in
            let text = try node.word(of: words, reading)
            guard let value = type.init(rawValue: text) else { throw Unreadable() }
            return value
        }
    }
}

extension YAMLNode {
    /// One of several words.
    func word(of words: [String], _ reading: Reading) throws(Unreadable) -> String {
        guard case .text(let text, _) = content, !isNothing else {
            throw refuse("one of the words \(words.listing)", next: "write one of them", in: reading)
        }
        guard words.contains(text) else {
            let suggestions = reading.suggestions(for: text, among: words)
            reading.tell(
                .unknownWord, at: place, "\(text.quoted) is not among the words that may stand here",
                accepted: "the words are \(words.listing)", suggestions: suggestions,
                next: "write \(suggestions.isEmpty ? "one of them" : suggestions.map(\.quoted).alternatives)")
            throw Unreadable()
        }
        return text
    }

    /// A text that every program takes for a text.
    func text(_ expected: String, _ reading: Reading) throws(Unreadable) -> String {
        guard case .text(let text, let isPlain) = content, !isNothing else {
            throw refuse(expected, next: "write the text; put it in quotes if it holds one of : # [ ] { }", in: reading)
        }
        if isPlain {
            let taken = PlainText(text)
            guard taken == .text else {
                reading.tell(
                    .unquoted, at: place, "YAML takes \(text.quoted) for \(taken.name)",
                    accepted: "here belongs \(expected)", suggestions: ["\"\(text)\""],
                    next: "put it in quotes: \"\(text)\"")
                throw Unreadable()
            }
        }
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            reading.tell(
                .textForm, at: place, "the text is empty", accepted: "here belongs \(expected)",
                next: "write the text, or remove the key")
            throw Unreadable()
        }
        guard !text.unicodeScalars.contains(where: \.isControl) else {
            reading.tell(
                .textForm, at: place, "the text has a control character",
                accepted: "letters, signs, spaces and line ends",
                next: "remove the escape that stands for it")
            throw Unreadable()
        }
        return text
    }
}

extension Unicode.Scalar {
    /// Whether it moves the cursor or worse; line ends and tabs are harmless.
    fileprivate var isControl: Bool {
        properties.generalCategory == .control && self != "\n" && self != "\t"
    }
}
