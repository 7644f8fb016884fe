internal import StorageModel

/// Reads what `nft -j list ruleset` says (libnftables-json(5)), as far as it concerns one connection.
struct NftablesRuleset {
    /// The text is not what `nft` says.
    struct NotARuleset: Error {}

    private(set) var chains: [PacketFilter.Chain] = []
    /// Whether there are rules in the older form, of which `nft` tells next to nothing.
    private(set) var hasOlderRules = false
    private var sets: [String: [JSONValue]] = [:]
    private let connection: OutgoingConnection

    /// Types of chains that stop connections; those that translate addresses do not.
    private static let types: Set = ["filter", "route"]
    /// What is done in a rule without a word on the connection.
    private static let neutral: Set = [
        "counter", "log", "mangle", "notrack", "ct helper", "ct timeout", "ct expectation", "tproxy", "dup", "flow",
        "set", "map", "secmark",
    ]

    /// Reads a text.
    init(_ text: [UInt8], for connection: OutgoingConnection) throws(NotARuleset) {
        self.connection = connection
        guard case .list(let objects)? = JSONValue(parsing: text)?["nftables"] else { throw NotARuleset() }
        // Rules speak of sets and chains that may be listed after them.
        for object in objects {
            for kind in ["set", "map"] {
                guard let set = object[kind], let key = key(of: set) else { continue }
                sets[key] = set["elem"]?.list ?? []
            }
        }
        var places: [String: Int] = [:]
        for object in objects {
            guard let chain = object["chain"], let read = self.chain(chain), let key = key(of: chain) else { continue }
            places[key] = chains.count
            chains.append(read)
        }
        for object in objects {
            guard let rule = object["rule"], let family = rule["family"]?.text, let table = rule["table"]?.text,
                let name = rule["chain"]?.text, let place = places["\(family) \(table) \(name)"]
            else { continue }
            chains[place].rules += rules(in: rule, "\(family) \(table)")
        }
    }

    /// Families that see packets of the Internet protocols on their way out.
    private func fits(family: String?) -> Bool {
        switch family {
        case "inet": true
        case "ip": connection.address.family == .ipv4
        case "ip6": connection.address.family == .ipv6
        default: false
        }
    }

    private func key(of object: JSONValue) -> String? {
        guard let family = object["family"]?.text, fits(family: family), let table = object["table"]?.text,
            let name = object["name"]?.text
        else { return nil }
        return "\(family) \(table) \(name)"
    }

    private func chain(_ object: JSONValue) -> PacketFilter.Chain? {
        guard let family = object["family"]?.text, let table = object["table"]?.text, let name = object["name"]?.text
        else { return nil }
        var chain = PacketFilter.Chain(family: family, table: table, name: name)
        if Self.types.contains(object["type"]?.text ?? "") {
            // Whatever leaves goes through the one hook, then through the other.
            switch object["hook"]?.text {
            case "output": chain.priority = object["prio"]?.number ?? 0
            case "postrouting": chain.priority = Int(Int32.max) + max(0, (object["prio"]?.number ?? 0) + 1_000)
            default: break
            }
            if object["policy"]?.text == "drop" { chain.policy = .drop }
        }
        return chain
    }

    // MARK: Rules

    private mutating func rules(in object: JSONValue, _ table: String) -> [PacketFilter.Rule] {
        let handle = object["handle"]?.number
        var fit = PacketFilter.Fit.yes
        var rules: [PacketFilter.Rule] = []
        for statement in object["expr"]?.list ?? [] {
            guard let (name, value) = statement.onlyMember else {
                fit = fit.and(.unknown)
                continue
            }
            if name == "xt" { hasOlderRules = true }
            if name == "match" {
                fit = fit.and(self.fit(ofMatch: value, table))
            } else if name == "vmap" {
                rules += verdicts(value, table).map { .init(handle: handle, fit: fit.and($0), effect: $1) }
            } else if let effect = Self.effect(name, value) {
                rules.append(.init(handle: handle, fit: fit, effect: effect))
            } else if !Self.neutral.contains(name) {
                // Limits, quotas and whatever else may be: nobody knows here whether they are reached.
                fit = fit.and(.unknown)
                if name == "xt" { rules.append(.init(handle: handle, fit: fit, effect: .unknown)) }
            }
        }
        return rules
    }

