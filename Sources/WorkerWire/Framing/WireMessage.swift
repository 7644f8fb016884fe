/// Something that can be said between a supervisor and a worker.
public protocol WireMessage: Equatable, Sendable {
    /// The message as bytes, with its length and version before it.
    var frame: [UInt8] { get }

    /// Reads what ``FrameReader/next()`` gave.
    init(body: [UInt8]) throws(WireError)
}

/// The frame around each message: four bytes with the length of what follows, one with the version, and the message.
public enum WireFrame {
    /// The most bytes that may follow the length.
    public static let limit = 65_536

    package static func around(_ body: [UInt8]) -> [UInt8] {
        var encoder = WireEncoder()
        encoder.append(UInt32(body.count + 1))
        encoder.append(WireVersion.current)
        return encoder.bytes + body
    }
}
