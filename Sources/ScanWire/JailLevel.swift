/// How much a worker has given up before it reads a byte of others.
public struct JailLevel: Hashable, Sendable {
    /// What could not be given up, in words; empty when all of it was.
    public var missing: [String]
    /// Whether anything at all keeps the worker from files and network.
    public var holds: Bool

    /// Puts the parts together.
    public init(missing: [String] = [], holds: Bool = true) {
        self.missing = missing
        self.holds = holds
    }

    /// Whether all was given up that a worker can give up.
    public var isFull: Bool { holds && missing.isEmpty }
}

extension JailLevel: CustomStringConvertible {
    /// The level in words.
    public var description: String {
        if isFull { return "full" }
        return "\(holds ? "partial" : "none"): \(missing.joined(separator: ", "))"
    }
}
