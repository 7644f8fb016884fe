/// What stands in the head of a gzip file besides the content: its name, and a remark (RFC 1952 section 2.3).
enum GzipHead {
    private static let hasExtra: UInt8 = 4
    private static let hasName: UInt8 = 8
    private static let hasComment: UInt8 = 16

    /// Looks at them as at names of files.
    static func tell(_ head: [UInt8], to desk: Desk) {
        guard head.count > 10, head.starts(with: [0x1F, 0x8B, 8]) else { return }
        let flags = head[3]
        var rest = head[10...]
        if flags & hasExtra != 0 {
            guard rest.count >= 2 else { return }
            let length = Int(rest[10]) | Int(rest[11]) << 8
            let extra = rest.dropFirst(2).prefix(length)
            if Remains.areData(extra) { desk.tell(name: String(decoding: extra, as: UTF8.self)) }
            rest = rest.dropFirst(2 + length)
        }
        for flag in [hasName, hasComment] where flags & flag != 0 {
            let text = Array(rest.prefix { $0 != 0 }.prefix(4096))
            desk.tell(name: String(decoding: TextDecoder.decode(whole: text), as: UTF8.self))
            rest = rest.drop { $0 != 0 }.dropFirst()
        }
    }
}
