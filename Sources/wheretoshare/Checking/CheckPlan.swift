internal import StorageModel

/// Which steps a check takes.
struct CheckPlan: Hashable {
    /// Whether an account signs in.
    var signsIn: Bool
    /// Whether checks write, read again and delete a file where the inventory allows it.
    var writes: Bool
    /// The steps that alone are wanted, with those that they depend on; nil for all.
    var only: Set<Stage>?

    /// The steps on which all later ones of a visit depend.
    private static let foundations: Set<Stage> = [.dns, .tcp, .negotiate, .tls, .auth, .tree]

    /// The steps that are reported of a target, in order.
    func stages(of service: Service, host: String, share: Share?) -> [Stage] {
        let possible = Stage.allCases.filter { isPossible($0, service, host, share) }
        guard let only else { return possible }
        let last = only.max() ?? .dns
        return possible.filter { only.contains($0) || ($0 < last && Self.foundations.contains($0)) }
    }

    /// The steps that are taken: without an account those before the sign-in alone.
    func taken(of stages: [Stage]) -> Set<Stage> {
        Set(stages.filter { signsIn || $0 < .auth })
    }

    private func isPossible(_ stage: Stage, _ service: Service, _ host: String, _ share: Share?) -> Bool {
        switch stage {
        case .dns: IPAddress(host) == nil
        case .tcp: true
        case .negotiate: service.kind == .smb
        case .tls: service.kind == .tls || service.kind == .seafile
        case .http: service.kind == .seafile
        case .rdp: service.kind == .rdp
        case .auth, .tree, .stat, .list, .space: share != nil
        case .read: share?.check.canary != nil
        case .write: writes && share?.check.writeFolder != nil
        }
    }
}
