/// A password or the like, which no message, log or dump of a value shows.
public struct Secret: Hashable, Sendable {
    private let bytes: [UInt8]

    /// Wraps the bytes of a secret.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// How many bytes it has.
    public var count: Int { bytes.count }

    /// Lends the bytes to whoever has to pass them on; they are not to be kept.
    public func reveal<Result>(_ body: ([UInt8]) throws -> Result) rethrows -> Result {
        try body(bytes)
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Nothing of the secret, not even its length.
    public var description: String { "(secret)" }

    /// Nothing of the secret, not even its length.
    public var debugDescription: String { "(secret)" }

    /// Nothing of the secret, not even its length.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection()) }
}
