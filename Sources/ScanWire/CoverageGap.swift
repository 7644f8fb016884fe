/// Something that was not read, and why.
public struct CoverageGap: Hashable, Sendable {
    /// Why something was not read.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// It is locked with a password.
        case encrypted
        /// It is not what its format says, or ends too early.
        case damaged
        /// Too many folders, archives or elements lie in each other.
        case tooDeep = "too-deep"
        /// It is larger than can be held.
        case tooLarge = "too-large"
        /// There are too many members.
        case tooManyMembers = "too-many-members"
        /// It grows out of proportion when it is unpacked.
        case bomb
        /// Members of an archive claim the same bytes.
        case overlapping
        /// It took too long.
        case time
        /// It took too much memory.
        case memory
        /// There are pictures, whose text was not read.
        case pictures
        /// Nobody here knows the format; what looks like text in it was read.
        case unknownFormat = "unknown-format"
        /// A program is missing that could read it.
        case needsProgram = "needs-program"
        /// The program that read it complained, or ended badly.
        case complained
        /// The reader, or a program that it used, crashed.
        case crashed
        /// Its markup declares entities of its own, and was not followed.
        case declaresEntities = "declares-entities"
        /// Files are embedded that were not taken out.
        case embedded
        /// The permissions do not let this account read it.
        case notPermitted = "not-permitted"
        /// It went away, changed or could not be read from its place.
        case unavailable
        /// It is no file that holds content, such as a socket or a device.
        case notAFile = "not-a-file"
        /// Only a sample was asked for.
        case sample
        /// The worker could not be used.
        case noReader = "no-reader"
        /// The run was called off before it was its turn.
        case calledOff = "called-off"

        /// The reason in words, as the end of a sentence about the file.
        public var meaning: String {
            switch self {
            case .encrypted: "it is locked with a password"
            case .damaged: "it is damaged or ends too early"
            case .tooDeep: "folders, archives or elements lie too deep in each other"
            case .tooLarge: "it is too large"
            case .tooManyMembers: "it has too many members"
            case .bomb: "it grows out of all proportion when it is unpacked"
            case .overlapping: "its members claim the same bytes, as only a trap does"
            case .time: "it took too long"
            case .memory: "it took too much memory"
            case .pictures: "it has pictures, whose text was not read"
            case .unknownFormat: "its format is not known; only what looks like text was read"
            case .needsProgram: "a program that reads it is not installed"
            case .complained: "the program that reads it complained"
            case .crashed: "the program that reads it crashed"
            case .declaresEntities: "its markup declares entities of its own"
            case .embedded: "files that are embedded in it were not read"
            case .notPermitted: "you are not permitted to read it"
            case .unavailable: "it could not be read from its place"
            case .notAFile: "it is not a file with content"
            case .sample: "only a sample was asked for"
            case .noReader: "the reader could not be used"
            case .calledOff: "the run was called off"
            }
        }
    }

    /// Why it was not read.
    public var reason: Reason
    /// The way through archives to what was not read; empty for the file itself.
    public var members: [String]
    /// More about it: the package to install, or what the system said; never text of the document.
    public var detail: String?

    /// Puts the parts together.
    public init(_ reason: Reason, members: [String] = [], detail: String? = nil) {
        self.reason = reason
        self.members = members
        self.detail = detail
    }
}

extension CoverageGap: CustomStringConvertible {
    /// The gap in words.
    public var description: String {
        let place = members.isEmpty ? "" : "\(members.joined(separator: " › ")): "
        if reason == .needsProgram, let detail { return "\(place)install \(detail)" }
        return place + reason.meaning + (detail.map { " (\($0))" } ?? "")
    }
}
