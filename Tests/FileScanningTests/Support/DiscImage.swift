/// Writes the image of a disc with a second directory in UDF, whose root has these names (ECMA-167, OSTA UDF).
enum DiscImage {
    private static let sector = 2048
    private static let partition = 270
    private static let root = 1

    /// The image; the names stand in the root's entry itself where they are few.
    static func of(_ names: [String], isInside: Bool = false) -> [UInt8] {
        var sectors: [Int: [UInt8]] = [
            16: [1] + Array("CD001\u{1}".utf8), 17: [0xFF] + Array("CD001\u{1}".utf8),
            256: descriptor(2, littleEndian(16 * sector, 4) + littleEndian(257, 4)),
            257: descriptor(1, []), 258: descriptor(4, []),
            259: descriptor(5, padded(to: 172) + littleEndian(partition, 4)),
            260: descriptor(6, padded(to: 232) + littleEndian(sector, 4) + littleEndian(0, 4)),
            261: descriptor(7, []), 262: descriptor(8, []),
            partition: descriptor(256, padded(to: 384) + littleEndian(sector, 4) + littleEndian(root, 4)),
        ]
        // The root is named as its own parent, and once more as a folder in it.
        let folders = name("", kind: 0x0A, folder: root) + name("again", kind: 2, folder: root)
        let content = folders + names.flatMap { name($0, kind: 0, folder: 9) }
        let list = isInside ? content : littleEndian(content.count, 4) + littleEndian(2, 4)
        let head = padded(to: 18) + littleEndian(isInside ? 3 : 0, 2) + padded(to: 132)
        sectors[partition + root] = descriptor(
            261, head + littleEndian(0, 4) + littleEndian(list.count, 4) + list)
        if !isInside { sectors[partition + 2] = content }
        return (0...partition + 3).flatMap { number in
            let bytes = sectors[number] ?? []
            return bytes + [UInt8](repeating: 0, count: max(0, sector - bytes.count))
        }
    }

    private static func padded(to count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

    /// A descriptor with its head of sixteen bytes, which has a sum.
    private static func descriptor(_ kind: Int, _ content: [UInt8]) -> [UInt8] {
        var head = littleEndian(kind, 2) + littleEndian(2, 2) + littleEndian(0, 12)
        head[4] = head.reduce(0, &+)
        return head + content
    }

    private static func name(_ name: String, kind: UInt8, folder: Int) -> [UInt8] {
        var text: [UInt8] = []
        if name.unicodeScalars.contains(where: { $0.value > 0xFF }) {
            text.append(16)
            for unit in name.utf16 { text += bigEndian(Int(unit), 2) }
        } else if !name.isEmpty {
            text.append(8)
            for scalar in name.unicodeScalars { text.append(UInt8(scalar.value)) }
        }
        let place = littleEndian(sector, 4) + littleEndian(folder, 4) + littleEndian(0, 8)
        let head: [UInt8] = [1, 0, kind, UInt8(text.count)]
        let whole = descriptor(257, head + place + [0, 0] + text)
        return whole + padded(to: (4 - whole.count % 4) % 4)
    }
}
