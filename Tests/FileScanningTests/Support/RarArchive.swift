/// Writes RAR archives of version 4 without compression.
enum RarArchive {
    static func of(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let mark: [UInt8] = [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x00]
        let main = block(0x73, 0, littleEndian(0, 6), [])
        let fields =
            littleEndian(content.count, 4) + littleEndian(content.count, 4) + [3]
            + littleEndian(Int(checkSum(content)), 4)
            + littleEndian(0x5000_0000, 4) + [20, 0x30] + littleEndian(name.utf8.count, 2) + littleEndian(0o100644, 4)
        let file = block(0x74, 0x8000, fields + Array(name.utf8), content)
        return mark + main + file + block(0x7B, 0x4000, [], [])
    }

    private static func block(_ type: UInt8, _ flags: Int, _ fields: [UInt8], _ content: [UInt8]) -> [UInt8] {
        let head = [type] + littleEndian(flags, 2) + littleEndian(7 + fields.count, 2) + fields
        return littleEndian(Int(checkSum(head) & 0xFFFF), 2) + head + content
    }
}
