import StorageModel

/// The form of ids.
enum IDForm {
    static let part = "[a-z0-9]+(-[a-z0-9]+)*"
    static let longest = 64

    /// Whether a text is an id of one part.
    static func accepts(_ text: some StringProtocol) -> Bool {
        guard text.utf8.count <= longest else { return false }
        // A dash may neither begin nor end it, nor follow another.
        var last = UInt8(ascii: "-")
        for byte in text.utf8 {
            guard byte.isLowercase || byte.isDigit || byte == UInt8(ascii: "-") && last != byte else { return false }
            last = byte
        }
        return last != UInt8(ascii: "-")
    }

    /// The id that a text becomes by small letters and dashes; nil when nothing is left of it.
    static func near(_ text: String) -> String? {
        let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let id = words.joined(separator: "-")
        return accepts(id) && id != text ? id : nil
    }

    /// The schema of ids with so many parts.
    static func schema(parts: Int) -> Schema {
        let pattern = Array(repeating: part, count: parts).joined(separator: "/")
        return Schema([
            "type": "string", "pattern": .text("^\(pattern)$"),
            "maxLength": .number(UInt64(longest * parts + parts - 1)),
        ])
    }
}

extension YAMLNode {
    /// An id of one or two parts.
    func id(parts: Int, _ reading: Reading) throws(Unreadable) -> String {
        let text = try text(parts == 1 ? "an id" : "an id of two parts, system/name", reading)
        let found = text.split(separator: "/", omittingEmptySubsequences: false)
        guard found.count == parts, found.allSatisfy({ IDForm.accepts($0) }) else {
            let suggestions = parts == 1 ? IDForm.near(text).map { [$0] } ?? [] : []
            let rule = "small letters and digits, with single dashes between, up to \(IDForm.longest) characters"
            reading.tell(
                .notID, at: place, "\(text.quoted) is not \(parts == 1 ? "an id" : "an id of two parts")",
                accepted: parts == 1 ? rule : "system/name, each of \(rule)", suggestions: suggestions,
                next: suggestions.isEmpty ? "write it in this form" : "write \(suggestions.map(\.quoted).alternatives)")
            throw Unreadable()
        }
        return text
    }
}

extension Reading {
    /// Enters an id, and tells when it is taken.
    func declare(_ id: String, _ kind: NameKind, at place: Place) {
        guard let first = names.declare(id, kind, at: place) else { return }
        // One of the two was to be another, which others may mention.
        names.miss([kind])
        tell(
            .duplicateID, at: place, "the \(kind.rawValue) \(id.quoted) is here for the second time",
            accepted: "an id names one \(kind.rawValue); the first is at \(first)",
            next: "give one of the two another id")
    }

    /// Tells ids that nothing has.
    func tellDangling() {
        for mention in names.dangling.sorted(by: { $0.place < $1.place }) {
            let prefix = mention.prefix
            let candidates =
                isFull
                ? []
                : names.ids(mention.kind).filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
            let written = String(mention.id.dropFirst(prefix.count))
            let suggestions = suggestions(for: written, among: candidates)
            let known = candidates.count <= 12 ? candidates.sorted().listing : "\(candidates.count) ids"
            let owner = prefix.isEmpty ? "" : " of this system"
            tell(
                .unknownID, at: mention.place, "there is no \(mention.kind.rawValue) \(written.quoted)\(owner)",
                accepted: candidates.isEmpty
                    ? "none is declared in \(mention.kind.home)" : "declared in \(mention.kind.home): \(known)",
                suggestions: suggestions,
                next: suggestions.isEmpty
                    ? "write the id of one, or declare it there" : "write \(suggestions.map(\.quoted).alternatives)")
        }
    }

    /// Tells that only the own part of an id is written.
    fileprivate func tellIncomplete(_ own: String, _ kind: NameKind, at place: Place) {
        let suggestions = names.ids(kind).filter { $0.hasSuffix("/\(own)") }.sorted()
        tell(
            .notID, at: place, "\(own.quoted) is only a part of the id of \(kind.rawValue.withArticle)",
            accepted: "the id has two parts, system/name", suggestions: suggestions,
            next: suggestions.isEmpty ? "write the system before it" : "write \(suggestions.map(\.quoted).alternatives)"
        )
    }

