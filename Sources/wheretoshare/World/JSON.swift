internal import FoundationEssentials
internal import StorageModel

/// JSON as the program writes and reads it: sorted keys, so that two runs can be compared line by line.
enum JSON {
    /// The text of a value, on several lines.
    static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return escapingUnseen(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// The text of a value, on one line.
    static func encodeOnOneLine(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return escapingUnseen(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// A value from its text.
    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes))
    }

    /// The same JSON with everything that is not seen escaped, because JSON is read on terminals, too.
    ///
    /// Only strings can hold such characters; the line ends of the layout stay.
    private static func escapingUnseen(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { !$0.isVisible && $0 != "\n" }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            guard !scalar.isVisible, scalar != "\n" else {
                result.unicodeScalars.append(scalar)
                continue
            }
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            }
        }
        return result
    }
}

/// A value that stands as null in JSON where there is none; a bare optional would leave its key out.
@propertyWrapper
struct OrNull<Value> {
    var wrappedValue: Value?

    init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }
}

extension OrNull: Sendable where Value: Sendable {}
extension OrNull: Equatable where Value: Equatable {}
extension OrNull: Hashable where Value: Hashable {}

extension OrNull: Encodable where Value: Encodable {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue)
    }
}

extension OrNull: Decodable where Value: Decodable {
    init(from decoder: any Decoder) throws {
        self.init(wrappedValue: try decoder.singleValueContainer().decode(Value?.self))
    }
}

extension KeyedDecodingContainer {
    /// The value of a key; a key that is not there is taken for null, as in answers of earlier versions.
    func decode<Value: Decodable>(_ type: OrNull<Value>.Type, forKey key: Key) throws -> OrNull<Value> {
        OrNull(wrappedValue: try decodeIfPresent(Value.self, forKey: key))
    }
}
