internal import HostFacts
internal import StorageModel

/// A question as it came from the command line, with what this machine knows about it.
struct Request {
    /// How the network became known.
    enum NetworkGround: String {
        /// The asker named it.
        case declared
        /// An address or interface of this machine belongs to it.
        case detected
        /// Nothing fits, so it is the strictest.
        case assumed
    }

    /// The question for the policy.
    var question: Question
    /// How the network became known.
    var networkBecause: NetworkGround
    /// What is shared, by its name; the first when it is several files or folders.
    var dataName: String?
    /// How many files and folders were named besides.
    var otherPaths = 0
    /// How many folders there are.
    var folders: Int?
    /// What kinds of files there are, the most frequent first.
    var kinds: [RecommendationDocument.Kind]
    /// What was in the way while the files were counted.
    var problems: [RecommendationDocument.FileProblem]
    /// What was seen of the files' content; nil when nobody looked.
    var scan: RecommendationDocument.Scan?
    /// Where shares are mounted on this machine.
    var mountPoints: [ShareID: String]
    /// The path of the data below their share's folder, with `/`; nil when they lie on none.
    var pathInsideShare: String?
}

extension Request {
    /// The request without names of people, files and folders, for tickets.
    var withoutNames: Request {
        var nameless = self
        nameless.question.audience = question.audience.map { member in
            switch member {
            case .user(_, let groups): .user("", groups: groups)
            case .external: .external(nil)
            case .group, .internal, .anyone, .publish: member
            }
        }
        nameless.question.asker.account = nil
        nameless.question.tags = question.tags.map { TagClaim($0.tag, because: $0.because) }
        nameless.dataName = nil
        nameless.scan?.findings = []
        nameless.scan?.unreadable = []
        nameless.otherPaths = 0
        nameless.problems = []
        nameless.mountPoints = [:]
        nameless.pathInsideShare = nil
        return nameless
    }
}