    /// Tells aliases that already mean something.
    func tellCollisions() {
        for collision in names.collisions() {
            tell(
                .aliasCollision, at: collision.place,
                "\(collision.alias.quoted) cannot be an alias of this \(collision.kind.rawValue)",
                accepted: "capitals aside, it is \(collision.meaning) at \(collision.first) already",
                next: "choose another alias, or remove it")
        }
    }
}

extension Shape {
    /// The id that a record declares.
    static func newID<Subject: Named>(of subject: Subject.Type) -> Shape where Value == Identifier<Subject> {
        Shape<String>.newName(subject.nameKind).map { text, _, _ in Identifier(text) }
    }

    /// The own part of the id that a method or share declares; the system is the file's.
    static func newOwnID<Subject: Named>(of subject: Subject.Type) -> Shape where Value == Identifier<Subject> {
        let kind = subject.nameKind
        return Shape(IDForm.schema(parts: 1), declares: [kind]) { node, reading throws(Unreadable) in
            let own = try reading.missing([kind]) { () throws(Unreadable) in try node.id(parts: 1, reading) }
            let id = "\(reading.file.stem)/\(own)"
            reading.declare(id, kind, at: node.place)
            return Identifier(id)
        }
    }

    /// The id of something that has to be declared somewhere.
    static func reference<Subject: Named>(to subject: Subject.Type) -> Shape where Value == Identifier<Subject> {
        Shape<String>.mention(subject.nameKind).map { text, _, _ in Identifier(text) }
    }

    /// The own part of the id of a method of the same system.
    static func ownReference<Subject: Named>(to subject: Subject.Type) -> Shape where Value == Identifier<Subject> {
        let kind = subject.nameKind
        return Shape(IDForm.schema(parts: 1)) { node, reading throws(Unreadable) in
            let prefix = "\(reading.file.stem)/"
            let id = prefix + (try node.id(parts: 1, reading))
            reading.names.mention(Names.Mention(kind: kind, id: id, prefix: prefix, place: node.place))
            return Identifier(id)
        }
    }
}

extension Shape where Value == PartID {
    /// The id that a step, message, warning or the like declares.
    static func newPart(_ kind: NameKind) -> Shape {
        Shape<String>.newName(kind).map { text, _, _ in PartID(text) }
    }

    /// The id of a step.
    static var step: Shape { Shape<String>.mention(.step).map { text, _, _ in PartID(text) } }
}

extension Shape where Value == String {
    /// The id that a record declares among those of a kind.
    static func newName(_ kind: NameKind) -> Shape {
        Shape(IDForm.schema(parts: 1), declares: [kind]) { node, reading throws(Unreadable) in
            let id = try reading.missing([kind]) { () throws(Unreadable) in try node.id(parts: 1, reading) }
            reading.declare(id, kind, at: node.place)
            return id
        }
    }

    /// The id of a thing of a kind, which has to be declared somewhere.
    static func mention(_ kind: NameKind) -> Shape {
        let parts = kind == .method || kind == .share ? 2 : 1
        return Shape(IDForm.schema(parts: parts)) { node, reading throws(Unreadable) in
            if parts == 2, let own = node.scalar, IDForm.accepts(own) {
                reading.afterwards { _, reading in reading.tellIncomplete(own, kind, at: node.place) }
                throw Unreadable()
            }
            let id = try node.id(parts: parts, reading)
            reading.names.mention(Names.Mention(kind: kind, id: id, prefix: "", place: node.place))
            return id
        }
    }

    /// An id that need not be declared anywhere, such as a value of a facet.
    static var id: Shape {
        Shape(IDForm.schema(parts: 1)) { node, reading throws(Unreadable) in try node.id(parts: 1, reading) }
    }

    /// Another name that people use for a thing of a kind.
    static func alias(_ kind: NameKind) -> Shape {
        line.map { text, node, reading in
            reading.names.declareAlias(text, kind, at: node.place)
            return text
        }
    }
}
