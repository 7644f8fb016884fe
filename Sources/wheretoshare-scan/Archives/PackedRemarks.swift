/// What is compressed on its way to what unpacks it, of which this picks up what is not packed: the names and remarks of each
/// part of a gzip file (RFC 1952 section 2.2), and the frames that Zstandard and LZ4 skip (RFC 8878 section 3.1.2).
///
/// Where parts begin is not followed, only how: what is found by chance among packed bytes looks like nobody's data.
final class PackedRemarks: ByteStream {
    private let rest: ByteStream
    private var remains = Remains()
    /// The end of what passed, in which a part may begin.
    private var last: [UInt8] = []
    private var passed = 0

    private static let longestHead = 4096

    init(_ rest: ByteStream) {
        self.rest = rest
    }

    override func next() throws(Obstacle) -> [UInt8] {
        let piece = try rest.next()
        let bytes = last + piece
        let isEnd = piece.isEmpty
        // A beginning is looked at once all of it is there.
        let limit = isEnd ? bytes.count : max(0, bytes.count - Self.longestHead)
        look(at: bytes, upTo: limit)
        last = Array(bytes[limit...])
        passed += limit
        return piece
    }

    /// Reads all that was picked up.
    func tell(to desk: Desk) {
        look(at: last, upTo: last.count)
        last = []
        remains.hand(to: desk)
    }

    private func look(at bytes: [UInt8], upTo limit: Int) {
        var at = 0
        while at < limit, let first = bytes[at..<limit].firstIndex(where: { $0 == 0x1F || $0 & 0xF0 == 0x50 }) {
            at = first + 1
            if bytes[first] == 0x1F {
                // What the file begins with is told as its name is.
                if passed + first > 0 { takeHead(bytes[first...].prefix(Self.longestHead)) }
            } else if bytes[at...].starts(with: [0x2A, 0x4D, 0x18]) {
                // What it holds is no beginning of another.
                at = first + 4 + takeFrame(bytes[(first + 4)...].prefix(Self.longestHead))
            }
        }
    }

    private func takeHead(_ head: ArraySlice<UInt8>) {
        guard GzipHead.isOne(head) else { return }
        for text in GzipHead.texts(head) { remains.add(text) }
    }

    /// - Returns: How many bytes were looked at.
    private func takeFrame(_ frame: ArraySlice<UInt8>) -> Int {
        guard frame.count > 4 else { return 0 }
        let size = frame.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        let content = frame.dropFirst(4).prefix(size)
        for text in content.split(whereSeparator: { $0 < 0x20 }) { remains.add(text) }
        return 4 + content.count
    }
}
