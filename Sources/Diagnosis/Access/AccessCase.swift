public import StorageModel

/// Everything that is known about why a person cannot reach a place from here.
public struct AccessCase: Hashable, Sendable {
    /// From where the person looks, as the inventory knows its networks.
    public enum Standing: Hashable, Sendable {
        /// On a network from which the place may be reached.
        case inside(NetworkID)
        /// On another network; nil when it is none of the inventory.
        case outside(NetworkID?)
        /// Nobody knows.
        case unknown
    }

    /// What the inventory says of the person and the place.
    public enum ExpectedAccess: Hashable, Sendable {
        /// The question is not about a share.
        case notAsked
        /// A group that can open the share has the person as a member.
        case granted(GroupID)
        /// The person is in none of the groups that can open the share.
        case notGranted([GroupID])
        /// The groups that can open the share; whether the person is in one of them is not known.
        case unknown([GroupID])
    }

    /// How somebody signed in while this was seen.
    public enum SignInKind: Hashable, Sendable {
        /// Nobody did.
        case none
        /// The person's own Kerberos ticket was used.
        case ownTicket
        /// An account was given, with a password.
        case password
        /// An account was given, with Kerberos tickets or a keytab.
        case givenTicket
    }

    /// The target as the check of it alone was judged.
    public var observation: Observation
    /// What was seen of the target.
    public var sighting: Sighting
    /// Other places that were looked at in the same minute.
    public var witnesses: [Observation]
    /// The ways into the networks of the inside, such as the VPN's gateway.
    public var gateways: [Observation]
    /// The servers (KDCs) that hand out Kerberos tickets, by their port.
    public var ticketServers: [Observation]
    /// What this computer knows of itself; nil when nobody asked.
    public var situation: HostSituation?
    /// From where the person looks.
    public var standing: Standing
    /// Whether the place can be reached from networks of the inside alone.
    public var needsInside: Bool
    /// What the inventory says of the person and the place.
    public var access: ExpectedAccess
    /// How somebody signed in.
    public var signIn: SignInKind
    /// What was found about mounts of the place on this computer.
    public var mounts: [Observation]
    /// How the place did when each vantage last looked.
    public var earlier: [EarlierLook]
    /// The time, in seconds since 1970.
    public var now: Int64

    /// Puts the parts together.
    public init(
        observation: Observation, sighting: Sighting, witnesses: [Observation] = [], gateways: [Observation] = [],
        ticketServers: [Observation] = [], situation: HostSituation? = nil, standing: Standing = .unknown,
        needsInside: Bool = true, access: ExpectedAccess = .notAsked, signIn: SignInKind = .none,
        mounts: [Observation] = [], earlier: [EarlierLook] = [], now: Int64
    ) {
        self.observation = observation
        self.sighting = sighting
        self.witnesses = witnesses
        self.gateways = gateways
        self.ticketServers = ticketServers
        self.situation = situation
        self.standing = standing
        self.needsInside = needsInside
        self.access = access
        self.signIn = signIn
        self.mounts = mounts
        self.earlier = earlier
        self.now = now
    }
}
