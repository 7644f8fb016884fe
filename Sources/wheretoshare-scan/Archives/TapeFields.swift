internal import ScanWire
internal import SensitiveContent

/// A tape archive on its way to its reader, of which this picks up what the reader does not tell: who owned the files, what
/// else is known about them, and what stands behind a member's end (POSIX.1-2017 pax, section "ustar Interchange Format").
final class TapeFields: ByteStream {
    private enum State {
        case header
        /// The content of a member, and what fills its last block up.
        case content(left: Int, filling: Int)
        /// Fields about the next member, or about all that follow.
        case fields(left: Int, filling: Int)
        /// Zeros, up to another archive.
        case end
        /// It is none of these archives, or a kind of member whose length is not known here.
        case lost
    }

    private let rest: ByteStream
    private var state = State.header
    private var block: [UInt8] = []
    private var fields: [UInt8] = []
    private var filling: [UInt8] = []
    private var remains = Remains()

    /// So many bytes show whether something is a tape archive.
    static let head = 512
    private static let mostFields = 1 << 20

    init(_ rest: ByteStream) {
        self.rest = rest
    }

    /// Whether what begins like this is an archive of `tar` or `cpio`.
    static func isTape(_ head: [UInt8]) -> Bool {
        isTar(head[...]) || ["070707", "070701", "070702"].contains { head.starts(with: $0.utf8) }
    }

    /// Whether a header has the check sum that it names; archives of before 1988 have no other mark.
    private static func isTar(_ header: ArraySlice<UInt8>) -> Bool {
        guard header.count >= head else { return false }
        let start = header.startIndex
        let digits = header[start + 148..<start + 156].filter { (0x30...0x37).contains($0) }
        guard digits.count >= 3, header[start] != 0 else { return false }
        let claimed = digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
        var sum = 8 * 0x20
        for offset in 0..<head where !(148..<156).contains(offset) { sum += Int(header[start + offset]) }
        return claimed == sum
    }

    override func next() throws(Obstacle) -> [UInt8] {
        let piece = try rest.next()
        var start = 0
        while start < piece.count {
            switch state {
            case .lost: return piece
            case .content(let left, let filling):
                let count = min(left, piece.count - start)
                start += count
                state = count < left ? .content(left: left - count, filling: filling) : ended(filling)
            case .fields(let left, let filling):
                let count = min(left, piece.count - start)
                fields += piece[start..<start + count]
                start += count
                if count < left {
                    state = .fields(left: left - count, filling: filling)
                } else {
                    takeFields()
                    state = ended(filling)
                }
            case .header, .end:
                let count = min(Self.head - block.count, piece.count - start)
                block += piece[start..<start + count]
                start += count
                if block.count == Self.head {
                    takeBlock()
                    block.removeAll(keepingCapacity: true)
                }
            }
        }
        return piece
    }

    /// Reads all that was picked up.
    func tell(to desk: Desk) {
        remains.hand(to: desk)
        guard !filling.isEmpty else { return }
        desk.begin(.hidden)
        desk.read(filling)
        desk.end()
    }

    /// What fills the last block of a member up is as much of it as a block lacks, and looked at like a block.
    private func ended(_ filling: Int) -> State {
        block = [UInt8](repeating: 0, count: Self.head - filling)
        return filling == 0 || filling == Self.head ? clear() : .end
    }

    private func clear() -> State {
        block.removeAll(keepingCapacity: true)
        return .header
    }

    private func takeBlock() {
        if Self.isTar(block[...]) { return takeHeader() }
        let isZero = block.allSatisfy { $0 == 0 }
        if case .header = state, !isZero { return state = .lost }
        // What does not belong to any member: letters in a block that has to be zero.
        if !isZero, filling.count < Self.mostFields { filling += block.filter { $0 != 0 } + [0x0A] }
        state = .end
    }

    private func takeHeader() {
        let start = block.startIndex
        for field in [start + 265..<start + 297, start + 297..<start + 329] {
            remains.add(block[field].prefix { $0 != 0 })
        }
        // Behind the zero that ends a name nobody looks.
        let isStandard = block[(start + 257)...].starts(with: "ustar\u{0}".utf8)
        for field in [start..<start + 100, start + 157..<start + 257, start + (isStandard ? 345 : 500)..<start + 500] {
            remains.add(block[field].drop { $0 != 0 }.filter { $0 != 0 })
        }
        let size = number(block[start + 124..<start + 136])
        let padding = (Self.head - size % Self.head) % Self.head
        switch block[start + 156] {
        // Fields, and the long name of a link, which the archive's reader tells of links alone.
        case UInt8(ascii: "x"), UInt8(ascii: "g"), UInt8(ascii: "X"), UInt8(ascii: "K"):
            guard size <= Self.mostFields else { return state = .lost }
            fields = []
            state = size == 0 ? .header : .fields(left: size, filling: padding)
        // Links, devices and folders have no content, whatever their size says.
        case UInt8(ascii: "1")...UInt8(ascii: "6"): state = .header
        // The label of a volume.
        case UInt8(ascii: "V"):
            remains.add(block.prefix(100).prefix { $0 != 0 })
            state = .header
        // A file with holes says further on how long it is.
        case UInt8(ascii: "S"): state = .lost
        default: state = size == 0 ? .header : .content(left: size, filling: padding)
        }
    }

    /// The fields that the archive's reader does not know, `length key=value` and a line's end each.
    private func takeFields() {
        for line in fields.split(separator: 0x0A) {
            guard let blank = line.firstIndex(of: 0x20), let sign = line[blank...].firstIndex(of: UInt8(ascii: "="))
            else {
                remains.add(line)
                continue
            }
            let key = String(decoding: line[(blank + 1)..<sign], as: UTF8.self)
            if !Self.known.contains(key) { remains.add(line[(sign + 1)...]) }
        }
        fields = []
    }

    private static let known: Set = ["path", "linkpath", "size", "mtime", "atime", "ctime", "uid", "gid"]

    /// A number in octal digits, or in bytes when the first has its highest bit set.
    private func number(_ field: ArraySlice<UInt8>) -> Int {
        if let first = field.first, first & 0x80 != 0 {
            let value = field.dropFirst().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return Int(clamping: min(value, 1 << 56))
        }
        var value = 0
        for byte in field where (0x30...0x37).contains(byte) { value = value << 3 | Int(byte - 0x30) }
        return value
    }
}
