/// Collects bytes as they arrive into whole messages (RFC 1002 section 4.3.1, MS-SMB2 2.1).
///
/// A message is preceded by a zero byte and its length in three bytes, highest first. How the bytes are cut into
/// chunks makes no difference to what comes out. Call `next()` until it gives nil after each `append(_:)`; then no more
/// is held than one message and one chunk.
public struct MessageFramer: Sendable {
    /// The largest message that is accepted, in bytes, without its frame.
    public let limit: Int

    /// What has arrived and not been handed out, after `taken` bytes that have.
    private var pending: [UInt8] = []
    private var taken = 0
    private var failure: SMBReplyError?

    private static let frameLength = 4

    /// Collects messages of at most `limit` bytes; an honest answer to a negotiation has less than one thousand.
    public init(limit: Int = 65_536) {
        self.limit = limit
    }

    /// Adds bytes that have arrived; after an error they are dropped.
    public mutating func append(_ chunk: some Sequence<UInt8>) {
        guard failure == nil else { return }
        if taken > 0 {
            pending.removeSubrange(0..<taken)
            taken = 0
        }
        pending.append(contentsOf: chunk)
    }

    /// The next whole message without its frame; nil when more bytes are needed.
    ///
    /// Keep-alives (RFC 1002 section 4.3.7) are left out. After an error every call gives the same one, because nobody
    /// knows where the next message would begin.
    public mutating func next() throws(SMBReplyError) -> [UInt8]? {
        if let failure { throw failure }
        do {
            return try unframed()
        } catch {
            failure = error
            pending = []
            taken = 0
            throw error
        }
    }

    /// Says that nothing more will arrive.
    /// - Throws: `cutShort` when a message has begun and not ended, or the error `next()` gave.
    public func finish() throws(SMBReplyError) {
        if let failure { throw failure }
        if pending.count > taken { throw .cutShort(.frame) }
    }

    private mutating func unframed() throws(SMBReplyError) -> [UInt8]? {
        while pending.count - taken >= Self.frameLength {
            let frame = pending[taken..<taken + Self.frameLength]
            let length = frame.dropFirst().reduce(0) { $0 << 8 | Int($1) }
            switch frame.first {
            case 0x00:
                guard length <= limit else { throw .tooLarge(length: length, limit: limit) }
                let start = taken + Self.frameLength
                guard pending.count - start >= length else { return nil }
                taken = start + length
                return Array(pending[start..<taken])
            case 0x85 where length == 0:
                taken += Self.frameLength
            case 0x83:
                throw .turnedAway
            case 0x81, 0x82, 0x84, 0x85:
                // The session service of NetBIOS, as on port 139: it speaks of sessions that were never asked for.
                throw .unexpected(.frame)
            default:
                throw .notSMB(OtherService(opening: frame))
            }
        }
        return nil
    }

    /// The message with the four bytes that precede it; nil when it is longer than three bytes can say.
    static func framed(_ message: [UInt8]) -> [UInt8]? {
        guard message.count < 1 << 24 else { return nil }
        let length = message.count
        return [0, UInt8(length >> 16), UInt8(length >> 8 & 0xFF), UInt8(length & 0xFF)] + message
    }
}
