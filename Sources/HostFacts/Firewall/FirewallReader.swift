internal import Glibc
public import StorageModel

/// Looks for rules of this computer's own firewall that may stop a connection.
public enum FirewallReader {
    private static let longestRuleset = 32 << 20

    /// Asks the programs that manage the kernel's rules; without rights of an administrator they tell nothing.
    public static func read(
        for connection: OutgoingConnection, until deadline: ContinuousClock.Instant
    ) -> HostReading<LocalFirewall> {
        var firewall = LocalFirewall(sources: [], rules: [])
        var obstacles: [HostReadingObstacle] = []
        var hasOlderRules = false
        do {
            hasOlderRules = try readNew(into: &firewall, connection, until: deadline)
        } catch {
            obstacles.append(error)
        }
        do {
            let isNeeded = firewall.sources.isEmpty || hasOlderRules
            try readOld(into: &firewall, connection, isNeeded: isNeeded, until: deadline)
        } catch {
            obstacles.append(error)
            if hasOlderRules { firewall.isCutShort = true }
        }
        // What could not be read hides rules, unless one was found that decides.
        let isDecided = firewall.rules.contains { $0.fit == .certain }
        let relevant = obstacles.first { if case .missing = $0 { firewall.sources.isEmpty } else { true } }
        if let relevant, !isDecided { return .unknown(relevant) }
        return .known(firewall)
    }

    /// Reads the newer tables; tells whether there are rules in the older form among them.
    private static func readNew(
        into firewall: inout LocalFirewall, _ connection: OutgoingConnection, until deadline: ContinuousClock.Instant
    ) throws(HostReadingObstacle) -> Bool {
        let output = try said(by: "nft", ["-j", "list", "ruleset"], until: deadline)
        do {
            let ruleset = try NftablesRuleset(output, for: connection)
            add(PacketFilter(.nftables, chains: ruleset.chains), to: &firewall, .nftables)
            return ruleset.hasOlderRules
        } catch {
            throw .notUnderstood("what nft says")
        }
    }

    /// Reads the older tables, where the kernel has some or nothing else tells of rules.
    private static func readOld(
        into firewall: inout LocalFirewall, _ connection: OutgoingConnection, isNeeded: Bool,
        until deadline: ContinuousClock.Instant
    ) throws(HostReadingObstacle) {
        let isFour = connection.address.family == .ipv4
        let tables = HostPath(isFour ? "/proc/net/ip_tables_names" : "/proc/net/ip6_tables_names")
        let names = (try? BoundedFile.read(tables, limit: 4_096)) ?? []
        guard isNeeded || !names.isEmpty else { return }
        let source: LocalFirewall.Source = isFour ? .iptables : .ip6tables
        let output = try said(by: isFour ? "iptables-save" : "ip6tables-save", [], until: deadline)
        do {
            let ruleset = try IptablesRuleset(output, for: connection)
            add(PacketFilter(source, chains: ruleset.chains), to: &firewall, source)
        } catch {
            throw .notUnderstood("what \(source.rawValue)-save says")
        }
    }

    private static func add(_ filter: PacketFilter, to firewall: inout LocalFirewall, _ source: LocalFirewall.Source) {
        var filter = filter
        filter.walk()
        firewall.sources.append(source)
        firewall.rules += filter.found
        firewall.isCutShort = firewall.isCutShort || filter.isCutShort
    }

    private static func said(
        by name: String, _ arguments: [String], until deadline: ContinuousClock.Instant
    ) throws(HostReadingObstacle) -> [UInt8] {
        let program = try SystemProgram(named: name)
        let ending = try program.run(arguments, limit: longestRuleset, until: deadline)
        guard ending.status == 0 else {
            let text = String(decoding: ending.output.prefix(4_096), as: UTF8.self)
            if text.contains("not permitted") || text.contains("ermission denied") || text.contains("must be root") {
                throw .notPermitted
            }
            throw .notUnderstood("what \(name) says: \(text.split(separator: "\n").first ?? "nothing")")
        }
        return ending.output
    }
}
