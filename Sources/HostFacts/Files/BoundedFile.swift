import Glibc

/// Reads whole files that must not be larger than expected.
enum BoundedFile {
    /// Why a file was not read.
    enum Failure: Error, Hashable, Sendable {
        case system(ErrorNumber)
        case notAFile
        case tooLarge(limit: Int)

        var why: String {
            switch self {
            case .system(let number): number.description
            case .notAFile: "it is not a regular file"
            case .tooLarge(let limit): "it is larger than \(limit) bytes"
            }
        }
    }

    /// The content of the regular file at `path`, links followed; never more than `limit` bytes are read.
    static func read(_ path: HostPath, limit: Int) throws(Failure) -> [UInt8] {
        let descriptor: CInt
        do {
            // Without O_NONBLOCK a FIFO would block here, before it can be seen to be one.
            let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
            descriptor = CInt(try unsafe path.systemCall { unsafe Int(open($0, flags)) })
        } catch {
            throw .system(error)
        }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw .system(.last) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        guard Int(status.st_size) <= limit else { throw .tooLarge(limit: limit) }
        return try read(descriptor, expected: Int(status.st_size), limit: limit)
    }

    /// Files of /proc say they are empty, and others may grow while they are read, so the size is a hint.
    private static func read(_ descriptor: CInt, expected: Int, limit: Int) throws(Failure) -> [UInt8] {
        var content: [UInt8] = []
        content.reserveCapacity(expected)
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            }
            if count == 0 { return content }
            guard count > 0 else {
                guard errno == EINTR else { throw .system(.last) }
                continue
            }
            guard count <= limit - content.count else { throw .tooLarge(limit: limit) }
            content.append(contentsOf: chunk.prefix(count))
        }
    }
}
