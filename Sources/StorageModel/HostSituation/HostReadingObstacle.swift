/// Why a fact about this computer is not known.
public enum HostReadingObstacle: Error, Hashable, Sendable {
    /// Nobody asked for it.
    case notAsked
    /// The system does not tell this account; an administrator may learn it.
    case notPermitted
    /// Something that would tell is not on this computer; the text names the file, program or service.
    case missing(String)
    /// The answer did not come before the deadline.
    case deadline
    /// The system reported an error, with its number (`errno`).
    case system(errno: Int32)
    /// More came than is read, such as a file of many megabytes; the text names it.
    case tooLarge(String)
    /// What came could not be understood; the text names it and says where.
    case notUnderstood(String)
}
