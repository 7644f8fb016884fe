/// What came of reading one fact about this computer: the fact, or why it is not known.
///
/// "Not known" is never the same as "all is well": whoever judges has to say what it means.
public enum HostReading<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The fact.
    case known(Value)
    /// Why the fact is not known.
    case unknown(HostReadingObstacle)

    /// The fact; nil when it is not known.
    public var value: Value? {
        if case .known(let value) = self { value } else { nil }
    }

    /// Why the fact is not known; nil when it is.
    public var obstacle: HostReadingObstacle? {
        if case .unknown(let obstacle) = self { obstacle } else { nil }
    }
}
