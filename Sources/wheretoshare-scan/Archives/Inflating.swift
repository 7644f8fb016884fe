internal import ScanWire

/// Undoes deflate, alone or in zlib's frame (RFC 1951, RFC 1950).
///
/// With a head before it and eight bytes after it, it is a gzip file (RFC 1952), which libarchive reads; that does not look
/// at the check sum there, which nobody knows before the end. Some programs leave out the last block, so an empty one
/// follows, which is not looked at where there was one.
enum Inflating {
    private static let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    private static let tail: [UInt8] = [1, 0, 0, 0xFF, 0xFF] + [UInt8](repeating: 0, count: 8)

    /// What comes out of a stream of so many bytes.
    static func stream(_ packed: ByteStream, size: Int, to desk: Desk) throws(Obstacle) -> ByteStream {
        let whole = JoinedStream([ReadyStream(head), packed, ReadyStream(tail)])
        let reader = try ArchiveReader(unpacking: whole, filter: .gzip)
        guard try reader.next() != nil else { return ReadyStream([]) }
        return MemberStream(reader, desk: desk, archiveSize: size)
    }

    /// What comes out of bytes in zlib's frame; more than the limit is an obstacle.
    static func bytes(framed packed: ArraySlice<UInt8>, limit: Int, to desk: Desk) throws(Obstacle) -> [UInt8] {
        // Two bytes about the method, which is always the same one, and a check sum at the end.
        guard packed.count > 6, packed[packed.startIndex] & 0x0F == 8 else { throw .damaged }
        return try bytes(bare: Array(packed.dropFirst(2)), limit: limit, to: desk)
    }

    /// What comes out of bytes without a frame; more than the limit is an obstacle.
    static func bytes(bare packed: [UInt8], limit: Int, to desk: Desk) throws(Obstacle) -> [UInt8] {
        let stream = try stream(ReadyStream(packed), size: packed.count, to: desk)
        var bytes: [UInt8] = []
        while true {
            let piece = try stream.next()
            if piece.isEmpty { return bytes }
            bytes += piece
            guard bytes.count <= limit else { throw Obstacle(.tooLarge) }
        }
    }
}
