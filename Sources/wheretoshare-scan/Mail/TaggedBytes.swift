internal import ScanWire

/// Items of ASN.1 in a source, each with a tag and a length before its content (ITU-T X.690 section 8.1).
final class TaggedBytes {
    /// One item.
    struct Item {
        let tag: UInt8
        /// Where its content begins.
        let start: Int
        /// Where its content ends; nil when a mark behind it tells that.
        let end: Int?

        /// Whether its content is items again.
        var isConstructed: Bool { tag & 0x20 != 0 }
    }

    /// The tags that are asked for.
    enum Tag {
        static let octets: UInt8 = 0x04
        static let constructedOctets: UInt8 = 0x24
        static let identifier: UInt8 = 0x06
        static let sequence: UInt8 = 0x30
        /// What stands for a field with the number 0.
        static let first: UInt8 = 0xA0
    }

    let source: Source
    /// Whether an item is said to be longer than what there is.
    private(set) var isCut = false
    /// Bytes that were read ahead, and where they stand.
    private var ahead: [UInt8] = []
    private var place = 0

    /// So many items may lie in each other.
    static let deepest = 32
    /// A longer item is read in pieces, a head and a short item at once.
    private static let piece = 16 << 10

    init(_ source: Source) {
        self.source = source
    }

    /// The item that begins at a place.
    func item(at start: Int) throws(Obstacle) -> Item {
        let tag = try byte(start)
        // Tags of several bytes stand for nothing here.
        guard tag & 0x1F != 0x1F, tag != 0 else { throw .damaged }
        let first = try byte(start + 1)
        guard first & 0x80 != 0 else { return item(tag, start + 2, Int(first)) }
        let count = Int(first & 0x7F)
        if count == 0, tag & 0x20 != 0 { return Item(tag: tag, start: start + 2, end: nil) }
        guard 1...7 ~= count else { throw .damaged }
        var length = 0
        for index in 0..<count { length = length << 8 | Int(try byte(start + 2 + index)) }
        return item(tag, start + 2 + count, length)
    }

    /// The item with a tag that begins at a place; anything else is damage.
    func item(_ tag: UInt8, at start: Int) throws(Obstacle) -> Item {
        let item = try item(at: start)
        guard item.tag == tag else { throw .damaged }
        return item
    }

    private func item(_ tag: UInt8, _ start: Int, _ length: Int) -> Item {
        if length > source.size - start { isCut = true }
        return Item(tag: tag, start: start, end: start + min(length, max(0, source.size - start)))
    }

    /// Whether the mark stands at a place that ends an item of which the length is not told.
    func isEnd(at place: Int) throws(Obstacle) -> Bool {
        let isMark = try byte(place) == 0
        return isMark ? try byte(place + 1) == 0 : false
    }

    /// The place behind an item, with the mark that may end it.
    func end(of item: Item, depth: Int = 0) throws(Obstacle) -> Int {
        if let end = item.end { return end }
        guard depth < Self.deepest else { throw Obstacle(.tooDeep) }
        var place = item.start
        while try !isEnd(at: place) { place = try end(of: try self.item(at: place), depth: depth + 1) }
        return place + 2
    }

    /// The bytes from a place on, as many as there are of those that are wanted.
    func bytes(at start: Int, _ count: Int) throws(Obstacle) -> [UInt8] {
        guard count <= Self.piece else { return try source.read(at: start, count) }
        if start < place || start + count > place + ahead.count {
            ahead = try source.read(at: start, Self.piece)
            place = start
        }
        let first = min(start - place, ahead.count)
        return Array(ahead[first..<min(ahead.count, first + count)])
    }

    private func byte(_ place: Int) throws(Obstacle) -> UInt8 {
        if place >= self.place, place - self.place < ahead.count { return ahead[place - self.place] }
        guard let byte = try bytes(at: place, 1).first else { throw .damaged }
        return byte
    }
}
