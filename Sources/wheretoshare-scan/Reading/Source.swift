internal import CLinux
internal import Glibc
internal import ScanWire

/// Bytes that can be read in any order: an open file, or a member that is held in memory.
final class Source {
    private enum Place {
        case memory([UInt8])
        /// Read with pread(2) alone: whoever else has the file open shares its position.
        case file(Int32)
    }

    private let place: Place
    /// How many bytes there are.
    let size: Int

    /// Takes an open file, which it closes at its end.
    init(descriptor: Int32, size: UInt64) {
        place = .file(descriptor)
        self.size = Int(clamping: size)
    }

    init(_ bytes: [UInt8]) {
        place = .memory(bytes)
        size = bytes.count
    }

    deinit {
        if case .file(let descriptor) = place { close(descriptor) }
    }

    /// Holds a whole stream, unless it has more bytes than the limit.
    convenience init(holding stream: ByteStream, limit: UInt64) throws(Obstacle) {
        var bytes: [UInt8] = []
        while bytes.count <= Self.inMemory {
            let piece = try stream.next()
            if piece.isEmpty {
                self.init(bytes)
                return
            }
            bytes += piece
            guard bytes.count <= limit else { throw Obstacle(.tooLarge) }
        }
        // More than a little lies in a file without a name or a place, which can be handed on.
        let file = unsafe wheretoshare_make_memory_file("member")
        guard file >= 0 else { throw Obstacle(.memory) }
        var size: UInt64 = 0
        do throws(Obstacle) {
            while !bytes.isEmpty {
                size += UInt64(bytes.count)
                guard size <= limit else { throw Obstacle(.tooLarge) }
                try Self.write(bytes, to: file)
                bytes = try stream.next()
            }
        } catch {
            close(file)
            throw error
        }
        self.init(descriptor: file, size: size)
    }

    /// So many bytes of a member are held without a file.
    private static let inMemory = 4 << 20

    /// The bytes from a place on, fewer than wanted at the end.
    func read(at offset: Int, _ count: Int) throws(Obstacle) -> [UInt8] {
        guard offset >= 0, offset < size, count > 0 else { return [] }
        let count = min(count, size - offset)
        switch place {
        case .memory(let bytes): return Array(bytes[offset..<offset + count])
        case .file(let descriptor):
            var got = 0
            var number: Int32 = 0
            let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                while got < count {
                    let more = unsafe pread(
                        descriptor, buffer.baseAddress?.advanced(by: got), count - got, off_t(offset + got))
                    if more < 0, errno == EINTR { continue }
                    if more < 0 { number = errno }
                    guard more > 0 else { break }
                    got += more
                }
                filled = got
            }
            guard number == 0 else { throw Obstacle(.unavailable) }
            // It was larger when it was opened.
            guard got == count else { throw Obstacle(.unavailable, "it became shorter while it was read") }
            return bytes
        }
    }

    /// Makes sure that a file ends where its size says; one that grows, or never knew its size, was not read as a whole.
    func requireEnd() throws(Obstacle) {
        guard case .file(let descriptor) = place else { return }
        var byte: UInt8 = 0
        var count = 0
        repeat { count = unsafe pread(descriptor, &byte, 1, off_t(size)) } while count < 0 && errno == EINTR
        guard count >= 0 else { throw Obstacle(.unavailable) }
        guard count == 0 else { throw Obstacle(.unavailable, "it is longer than its size says") }
    }

    /// All bytes, when they are few enough to hold.
    func all(limit: UInt64) throws(Obstacle) -> [UInt8] {
        guard size <= limit else { throw Obstacle(.tooLarge) }
        return try read(at: 0, size)
    }

    /// The open file, for handing on; nil when that is not possible.
    ///
    /// Whoever closes it closes this source's.
    func file() -> Int32? {
        switch place {
        case .file(let descriptor): return descriptor
        case .memory: return nil
        }
    }

    /// The same bytes in a file that can be handed on.
    func inFile() throws(Obstacle) -> Source {
        guard case .memory(let bytes) = place else { return self }
        let file = unsafe wheretoshare_make_memory_file("member")
        guard file >= 0 else { throw Obstacle(.memory) }
        let source = Source(descriptor: file, size: UInt64(bytes.count))
        try Self.write(bytes, to: file)
        return source
    }

    private static func write(_ bytes: [UInt8], to file: Int32) throws(Obstacle) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { throw Obstacle(.memory) }
            rest = rest.dropFirst(max(0, count))
        }
    }
}

/// A source from its beginning to its end.
final class SourceStream: ByteStream {
    private let source: Source
    private(set) var offset: Int
    private let end: Int

    init(_ source: Source, from offset: Int = 0, upTo end: Int = .max) {
        self.source = source
        self.offset = offset
        self.end = min(end, source.size)
    }

    override func next() throws(Obstacle) -> [UInt8] {
        let bytes = try source.read(at: offset, min(Self.piece, end - offset))
        offset += bytes.count
        return bytes
    }
}

/// What comes out of a pipe.
final class PipeStream: ByteStream {
    private let descriptor: Int32

    /// Takes an open descriptor, which it closes at its end.
    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    override func next() throws(Obstacle) -> [UInt8] {
        while true {
            var count = 0
            let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, filled in
                count = unsafe read(descriptor, buffer.baseAddress, buffer.count)
                filled = max(0, count)
            }
            if count >= 0 { return bytes }
            guard errno == EINTR else { throw Obstacle(.unavailable) }
        }
    }
}
