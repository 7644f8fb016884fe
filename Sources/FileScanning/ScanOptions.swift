public import ScanWire

/// How files are looked into.
public struct ScanOptions: Hashable, Sendable {
    /// How many workers there are at once.
    public var workers: Int
    /// How long a file may take at least; large ones get a second more for each 4 MB on the disk.
    public var timePerFile: Duration
    /// Whether text is looked for in pictures and scanned pages, which takes seconds for each.
    public var readsPictures: Bool
    /// Whether files are read where no jail can be had.
    public var goesWithoutJail: Bool
    /// What is left out: patterns as a shell has them, for a name or, with a slash inside, for the path below the given one.
    public var excluded: [String]
    /// How much may be done for one file.
    public var limits: ScanLimits
    /// What the institution looks for besides, and what it passes over.
    public var detectors: OwnDetectors

    /// Puts the parts together.
    public init(
        workers: Int = 2, timePerFile: Duration = .seconds(60), readsPictures: Bool = false,
        goesWithoutJail: Bool = false, excluded: [String] = [], limits: ScanLimits = ScanLimits(),
        detectors: OwnDetectors = .none
    ) {
        self.workers = max(1, workers)
        self.timePerFile = timePerFile
        self.readsPictures = readsPictures
        self.goesWithoutJail = goesWithoutJail
        self.excluded = excluded
        self.limits = limits
        self.detectors = detectors
    }

    /// How long a file may take of which so many bytes lie on the disk; holes cost whoever made them nothing, so they give
    /// no time.
    func deadline(stored: UInt64) -> Duration {
        let whole = timePerFile + .seconds(Int64(clamping: stored >> 22))
        return readsPictures ? whole + .seconds(20 * limits.picturePages) : whole
    }
}
