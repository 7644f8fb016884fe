internal import StorageModel

extension PastedEvidence {
    /// Reads what a script printed.
    /// - Parameters:
    ///   - block: The script's lines.
    ///   - paste: What the paste is called, for problems.
    ///   - remark: Is told of each key that is not known; a newer script may print more.
    /// - Throws: A problem with the line that is not as it should be.
    init(_ block: PastedBlock, named paste: String, remark: (String) -> Void) throws(CommandProblem) {
        self.init(system: block.system)
        var unknown: Set<String> = []
        for fact in block.facts {
            var words = FactWords(fact, of: paste)
            if try readPerson(&words) { continue }
            if try readPlaces(&words) { continue }
            if try readNetwork(&words) { continue }
            if try readClients(&words) { continue }
            if unknown.insert(fact.key).inserted {
                remark("line \(fact.line) of '\(paste)': '\(fact.key)' is not known here and was left out")
            }
        }
        guard !target.isEmpty else { throw PasteProblem.whole(paste, "it does not name the place that it is about") }
        if let problem = unreadable(in: paste) { throw problem }
    }

    private func unreadable(in paste: String) -> CommandProblem? {
        places[target] == nil ? PasteProblem.whole(paste, "it says nothing about '\(target)'") : nil
    }

    private mutating func readPerson(_ words: inout FactWords) throws(CommandProblem) -> Bool {
        switch words.fact.key {
        case "target": target = try words.next("a name")
        case "system": systemName = words.rest()
        case "computer": computer = try words.next("a name")
        case "time":
            guard let moment = try words.moment() else { throw words.problem("'time' needs a time") }
            time = moment
        case "account": account = words.rest()
        case "logon":
            let isDomain = try words.one(of: ["domain": true, "computer": false], "a kind of sign-in")
            logon = isDomain ? .domain(words.rest()) : .computer
        case "groups": groups = try words.one(of: ["known": [], "unknown": nil], "a state")
        case "group":
            let name = words.rest()
            guard !name.isEmpty, groups != nil else { throw words.problem("a group stands where none are known") }
            groups?.append(name)
        case "note": break
        default: return false
        }
        return true
    }

    private mutating func readPlaces(_ words: inout FactWords) throws(CommandProblem) -> Bool {
        switch words.fact.key {
        case "place":
            let name = try words.next("a name")
            let host = try words.next("a host")
            let duration = try words.milliseconds()
            let answer = try words.one(of: Self.answers, "an answer")
            guard places[name] == nil else { throw words.problem("'\(name.shownOnOneLine)' stands there twice") }
            places[name] = Place(host: host, answer: answer, duration: duration)
        case "address":
            let name = try known(&words)
            let address = try words.address()
            let addresses = (places[name]?.addresses ?? []) + [address]
            places[name]?.addresses = addresses
            places[name]?.answer = .addresses(addresses)
        case "port":
            let name = try known(&words)
            let address = try words.address()
            let port = try words.number()
            let duration = try words.milliseconds()
            let outcome = try words.one(of: Self.outcomes, "an outcome")
            guard let port = UInt16(exactly: port), port > 0 else { throw words.problem("\(port) is not a port") }
            places[name]?.attempts.append(
                ConnectionAttempt(address: address, port: port, outcome: outcome, duration: duration))
        default: return false
        }
        return true
    }

    /// The name of a place that was introduced before.
    private func known(_ words: inout FactWords) throws(CommandProblem) -> String {
        let name = try words.next("the name of a place")
        guard places[name] != nil else {
            throw words.problem("'\(name.shownOnOneLine)' was not introduced by a line 'place' before")
        }
        return name
    }

    private static let answers: [String: NameLookup.Answer] = [
        "found": .addresses([]), "unknown-name": .unknownName, "no-address": .noAddress,
        "server-failure": .serverFailure, "refused": .refused, "no-answer": .noAnswer, "no-server": .noServer,
        "unreadable": .unreadable,
    ]

    private static let outcomes: [String: ConnectionAttempt.Outcome] = [
        "connected": .connected, "refused": .refused, "no-answer": .noAnswer, "host-unreachable": .hostUnreachable,
        "no-route": .noRoute, "forbidden": .forbiddenHere, "other": .failed(errno: 0),
    ]
}
