@testable import Probing

/// How long a test waits for what has to come; the tests share two threads with others that compute for a minute.
let patience: Duration = .seconds(600)

extension ProbeLimits {
    /// Limits that nothing but a fault reaches.
    static var patient: ProbeLimits {
        var limits = ProbeLimits()
        limits.lookup = patience
        limits.connection = patience
        limits.greeting = patience
        return limits
    }
}
