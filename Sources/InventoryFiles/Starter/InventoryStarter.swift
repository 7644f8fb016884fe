/// A small inventory of a made-up institution, to begin one's own with.
///
/// It is read without problems, and comments explain every key. An institution replaces it piece by piece.
public enum InventoryStarter {
    /// The texts of all files by their paths inside the new folder, with the schemas that editors complete by.
    public static var files: [String: String] {
        var files = [
            "institution.yaml": institution,
            "networks.yaml": networks,
            "systems/files.yaml": fileServer,
            "systems/cloud.yaml": cloud,
            "groups.yaml": groups,
            "policy/sharing.yaml": policy,
            "exemptions.yaml": exemptions,
            "content.yaml": content,
            "checks.yaml": checks,
            "cases/sharing.yaml": cases,
            "texts/en.yaml": texts,
        ]
        for (path, text) in files {
            guard let kind = FileKind(path: path) else { continue }
            files[path] = schemaComment(for: kind, at: path) + text
        }
        for kind in FileKind.allCases {
            files[InventorySchema.path(for: kind)] = InventorySchema.document(for: kind)
        }
        return files
    }

    /// The line by which editors find the schema of a file; the path in it is relative to the file.
    private static func schemaComment(for kind: FileKind, at path: String) -> String {
        let up = String(repeating: "../", count: path.split(separator: "/").count - 1)
        return "# yaml-language-server: $schema=\(up)\(InventorySchema.path(for: kind))\n"
    }
}
