internal import Diagnosis
internal import HostFacts
internal import Probing
internal import StorageModel

extension MountSurvey {
    /// Finds out why what should be mounted may not be: whether the servers' names have addresses, and how the service
    /// manager fared.
    mutating func askAboutMissing(within limit: Duration, provenance: Provenance) async throws {
        let missing = missing
        guard !missing.isEmpty else { return }
        let end = ContinuousClock.now + limit
        let hosts = Set(missing.compactMap { $0.networkSource?.host }).sorted()
        let service = Service(kind: .smb, provenance: provenance)
        let targets = hosts.map { host in
            CheckTarget(
                system: nil,
                expectation: Diagnosis.Expectation(target: host, host: host, service: service, stages: [.dns]),
                sweepTarget: SweepTarget(host: host, service: service, stages: [.dns]))
        }
        let run = CheckRun(targets: targets, deadline: limit, parallel: 1, vantage: Vantage(name: "", network: nil))
        let seen = try await run.look(progress: .silent) { _, _ in true }
        for (host, seen) in zip(hosts, seen) where IPAddress(host) == nil {
            switch seen?.observation.steps.first?.state {
            case .ok, .warn: knownHosts[host] = true
            // That no name server answers says nothing about the name.
            case .fail where seen?.observation.cause == .dnsNameUnknown: knownHosts[host] = false
            default: break
            }
        }
        units = .current(at: missing.map(\.point), until: end)
    }
}
