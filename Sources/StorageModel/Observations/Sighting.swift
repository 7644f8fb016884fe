/// Everything that one check saw of one target; nil where nothing was tried.
///
/// It is evidence, not a judgement: what it means is for the diagnosis to say.
public struct Sighting: Hashable, Sendable {
    /// What the name gave; nil when the target was given as an address.
    public var lookup: NameLookup?
    /// What opening connections gave, one per address, in the order of the look-up.
    public var connections: [ConnectionAttempt]
    /// What the SMB servers said, one per address that could be connected.
    public var greetings: [GreetingAttempt]
    /// What an account met on the share.
    public var visit: ShareVisit?
    /// What the web server said.
    public var web: WebAnswer?
    /// What the Remote Desktop gateway said.
    public var remoteDesktop: RemoteDesktopAnswer?

    /// Puts the parts together.
    public init(
        lookup: NameLookup? = nil, connections: [ConnectionAttempt] = [], greetings: [GreetingAttempt] = [],
        visit: ShareVisit? = nil, web: WebAnswer? = nil, remoteDesktop: RemoteDesktopAnswer? = nil
    ) {
        self.lookup = lookup
        self.connections = connections
        self.greetings = greetings
        self.visit = visit
        self.web = web
        self.remoteDesktop = remoteDesktop
    }
}
