/// A value of a YAML file with its place.
struct YAMLNode: Sendable {
    /// The three shapes that a value has.
    enum Content: Sendable {
        /// A scalar; a plain one has no quotes, so YAML gives it a type by how it looks.
        case text(String, isPlain: Bool)
        /// A sequence.
        case list([YAMLNode])
        /// A mapping.
        case table([YAMLEntry])
    }

    /// Where the value begins.
    var place: Place
    /// What it is.
    var content: Content

    /// Whether nothing was written, or a word that YAML reads as nothing.
    var isNothing: Bool {
        guard case .text(let text, isPlain: true) = content else { return false }
        return PlainText(text) == .nothing
    }

    /// What stands here, for messages.
    var found: String {
        switch content {
        case .text("", isPlain: true): "nothing"
        case .text(let text, _): text.quoted
        case .list: "a list"
        case .table: "a table"
        }
    }
}

/// One line of a table: a key and its value.
struct YAMLEntry: Sendable {
    /// The key.
    var key: String
    /// Whether the key has no quotes.
    var keyIsPlain: Bool
    /// Where the key begins.
    var keyPlace: Place
    /// The value.
    var value: YAMLNode
}
