import Foundation
import Lab
import TestKit
import Testing

/// All tests that need the lab: they share one, so they run one after the other.
///
/// Suites go into extensions of this one, each in a file of its own.
@Suite(.serialized, .needsLab)
enum LabSlowTests {}

extension Trait where Self == ConditionTrait {
    /// Skips where no lab can be started, and says so; a machine that builds for everybody (`CI`) has to have one.
    static var needsLab: Self {
        .enabled("the lab cannot be started on this machine; the reason stands above") {
            guard let obstacle = await obstacle.value else { return true }
            if environmentValue("CI") != nil { throw LabMissing(obstacle: obstacle) }
            return false
        }
    }
}

/// Why there is no lab; found out once, and said once.
private let obstacle = Task {
    let obstacle = await LabNetwork.obstacle()
    if let obstacle {
        FileHandle.standardError.write(
            Data("\nNO TEST ASKS REAL SERVERS: the lab cannot be started: \(obstacle)\n\n".utf8))
    }
    return obstacle
}

/// The lab cannot be started where it has to.
struct LabMissing: Error, CustomStringConvertible {
    let obstacle: String
    var description: String { "the tests with real servers have to run where 'CI' is set, but \(obstacle)" }
}
