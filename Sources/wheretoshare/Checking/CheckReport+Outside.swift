internal import Diagnosis
internal import StorageModel

extension CheckReport {
    /// Marks the places that fail as all of them do outside, before the VPN is connected.
    ///
    /// None is when a file server of the inside was reached all the same: then the VPN is not what is missing. What is
    /// wrong with a marked place beyond that cannot be seen from here; its cause stays what was seen.
    mutating func markWhatNeedsVPN(_ inventory: Inventory) {
        let expectation = AccessExpectation(inventory: inventory)
        guard case .outside = expectation.standing(on: vantage.network) else { return }
        let inside = entries.indices.filter { expectation.needsInside(entries[$0].system) }
        func isGreeted(_ place: Int) -> Bool {
            entries[place].observation.steps.contains { $0.stage == .negotiate && [.ok, .warn].contains($0.state) }
        }
        guard !inside.contains(where: isGreeted) else { return }
        // A computer without any connection has another trouble first.
        let isOffline =
            entries.contains { $0.system == nil && $0.observation.verdict == .failed }
            && !entries.contains { entry in
                entry.observation.steps.contains { $0.stage == .tcp && [.ok, .warn].contains($0.state) }
            }
        let ways = entries.filter { $0.system == nil && $0.observation.verdict == .healthy }
        for place in inside {
            guard let cause = entries[place].observation.cause, cause.isSeenWithoutVPN,
                !isOffline || ![.noRoute, .dnsNoAnswer].contains(cause)
            else { continue }
            entries[place].needsVPN = NeedOfVPN(
                network: vantage.network ?? inventory.fallbackNetwork, openWays: ways.map(\.observation.target))
        }
    }
}

/// That a place was looked at from outside without the VPN that it needs.
struct NeedOfVPN: Hashable {
    /// The network that this computer is on; nil when nobody knows.
    var network: NetworkID?
    /// The ways into the inside that answer from here.
    var openWays: [String]
}
