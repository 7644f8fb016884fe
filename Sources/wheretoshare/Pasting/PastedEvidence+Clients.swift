internal import StorageModel

extension PastedEvidence {
    mutating func readClients(_ words: inout FactWords) throws(CommandProblem) -> Bool {
        switch words.fact.key {
        case "mount":
            let answers: [String: Bool?] = ["ok": true, "hung": false, "gone": false, "unknown": nil]
            let state = try words.one(of: answers, "a state")
            mounts.append(Mount(path: words.rest(), answers: state))
        case "open-share": shareOpening = try opening(&words)
        case "open-folder": folderOpening = try opening(&words)
        case "stored-password": isPasswordStored = try words.one(of: ["yes": true, "no": false], "an answer")
        case "tickets":
            let isKnown = try words.one(of: ["known": true, "unknown": false], "a state")
            if isKnown, tickets == nil { tickets = HeldTickets(principal: "", realm: "", tickets: []) }
        case "principal":
            let name = words.rest()
            let parts = name.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, tickets != nil else {
                throw words.problem("'\(name.shownOnOneLine)' is not an account with its realm")
            }
            tickets?.principal = String(parts[0])
            tickets?.realm = String(parts[1])
        case "ticket":
            let service = try words.next("a service")
            let realm = try words.next("a realm")
            let start = try words.moment() ?? 0
            guard let end = try words.moment() else { break }
            guard tickets != nil else { throw words.problem("a ticket stands where none are known") }
            tickets?.tickets.append(
                KerberosTicket(service: service, realm: realm, start: start, end: end, encryptionType: 0))
        case "client":
            let states = ["required": "required", "optional": nil]
            var settings = SMBClientSettings()
            for word in words.rest().split(separator: " ") {
                let parts = word.split(separator: "=").map { String($0) }
                guard parts.count == 2, let state = states[parts[1]] else {
                    throw words.problem("'\(String(word).shownOnOneLine)' is not a setting")
                }
                if parts[0] == "signing" { settings.signing = state }
                if parts[0] == "encryption" { settings.encryption = state }
            }
            client = settings
        default: return false
        }
        return true
    }

    private func opening(_ words: inout FactWords) throws(CommandProblem) -> Opening {
        let word = try words.next("an outcome")
        switch word {
        case "ok": return .opened
        case "no-answer": return .noAnswer
        case "error":
            guard let number = UInt32(exactly: try words.number()) else {
                throw words.problem("the number is too large")
            }
            return .failed(number)
        default: throw words.problem("'\(word.shownOnOneLine)' is not an outcome")
        }
    }
}
