/// Any value of JSON (RFC 8259), for texts whose form depends on what they tell of.
enum JSONValue: Hashable {
    case null
    case bool(Bool)
    case number(Int)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])
    /// A number that is not whole, or too large.
    case other

    /// Reads a text; nil when it is not JSON, or is nested too deeply.
    init?(parsing text: [UInt8]) {
        var reader = JSONReader(text)
        guard let value = reader.value(depth: 0), reader.isAtEnd else { return nil }
        self = value
    }

    /// A member of an object; nil for other values.
    subscript(name: String) -> JSONValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// The text, if it is one.
    var text: String? { if case .text(let text) = self { text } else { nil } }
    /// The whole number, if it is one.
    var number: Int? { if case .number(let number) = self { number } else { nil } }
    /// The elements of a list; none for other values.
    var list: [JSONValue] { if case .list(let list) = self { list } else { [] } }
    /// The only member of an object; nil for other values.
    var onlyMember: (name: String, value: JSONValue)? {
        guard case .object(let members) = self, members.count == 1, let member = members.first else { return nil }
        return (member.key, member.value)
    }
}
