public import StorageModel

/// What was to be checked, and what the inventory promises of it.
public struct Expectation: Hashable, Sendable {
    /// The target's name, such as `istsmb3/bioimaging`.
    public var target: String
    /// The host's name or address.
    public var host: String
    /// How the host answers, and what it promises.
    public var service: Service
    /// The share; nil when the server itself is the target.
    public var share: Share?
    /// The steps that were asked for, in order; others are not reported.
    public var stages: [Stage]
    /// Whether the check looks from a network of the inside, where internal names are known; nil when nobody knows.
    public var isSeenFromInside: Bool?

    /// Puts the parts together.
    public init(
        target: String, host: String, service: Service, share: Share? = nil, stages: [Stage],
        isSeenFromInside: Bool? = nil
    ) {
        self.target = target
        self.host = host
        self.service = service
        self.share = share
        self.stages = stages
        self.isSeenFromInside = isSeenFromInside
    }
}
