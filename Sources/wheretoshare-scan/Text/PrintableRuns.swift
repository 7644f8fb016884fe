/// Reads what looks like text in bytes of an unknown format: runs of at least six printable characters, in ASCII or
/// UTF-8 and in UTF-16.
struct PrintableRuns {
    private static let shortest = 6
    private let desk: Desk
    private var narrow: [UInt8] = []
    private var wide: [UInt8] = []
    private var wideLow: UInt8?
    private var collected: [UInt8] = []

    private init(desk: Desk) {
        self.desk = desk
    }

    /// Reads a stream.
    static func read(_ stream: ByteStream, to desk: Desk) throws(Obstacle) {
        var runs = PrintableRuns(desk: desk)
        desk.begin()
        defer { desk.end() }
        while true {
            let piece = try stream.next()
            if piece.isEmpty { break }
            for byte in piece { runs.take(byte) }
            runs.hand(atLeast: 64 << 10)
        }
        runs.endNarrow()
        runs.endWide()
        runs.hand(atLeast: 1)
    }

    private mutating func take(_ byte: UInt8) {
        if (0x20...0x7E).contains(byte) || byte == 0x09 || byte >= 0xA0 && narrow.count > 2 {
            narrow.append(byte)
            if narrow.count >= 32 << 10 { endNarrow() }
        } else {
            endNarrow()
        }
        // The low half of a UTF-16 character, and then its empty high half.
        if let low = wideLow {
            wideLow = nil
            if byte == 0 {
                wide.append(scalar: UInt32(low))
                return
            }
            endWide()
        }
        if (0x20...0x7E).contains(byte) || byte >= 0xA0 { wideLow = byte } else { endWide() }
    }

    private mutating func endNarrow() {
        if narrow.count >= Self.shortest {
            collected += narrow
            collected.append(0x0A)
        }
        narrow.removeAll(keepingCapacity: true)
    }

    private mutating func endWide() {
        if wide.count >= Self.shortest {
            collected += wide
            collected.append(0x0A)
        }
        wide.removeAll(keepingCapacity: true)
    }

    private mutating func hand(atLeast count: Int) {
        guard collected.count >= count else { return }
        desk.read(TextDecoder.decode(whole: collected))
        collected.removeAll(keepingCapacity: true)
    }
}
