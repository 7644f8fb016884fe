/// A way to hand data over on a system, such as a share link on a cloud.
///
/// Safety is a property of a method with its obligations, never of a system alone.
public struct Method: Hashable, Sendable {
    /// Its name, `system/name`.
    public var id: MethodID
    /// Whom it can reach.
    public var reach: Reach
    /// What it can be used for.
    public var actions: [Action]
    /// How widely data are exposed by it; the method with the smaller number is preferred.
    public var exposure: Int
    /// What it can carry.
    public var limits: Limits
    /// How far it can fulfil each obligation; one that is not listed is absent.
    public var capabilities: [ObligationID: Fact<Support>]
    /// What people do, in order.
    public var steps: [MethodPart]
    /// Texts that are ready to send.
    public var messages: [MethodPart]
    /// Traps to warn of.
    public var warnings: [MethodPart]
    /// Where the method is told.
    public var provenance: Provenance

    /// Puts the parts together.
    public init(
        id: MethodID, reach: Reach, actions: [Action], exposure: Int, limits: Limits = Limits(),
        capabilities: [ObligationID: Fact<Support>] = [:], steps: [MethodPart] = [], messages: [MethodPart] = [],
        warnings: [MethodPart] = [], provenance: Provenance
    ) {
        self.id = id
        self.reach = reach
        self.actions = actions
        self.exposure = exposure
        self.limits = limits
        self.capabilities = capabilities
        self.steps = steps
        self.messages = messages
        self.warnings = warnings
        self.provenance = provenance
    }
}

/// Whom a method can reach.
public struct Reach: Hashable, Sendable {
    /// What recipients need for the method to reach them.
    public enum Through: String, CaseIterable, Sendable {
        /// A share of this method that sender and all recipients have in common.
        case commonShare = "common-share"
        /// Nothing but being of one of the kinds.
        case everyone
    }

    /// The kinds of audience it can reach.
    public var audience: [AudienceKind]
    /// What they need besides.
    public var through: Through

    /// Puts the parts together.
    public init(audience: [AudienceKind], through: Through) {
        self.audience = audience
        self.through = through
    }
}

/// What a method can carry; nil where the inventory knows no limit.
public struct Limits: Hashable, Sendable {
    /// The greatest sum of all files, in bytes.
    public var totalBytes: Fact<UInt64>?
    /// The greatest single file, in bytes.
    public var fileBytes: Fact<UInt64>?
    /// The greatest number of files.
    public var files: Fact<Int>?

    /// Puts the parts together.
    public init(totalBytes: Fact<UInt64>? = nil, fileBytes: Fact<UInt64>? = nil, files: Fact<Int>? = nil) {
        self.totalBytes = totalBytes
        self.fileBytes = fileBytes
        self.files = files
    }
}

/// How far a method can fulfil an obligation.
public enum Support: String, CaseIterable, Sendable {
    /// It cannot.
    case absent
    /// It can, when people do their part.
    case optional
    /// It always does; nobody can forget it.
    case enforced
}

/// A step, message or warning of a method; its words are in the texts of each language.
public struct MethodPart: Hashable, Sendable {
    /// Names its text.
    public var id: PartID
    /// Present only when this obligation is demanded; nil for always.
    public var obligation: ObligationID?
    /// Whether the step moves the data; it is left out when they already lie at the place.
    public var movesData: Bool

    /// Puts the parts together.
    public init(id: PartID, obligation: ObligationID? = nil, movesData: Bool = false) {
        self.id = id
        self.obligation = obligation
        self.movesData = movesData
    }
}

/// What somebody wants to do with data.
public enum Action: String, CaseIterable, Sendable {
    /// Let others have data that are still in use.
    case share
    /// Let others send data to the asker.
    case receive
    /// Keep finished data.
    case archive
    /// Put data where jobs can work on them.
    case compute
    /// Make data public for good.
    case publish
}
