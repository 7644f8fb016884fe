/// Collects the bytes of a snapshot.
///
/// Numbers take seven bits a byte, the lowest first; the eighth bit says that more follow. Texts go into a table, each
/// once,
/// and are mentioned by their place in it, so that the reader makes one string of all that are alike.
struct SnapshotEncoder {
    /// A text that equals only a text of the same bytes; `String` also equates different spellings of an accent.
    private struct ExactText: Hashable {
        let text: String

        static func == (left: Self, right: Self) -> Bool {
            let left = left.text.utf8Span.span
            let right = right.text.utf8Span.span
            guard left.count == right.count else { return false }
            for index in left.indices where left[index] != right[index] { return false }
            return true
        }

        // Coarser than equality, which is enough: different spellings of a text are rare.
        func hash(into hasher: inout Hasher) { hasher.combine(text) }
    }

    private var body: [UInt8] = []
    private var table: [UInt8] = []
    private var places: [ExactText: UInt64] = [:]

    /// Appends values, one after the other.
    mutating func store<each Value: Storable>(_ values: repeat each Value) {
        repeat (each values).store(into: &self)
    }

    /// Appends a number.
    mutating func append(_ number: UInt64) {
        Self.append(number, to: &body)
    }

    /// Appends the mention of a text.
    mutating func append(text: String) {
        var text = text
        text.makeContiguousUTF8()
        let exact = ExactText(text: text)
        if let place = places[exact] {
            append(place)
            return
        }
        let place = UInt64(places.count)
        places[exact] = place
        Self.append(UInt64(text.utf8.count), to: &table)
        table.append(contentsOf: text.utf8)
        append(place)
    }

    /// The table of texts, then everything that was appended.
    func finished() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(10 + table.count + body.count)
        Self.append(UInt64(places.count), to: &bytes)
        bytes.append(contentsOf: table)
        bytes.append(contentsOf: body)
        return bytes
    }

    private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }
}
