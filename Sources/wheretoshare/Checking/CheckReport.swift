internal import Diagnosis
internal import StorageModel

/// What one run of checks found, complete and in the order of the targets.
struct CheckReport {
    /// What a report is about.
    enum Subject {
        case places, mounts
    }

    /// One target with what was found.
    struct Entry {
        /// The system it belongs to; nil for a network's gateway, and for a mount.
        var system: SystemID?
        var observation: Observation
        /// When it was complete.
        var at: Moment
        /// That it fails because of where this computer is, as far as can be seen from here.
        var needsVPN: NeedOfVPN?
    }

    var entries: [Entry]
    var vantage: Vantage
    var institution: String
    /// How long the run took.
    var duration: Duration
    /// When the run ended.
    var endedAt: Moment
    var subject = Subject.places

    /// How many targets have a verdict.
    func count(_ verdict: Verdict) -> Int { entries.lazy.filter { $0.observation.verdict == verdict }.count }

    /// The verdict on everything: the worst one, where what could not be checked hides nothing that is broken.
    var worst: Verdict {
        let order: [Verdict] = [.failed, .degraded, .unknown]
        return order.first { count($0) > 0 } ?? .healthy
    }

    /// The status that the program ends with.
    var exitStatus: ExitStatus {
        switch worst {
        case .healthy: .well
        case .degraded, .failed: .problem
        case .unknown: .unknown
        }
    }
}