    private static func effect(_ name: String, _ value: JSONValue) -> PacketFilter.Effect? {
        switch name {
        case "accept": .accept
        case "drop": .stop(.drop)
        case "reject": .stop(.reject)
        case "return": .giveBack
        case "jump": value["target"]?.text.map { .jump($0) } ?? .unknown
        case "goto": value["target"]?.text.map { .goTo($0) } ?? .unknown
        case "queue": .unknown
        // A rule in the older form.
        case "xt" where value["name"]?.text == "REJECT": .stop(.reject)
        default: nil
        }
    }

    /// The verdicts of a table that maps values to them, each with how well its value fits.
    private func verdicts(_ value: JSONValue, _ table: String) -> [(PacketFilter.Fit, PacketFilter.Effect)] {
        guard let key = value["key"], let data = value["data"] else { return [(.unknown, .unknown)] }
        let pairs = data["set"]?.list ?? data.text.flatMap { sets["\(table) \($0.dropFirst())"] }
        guard let pairs else { return [(.unknown, .unknown)] }
        return pairs.map { pair in
            guard pair.list.count == 2, let (name, value) = pair.list[1].onlyMember,
                let effect = Self.effect(name, value)
            else { return (.unknown, .unknown) }
            return (fit(of: key, with: pair.list[0], table), effect)
        }
    }

    // MARK: Conditions

    private func fit(ofMatch match: JSONValue, _ table: String) -> PacketFilter.Fit {
        guard let left = match["left"], let right = match["right"], let (kind, value) = left.onlyMember,
            let field = FirewallField(kind, value)
        else { return .unknown }
        guard field.exists(in: connection) else { return .no }
        let fit = fit(of: field, with: right, table)
        switch match["op"]?.text {
        case "==", "in": return fit
        case "!=": return fit.negated
        default: return .unknown
        }
    }

    private func fit(of left: JSONValue, with right: JSONValue, _ table: String) -> PacketFilter.Fit {
        guard let (kind, value) = left.onlyMember, let field = FirewallField(kind, value) else { return .unknown }
        return fit(of: field, with: right, table)
    }

    private func fit(of field: FirewallField, with right: JSONValue, _ table: String) -> PacketFilter.Fit {
        switch right {
        case .list(let alternatives): return any(alternatives, field, table)
        case .object:
            if let set = right["set"] { return any(set.list.isEmpty ? [set] : set.list, field, table) }
            if let element = right["elem"] { return element["val"].map { fit(of: field, with: $0, table) } ?? .unknown }
            if let range = right["range"]?.list, range.count == 2 {
                return field.fit(connection, from: Self.word(range[0]), to: Self.word(range[1]))
            }
            if let prefix = right["prefix"], let address = prefix["addr"]?.text, let length = prefix["len"]?.number {
                return field.fit(connection, "\(address)/\(length)")
            }
            return .unknown
        case .text(let name) where name.hasPrefix("@"):
            guard let elements = sets["\(table) \(name.dropFirst())"] else { return .unknown }
            return any(elements, field, table)
        default: return field.fit(connection, Self.word(right))
        }
    }

    private func any(_ alternatives: [JSONValue], _ field: FirewallField, _ table: String) -> PacketFilter.Fit {
        var best = PacketFilter.Fit.no
        for alternative in alternatives {
            switch fit(of: field, with: alternative, table) {
            case .yes: return .yes
            case .unknown: best = .unknown
            case .no: continue
            }
        }
        return best
    }

    private static func word(_ value: JSONValue) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): "\(number)"
        default: ""
        }
    }
}
