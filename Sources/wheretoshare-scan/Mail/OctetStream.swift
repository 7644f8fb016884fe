/// The bytes of an octet string, which may be cut into strings of its own (ITU-T X.690 section 8.7).
final class OctetStream: ByteStream {
    private let items: TaggedBytes
    /// Where the next item or byte stands; at the end, what follows the string.
    private(set) var place: Int
    /// Where the strings end that are read now; nil for those that a mark ends.
    private var ends: [Int?] = []
    /// How many bytes are left of a string that is not cut.
    private var left = 0

    /// Whether an item is an octet string.
    static func isString(_ item: TaggedBytes.Item) -> Bool {
        item.tag == TaggedBytes.Tag.octets || item.tag == TaggedBytes.Tag.constructedOctets
    }

    /// Reads an octet string.
    init(_ item: TaggedBytes.Item, of items: TaggedBytes) {
        self.items = items
        place = item.start
        super.init()
        enter(item)
    }

    private func enter(_ item: TaggedBytes.Item) {
        place = item.start
        if let end = item.end, !item.isConstructed { left = end - item.start } else { ends.append(item.end) }
    }

    override func next() throws(Obstacle) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < Self.piece {
            guard left == 0 else {
                let some = try items.bytes(at: place, min(left, Self.piece))
                guard !some.isEmpty else { throw .damaged }
                bytes += some
                place += some.count
                left -= some.count
                continue
            }
            guard let end = ends.last else { break }
            if let end {
                guard place < end else {
                    ends.removeLast()
                    continue
                }
            } else if try items.isEnd(at: place) {
                place += 2
                ends.removeLast()
                continue
            }
            let item = try items.item(at: place)
            guard Self.isString(item), ends.count < TaggedBytes.deepest else { throw .damaged }
            enter(item)
        }
        return bytes
    }
}
