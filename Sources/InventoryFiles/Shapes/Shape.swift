/// What a value of the inventory looks like, said once and used twice: to read it, and to tell editors about it.
struct Shape<Value: Sendable>: Sendable {
    /// The value as a JSON Schema.
    let schema: Schema
    /// The kinds of names that such a value declares; when it cannot be read, some of these names may be unknown.
    let declares: Set<NameKind>
    private let body: @Sendable (YAMLNode, Reading) throws(Unreadable) -> Value

    init(
        _ schema: Schema, declares: Set<NameKind> = [],
        read body: @escaping @Sendable (YAMLNode, Reading) throws(Unreadable) -> Value
    ) {
        self.schema = schema
        self.declares = declares
        self.body = body
    }

    /// Reads a value; when that cannot be done, the problems have been told.
    func read(_ node: YAMLNode, _ reading: Reading) throws(Unreadable) -> Value {
        try body(node, reading)
    }
}

/// A value could not be read, and the reading knows why.
struct Unreadable: Error {}

extension Reading {
    /// Remembers, when something cannot be read, that it may have declared names of these kinds.
    func missing<Value>(
        _ kinds: Set<NameKind>, unless read: () throws(Unreadable) -> Value
    ) throws(Unreadable) -> Value {
        do throws(Unreadable) {
            return try read()
        } catch {
            names.miss(kinds)
            throw error
        }
    }
}

extension Shape {
    /// The same shape with another value.
    func map<Other>(
        _ transform: @escaping @Sendable (Value, YAMLNode, Reading) throws(Unreadable) -> Other
    ) -> Shape<Other> {
        Shape<Other>(schema, declares: declares) { node, reading throws(Unreadable) in
            try transform(try read(node, reading), node, reading)
        }
    }

    /// The same shape, of which a schema also demands something that the reader looks at elsewhere.
    func narrowed(_ keywords: [String: JSON]) -> Shape {
        let narrower = Schema(schema.keywords.merging(keywords) { _, last in last }, definitions: schema.definitions)
        return Shape(narrower, declares: declares) { node, reading throws(Unreadable) in try read(node, reading) }
    }
}

extension YAMLNode {
    /// Tells that something of another kind was expected.
    func refuse(_ expected: String, next: String, in reading: Reading) -> Unreadable {
        if isNothing {
            reading.tell(
                .missingValue, at: place, "the value is missing", accepted: "here belongs \(expected)",
                next: "write the value, or remove the key")
        } else {
            reading.tell(.wrongKind, at: place, "here is \(found)", accepted: "here belongs \(expected)", next: next)
        }
        return Unreadable()
    }

    /// The text that stands here, with or without quotes; nil for lists, tables and nothing.
    var scalar: String? {
        guard case .text(let text, _) = content, !isNothing else { return nil }
        return text
    }
}
