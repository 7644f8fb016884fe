/// The counts of a survey: of all of it, or so far.
public struct SurveyTotals: Hashable, Sendable {
    /// The sizes of all counted files together, in bytes, as the files say (sparse files count in full).
    public internal(set) var bytes: UInt64 = 0

    /// How many regular files there are; each name of a file with several hard links counts, as a copy would be made
    /// of each.
    public internal(set) var files = 0

    /// How many folders there are, the given ones included.
    public internal(set) var folders = 0

    /// How many symbolic links there are; none is followed, but for those that were given.
    public internal(set) var symbolicLinks = 0

    /// How many sockets, FIFOs and devices there are.
    public internal(set) var specialEntries = 0

    /// The size of the largest file in bytes; 0 when there is no file.
    public internal(set) var largestFile: UInt64 = 0

    /// How many problems were met.
    public internal(set) var problems = 0

    init() {}

    /// Counts a file of `size` bytes.
    mutating func addFile(size: Int64) {
        let size = UInt64(max(0, size))
        files += 1
        largestFile = max(largestFile, size)
        // A few sparse files can claim more bytes than any disk has; the sum stays at the largest number then.
        let sum = bytes.addingReportingOverflow(size)
        bytes = sum.overflow ? .max : sum.partialValue
    }
}
