/// Bytes that come one piece after the other, and only once.
class ByteStream {
    /// The size of most pieces.
    static let piece = 64 << 10

    /// The next bytes; none at the end.
    func next() throws(Obstacle) -> [UInt8] { [] }
}

/// A stream of which the beginning was looked at already.
final class HeadedStream: ByteStream {
    private(set) var head: [UInt8]
    private let rest: ByteStream

    /// Looks at the beginning of a stream, at least so much of it as there is and is wanted.
    init(_ rest: ByteStream, atLeast wanted: Int) throws(Obstacle) {
        self.rest = rest
        head = try rest.next()
        var last = head.count
        while head.count < wanted, last > 0 {
            let more = try rest.next()
            last = more.count
            head += more
        }
    }

    override func next() throws(Obstacle) -> [UInt8] {
        guard head.isEmpty else {
            defer { head = [] }
            return head
        }
        return try rest.next()
    }
}

/// Bytes that are there already.
final class ReadyStream: ByteStream {
    private var bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    override func next() throws(Obstacle) -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }
}

/// Streams one after the other, as one.
final class JoinedStream: ByteStream {
    private var streams: ArraySlice<ByteStream>

    init(_ streams: [ByteStream]) {
        self.streams = streams[...]
    }

    override func next() throws(Obstacle) -> [UInt8] {
        while let first = streams.first {
            let bytes = try first.next()
            if !bytes.isEmpty { return bytes }
            streams.removeFirst()
        }
        return []
    }
}
