internal import Glibc
public import StorageModel

/// Asks for a Kerberos ticket with MIT's `kvno`, whose messages tell apart what a file server's refusal does not.
///
/// It asks the realm's servers in the account's name. A ticket that the account holds already is taken for the answer; a
/// new one is not kept.
public struct ServiceTicketAsking: Sendable {
    /// The account's tickets, as `KRB5CCNAME` names them.
    let cache: String
    /// `KRB5_CONFIG`, where it is set.
    let configuration: String?

    /// Asks with the tickets that a reader has found.
    /// - Parameters:
    ///   - reader: Whose tickets they are; nobody but the account itself may use them.
    ///   - configuration: What the library is told.
    public init(_ reader: TicketCacheReader, _ configuration: KerberosConfiguration) {
        cache = reader.cache(configuration).0.text
        self.configuration = reader.environment["KRB5_CONFIG"]
    }

    /// Asks for a ticket for a service on a host.
    /// - Parameters:
    ///   - service: The service, such as `cifs`.
    ///   - host: The name of the host; nothing is asked for an address, which has no account in a realm.
    ///   - realm: The realm of the host; nil for the configuration's own choice.
    ///   - deadline: When to give up.
    /// - Returns: What came of it.
    public func ask(
        for service: String, on host: String, realm: String?, until deadline: ContinuousClock.Instant
    ) -> ServiceTicketAttempt {
        let start = ContinuousClock.now
        let name = "\(service)/\(host)"
        let outcome = outcome(for: name, host: host, realm: realm, until: deadline)
        return ServiceTicketAttempt(service: name, outcome: outcome, duration: ContinuousClock.now - start)
    }

    private func outcome(
        for name: String, host: String, realm: String?, until deadline: ContinuousClock.Instant
    ) -> HostReading<ServiceTicketAttempt.Outcome> {
        guard IPAddress(host) == nil, Self.isHostName(host) else { return .unknown(.notAsked) }
        if let realm, realm.isEmpty || !Self.isHostName(realm) { return .unknown(.notAsked) }
        let principal = name + (realm.map { "@" + $0 } ?? "")
        let environment =
            SystemProgram.environment + ["KRB5CCNAME=\(cache)"] + (configuration.map { ["KRB5_CONFIG=\($0)"] } ?? [])
        do throws(HostReadingObstacle) {
            let program = try SystemProgram(named: "kvno")
            var ending = try program.run(["--no-store", principal], environment: environment, until: deadline)
            // Before MIT Kerberos 1.19 there was no such option.
            if Self.text(ending).contains("unrecognized option") {
                ending = try program.run([principal], environment: environment, until: deadline)
            }
            return .known(Self.outcome(status: ending.status, text: Self.text(ending)))
        } catch {
            return .unknown(error)
        }
    }

    private static func text(_ ending: SystemProgram.Ending) -> String {
        String(decoding: ending.output, as: UTF8.self)
    }

    /// Letters, digits and what else stands in names of hosts; all else means something to a parser of principals.
    private static func isHostName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 255 && text.first != "-"
            && text.unicodeScalars.allSatisfy {
                $0.isASCII && ($0.properties.isAlphabetic || "0123456789.-_".unicodeScalars.contains($0))
            }
    }

    /// Reads what the program said in the language C.
    static func outcome(status: Int32?, text: String) -> ServiceTicketAttempt.Outcome {
        let lines = text.split(separator: "\n")
        if status == 0, let line = lines.last(where: { $0.contains(": kvno = ") }),
            let number = line.split(separator: " ").last, let version = UInt32(number)
        {
            return .given(keyVersion: version)
        }
        let line = lines.first { $0.hasPrefix("kvno: ") }.map { $0.dropFirst("kvno: ".count) } ?? lines.last ?? ""
        // What follows tells what it was doing, with names of others in it.
        let message = line.ranges(of: " while ").last.map { line[..<$0.lowerBound] } ?? line
        if message.hasSuffix("not found in Kerberos database") {
            // Without trust the account's realm is asked for a ticket for the other realm, and knows none.
            if message.hasPrefix("Server krbtgt/") { return .refused(.noTrust) }
            return .refused(message.hasPrefix("Client") ? .accountUnknown : .serviceUnknown)
        }
        for (words, refusal) in refusals where message.contains(words) { return .refused(refusal) }
        return .refused(.other(String(message.prefix(500))))
    }

    /// What MIT Kerberos says, by words of its messages (krb5_err.et, kv5m_err.et, prof_err.et of version 1.20).
    private static let refusals: [(words: String, refusal: ServiceTicketAttempt.Refusal)] = [
        ("Clock skew too great", .clockSkew),
        ("Ticket expired", .ticketExpired), ("Ticket not yet valid", .ticketNotYetValid),
        ("lient's credentials have been revoked", .accountRevoked),
        ("lients credentials have been revoked", .accountRevoked),
        ("lient's entry in database has expired", .accountRevoked),
        ("Cannot contact any KDC", .noServerAnswers),
        ("Cannot find KDC", .noServerKnown), ("Cannot resolve network address for KDC", .noServerKnown),
        ("does not specify default realm", .noRealm), ("Cannot determine realm", .noRealm),
        ("Cannot find ticket for requested realm", .noTrust), ("KDC policy rejects transited path", .noTrust),
        ("Improper format of Kerberos configuration file", .configurationUnusable),
        ("open/find Kerberos configuration file", .configurationUnusable),
        ("Included profile", .configurationUnusable), ("Profile", .configurationUnusable),
        ("Syntax error", .configurationUnusable), ("Missing open brace", .configurationUnusable),
        ("Extra closing brace", .configurationUnusable),
        ("encryption type", .encryptionTypeUnsupported), ("Encryption type", .encryptionTypeUnsupported),
        ("Credentials cache permissions incorrect", .ticketsUnreadable),
        ("Bad format in credentials cache", .ticketsUnreadable),
        ("Unsupported credentials cache format version", .ticketsUnreadable),
        ("Unknown credential cache type", .ticketsUnreadable),
        ("Credentials cache I/O operation failed", .ticketsUnreadable),
        ("End of credential cache reached", .ticketsUnreadable), ("No KCM server found", .ticketsUnreadable),
        ("Internal credentials cache error", .ticketsUnreadable), ("Permission denied", .ticketsUnreadable),
        ("No credentials cache found", .noTickets), ("No Kerberos credentials available", .noTickets),
        ("Credentials cache", .noTickets), ("Credential cache directory", .noTickets),
        ("Matching credential not found", .noTickets),
    ]
}
