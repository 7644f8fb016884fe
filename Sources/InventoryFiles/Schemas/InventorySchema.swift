/// JSON Schemas (draft 2020-12) of the inventory's files, for editors and other tools.
///
/// They are made of the same descriptions that the reader uses. A schema sees one file at a time, so it accepts some
/// files that the reader refuses: those with ids that nothing has, for example.
public enum InventorySchema {
    /// The schema of one kind of file, as a JSON text that is the same every time.
    public static func document(for kind: FileKind) -> String {
        let schema = kind.schema
        let document: [String: JSON] = [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": .text("urn:wheretoshare:inventory:\(kind.rawValue)"),
            "title": .text("wheretoshare inventory: \(kind.location)"),
            "$defs": .table(schema.definitions),
        ]
        return JSON.table(schema.keywords.merging(document) { _, last in last }).document
    }

    /// The schemas of all kinds of files.
    public static var all: [FileKind: String] {
        Dictionary(uniqueKeysWithValues: FileKind.allCases.map { ($0, document(for: $0)) })
    }

    /// Where a schema is kept inside an inventory's folder, so that editors find it: `.schema/KIND.json`.
    public static func path(for kind: FileKind) -> String {
        ".schema/\(kind.rawValue).json"
    }
}
