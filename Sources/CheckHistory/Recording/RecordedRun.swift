public import StorageModel

/// One run of checks from one place, as it is recorded: what was found of every target, and when.
public struct RecordedRun: Hashable, Sendable {
    /// From where it looked.
    public var vantage: String
    /// The network that it was on; nil when no network of the inventory fits.
    public var network: String?
    /// When it began, by the clock of the computer that looked.
    public var begunAt: Moment
    /// When it ended, by the same clock.
    public var endedAt: Moment
    /// What was found of each target; each target stands once.
    public var results: [RecordedResult]

    /// Puts the parts together.
    public init(
        vantage: String, network: String? = nil, begunAt: Moment, endedAt: Moment, results: [RecordedResult]
    ) {
        self.vantage = vantage
        self.network = network
        self.begunAt = begunAt
        self.endedAt = endedAt
        self.results = results
    }

    /// A number by which the same run is known again, wherever it comes from.
    ///
    /// It follows from what the lines of `check --format jsonl` tell, so that a run which was recorded here and then
    /// comes once more as such a file is one run (FNV-1a, 64 bits). Two runs within one second that found the same are
    /// one run, too.
    public var key: Int64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ text: String) {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        add(vantage)
        for result in results.sorted(by: { $0.observation.target < $1.observation.target }) {
            add(result.observation.target)
            add(String(result.at.secondsSince1970))
            add(result.observation.verdict.rawValue)
            add(result.observation.cause?.rawValue ?? "")
        }
        return Int64(bitPattern: hash)
    }
}

/// What one run found of one target.
public struct RecordedResult: Hashable, Sendable {
    /// What counts: where a target was looked at several times, the verdict of the looks together.
    public var observation: Observation
    /// When it was complete.
    public var at: Moment
    /// Every look, the first one first, where there was more than one; empty otherwise.
    public var looks: [Look]
    /// Why nobody is to be called although something is wrong; nil when somebody is.
    public var silence: Silence?

    /// Puts the parts together.
    public init(_ observation: Observation, at moment: Moment, looks: [Look] = [], silence: Silence? = nil) {
        self.observation = observation
        self.at = moment
        self.looks = looks
        self.silence = silence
    }
}

/// One look at a target that was looked at several times in a run.
public struct Look: Hashable, Sendable {
    /// When it was over.
    public var at: Moment
    /// What it found.
    public var verdict: Verdict
    /// What was wrong.
    public var cause: Cause?

    /// Puts the parts together.
    public init(at moment: Moment, verdict: Verdict, cause: Cause? = nil) {
        at = moment
        self.verdict = verdict
        self.cause = cause
    }
}

/// Why nobody is to be called although something is wrong.
public enum Silence: Hashable, Sendable {
    /// It follows from something else that is wrong, such as `dns`, `vantage` or the name of a system.
    case consequence(of: String)
    /// It falls into a maintenance window of the inventory; the value is the window's name.
    case maintenance(String)
    /// The inventory expects it; the value is the expectation's name.
    case expected(String)

    /// What is named: the thing that is wrong, the window or the expectation.
    public var name: String {
        switch self {
        case .consequence(let name), .maintenance(let name), .expected(let name): name
        }
    }
}
