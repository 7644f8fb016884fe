/// A document to read, whose open descriptor travels beside the order.
public struct ScanOrder: Hashable, Sendable {
    /// The file's own name, without its folder; it is a hint about the kind, and itself looked at.
    public var name: String
    /// The file's size in bytes.
    public var size: UInt64
    /// A random number of the run, so that different values can be told apart and nothing else.
    public var salt: UInt64
    /// Whether pictures are read, which takes seconds for each page.
    public var readsPictures: Bool
    /// How much may be done.
    public var limits: ScanLimits
    /// After which time the kernel ends the worker, should its parent be gone by then.
    public var lifeLimit: Duration

    /// Puts the parts together.
    public init(
        name: String, size: UInt64, salt: UInt64, readsPictures: Bool = false, limits: ScanLimits = ScanLimits(),
        lifeLimit: Duration = .seconds(120)
    ) {
        self.name = name
        self.size = size
        self.salt = salt
        self.readsPictures = readsPictures
        self.limits = limits
        self.lifeLimit = lifeLimit
    }
}

/// How much may be done for one file.
public struct ScanLimits: Hashable, Sendable {
    /// How many archives may lie in each other.
    public var depth: Int
    /// How many members all archives in the file may have together.
    public var members: Int
    /// How many bytes of unpacked content are read.
    public var unpackedBytes: UInt64
    /// How many times larger than its archive a content may be, once it is larger than 16 MB.
    public var expansion: UInt64
    /// How large a member may be that has to be held in memory as a whole.
    public var heldBytes: UInt64
    /// How many pages of pictures are read.
    public var picturePages: Int
    /// How many bytes of the file are read, from its beginning; nil for all.
    public var sampleBytes: UInt64?

    /// The limits that are used unless somebody asks for others.
    public init(
        depth: Int = 5, members: Int = 100_000, unpackedBytes: UInt64 = 2 << 30, expansion: UInt64 = 250,
        heldBytes: UInt64 = 192 << 20, picturePages: Int = 100, sampleBytes: UInt64? = nil
    ) {
        self.depth = depth
        self.members = members
        self.unpackedBytes = unpackedBytes
        self.expansion = expansion
        self.heldBytes = heldBytes
        self.picturePages = picturePages
        self.sampleBytes = sampleBytes
    }
}
