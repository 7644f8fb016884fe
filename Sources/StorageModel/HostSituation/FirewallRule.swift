/// A rule of a firewall that may stop a connection.
public struct FirewallRule: Hashable, Sendable {
    /// What a rule does to what it fits.
    public enum Verdict: String, CaseIterable, Sendable {
        /// It lets packets vanish.
        case drop
        /// It answers that they may not pass.
        case reject
    }

    /// How sure it is that the rule fits the connection.
    public enum Fit: String, CaseIterable, Sendable {
        /// All conditions were understood, and all fit.
        case certain
        /// Some conditions were not understood, or an earlier rule may have let the connection pass.
        case possible
    }

    /// Who told of it.
    public var source: LocalFirewall.Source
    /// The family of its table, such as `inet` or `ip6`.
    public var family: String
    /// The name of its table.
    public var table: String
    /// The name of its chain.
    public var chain: String
    /// Its number (`handle`), with which it can be shown or deleted; nil for the chain's policy and for older tables.
    public var handle: Int?
    /// Whether it is what the chain does when no rule fits.
    public var isPolicy: Bool
    /// What it does.
    public var verdict: Verdict
    /// How sure it is that it fits.
    public var fit: Fit

    /// Puts the parts together.
    public init(
        source: LocalFirewall.Source, family: String, table: String, chain: String, handle: Int? = nil,
        isPolicy: Bool = false, verdict: Verdict, fit: Fit
    ) {
        self.source = source
        self.family = family
        self.table = table
        self.chain = chain
        self.handle = handle
        self.isPolicy = isPolicy
        self.verdict = verdict
        self.fit = fit
    }
}
