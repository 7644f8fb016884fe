/// What the firewall on this computer may do to a connection that it opens itself.
///
/// The rules are not run, only looked at: a rule is named here when all that could be understood of it fits the
/// connection. That a connection is forbidden here is proven only by opening it.
public struct LocalFirewall: Hashable, Sendable {
    /// A program that manages the kernel's rules.
    public enum Source: String, CaseIterable, Sendable {
        /// nftables, `nft -j list ruleset`.
        case nftables
        /// The older tables, `iptables-save`.
        case iptables
        /// The older tables for IPv6, `ip6tables-save`.
        case ip6tables
        /// Windows' own, as a pasted script tells of it.
        case windows
    }

    /// The sources that were read.
    public var sources: [Source]
    /// Rules that may stop the connection, in the order in which they would be met.
    public var rules: [FirewallRule]
    /// Whether there was more than is looked at, so that rules may be missing.
    public var isCutShort: Bool

    /// Puts the parts together.
    public init(sources: [Source], rules: [FirewallRule], isCutShort: Bool = false) {
        self.sources = sources
        self.rules = rules
        self.isCutShort = isCutShort
    }
}
