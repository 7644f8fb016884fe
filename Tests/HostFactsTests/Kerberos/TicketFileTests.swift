import StorageModel
import TestKit
import Testing

@testable import HostFacts

@Suite struct TicketFileTests {
    private let service = TicketBytes.Ticket(
        service: ["cifs", "nas.lab.example"], encryptionType: 23, start: 0, renewUntil: 0, flags: 0x0040_0000,
        addresses: [[198, 51, 100, 7]], authorizations: [[7, 7], []])

    @Test(arguments: [UInt8(3), 4])
    func readsTicketsWithoutTheirKeys(_ version: UInt8) throws {
        let settings = TicketBytes.Ticket(
            service: ["krb5_ccache_conf_data", "fast_avail", "krbtgt/LAB.EXAMPLE@LAB.EXAMPLE"], realm: "X-CACHECONF:",
            start: 0, end: 0, renewUntil: 0, flags: 0)
        let takenOut = TicketBytes.Ticket(service: ["cifs", "old"], signedIn: .max, end: 0)
        let file = TicketBytes(version: version, clockOffset: -400, tickets: [settings, .init(), takenOut, service])
        let held = try TicketFile.read(file.bytes)
        #expect(held.principal == "anna" && held.realm == "LAB.EXAMPLE")
        #expect(held.clockOffset == (version == 4 ? -400 : nil))
        let granting = KerberosTicket(
            service: "krbtgt/LAB.EXAMPLE", realm: "LAB.EXAMPLE", start: 1_795_680_000, end: 1_795_716_000,
            renewUntil: 1_795_766_400, encryptionType: 18)
        let other = KerberosTicket(
            service: "cifs/nas.lab.example", realm: "LAB.EXAMPLE", start: 1_795_680_000, end: 1_795_716_000,
            encryptionType: 23)
        #expect(held.tickets == [granting, other])
        #expect(held.grantingTicket == granting)
        #expect(held.tickets(for: "cifs", on: "NAS.lab.example") == [other])
    }

    @Test func anEmptyCacheIsItsOwners() throws {
        let held = try TicketFile.read(TicketBytes(principal: ["anna", "admin"], tickets: []).bytes)
        #expect(held.principal == "anna/admin" && held.tickets.isEmpty && held.grantingTicket == nil)
    }

    @Test(
        arguments: [
            ([], "it ends too early"), ([4, 4], "it is no file of Kerberos tickets"),
            ([5, 2], "its version 2 is not known"),
            ([5, 4, 0, 4, 0, 1, 0, 8, 0], "it ends too early"),
            ([5, 4, 0, 5, 0, 9, 0, 2, 0, 0, 0, 0], "its header does not end where it says"),
            ([5, 3, 0, 0, 0, 1, 0, 0, 1, 0], "a name in it has 256 parts"),
            ([5, 3, 0, 0, 0, 1, 0, 0, 0, 1, 255, 255, 255, 255], "it ends too early"),
        ] as [([UInt8], String)])
    func saysWhatIsWrong(_ bytes: [UInt8], _ why: String) {
        #expect(throws: TicketFile.Problem(why: why)) { try TicketFile.read(bytes) }
    }

    @Test func aFileThatWasCutIsNotTakenForWhole() throws {
        let bytes = TicketBytes(clockOffset: 7, tickets: [.init(), service]).bytes
        let empty = TicketBytes(clockOffset: 7, tickets: []).bytes.count
        let first = TicketBytes(clockOffset: 7).bytes.count
        for length in 0..<bytes.count {
            let held = try? TicketFile.read(Array(bytes.prefix(length)))
            #expect((held != nil) == (length == empty || length == first), "cut at \(length)")
        }
    }

    @Test func survivesAnyDamage() {
        let seed: UInt64 = 0xCCAC_4E
        var random = SeededGenerator(seed: seed)
        let samples = [
            TicketBytes(clockOffset: 7, tickets: [.init(), service]).bytes,
            TicketBytes(version: 3, tickets: [service, .init(), service]).bytes,
        ]
        var read = 0
        for round in 0..<20_000 {
            var bytes = samples[round % 2]
            for _ in 0...random.below(4) { damage(&bytes, &random) }
            guard let held = try? TicketFile.read(bytes) else { continue }
            read += 1
            // Each ticket takes at least fifty bytes, so nothing was made up.
            #expect(held.tickets.count * 50 <= bytes.count)
        }
        #expect(read > 500 && read < 19_500, "seed \(seed)")
    }

    // The real program is the judge: it reads the same bytes, and says the same of them.
    @Test func readsWhatTheLibraryReads() async throws {
        try await withTemporaryFolder { folder in
            let renewable = TicketBytes.Ticket(flags: 0x0080_0000)
            let file = TicketBytes(tickets: [renewable, .init(service: ["cifs", "nas.lab.example"], renewUntil: 0)])
            let path = try folder.write(bytes: file.bytes, to: "cc")
            let said = try await runProgram(
                "/usr/bin/klist", ["-e", "-c", "FILE:\(path)"],
                environment: [
                    "LC_ALL": "C", "TZ": "UTC", "KRB5_CONFIG": "/dev/null",
                ])
            #expect(said.stderr == "" && said.exitStatus == 0)
            var held = try TicketFile.read(file.bytes)
            #expect(TicketListing.tickets(in: said.stdout) == held)
            held.tickets = []
            #expect(held.principal == "anna")
        }
    }
}
