/// What stands in the head of a gzip file besides the content: its name, and a remark (RFC 1952 section 2.3).
enum GzipHead {
    private static let hasExtra: UInt8 = 4
    private static let hasName: UInt8 = 8
    private static let hasComment: UInt8 = 16
    private static let unused: UInt8 = 0xE0

    /// Whether bytes begin like a part of such a file.
    static func isOne(_ head: some Collection<UInt8>) -> Bool {
        head.count > 10 && head.starts(with: [0x1F, 0x8B, 8]) && head.dropFirst(3).first.map { $0 & unused } == 0
    }

    /// Looks at them as at names of files.
    static func tell(_ head: [UInt8], to desk: Desk) {
        guard isOne(head) else { return }
        for text in texts(head[...]) {
            desk.tell(name: String(decoding: TextDecoder.decode(whole: Array(text)), as: UTF8.self))
        }
    }

    /// What the head of a part says: fields that may be data, the name, and the remark.
    static func texts(_ head: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var texts: [ArraySlice<UInt8>] = []
        let flags = head[head.startIndex + 3]
        var rest = head.dropFirst(10)
        if flags & hasExtra != 0 {
            guard let low = rest.popFirst(), let high = rest.popFirst() else { return [] }
            let length = Int(low) | Int(high) << 8
            let extra = rest.prefix(length)
            if Remains.areData(extra) { texts.append(extra) }
            rest = rest.dropFirst(length)
        }
        for flag in [hasName, hasComment] where flags & flag != 0 {
            texts.append(rest.prefix { $0 != 0 }.prefix(4096))
            rest = rest.drop { $0 != 0 }.dropFirst()
        }
        return texts
    }
}
