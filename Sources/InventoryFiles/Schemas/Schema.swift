/// A JSON Schema (draft 2020-12) of a value, with the named schemas that it refers to.
struct Schema: Sendable {
    /// The keywords.
    var keywords: [String: JSON]
    /// Schemas of records by their names.
    var definitions: [String: JSON]

    init(_ keywords: [String: JSON], definitions: [String: JSON] = [:]) {
        self.keywords = keywords
        self.definitions = definitions
    }

    /// The keywords as JSON.
    var json: JSON { .table(keywords) }

    /// The same schema, told apart by a sentence for editors.
    func described(_ sentence: String) -> Schema {
        var schema = self
        schema.keywords["description"] = .text(sentence)
        return schema
    }

    /// A reference to this schema under a name.
    func named(_ name: String) -> Schema {
        let key = String(name.map { $0 == " " ? "-" : $0 })
        return Schema(
            ["$ref": .text("#/$defs/\(key)")], definitions: definitions.merging([key: json]) { first, _ in first })
    }

    /// A list of such values.
    static func list(of element: Schema, _ keywords: [String: JSON] = [:]) -> Schema {
        Schema(
            keywords.merging(["type": "array", "items": element.json]) { first, _ in first },
            definitions: element.definitions)
    }

    /// One of several schemas.
    static func anyOf(_ schemas: [Schema]) -> Schema {
        Schema(
            ["anyOf": .list(schemas.map(\.json))],
            definitions: schemas.reduce(into: [:]) { $0.merge($1.definitions) { first, _ in first } })
    }
}

extension JSON {
    /// Exactly one of these keys is there.
    static func exactlyOne(of keys: [String]) -> JSON {
        ["oneOf": .list(keys.map { ["required": [.text($0)]] })]
    }

    /// At least one of these keys is there.
    static func atLeastOne(of keys: [String]) -> JSON {
        ["anyOf": .list(keys.map { ["required": [.text($0)]] })]
    }

    /// When a key has one of these values, other keys have to be there, and others must not.
    static func when(
        _ key: String, isOneOf values: [String], require required: [String] = [], exclude excluded: [String] = []
    ) -> JSON {
        var then: [String: JSON] = [:]
        if !required.isEmpty { then["required"] = .list(required.map { .text($0) }) }
        if !excluded.isEmpty {
            then["properties"] = .table(Dictionary(uniqueKeysWithValues: excluded.map { ($0, false) }))
        }
        return [
            "if": ["properties": [key: ["enum": .list(values.map { .text($0) })]], "required": [.text(key)]],
            "then": .table(then),
        ]
    }
}
