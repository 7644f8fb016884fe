public import StorageModel

/// What is known of one folder where a file server's share is mounted, or should be.
public struct MountSighting: Hashable, Sendable {
    /// How the share gets there.
    public enum Kind: String, Hashable, Sendable {
        /// The kernel's SMB client.
        case smb
        /// The kernel's NFS client.
        case nfs
        /// A program behind FUSE.
        case fuse
        /// The automounter, before anything is mounted.
        case automount
    }

    /// An entry of the kernel's table of mounts.
    public struct Mounted: Hashable, Sendable {
        /// How the share gets there.
        public var kind: Kind
        /// The type as the kernel calls it.
        public var type: String
        /// What is mounted.
        public var source: String
        /// The options of the mount and of the file system.
        public var options: [String]
        /// Whether something else is mounted over it or above it, so that nobody sees it; the value says what.
        public var coveredBy: String?
        /// Whether the same share is mounted below it on the same folder.
        public var isDoubled: Bool
        /// How the source relates to what is known of the server.
        public var origin: Origin

        /// Puts the parts together.
        public init(
            kind: Kind, type: String, source: String, options: [String], coveredBy: String? = nil,
            isDoubled: Bool = false, origin: Origin = .unlisted
        ) {
            self.kind = kind
            self.type = type
            self.source = source
            self.options = options
            self.coveredBy = coveredBy
            self.isDoubled = isDoubled
            self.origin = origin
        }
    }

    /// How a mount's source relates to what is known.
    public enum Origin: Hashable, Sendable {
        /// It is a share of the inventory.
        case share(ShareID)
        /// The server is in the inventory, and has no such share there.
        case unknownShare(SystemID)
        /// Nothing is known of the server.
        case unlisted
    }

    /// A line of the table of file systems (fstab(5)).
    public struct Planned: Hashable, Sendable {
        /// The number of the line.
        public var line: Int
        /// How the share would get there.
        public var kind: Kind
        /// What it wants mounted.
        public var source: String
        /// The options it gives.
        public var options: [String]
        /// Whether the mounted source, if any, is the one it wants.
        public var isSourceMounted: Bool
        /// What is known of the file with the password.
        public var credentials: Credentials?
        /// Whether the folder to mount on is there; nil when that was not looked at.
        public var hasPoint: Bool?
        /// Whether the kernel can mount this type; nil when that is not known.
        public var isTypeSupported: Bool?
        /// Whether the server's name has an address; nil when nobody looked it up.
        public var isHostKnown: Bool?
        /// How the service manager's try ended, when it did not succeed, such as `exit-code`.
        public var failedResult: String?

        /// Puts the parts together.
        public init(
            line: Int, kind: Kind, source: String, options: [String], isSourceMounted: Bool = true,
            credentials: Credentials? = nil, hasPoint: Bool? = nil, isTypeSupported: Bool? = nil,
            isHostKnown: Bool? = nil, failedResult: String? = nil
        ) {
            self.line = line
            self.kind = kind
            self.source = source
            self.options = options
            self.isSourceMounted = isSourceMounted
            self.credentials = credentials
            self.hasPoint = hasPoint
            self.isTypeSupported = isTypeSupported
            self.isHostKnown = isHostKnown
            self.failedResult = failedResult
        }
    }

    /// The file that a line names for the account and the password.
    public enum Credentials: Hashable, Sendable {
        /// It is not there.
        case missing(path: String)
        /// It is there, with these rights and this owner.
        case present(path: String, mode: UInt32, owner: UInt32)
    }

    /// What became of asking the mount for its space and its first entry.
    public enum Touch: Hashable, Sendable {
        /// It answered.
        case answered(Duration, space: Observation.Space?)
        /// It answered with an error.
        case refused(Duration, errno: Int32, name: String)
        /// It did not answer in time; when an earlier question still waits, no new one was asked.
        case hung(Duration, isKnown: Bool)
        /// Nobody could ask; the reason is for people.
        case notAsked(String)
    }

    /// Who uses the mount on this computer.
    public struct Person: Hashable, Sendable {
        /// The number of the account.
        public var user: UInt32
        /// The numbers of its groups.
        public var groups: Set<UInt32>

        /// Puts the parts together.
        public init(user: UInt32, groups: Set<UInt32>) {
            self.user = user
            self.groups = groups
        }
    }

    /// The folder, as it is shown.
    public var path: String
    /// What is mounted; nil when nothing is.
    public var mounted: Mounted?
    /// What should be; nil when no table says.
    public var planned: Planned?
    /// What became of asking; nil when nothing was mounted to be asked.
    public var touch: Touch?
    /// Who would write there; nil when local rights are not to be judged.
    public var person: Person?

    /// Puts the parts together.
    public init(
        path: String, mounted: Mounted? = nil, planned: Planned? = nil, touch: Touch? = nil, person: Person? = nil
    ) {
        self.path = path
        self.mounted = mounted
        self.planned = planned
        self.touch = touch
        self.person = person
    }
}
