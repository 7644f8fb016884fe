/// Bytes with numbers in them; what lies outside reads as 0.
struct ByteTable {
    private let content: [UInt8]
    /// Whether the numbers are big-endian after all.
    var isBig = false

    init(_ bytes: [UInt8], isBig: Bool = false) {
        content = bytes
        self.isBig = isBig
    }

    var count: Int { content.count }

    func u8(_ at: Int) -> UInt8 { at >= 0 && at < content.count ? content[at] : 0 }
    func u16(_ at: Int) -> UInt16 { number(at) }
    func u32(_ at: Int) -> UInt32 { number(at) }
    func u64(_ at: Int) -> UInt64 { number(at) }

    /// So many bytes, fewer at the end.
    func bytes(_ at: Int, _ count: Int) -> ArraySlice<UInt8> {
        guard at >= 0, at < content.count, count > 0 else { return [] }
        return content[at..<min(content.count, at + min(count, content.count))]
    }

    private func number<Number: FixedWidthInteger & UnsignedInteger>(_ at: Int) -> Number {
        let size = Number.bitWidth / 8
        guard at >= 0, at <= content.count - size else { return 0 }
        var result: Number = 0
        for index in 0..<size {
            let byte = Number(content[isBig ? at + index : at + size - 1 - index])
            result = (size > 1 ? result << 8 : 0) | byte
        }
        return result
    }
}
