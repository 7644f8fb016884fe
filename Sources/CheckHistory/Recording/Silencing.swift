public import StorageModel

/// Decides for whom nobody is called although something is wrong.
public struct Silencing: Hashable, Sendable {
    private let policy: CheckPolicy
    private let culprits: [String: String]
    private let network: NetworkID?
    private let secondsFromUTC: Int

    /// Puts together what the decision depends on.
    /// - Parameters:
    ///   - policy: The windows and expectations of the inventory.
    ///   - culprits: What each target that fails depends on, where that is what does not work.
    ///   - network: The network that the vantage was on.
    ///   - secondsFromUTC: By how many seconds the clocks of the institution are ahead of UTC.
    public init(policy: CheckPolicy, culprits: [String: String], network: NetworkID?, secondsFromUTC: Int) {
        self.policy = policy
        self.culprits = culprits
        self.network = network
        self.secondsFromUTC = secondsFromUTC
    }

    /// Why nobody is called; nil when somebody is, or nothing is wrong.
    public func silence(of observation: Observation, at moment: Moment) -> Silence? {
        guard observation.verdict != .healthy else { return nil }
        let target = observation.target
        if let window = policy.windows.first(where: {
            $0.covers(target, at: moment, secondsFromUTC: secondsFromUTC)
        }) {
            return .maintenance(window.id)
        }
        let day = moment.adding(seconds: Int64(secondsFromUTC)).day
        if let outage = policy.outages.first(where: { $0.covers(target, from: network, on: day) }) {
            return .expected(outage.id)
        }
        guard observation.verdict == .failed else { return nil }
        return culprits[target].map { .consequence(of: $0) }
    }
}
