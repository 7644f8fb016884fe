import Glibc
import StorageModel
import TestKit
import Testing

@testable import HostFacts

@Suite struct ServiceTicketAskingTests {
    // What MIT Kerberos 1.20.1 says, taken down with a real realm where one could be had.
    @Test(
        arguments: [
            ("Clock skew too great while getting credentials for cifs/nas@LAB", .clockSkew),
            ("Ticket expired while getting credentials for cifs/nas.lab.example@LAB.EXAMPLE", .ticketExpired),
            ("Ticket not yet valid while getting credentials for cifs/nas@LAB", .ticketNotYetValid),
            (
                "Server cifs/nas@LAB not found in Kerberos database while getting credentials for cifs/nas@LAB",
                .serviceUnknown
            ),
            ("Server not found in Kerberos database while getting credentials for cifs/nas@LAB", .serviceUnknown),
            (
                "Server krbtgt/SAD@LAB not found in Kerberos database while getting credentials for cifs/nas@SAD",
                .noTrust
            ),
            ("Client not found in Kerberos database while getting credentials for cifs/nas@LAB", .accountUnknown),
            ("Client's credentials have been revoked while getting credentials for cifs/nas@LAB", .accountRevoked),
            ("Cannot contact any KDC for realm 'LAB' while getting credentials for cifs/nas@LAB", .noServerAnswers),
            ("Cannot find KDC for realm \"LAB\" while getting credentials for cifs/nas@LAB", .noServerKnown),
            ("Configuration file does not specify default realm while parsing principal name cifs/nas", .noRealm),
            ("Improper format of Kerberos configuration file while initializing krb5 library", .configurationUnusable),
            ("Included profile directory could not be read while initializing krb5 library", .configurationUnusable),
            ("No credentials cache found (filename: /tmp/x) while getting client principal name", .noTickets),
            ("Matching credential not found (filename: /tmp/x) while getting credentials for cifs/nas@LAB", .noTickets),
            ("Unknown credential cache type while opening ccache", .ticketsUnreadable),
            (
                "End of credential cache reached (filename: /tmp/x) while getting client principal name",
                .ticketsUnreadable
            ),
            (
                "Credentials cache permissions incorrect (filename: /tmp/x) while getting client principal name",
                .ticketsUnreadable
            ),
            (
                "KDC has no support for encryption type while getting credentials for cifs/nas@LAB",
                .encryptionTypeUnsupported
            ),
            ("ASN.1 failed while getting credentials for cifs/enctype@LAB", .other("ASN.1 failed")),
        ] as [(String, ServiceTicketAttempt.Refusal)])
    func tellsRefusalsApart(_ message: String, _ refusal: ServiceTicketAttempt.Refusal) {
        #expect(ServiceTicketAsking.outcome(status: 1, text: "kvno: \(message)\n") == .refused(refusal))
    }

    @Test func readsTheVersionOfTheKey() {
        let text = "cifs/nas.lab.example@LAB.EXAMPLE: kvno = 3\n"
        #expect(ServiceTicketAsking.outcome(status: 0, text: text) == .given(keyVersion: 3))
        #expect(ServiceTicketAsking.outcome(status: 1, text: text) == .refused(.other(String(text.dropLast()))))
        #expect(ServiceTicketAsking.outcome(status: nil, text: "") == .refused(.other("")))
    }

    private func ask(
        _ cache: String, _ configuration: String, host: String = "nas.lab.example", realm: String? = "LAB.EXAMPLE"
    )
        -> HostReading<ServiceTicketAttempt.Outcome>
    {
        let reader = TicketCacheReader(
            userID: geteuid(), userName: nil, home: nil,
            environment: ["KRB5CCNAME": cache, "KRB5_CONFIG": configuration])
        return ServiceTicketAsking(reader, KerberosConfiguration())
            .ask(for: "cifs", on: host, realm: realm, until: .now + .seconds(30)).outcome
    }

    // The real program, asked about tickets that it cannot use.
    @Test func asksTheRealProgram() throws {
        try withTemporaryFolder { folder in
            let configuration = try folder.write(
                "[libdefaults]\ndns_lookup_kdc = false\n[realms]\nLAB.EXAMPLE = {\nkdc = 127.0.0.1:1\n}\n",
                to: "krb5.conf")
            #expect(ask("FILE:\(folder.at("none"))", configuration) == .known(.refused(.noTickets)))
            #expect(ask("STRANGE:x", configuration) == .known(.refused(.ticketsUnreadable)))
            let expired = TicketBytes.Ticket(signedIn: 1_000_000_000, start: 1_000_000_000, end: 1_000_036_000)
            let old = try folder.write(bytes: TicketBytes(tickets: [expired]).bytes, to: "old")
            #expect(ask("FILE:\(old)", configuration) == .known(.refused(.ticketExpired)))
            let ageless = TicketBytes.Ticket(signedIn: 1_000_000_000, start: 1_000_000_000, end: 4_000_000_000)
            let good = try folder.write(bytes: TicketBytes(tickets: [ageless]).bytes, to: "good")
            #expect(ask("FILE:\(good)", configuration) == .known(.refused(.noServerAnswers)))
            #expect(ask("FILE:\(good)", "/dev/null") == .known(.refused(.noServerKnown)))
            #expect(ask("FILE:\(good)", configuration, realm: nil) == .known(.refused(.noRealm)))
            let broken = try folder.write("[libdefaults]\nx\n", to: "broken.conf")
            #expect(ask("FILE:\(good)", broken) == .known(.refused(.configurationUnusable)))
            // A ticket that is held is the answer, and nobody is asked.
            let cifs = TicketBytes.Ticket(
                service: ["cifs", "nas.lab.example"], signedIn: 1_000_000_000, start: 1_000_000_000, end: 4_000_000_000)
            let held = try folder.write(bytes: TicketBytes(tickets: [ageless, cifs]).bytes, to: "held")
            #expect(ask("FILE:\(held)", configuration) == .known(.given(keyVersion: 0)))
        }
    }

    @Test(arguments: ["198.51.100.11", "2001:db8::1", "", "-h", "nas@LAB", "a/b", "a b", "nas\\n", "näs"])
    func whatIsNoHostNameIsNotAskedFor(_ host: String) {
        #expect(ask("FILE:/nonexistent", "/dev/null", host: host) == .unknown(.notAsked))
    }
}
