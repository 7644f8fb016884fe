/// How far two clocks may be apart.
enum ClockSkew {
    /// From here on it is worth a word, in seconds: clocks that are kept never drift so far.
    static let noticeable = 60.0
    /// Beyond this Kerberos refuses, in seconds (RFC 4120 section 1.3; the usual value of Windows and MIT Kerberos).
    static let fatal = 300.0

    /// A skew in seconds, rounded to milliseconds.
    static func text(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds.magnitude < 1e15 else { return "out of range" }
        return String((seconds * 1000).rounded() / 1000)
    }
}
