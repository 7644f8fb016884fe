/// A JSON value (RFC 8259), as far as schemas need one.
enum JSON: Hashable, Sendable {
    case text(String)
    case number(UInt64)
    case truth(Bool)
    case list([JSON])
    case table([String: JSON])

    /// The value as text: keys in the order of their bytes, two spaces for each level, and a line end after the last
    /// line.
    var document: String {
        var text = ""
        write(to: &text, indentation: "")
        return text + "\n"
    }

    private func write(to text: inout String, indentation: String) {
        let deeper = indentation + "  "
        switch self {
        case .text(let string): text += Self.quoted(string)
        case .number(let number): text += String(number)
        case .truth(let value): text += value ? "true" : "false"
        case .list(let elements) where elements.allSatisfy(\.isScalar):
            text += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { text += ", " }
                element.write(to: &text, indentation: "")
            }
            text += "]"
        case .list(let elements):
            text += "[\n"
            for (index, element) in elements.enumerated() {
                text += deeper
                element.write(to: &text, indentation: deeper)
                text += index == elements.count - 1 ? "\n" : ",\n"
            }
            text += indentation + "]"
        case .table([:]): text += "{}"
        case .table(let members):
            text += "{\n"
            let keys = members.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            for key in keys {
                text += deeper + Self.quoted(key) + ": "
                members[key]?.write(to: &text, indentation: deeper)
                text += key == keys.last ? "\n" : ",\n"
            }
            text += indentation + "}"
        }
    }

    private var isScalar: Bool {
        switch self {
        case .text, .number, .truth: true
        case .list, .table: false
        }
    }

    private static func quoted(_ string: String) -> String {
        var result = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension JSON: ExpressibleByStringLiteral {
    init(stringLiteral value: String) { self = .text(value) }
}

extension JSON: ExpressibleByBooleanLiteral {
    init(booleanLiteral value: Bool) { self = .truth(value) }
}

extension JSON: ExpressibleByIntegerLiteral {
    init(integerLiteral value: UInt64) { self = .number(value) }
}

extension JSON: ExpressibleByArrayLiteral {
    init(arrayLiteral elements: JSON...) { self = .list(elements) }
}

extension JSON: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, JSON)...) {
        self = .table(Dictionary(elements) { _, last in last })
    }
}
