public import StorageModel

/// The answer to a question, with everything that led to it.
public struct Decision: Hashable, Sendable {
    /// The question as it was understood.
    public var question: UnderstoodQuestion
    /// How it ends.
    public var outcome: Outcome
    /// The way to take; nil when none is allowed.
    public var recommended: Candidate?
    /// Other allowed ways, the better first.
    public var alternatives: [Candidate]
    /// Ways that are not open, by method.
    public var excluded: [Exclusion]
    /// The rules that name the contact as the answer.
    public var referrals: [RuleID]
    /// The smallest changes that would give an answer, or a simpler one; only when nothing is recommended.
    public var nearest: [Counterfactual]
    /// A separate way for each part of a mixed audience; empty when one way is as good for all.
    public var split: [SplitPart]
    /// Set when the data already lie on a share of the institution.
    public var alreadyThere: AlreadyThere?
}

/// A question with its names resolved and its gaps filled.
public struct UnderstoodQuestion: Hashable, Sendable {
    /// The question as it was asked.
    public var asked: Question
    /// The level to be assumed.
    public var level: LevelID
    /// The tags that count, with how each became known.
    public var tags: [TagClaim]
    /// What sets the level: the tags that demand it, empty when the declared level does.
    public var levelSetBy: [TagID]
    /// The network that counts.
    public var network: NetworkID
    /// Declarations that what was found contradicts.
    public var contradictions: [Contradiction]
}

/// A declaration that is less strict than what was found in the data.
public struct Contradiction: Hashable, Sendable {
    /// The level that the asker's words amount to.
    public var declared: LevelID
    /// The tag that was found.
    public var found: TagID
    /// The least level of that tag.
    public var level: LevelID
}

/// An allowed way: a method with all that goes with it.
public struct Candidate: Hashable, Sendable {
    /// The method.
    public var method: MethodID
    /// The share to use, for methods that work through shares.
    public var share: ShareID?
    /// Whether anything is demanded of people.
    public var outcome: Outcome
    /// What is demanded, in the order of the vocabulary, without prerequisites.
    public var obligations: [Commitment]
    /// What sender and recipients need first.
    public var prerequisites: [PrerequisiteStatus]
    /// What the sender does, in order; prerequisites that are not met come first.
    public var steps: [MethodPart]
    /// Texts ready to send.
    public var messages: [PartID]
    /// Traps to warn of.
    public var warnings: [PartID]
    /// The `permit` and `prefer` rules that count, by id.
    public var reasons: [RuleID]
    /// The `note` rules that apply, by id.
    public var notes: [RuleID]
    /// Exemptions without which the way would be closed.
    public var exemptions: [PartID]
    /// The rules that those exemptions lift.
    public var liftedRules: [RuleID]
    /// Obligations that the system does not enforce, so that they rely on people.
    public var reliesOnPeople: [ObligationID]
    /// Limits of the method that matter but could not be compared, because the size is not known.
    public var uncheckedLimits: [Limit]
    /// Statements that the way rests on and that nobody confirmed.
    public var assumptions: [Statement]
    /// Statements that the way rests on and whose review is late.
    public var overdue: [Statement]
    /// How strongly rules prefer it, 0 to 100.
    public var weight: Int
}

/// A joined obligation of one way.
public struct Commitment: Hashable, Sendable {
    /// The obligation.
    public var obligation: ObligationID
    /// How far it is demanded.
    public var value: ObligationValue
    /// Whether it must be met; a suggestion may be waived.
    public var isRequired: Bool
    /// The rules that demand it, by id.
    public var rules: [RuleID]
    /// The rules whose demand is the strict one, by id; the others ask for less.
    public var decidedBy: [RuleID]
}

/// Whether a prerequisite is met for one party.
public struct PrerequisiteStatus: Hashable, Sendable {
    /// Whether it is met.
    public enum Met: String, Sendable {
        /// It is.
        case yes
        /// It is not.
        case no
        /// Nobody here can tell.
        case unknown
    }

    /// The obligation that is a prerequisite.
    public var obligation: ObligationID
    /// Whose it is.
    public var party: Party
    /// Whether it is met.
    public var met: Met
    /// The rules that demand it, by id.
    public var rules: [RuleID]
}

/// A limit of a method.
public enum Limit: Hashable, Sendable {
    /// The sum of all files, in bytes.
    case totalBytes(UInt64)
    /// One file, in bytes.
    case fileBytes(UInt64)
    /// The number of files.
    case files(Int)
}

