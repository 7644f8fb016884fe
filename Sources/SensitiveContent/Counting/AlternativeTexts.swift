/// Texts of which each says the same in another form, such as the bodies of a message: what one of them has in common with
/// those before it counts once.
public struct AlternativeTexts: Sendable {
    /// The document that they are of.
    private let members: [String]
    private var earlier: [UInt64: Confidence] = [:]
    private var current: [UInt64: Confidence] = [:]

    /// A message has far fewer; what comes behind them is counted.
    private static let mostValues = 1 << 16

    /// Begins with the first text of a document.
    /// - Parameter members: The way to the document.
    public init(of members: [String]) {
        self.members = members
    }

    /// Begins the next text.
    public mutating func next() {
        earlier.merge(current) { max($0, $1) }
        current = [:]
    }

    /// Notes a value that was found in a document.
    /// - Returns: Whether an earlier text had it, and it was as certain there.
    mutating func isRepeated(_ hash: UInt64, of detector: Int, _ confidence: Confidence, in members: [String]) -> Bool {
        guard members == self.members else { return false }
        let key = saltedHash(hash, salt: UInt64(detector))
        if let known = earlier[key], known >= confidence { return true }
        if earlier.count + current.count < Self.mostValues {
            current[key] = max(current[key] ?? confidence, confidence)
        }
        return false
    }
}
