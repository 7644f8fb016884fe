internal import ScanWire

/// Reads what HEIF and AVIF say about a picture, as most telephones write them (ISO/IEC 23008-12, ISO/IEC 14496-12 section
/// 8.11).
struct HEIFFields {
    private struct Item {
        var type = ""
        var isXMP = false
        /// Whether the parts lie in the box with the fields, and not in the file.
        var isInside = false
        var parts: [(offset: Int, length: Int)] = []
    }

    private let source: Source
    private var items: [UInt32: Item] = [:]
    /// Where the content begins that lies in the box with the fields.
    private var inside = 0

    private static let longest = 16 << 20
    private static let mostItems = 10_000

    private init(_ source: Source) {
        self.source = source
    }

    static func read(_ source: Source, to desk: Desk) throws(Obstacle) {
        var fields = HEIFFields(source)
        try fields.eachBox(from: 0, to: source.size) { (fields, type, content) throws(Obstacle) in
            if type == "meta" { try fields.readMeta(content) }
        }
        for item in fields.items.sorted(by: { $0.key < $1.key }).map(\.value) where item.type == "Exif" || item.isXMP {
            desk.attempt { () throws(Obstacle) in
                let bytes = try fields.content(of: item)
                if item.isXMP { return try PhotoFields.readXMP(bytes, to: desk) }
                // How many bytes stand before the fields.
                let skip = Int(ByteTable(bytes, isBig: true).u32(0))
                guard bytes.count >= 4, skip < bytes.count - 4 else { throw .damaged }
                try PhotoFields.readExif(Array(bytes.dropFirst(4 + skip)), to: desk)
            }
        }
    }

    private func content(of item: Item) throws(Obstacle) -> [UInt8] {
        var bytes: [UInt8] = []
        for part in item.parts {
            guard bytes.count + part.length <= Self.longest else { throw Obstacle(.tooLarge, "fields of the picture") }
            let (place, isFar) = part.offset.addingReportingOverflow(item.isInside ? inside : 0)
            guard !isFar else { throw .damaged }
            bytes += try source.read(at: place, part.length)
        }
        return bytes
    }

    /// Goes through the boxes in a place, each of which begins with its length and its type.
    private mutating func eachBox(
        from start: Int, to end: Int, _ body: (inout HEIFFields, String, Range<Int>) throws(Obstacle) -> Void
    ) throws(Obstacle) {
        var at = start
        while at + 8 <= end {
            let head = ByteTable(try source.read(at: at, 16), isBig: true)
            var length = Int(head.u32(0))
            var skip = 8
            if length == 1 {
                length = Int(clamping: head.u64(8))
                skip = 16
            }
            // The last one may be as long as the file.
            if length == 0 { length = end - at }
            guard length >= skip, length <= end - at else { throw .damaged }
            try body(&self, String(decoding: head.bytes(4, 4), as: UTF8.self), at + skip..<at + length)
            at += length
        }
    }

    private mutating func readMeta(_ range: Range<Int>) throws(Obstacle) {
        guard range.count >= 4 else { throw .damaged }
        try eachBox(from: range.lowerBound + 4, to: range.upperBound) { (fields, type, content) throws(Obstacle) in
            switch type {
            case "iinf": try fields.readKinds(content)
            case "iloc": try fields.readPlaces(content)
            case "idat": fields.inside = content.lowerBound
            default: break
            }
        }
    }

    /// What each item is.
    private mutating func readKinds(_ range: Range<Int>) throws(Obstacle) {
        let version = try source.read(at: range.lowerBound, 1).first ?? 0
        let start = range.lowerBound + (version == 0 ? 6 : 8)
        try eachBox(from: start, to: range.upperBound) { (fields, type, content) throws(Obstacle) in
            guard type == "infe", fields.items.count < Self.mostItems else { return }
            let entry = ByteTable(try fields.source.read(at: content.lowerBound, min(content.count, 512)), isBig: true)
            guard entry.u8(0) >= 2 else { return }
            let isWide = entry.u8(0) >= 3
            let id = isWide ? entry.u32(4) : UInt32(entry.u16(4))
            let at = isWide ? 10 : 8
            let kind = String(decoding: entry.bytes(at, 4), as: UTF8.self)
            fields.items[id, default: Item()].type = kind
            // Its name, and the type of its content.
            let texts = entry.bytes(at + 4, 400).split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
            let isXMP = kind == "mime" && texts.count > 1 && texts[1].elementsEqual("application/rdf+xml".utf8)
            if isXMP { fields.items[id, default: Item()].isXMP = true }
        }
    }

    /// Where each item lies.
    private mutating func readPlaces(_ range: Range<Int>) throws(Obstacle) {
        let table = ByteTable(try source.read(at: range.lowerBound, min(range.count, 4 << 20)), isBig: true)
        let version = table.u8(0)
        let sizes = [table.u8(4) >> 4, table.u8(4) & 15, table.u8(5) >> 4, table.u8(5) & 15].map { Int($0) }
        guard sizes.allSatisfy({ [0, 4, 8].contains($0) }) else { throw .damaged }
        var at = version < 2 ? 8 : 10
        let count = version < 2 ? Int(table.u16(6)) : Int(table.u32(6))
        func number(_ size: Int) -> Int {
            defer { at += size }
            return size == 0 ? 0 : size == 4 ? Int(table.u32(at)) : Int(clamping: table.u64(at))
        }
        for _ in 0..<min(count, Self.mostItems) {
            guard at < table.count else { throw .damaged }
            let id = version < 2 ? UInt32(table.u16(at)) : table.u32(at)
            at += version < 2 ? 2 : 4
            var item = items[id] ?? Item()
            if version > 0 {
                item.isInside = table.u16(at) & 15 == 1
                at += 2
            }
            at += 2
            let base = number(sizes[2])
            let parts = Int(table.u16(at))
            at += 2
            for _ in 0..<parts {
                guard at < table.count else { throw .damaged }
                if version > 0 { _ = number(sizes[3]) }
                let (offset, isFar) = base.addingReportingOverflow(number(sizes[0]))
                let length = number(sizes[1])
                guard !isFar, item.parts.count < 1000 else { throw .damaged }
                item.parts.append((offset, length))
            }
            items[id] = item
        }
    }
}
