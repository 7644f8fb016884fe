public import StorageModel

/// One thing that a sweep looks at: a server, or a share on one.
public struct SweepTarget: Hashable, Sendable {
    /// The host's name or address.
    public var host: String
    /// What should answer there.
    public var service: Service
    /// The share that is visited with an account; nil when only the server is looked at.
    public var share: Share?
    /// The steps that are wanted; earlier ones that they depend on are taken, too.
    public var stages: Set<Stage>

    /// Puts the parts together.
    public init(host: String, service: Service, share: Share? = nil, stages: Set<Stage>) {
        self.host = host
        self.service = service
        self.share = share
        self.stages = stages
    }

    /// What targets on the same server have in common, so that it is greeted once for all of them.
    struct Server: Hashable {
        var host: String
        var kind: Service.Kind
        var port: UInt16
        var reach: ProbeReach
    }

    var server: Server {
        Server(
            host: host.lowercased(), kind: service.kind, port: service.effectivePort, reach: ProbeReach(wanting: stages)
        )
    }
}

/// How far a server is looked at before anybody signs in.
enum ProbeReach: Int, Comparable {
    case lookup, connections, answers

    /// As far as the steps need.
    init(wanting stages: Set<Stage>) {
        let last = stages.max() ?? .dns
        self = last == .dns ? .lookup : last == .tcp ? .connections : .answers
    }

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