/// A statement of the inventory that an answer rests on.
public enum Statement: Hashable, Sendable {
    /// The host name of a system.
    case host(SystemID)
    /// The existence of a share.
    case share(ShareID)
    /// The server's name of a share.
    case shareName(ShareID)
    /// The existence of a group and its shares.
    case group(GroupID)
    /// The description of a method.
    case method(MethodID)
    /// The capacity of a method to fulfil an obligation.
    case capability(MethodID, ObligationID)
    /// A rule.
    case rule(RuleID)
    /// The least level of a tag that sets the level.
    case tag(TagID)
}

/// A way that is not open.
public struct Exclusion: Hashable, Sendable {
    /// Why, in one word.
    public enum State: String, CaseIterable, Sendable {
        /// A rule forbids it.
        case forbidden
        /// No rule permits it.
        case notPermitted = "not-permitted"
        /// It cannot do that.
        case cannot
        /// It lacks what the rules demand.
        case unsupported
        /// A rule demands that the contact is asked first.
        case ask
    }

    /// The method.
    public var method: MethodID
    /// Why, in one word.
    public var state: State
    /// All reasons.
    public var causes: [ExclusionCause]
    /// The smallest change that would open it, if there is one.
    public var wouldNeed: Counterfactual?
}

/// One reason why a way is not open.
public enum ExclusionCause: Hashable, Sendable {
    /// A rule forbids it, or demands asking.
    case rule(RuleID)
    /// No rule permits it.
    case noRulePermits
    /// It never reaches people of these kinds.
    case notFor([AudienceKind])
    /// Sender and recipients have no share of this method in common.
    case noCommonShare
    /// The asker cannot open the share that the recipients have.
    case askerHasNoAccess(ShareID)
    /// Nobody here knows which groups this colleague belongs to.
    case membershipUnknown(String)
    /// It is for other actions.
    case otherActionsOnly([Action])
    /// The data are larger than it can carry, in bytes.
    case tooLarge(bytes: UInt64, limit: UInt64)
    /// One file is larger than it can carry, in bytes.
    case fileTooLarge(bytes: UInt64, limit: UInt64)
    /// There are more files than it can carry.
    case tooManyFiles(files: Int, limit: Int)
    /// It opens on that day.
    case notAvailableBefore(CalendarDate)
    /// It closed on that day.
    case retiredOn(CalendarDate)
    /// It cannot fulfil an obligation that these rules demand.
    case lacks(ObligationID, rules: [RuleID])
    /// These rules demand of an obligation what cannot be had together.
    case contradictory(ObligationID, rules: [RuleID])
}

/// A single change of the question that would change its answer.
public struct Counterfactual: Hashable, Sendable {
    /// What would be different.
    public enum Change: Hashable, Sendable {
        /// The data would be of this level at most.
        case level(LevelID)
        /// Somebody would declare what the data contain, and it would be of this level.
        case declare(LevelID)
        /// Only these would have to be reached.
        case audience([AudienceMember])
        /// Something else would be done.
        case action(Action)
        /// The asker would be on this network.
        case network(NetworkID)
        /// The data would be no larger, in bytes.
        case bytes(UInt64)
        /// The data would be smaller, in bytes.
        case bytesBelow(UInt64)
        /// A facet would have this value.
        case facet(FacetID, String)
        /// The asker would belong to this group.
        case membership(GroupID)
    }

    /// What would be different.
    public var change: Change
    /// The way that would be open then.
    public var method: MethodID
}

/// The way for one part of a mixed audience.
public struct SplitPart: Hashable, Sendable {
    /// That part.
    public var audience: [AudienceMember]
    /// How its question ends.
    public var outcome: Outcome
    /// The way for it; nil when none is allowed.
    public var recommended: Candidate?
}

/// Data that already lie on a share.
public struct AlreadyThere: Hashable, Sendable {
    /// The share.
    public var share: ShareID
    /// The groups that can open it, by id.
    public var visibleTo: [GroupID]
    /// Whether everybody in the audience is known to be able to open it.
    public var reachesAudience: Bool
}

/// A question that cannot be judged, and why.
public enum QuestionUnusable: Error, Hashable, Sendable {
    /// Nobody is to be reached.
    case noAudience
    /// The inventory has no such group.
    case unknownGroup(GroupID)
    /// The vocabulary has no such tag.
    case unknownTag(TagID)
    /// The vocabulary has no such level.
    case unknownLevel(LevelID)
    /// The inventory has no such network.
    case unknownNetwork(NetworkID)
    /// The vocabulary has no such facet.
    case unknownFacet(FacetID)
    /// The facet has no such value.
    case unknownFacetValue(FacetID, String)
    /// The combination means nothing; the text with this id says why.
    case meaningless(PartID)
}
