import FoundationEssentials
import InventoryFiles
import TestKit

/// The keys that the records of a kind of file have, as its schema tells them.
func recordKeys(of kind: FileKind) throws -> Set<String> {
    let schema = try JSONDecoder().decode(SchemaNode.self, from: Data(InventorySchema.document(for: kind).utf8))
    return schema.keys
}

/// The sentences that a schema lacks, by the paths of the values without one.
func undescribed(in kind: FileKind) throws -> [String] {
    let schema = try JSONDecoder().decode(SchemaNode.self, from: Data(InventorySchema.document(for: kind).utf8))
    return schema.undescribed(at: kind.rawValue)
}

/// A JSON Schema as far as its records go.
private indirect enum SchemaNode: Decodable {
    case record(properties: [String: SchemaNode], definitions: [String: SchemaNode], description: String?)
    case other

    private enum CodingKeys: String, CodingKey {
        case properties, definitions = "$defs", description
    }

    init(from decoder: any Decoder) throws {
        guard let values = try? decoder.container(keyedBy: CodingKeys.self) else {
            self = .other
            return
        }
        self = .record(
            properties: try values.decodeIfPresent([String: SchemaNode].self, forKey: .properties) ?? [:],
            definitions: try values.decodeIfPresent([String: SchemaNode].self, forKey: .definitions) ?? [:],
            description: try values.decodeIfPresent(String.self, forKey: .description))
    }

    var keys: Set<String> {
        guard case .record(let properties, let definitions, _) = self else { return [] }
        return definitions.values.reduce(into: Set(properties.keys)) { $0.formUnion($1.keys) }
    }

    func undescribed(at path: String) -> [String] {
        guard case .record(let properties, let definitions, let description) = self else { return [] }
        var missing = properties.isEmpty || description != nil ? [] : [path]
        for (name, node) in properties {
            guard case .record(_, _, let sentence) = node else { continue }
            if sentence?.hasSuffix(".") != true { missing.append("\(path).\(name)") }
        }
        return definitions.reduce(into: missing) { $0 += $1.value.undescribed(at: $1.key) }
    }
}
