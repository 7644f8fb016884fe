internal import StorageModel

/// A cause, with what would look the same from here.
struct Suspicion: Hashable, Sendable {
    /// What is most likely wrong.
    var cause: Cause
    /// What else could be, the likelier first; empty when the cause is certain.
    var alternatives: [Cause]

    /// Suspects one thing, and with less weight others; the cause itself and repeats are left off the others.
    init(_ cause: Cause, or alternatives: [Cause] = []) {
        self.cause = cause
        self.alternatives = []
        for alternative in alternatives where alternative != cause && !self.alternatives.contains(alternative) {
            self.alternatives.append(alternative)
        }
    }
}
