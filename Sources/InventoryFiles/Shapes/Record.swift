/// A table of the inventory while it is read as a record.
struct Record {
    /// What the record is called, such as `method`.
    let name: String
    /// Where the record begins.
    let place: Place
    let reading: Reading
    private let entries: [YAMLEntry]
    /// Keys that are missing because they were probably meant by unknown ones.
    private(set) var presumed: Set<String> = []

    fileprivate init(name: String, node: YAMLNode, reading: Reading) throws(Unreadable) {
        guard case .table(let entries) = node.content else {
            throw node.refuse("\(name.withArticle): a table of 'key: value'", next: "write its keys", in: reading)
        }
        self.name = name
        self.entries = entries
        self.reading = reading
        place = node.place
    }

    /// The value of a key.
    subscript(key: String) -> YAMLNode? {
        entries.first { $0.key == key }?.value
    }

    /// Where the value of a key stands; without it, where the record begins.
    func place(of key: String) -> Place {
        self[key]?.place ?? place
    }

    /// Where a key stands; without it, where the record begins.
    func keyPlace(_ key: String) -> Place {
        entries.first { $0.key == key }?.keyPlace ?? place
    }

    /// Whether no key is there.
    var isEmpty: Bool { entries.isEmpty }

    /// Which of these keys are there.
    func present(_ keys: [String]) -> [String] {
        keys.filter { self[$0] != nil }
    }

    /// Tells that a key is missing that the record must have.
    func miss(_ key: String, _ declares: Set<NameKind>) -> Unreadable {
        reading.names.miss(declares)
        if !presumed.contains(key) {
            reading.tell(
                .missingKey, at: place, "the key \(key.quoted) is missing", accepted: "every \(name) has it",
                next: "add '\(key): …'")
        }
        return Unreadable()
    }

    /// Tells unless exactly one of these keys is there; the key.
    func exactlyOne(of keys: [String]) throws(Unreadable) -> String {
        let there = present(keys)
        if let only = there.first, there.count == 1 { return only }
        let found = there.isEmpty ? "none of \(keys.enumeration) is here" : "\(there.enumeration) are here together"
        reading.tell(
            .keyCombination, at: there.count > 1 ? keyPlace(there[1]) : place, found,
            accepted: "\(name.withArticle) has exactly one of \(keys.enumeration)",
            next: there.isEmpty ? "add one of them" : "keep one of them")
        throw Unreadable()
    }

    /// Tells keys that the record does not have; whether there are none.
    fileprivate mutating func refuseUnknown(among keys: [Key]) -> Bool {
        let known = keys.map(\.name)
        let unknown = entries.filter { !known.contains($0.key) }
        for entry in unknown {
            let missing = known.filter { self[$0] == nil }
            let suggestions = reading.suggestions(for: entry.key, among: missing)
            reading.tell(
                .unknownKey, at: entry.keyPlace, "\(entry.key.quoted) is not a key of \(name.withArticle)",
                accepted: "its keys are \(known.listing)", suggestions: suggestions,
                next: suggestions.isEmpty ? "remove it" : "write \(suggestions.map(\.quoted).alternatives)")
            presumed.formUnion(suggestions)
        }
        if !unknown.isEmpty {
            // Perhaps the unknown key was meant to be one that declares names.
            for key in keys where self[key.name] == nil { reading.names.miss(key.declares) }
        }
        return unknown.isEmpty
    }
}

extension Shape {
    /// A table with known keys, of which the schema says the same.
    ///
    /// - Parameters:
    ///   - name: What such a record is called in messages and in the schema, without article.
    ///   - sentence: What it is, for editors.
    ///   - fields: Its keys; they are read in this order.
    ///   - rules: What JSON Schema says about several keys at once; `build` checks the same.
    ///   - build: Makes the value, and checks what concerns several keys.
    /// - Returns: A shape that refuses every other key.
    static func record<each Part: Sendable>(
        _ name: String, _ sentence: String, _ fields: repeat Field<each Part>, rules: [JSON] = [],
        build: @escaping @Sendable (Record, repeat each Part) throws(Unreadable) -> Value
    ) -> Shape {
        let field = Field<Value>.group(repeat each fields, rules: rules, build: build)
        let declares = field.keys.reduce(into: Set<NameKind>()) { $0.formUnion($1.declares) }
        return Shape(.record(name, sentence, field.keys, field.rules), declares: declares) {
            node, reading throws(Unreadable) in
            var record = try reading.missing(declares) { () throws(Unreadable) in
                try Record(name: name, node: node, reading: reading)
            }
            let isKnown = record.refuseUnknown(among: field.keys)
            let value = try field.read(record).get()
            // A record with a key too many may mean something else than it seems.
            guard isKnown else { throw Unreadable() }
            return value
        }
    }
}

extension Schema {
    fileprivate static func record(_ name: String, _ sentence: String, _ keys: [Key], _ rules: [JSON]) -> Schema {
        var keywords: [String: JSON] = [
            "type": "object",
            "description": .text(sentence),
            "properties": .table(Dictionary(uniqueKeysWithValues: keys.map { ($0.name, $0.schema.json) })),
            "additionalProperties": false,
        ]
        let required = keys.filter(\.isRequired).map { JSON.text($0.name) }
        if !required.isEmpty { keywords["required"] = .list(required) }
        if !rules.isEmpty { keywords["allOf"] = .list(rules) }
        let definitions = keys.reduce(into: [:]) { $0.merge($1.schema.definitions) { first, _ in first } }
        return Schema(keywords, definitions: definitions).named(name)
    }
}
