import Foundation

/// The shipped inventory with many more groups and shares, for measuring.
struct GeneratedInventory {
    let groups: Int
    let shares: Int

    /// Writes it into a new folder.
    func write(to folder: URL, from shipped: URL) throws {
        try FileManager.default.copyItem(at: shipped, to: folder)
        let system = folder.appendingPathComponent("systems/istsmb3.yaml")
        var text = try String(contentsOf: system, encoding: .utf8)
        if !text.hasSuffix("\n") { text += "\n" }
        guard text.contains("\nshares:\n") else { throw CocoaError(.fileReadCorruptFile) }
        let more = (0..<shares).map { number in
            """
              - id: generated-\(number)
                method: group-share
                name: {value: generated, basis: assumed, source: it-to-confirm}
                folder: folder-\(number)
                basis: assumed
                source: it-to-confirm

            """
        }
        text = text.replacingOccurrences(of: "\nshares:\n", with: "\nshares:\n" + more.joined())
        try text.write(to: system, atomically: true, encoding: .utf8)
        let file = folder.appendingPathComponent("groups.yaml")
        var list = try String(contentsOf: file, encoding: .utf8)
        if !list.hasSuffix("\n") { list += "\n" }
        list += (0..<groups).map { number in
            """
              - id: group-\(number)
                name: Generated group \(number)
                kind: \(["research-group", "team", "unit", "division"][number % 4])
                shares: [istsmb3/generated-\(number % shares), istsmb3/generated-\((number * 7 + 1) % shares)]
                account-groups: [grp-\(number)]
                basis: assumed
                source: it-to-confirm

            """
        }.joined()
        try list.write(to: file, atomically: true, encoding: .utf8)
    }
}
