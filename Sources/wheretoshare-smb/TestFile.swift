internal import Glibc
internal import StorageModel
internal import WorkerWire

/// A file that is written, read again and deleted, and that tells whoever finds it what it was.
struct TestFile {
    private let name: String
    private let content: [UInt8]
    private let url: ShareURL
    private let channel: Channel

    init(folder: ShareURL, channel: Channel) {
        var now = time(nil)
        var parts = unsafe tm()
        unsafe gmtime_r(&now, &parts)
        var buffer = [CChar](repeating: 0, count: 32)
        let length = unsafe strftime(&buffer, buffer.count, "%Y%m%dT%H%M%SZ", &parts)
        let moment = String(decoding: buffer.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
        let random = String(UInt64.random(in: .min ... .max), radix: 36)
        name = "wheretoshare-check-\(moment)-\(random).txt"
        content = Array(
            """
            wheretoshare wrote this file at \(moment) to see whether this folder can be written. It deletes the file at \
            once. If you can read this, it could not: please delete it. (\(random))

            """.utf8)
        self.channel = channel
        url = folder.appending(name)
    }

    /// Writes, reads and deletes.
    func make(with context: borrowing LibraryContext) -> ShareVisit.Outcome {
        channel.send(.writing(name))
        guard let file = unsafe context.open(url, O_WRONLY | O_CREAT | O_EXCL) else {
            let failure = outcome(errno)
            // Without an answer nobody knows whether the file was made.
            return isLost(failure) ? remove(with: context, after: failure) : failure
        }
        var result: ShareVisit.Outcome = unsafe context.write(content, to: file) ? .done : outcome(errno)
        let isClosed = unsafe context.close(file)
        if result == .done, !isClosed { result = outcome(errno) }
        if result == .done { result = readAgain(with: context) }
        return remove(with: context, after: result)
    }

    private func readAgain(with context: borrowing LibraryContext) -> ShareVisit.Outcome {
        guard let file = unsafe context.open(url, O_RDONLY) else { return outcome(errno) }
        let bytes = unsafe context.read(file, atMost: content.count + 1)
        let failure = bytes == nil ? outcome(errno) : .done
        _ = unsafe context.close(file)
        guard let bytes else { return failure }
        return bytes == content ? .done : .otherContent
    }

    private func remove(with context: borrowing LibraryContext, after result: ShareVisit.Outcome) -> ShareVisit.Outcome
    {
        if context.unlink(url) { return result }
        // It is not there: it was never made, or somebody was faster.
        if errno == ENOENT { return result }
        return .leftBehind(name)
    }
}
