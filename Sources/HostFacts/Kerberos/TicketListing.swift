internal import StorageModel

/// Reads what MIT's `klist` says of tickets that only the library can reach: in a key ring or in a service.
enum TicketListing {
    /// Runs the program on a cache.
    static func read(
        _ name: TicketCacheName, environment: [String: String], until deadline: ContinuousClock.Instant
    ) -> HostReading<HeldTickets> {
        let configuration = environment["KRB5_CONFIG"].map { ["KRB5_CONFIG=\($0)"] } ?? []
        do throws(HostReadingObstacle) {
            let program = try SystemProgram(named: "klist")
            let ending = try program.run(
                ["-e", "-c", name.text], environment: SystemProgram.environment + configuration, until: deadline)
            let text = String(decoding: ending.output, as: UTF8.self)
            if let held = tickets(in: text) { return .known(held) }
            return .unknown(obstacle(text, name: name.text))
        } catch {
            return .unknown(error)
        }
    }

    /// What a message says of a cache that was not listed.
    static func obstacle(_ text: String, name: String) -> HostReadingObstacle {
        let absences = ["No credentials cache found", "not found", "No KCM server found", "No Kerberos credentials"]
        if absences.contains(where: text.contains) { return .missing(name) }
        if text.contains("ermission") { return .notPermitted }
        let message = text.split(separator: "\n").first.map { String($0.prefix(300)) } ?? "nothing was said"
        return .notUnderstood("\(name): \(message)")
    }

    /// Reads a list in the language C and the time zone UTC; nil when it is none.
    static func tickets(in text: String) -> HeldTickets? {
        var held: HeldTickets?
        for line in text.split(separator: "\n") {
            if let owner = value("Default principal: ", in: line) {
                let (name, realm) = parted(owner)
                held = HeldTickets(principal: name, realm: realm, tickets: [])
            } else if let last = held?.tickets.indices.last, line.first == "\t" {
                let line = line.drop { $0 == "\t" }
                if let until = value("renew until ", in: line) {
                    held?.tickets[last].renewUntil = time(ConfigurationLines.words(until.prefix { $0 != "," }))
                }
                if let types = line.ranges(of: "Etype (skey, tkt): ").last {
                    let name = line[types.upperBound...].prefix { $0 != "," }
                    held?.tickets[last].encryptionType = EncryptionTypes.number(of: name)
                }
                if let server = value("Ticket server: ", in: line) {
                    held?.tickets[last].realm = parted(server).realm
                }
            } else if let ticket = ticket(ConfigurationLines.words(line)) {
                held?.tickets.append(ticket)
            }
        }
        return held
    }

    private static func value(_ label: String, in line: Substring) -> Substring? {
        line.hasPrefix(label) ? line.dropFirst(label.count) : nil
    }

    private static func ticket(_ words: [String]) -> KerberosTicket? {
        guard words.count == 5, let start = time(Array(words[0...1])), let end = time(Array(words[2...3])) else {
            return nil
        }
        let (service, realm) = parted(words[4][...])
        return KerberosTicket(
            service: service, realm: realm, start: start, end: end, encryptionType: EncryptionTypes.unknown)
    }

    private static func parted(_ principal: Substring) -> (name: String, realm: String) {
        guard let at = principal.lastIndex(of: "@") else { return (String(principal), "") }
        return (String(principal[..<at]), String(principal[principal.index(after: at)...]))
    }

    /// A day and a time such as `11/26/26 07:40:00`, in seconds since 1970; the years are those after 2000.
    static func time(_ words: [String]) -> Int64? {
        guard words.count == 2 else { return nil }
        let day = words[0].split(separator: "/", omittingEmptySubsequences: false).map { Int64($0) }
        let clock = words[1].split(separator: ":", omittingEmptySubsequences: false).map { Int64($0) }
        guard day.count == 3, clock.count == 3, let month = day[0], let date = day[1], let shortYear = day[2],
            let hour = clock[0], let minute = clock[1], let second = clock[2], (1...12).contains(month),
            (1...31).contains(date), (0...9_999).contains(shortYear), (0...23).contains(hour),
            (0...59).contains(minute), (0...60).contains(second)
        else { return nil }
        // Days since 1970 in the Gregorian calendar, counted from March so that a leap day is the last of its year.
        let year = (shortYear < 100 ? shortYear + 2_000 : shortYear) - (month <= 2 ? 1 : 0)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + date - 1
        let days = year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
        return days * 86_400 + hour * 3_600 + minute * 60 + second
    }
}
