import Glibc

/// The owner of one file descriptor, closed when it goes away.
struct OpenFile: ~Copyable {
    let descriptor: CInt
    /// What messages call the file.
    private let name: String

    /// Takes over a descriptor that `open` returned for a file.
    init(owning descriptor: CInt, of name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    deinit {
        _ = close(descriptor)
    }

    /// What the system says of the file.
    func standing() throws(CacheObstacle) -> FileStanding {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw .system("the owner of '\(name)' cannot be read") }
        return FileStanding(status)
    }

    /// The next bytes; fewer than asked for when the file ends before.
    func read(upTo length: Int) throws(CacheObstacle) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: length)
        var filled = 0
        while filled < length {
            let count = unsafe bytes.withUnsafeMutableBytes {
                unsafe Glibc.read(descriptor, $0.baseAddress?.advanced(by: filled), length - filled)
            }
            if count == 0 { break }
            if count > 0 {
                filled += count
            } else if errno != EINTR {
                throw .system("'\(name)' cannot be read")
            }
        }
        bytes.removeLast(length - filled)
        return bytes
    }

    /// Writes all bytes.
    func write(_ bytes: [UInt8]) throws(CacheObstacle) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count >= 0 {
                written += count
            } else if errno != EINTR {
                throw .system("'\(name)' cannot be written")
            }
        }
    }
}
