internal import StorageModel

/// Reads what `iptables-save` and `ip6tables-save` say, as far as it concerns one connection (iptables(8)).
struct IptablesRuleset {
    /// The text is not what the program says.
    struct NotARuleset: Error {}

    private(set) var chains: [PacketFilter.Chain] = []
    private var places: [String: Int] = [:]
    private let connection: OutgoingConnection

    /// The tables in which a connection can be stopped, in the order in which it goes through them.
    private static let tables = ["raw", "mangle", "filter", "security"]
    private static let neutralTargets: Set = [
        "LOG", "NFLOG", "ULOG", "MARK", "CONNMARK", "CT", "NOTRACK", "TRACE", "TCPMSS", "DSCP", "TOS", "TTL", "HL",
        "SET", "AUDIT", "SECMARK", "CONNSECMARK", "CLASSIFY", "CHECKSUM", "TEE", "RATEEST",
    ]
    /// Options that only tell what a target does.
    private static let options: Set = ["--reject-with", "--comment", "--log-prefix", "--log-level"]

    /// Reads a text.
    init(_ text: [UInt8], for connection: OutgoingConnection) throws(NotARuleset) {
        self.connection = connection
        let family = connection.address.family == .ipv4 ? "ip" : "ip6"
        var table: String?
        var isWhole = false
        for line in ConfigurationLines.numbered(text) {
            switch line.text.first {
            case "*": table = String(line.text.dropFirst())
            case ":":
                let words = ConfigurationLines.words(line.text.dropFirst())
                guard let table, let place = Self.tables.firstIndex(of: table), words.count >= 2 else { continue }
                var chain = PacketFilter.Chain(family: family, table: table, name: words[0])
                if words[0] == "OUTPUT" || words[0] == "POSTROUTING" {
                    chain.priority = place + (words[0] == "OUTPUT" ? 0 : 10)
                }
                if words[1] == "DROP" { chain.policy = .drop }
                places["\(table) \(words[0])"] = chains.count
                chains.append(chain)
            case "-":
                guard let table, Self.tables.contains(table) else { continue }
                add(Self.words(line.text), table)
            case "C" where line.text == "COMMIT": isWhole = true
            default: continue
            }
        }
        guard isWhole || chains.isEmpty && text.isEmpty else { throw NotARuleset() }
    }

    private mutating func add(_ words: [String], _ table: String) {
        guard words.count > 2, words[0] == "-A", let place = places["\(table) \(words[1])"] else { return }
        var fit = PacketFilter.Fit.yes
        var effect: PacketFilter.Effect?
        var isNegated = false
        var rest = words.dropFirst(2)[...]
        while let option = rest.popFirst() {
            if option == "!" {
                isNegated = true
                continue
            }
            let value = rest.first.flatMap { $0.hasPrefix("-") || $0 == "!" ? nil : $0 }
            if value != nil { rest = rest.dropFirst() }
            switch option {
            case "-j", "--jump": effect = self.effect(value ?? "", table, jumps: true)
            case "-g", "--goto": effect = self.effect(value ?? "", table, jumps: false)
            // What a module asks for stands in options of its own.
            case "-m", "--match": break
            case let option where Self.options.contains(option): break
            default:
                let found = value.map { condition(option, $0) } ?? .unknown
                fit = fit.and(isNegated ? found.negated : found)
            }
            isNegated = false
        }
        if let effect { chains[place].rules.append(.init(handle: nil, fit: fit, effect: effect)) }
    }

    private func effect(_ target: String, _ table: String, jumps: Bool) -> PacketFilter.Effect? {
        switch target {
        case "ACCEPT": .accept
        case "DROP": .stop(.drop)
        case "REJECT": .stop(.reject)
        case "RETURN": .giveBack
        case let target where Self.neutralTargets.contains(target): nil
        case let target where places["\(table) \(target)"] != nil:
            jumps ? .jump(target) : .goTo(target)
        default: .unknown
        }
    }

    private func condition(_ option: String, _ value: String) -> PacketFilter.Fit {
        let family = connection.address.family
        switch option {
        case "-p", "--protocol": return value == "all" ? .yes : FirewallField.transport.fit(connection, value)
        case "-d", "--destination": return FirewallField.destination(family).fit(connection, value)
        case "-s", "--source": return FirewallField.source(family).fit(connection, value)
        case "-o", "--out-interface":
            let name = value.last == "+" ? value.dropLast() + "*" : value
            return FirewallField.interface.fit(connection, name)
        case "--dport", "--dports", "--destination-port", "--destination-ports":
            return any(value) { part in
                let ends = part.split(separator: ":", omittingEmptySubsequences: false).map { String($0) }
                guard ends.count == 2 else { return FirewallField.destinationPort.fit(connection, part) }
                return FirewallField.destinationPort.fit(
                    connection, from: ends[0].isEmpty ? "0" : ends[0], to: ends[1].isEmpty ? "65535" : ends[1])
            }
        case "--ctstate", "--state": return any(value) { FirewallField.state.fit(connection, $0) }
        case "--uid-owner":
            let ends = value.split(separator: "-").map { String($0) }
            return ends.count == 2
                ? FirewallField.user.fit(connection, from: ends[0], to: ends[1])
                : FirewallField.user.fit(connection, value)
        default: return .unknown
        }
    }

    private func any(_ list: String, _ fit: (String) -> PacketFilter.Fit) -> PacketFilter.Fit {
        let fits = list.split(separator: ",").map { fit(String($0)) }
        return fits.contains(.yes) ? .yes : fits.contains(.unknown) ? .unknown : .no
    }

    /// The words of a line; those in quotation marks may hold blanks.
    private static func words(_ line: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isQuoted = false
        var isEscaped = false
        for character in line {
            if isEscaped {
                word.append(character)
                isEscaped = false
            } else if character == "\\", isQuoted {
                isEscaped = true
            } else if character == "\"" {
                isQuoted.toggle()
            } else if character == " ", !isQuoted {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.append(character)
            }
        }
        return word.isEmpty ? words : words + [word]
    }
}
