internal import StorageModel

/// One sighting, held against what was expected; the extensions hold what is known about each step.
struct Judgement {
    typealias Evidence = Observation.Evidence

    /// What was to be checked.
    let expectation: Expectation
    /// What was seen.
    let sighting: Sighting
    /// The time of the check, in seconds since 1970.
    let now: Int64

    /// What the inventory promises.
    var promise: ServicePromise { expectation.service.promise }

    /// What the servers told about themselves, in the order of their addresses.
    var greetings: [ServerGreeting] { sighting.greetings.compactMap(\.greeting) }

    /// Whether the target is named by an address, which no ticket is made out for.
    var isNamedByAddress: Bool { IPAddress(expectation.host) != nil }

    /// What a step comes to; nil when nothing was seen of it, or the service has no such step.
    func finding(at stage: Stage) -> Finding? {
        switch (stage, expectation.service.kind) {
        case (.dns, _): nameFinding
        case (.tcp, _): connectionFinding
        case (.negotiate, .smb): greetingFinding
        case (.auth, .smb), (.tree, .smb), (.stat, .smb), (.list, .smb), (.read, .smb), (.write, .smb), (.space, .smb):
            visitFinding(at: stage)
        case (.tls, .seafile), (.tls, .tls): handshakeFinding
        case (.http, .seafile): pageFinding
        case (.rdp, .rdp): remoteDesktopFinding
        default: nil
        }
    }
}
