/// Cuts a stream of bytes into messages.
public struct FrameReader: Sendable {
    private var bytes: [UInt8] = []
    private var start = 0

    /// Begins with an empty stream.
    public init() {}

    /// Whether a message has begun that is not complete.
    public var isInsideMessage: Bool { start < bytes.count }

    /// Adds bytes that arrived.
    public mutating func append(_ arrived: some Sequence<UInt8>) {
        if start > 0 {
            bytes.removeFirst(start)
            start = 0
        }
        bytes.append(contentsOf: arrived)
    }

    /// The next message's body; nil until more bytes arrive.
    /// - Throws: When the stream cannot be what it should be. It cannot be read any further then.
    public mutating func next() throws(WireError) -> [UInt8]? {
        let rest = bytes[start...]
        guard rest.count >= 5 else { return nil }
        let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard length <= WireFrame.limit else { throw .tooLarge(claimed: length) }
        guard length > 0 else { throw .truncated }
        let version = bytes[start + 4]
        guard version == WireVersion.current else { throw .otherVersion(version) }
        guard rest.count >= 4 + length else { return nil }
        start += 4 + length
        return Array(rest.dropFirst(5).prefix(length - 1))
    }
}
