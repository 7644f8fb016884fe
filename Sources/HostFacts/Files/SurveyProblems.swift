/// What a survey met that cannot be shared as it is, or could not be looked at.
public struct SurveyProblems: Hashable, Sendable {
    /// Why an entry is a problem.
    public enum Reason: Hashable, Sendable, CaseIterable {
        /// The permissions do not let this account read the file, list the folder or look at the entry.
        case unreadable
        /// The entry went away, or became something else, while the survey was looking.
        case vanished
        /// The folder is one of the folders it lies in, as a bind mount can make it.
        case loop
        /// The folder lies deeper than the survey goes, or than this process can hold folders open.
        case tooDeep
        /// A socket, a FIFO or a device, which holds no data to share.
        case special
        /// The file system reported an error; see the problem's `errorNumber`.
        case fileSystem

        /// The reason in words, as the end of a sentence about the entry.
        public var meaning: String {
            switch self {
            case .unreadable: "you are not permitted to read it"
            case .vanished: "it went away while it was looked at"
            case .loop: "it leads back to a folder it lies in"
            case .tooDeep: "it lies too deep to be looked at"
            case .special: "it is a socket, a FIFO or a device and holds no data"
            case .fileSystem: "the file system reported an error"
            }
        }
    }

    /// One entry that is a problem.
    public struct Problem: Hashable, Sendable {
        /// Where the entry is, starting with the path that was given.
        public let path: HostPath
        /// Why it is a problem.
        public let reason: Reason
        /// What the system reported, when it reported something.
        public let errorNumber: ErrorNumber?
    }

    /// The first problems met, at most `SurveyProblems.listed`, in the order in which the file system lists entries.
    public private(set) var first: [Problem] = []

    private var counts: [Reason: Int] = [:]

    /// How many problems are listed at most.
    public static let listed = 20

    init() {}

    /// The exact number of problems.
    public var count: Int { counts.values.reduce(0, +) }

    /// The exact number of problems of one kind.
    public func count(of reason: Reason) -> Int { counts[reason, default: 0] }

    /// Notes a problem; the path is made only when it will be listed.
    mutating func add(_ reason: Reason, _ errorNumber: ErrorNumber? = nil, at path: () -> HostPath) {
        counts[reason, default: 0] += 1
        if first.count < Self.listed {
            first.append(Problem(path: path(), reason: reason, errorNumber: errorNumber))
        }
    }
}
