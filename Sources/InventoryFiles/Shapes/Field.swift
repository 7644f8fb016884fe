/// A part of a record: usually one key with the shape of its value, or several keys that belong together.
struct Field<Value: Sendable>: Sendable {
    /// The keys, in the order in which people expect them.
    let keys: [Key]
    /// What JSON Schema says about several keys at once.
    let rules: [JSON]
    private let body: @Sendable (Record) throws(Unreadable) -> Value

    private init(
        keys: [Key], rules: [JSON], read body: @escaping @Sendable (Record) throws(Unreadable) -> Value
    ) {
        self.keys = keys
        self.rules = rules
        self.body = body
    }

    /// Reads the part; every problem of it is told, also when another part had problems before.
    func read(_ record: Record) -> Result<Value, Unreadable> {
        do throws(Unreadable) {
            return .success(try body(record))
        } catch {
            return .failure(error)
        }
    }
}

/// A key of a record.
struct Key: Sendable {
    var name: String
    var isRequired: Bool
    /// The value, described by a sentence.
    var schema: Schema
    var declares: Set<NameKind>
}

extension Field {
    /// A key that every such record has.
    static func required(_ name: String, _ shape: Shape<Value>, _ sentence: String) -> Field {
        Field(keys: [Key(name, isRequired: true, shape, sentence)], rules: []) { record throws(Unreadable) in
            guard let node = record[name] else { throw record.miss(name, shape.declares) }
            return try shape.read(node, record.reading)
        }
    }

    /// A key that may be left out.
    static func optional<Wrapped>(_ name: String, _ shape: Shape<Wrapped>, _ sentence: String) -> Field
    where Value == Wrapped? {
        Field(keys: [Key(name, isRequired: false, shape, sentence)], rules: []) { record throws(Unreadable) in
            guard let node = record[name] else { return nil }
            return try shape.read(node, record.reading)
        }
    }

    /// A key that means the same as a value when it is left out.
    static func optional(_ name: String, _ shape: Shape<Value>, otherwise: Value, _ sentence: String) -> Field {
        Field(keys: [Key(name, isRequired: false, shape, sentence)], rules: []) { record throws(Unreadable) in
            guard let node = record[name] else { return otherwise }
            return try shape.read(node, record.reading)
        }
    }

    /// Several parts that make one value.
    static func group<each Part: Sendable>(
        _ fields: repeat Field<each Part>, rules: [JSON] = [],
        build: @escaping @Sendable (Record, repeat each Part) throws(Unreadable) -> Value
    ) -> Field {
        var keys: [Key] = []
        var allRules = rules
        for field in repeat each fields {
            keys += field.keys
            allRules += field.rules
        }
        return Field(keys: keys, rules: allRules) { record throws(Unreadable) in
            // All parts are read before the first that could not be is given up on.
            let parts = (repeat (each fields).read(record))
            return try build(record, repeat try (each parts).get())
        }
    }

    /// Parts of the same kind, as many as there are.
    static func all<Part>(_ fields: [Field<Part>]) -> Field where Value == [Part] {
        Field(keys: fields.flatMap(\.keys), rules: fields.flatMap(\.rules)) { record throws(Unreadable) in
            let parts = fields.map { $0.read(record) }
            var values: [Part] = []
            for part in parts { values.append(try part.get()) }
            return values
        }
    }
}

extension Key {
    fileprivate init<Value>(_ name: String, isRequired: Bool, _ shape: Shape<Value>, _ sentence: String) {
        self.init(
            name: name, isRequired: isRequired, schema: shape.schema.described(sentence), declares: shape.declares)
    }
}
