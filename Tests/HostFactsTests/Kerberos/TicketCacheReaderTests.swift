import Glibc
import StorageModel
import TestKit
import Testing

@testable import HostFacts

/// Whether some memory that this process may write to holds the opposite of some bytes; nil when it cannot be read.
private func ownMemory(holdsOppositeOf bytes: [UInt8]) -> Bool? {
    guard let maps = try? BoundedFile.read(HostPath("/proc/self/maps"), limit: 16 << 20) else { return nil }
    let descriptor = unsafe open("/proc/self/mem", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, let first = bytes.first else { return nil }
    defer { close(descriptor) }
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    for line in String(decoding: maps, as: UTF8.self).split(separator: "\n") {
        let words = line.split(separator: " ")
        let ends = (words.first ?? "").split(separator: "-").compactMap { Int($0, radix: 16) }
        guard ends.count == 2, words[1].hasPrefix("rw") else { continue }
        for start in stride(from: ends[0], to: ends[1], by: chunk.count - bytes.count) {
            let wanted = min(chunk.count, ends[1] - start)
            let count = unsafe chunk.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, wanted, start) }
            guard count >= bytes.count else { continue }
            let isThere = unsafe chunk.withUnsafeMutableBytes { found -> Bool in
                guard let start = found.baseAddress else { return false }
                // What was copied here in the search must not be found again.
                defer { unsafe memset(start, 0, found.count) }
                var place = 0
                while let next = unsafe memchr(start + place, CInt(~first), count - place) {
                    place = unsafe next - UnsafeMutableRawPointer(start) + 1
                    guard place - 1 + bytes.count <= count else { return false }
                    if bytes.indices.allSatisfy({ unsafe found[place - 1 + $0] == ~bytes[$0] }) { return true }
                }
                return false
            }
            if isThere { return true }
        }
    }
    return false
}

@Suite struct TicketCacheReaderTests {
    private func reader(_ environment: [String: String] = [:], userID: UInt32 = geteuid()) -> TicketCacheReader {
        TicketCacheReader(userID: userID, userName: "anna", home: "/srv/anna", environment: environment)
    }

    private func read(_ name: String, userID: UInt32 = geteuid()) -> TicketCacheSituation {
        reader(["KRB5CCNAME": name], userID: userID).read(KerberosConfiguration(), until: .now + .seconds(20))
    }

    @Test func theEnvironmentComesFirstThenTheConfiguration() {
        let configuration = KerberosConfiguration(defaultCache: "KEYRING:persistent:%{uid}")
        let library = reader(userID: 1000).cache(KerberosConfiguration())
        #expect(library.0 == TicketCacheName("FILE:/tmp/krb5cc_1000") && library.1 == .library)
        let configured = reader(userID: 1000).cache(configuration)
        #expect(configured.0 == TicketCacheName("KEYRING:persistent:1000") && configured.1 == .configuration)
        let chosen = reader(["KRB5CCNAME": "DIR:/run/x"], userID: 1000).cache(configuration)
        #expect(chosen.0 == TicketCacheName("DIR:/run/x") && chosen.1 == .environment)
    }

    @Test(
        arguments: [
            ("/tmp/cc", .file, "FILE", "/tmp/cc"), ("FILE:/tmp/cc", .file, "FILE", "/tmp/cc"),
            ("cc", .file, "FILE", "cc"),
            ("/tmp/a:b", .file, "FILE", "/tmp/a:b"), ("DIR:/run/cc", .folder, "DIR", "/run/cc"),
            ("KCM:1000", .service, "KCM", "1000"), ("KEYRING:session:x", .keyring, "KEYRING", "session:x"),
            ("MEMORY:x", .memory, "MEMORY", "x"), ("API:x", .other, "API", "x"),
        ] as [(String, TicketCacheSituation.Kind, String, String)])
    func readsNames(_ text: String, _ kind: TicketCacheSituation.Kind, _ type: String, _ place: String) {
        let name = TicketCacheName(text)
        #expect(name.kind == kind && name.type == type && name.place == place)
    }

    @Test func leavesOutThePersonsFolder() {
        #expect(TicketCacheName("/srv/anna/.cc").shown(home: "/srv/anna") == "FILE:~/.cc")
        #expect(TicketCacheName("/srv/anna/.cc").shown(home: "/srv/anna/") == "FILE:~/.cc")
        #expect(TicketCacheName("/srv/annabel/.cc").shown(home: "/srv/anna") == "FILE:/srv/annabel/.cc")
        #expect(TicketCacheName("/srv/anna/.cc").shown(home: "/") == "FILE:/srv/anna/.cc")
        #expect(TicketCacheName("/srv/anna/.cc").shown(home: nil) == "FILE:/srv/anna/.cc")
    }

    @Test func putsInWhatAConfigurationLeavesOpen() {
        func expanded(_ text: String) -> String {
            TicketCacheName.expanded(text, userID: 7, userName: "anna", temporaryFolder: "/tmp")
        }
        #expect(expanded("FILE:%{TEMP}/%{username}_%{uid}%{null}") == "FILE:/tmp/anna_7")
        #expect(expanded("%{strange}") == "%{strange}")
    }

    @Test func readsAFileAndAFolder() throws {
        try withTemporaryFolder { folder in
            let file = try folder.write(bytes: TicketBytes().bytes, to: "cc")
            let found = read("FILE:\(file)")
            #expect(found.kind == .file && found.location == "FILE:\(file)" && found.chooser == .environment)
            #expect(found.tickets.value?.principal == "anna")

            try folder.write(bytes: TicketBytes(principal: ["first"]).bytes, to: "all/tkt")
            #expect(read("DIR:\(folder.at("all"))").tickets.value?.principal == "first")
            try folder.write(bytes: TicketBytes(principal: ["second"]).bytes, to: "all/tkt2")
            try folder.write("tkt2\n", to: "all/primary")
            #expect(read("DIR:\(folder.at("all"))").tickets.value?.principal == "second")
            #expect(read("DIR::\(folder.at("all/tkt"))").tickets.value?.principal == "first")
            // A name in the file must not lead out of the folder.
            try folder.write("../cc\n", to: "all/primary")
            #expect(read("DIR:\(folder.at("all"))").tickets.value?.principal == "first")
        }
    }

    @Test func tellsWhyThereAreNone() throws {
        try withTemporaryFolder { folder in
            let none = "FILE:\(folder.at("none"))"
            #expect(read(none).tickets == .unknown(.missing(none)))
            let broken = "FILE:\(try folder.write("hello", to: "broken"))"
            #expect(read(broken).tickets == .unknown(.notUnderstood("\(broken): it is no file of Kerberos tickets")))
            let empty = "FILE:\(try folder.write("", to: "empty"))"
            #expect(read(empty).tickets == .unknown(.notUnderstood("\(empty): it ends too early")))
            let directory = "FILE:\(folder.path)"
            #expect(read(directory).tickets == .unknown(.notUnderstood("\(directory): it is not a regular file")))
            let large = try folder.write(bytes: [UInt8](repeating: 5, count: (4 << 20) + 1), to: "large")
            #expect(read(large).tickets == .unknown(.tooLarge("FILE:\(large)")))
            let own = try folder.write(bytes: TicketBytes().bytes, to: "cc")
            let strange = read(own, userID: geteuid() + 1)
            #expect(strange.tickets == .unknown(.notUnderstood("FILE:\(own): it belongs to another account")))
            #expect(read("KCM:", userID: geteuid() + 1).tickets == .unknown(.notPermitted))
            #expect(
                read("MEMORY:x").tickets
                    == .unknown(.notUnderstood("no other program sees tickets in the memory of one")))
            #expect(read("API:x").tickets == .unknown(.notUnderstood("tickets of type 'API' are not known here")))
        }
    }

    @Test(.enabled(if: geteuid() == 0, "only root can become somebody else"))
    func aFileThatMayNotBeReadIsToldApart() async throws {
        try await withTemporaryFolder { folder in
            let file = try folder.write(bytes: TicketBytes().bytes, to: "cc")
            unsafe chmod(file, 0o600)
            unsafe chmod(folder.path, 0o755)
            await #expect(processExitsWith: .success) { [file = file as String] in
                precondition(setuid(65_534) == 0)
                let reader = TicketCacheReader(
                    userID: 65_534, userName: nil, home: nil, environment: ["KRB5CCNAME": file])
                let found = reader.read(KerberosConfiguration(), until: .now + .seconds(20))
                #expect(found.tickets == .unknown(.notPermitted))
            }
        }
    }

    // All memory that the process may write to is searched. What is looked for is known here by its opposite alone, so
    // that the search does not find itself.
    @Test func noKeyIsLeftInMemory() async throws {
        try await withTemporaryFolder { folder in
            let file = try folder.write(
                bytes: TicketBytes(tickets: [.init(), .init(service: ["cifs", "nas"])]).bytes, to: "cc")
            let opposite = TicketBytes.key.map { ~$0 }
            await #expect(processExitsWith: .success) { [file = file as String, opposite = opposite as [UInt8]] in
                let reader = TicketCacheReader(
                    userID: geteuid(), userName: nil, home: nil, environment: ["KRB5CCNAME": file])
                let found = reader.read(KerberosConfiguration(), until: .now + .seconds(20))
                #expect(found.tickets.value?.tickets.count == 2)
                #expect(ownMemory(holdsOppositeOf: opposite) == false)
                // The search finds what is there.
                let content = try BoundedFile.read(HostPath(file), limit: 1 << 20)
                #expect(ownMemory(holdsOppositeOf: opposite) == true)
                #expect(content.count > 100)
            }
        }
    }

    // No key ring of the kernel has this name, and no service answers here: the real program says so.
    @Test(arguments: ["KEYRING:session:no such tickets here", "KCM:no such tickets here"])
    func asksTheLibraryForWhatOnlyItReaches(_ name: String) {
        #expect(read(name).tickets == .unknown(.missing(name)))
    }
}

@Suite struct TicketListingTests {
    @Test func readsAListing() throws {
        let text = """
            Ticket cache: KCM:1000
            Default principal: anna@LAB.EXAMPLE

            Valid starting     Expires            Service principal
            11/26/26 08:09:08  11/27/26 08:09:08  krbtgt/LAB.EXAMPLE@LAB.EXAMPLE
            \trenew until 12/03/26 08:09:08, Etype (skey, tkt): aes256-cts-hmac-sha1-96, aes256-cts-hmac-sha1-96\u{20}
            11/26/26 08:10:00  11/27/26 08:09:08  cifs/nas.lab.example@
            \tEtype (skey, tkt): DEPRECATED:arcfour-hmac, aes256-cts-hmac-sha1-96\u{20}
            \tTicket server: cifs/nas.lab.example@OTHER.EXAMPLE

            """
        let held = try #require(TicketListing.tickets(in: text))
        #expect(held.principal == "anna" && held.realm == "LAB.EXAMPLE" && held.clockOffset == nil)
        #expect(
            held.tickets == [
                KerberosTicket(
                    service: "krbtgt/LAB.EXAMPLE", realm: "LAB.EXAMPLE", start: 1_795_680_548, end: 1_795_766_948,
                    renewUntil: 1_796_285_348, encryptionType: 18),
                KerberosTicket(
                    service: "cifs/nas.lab.example", realm: "OTHER.EXAMPLE", start: 1_795_680_600, end: 1_795_766_948,
                    encryptionType: 23),
            ])
        #expect(TicketListing.tickets(in: "klist: No credentials cache found\n") == nil)
    }

    @Test(
        arguments: [
            ("01/01/70 00:00:00", nil), ("01/01/1970 00:00:00", 0), ("02/29/28 23:59:59", 1_835_481_599),
            ("03/01/2000 00:00:00", 951_868_800), ("13/01/26 00:00:00", nil), ("1/2 3:4", nil), ("x y", nil),
        ] as [(String, Int64?)])
    func readsTimes(_ text: String, _ time: Int64?) {
        // Two digits are years after 2000, of which 2070 is one.
        let expected = text == "01/01/70 00:00:00" ? 3_155_760_000 : time
        #expect(TicketListing.time(ConfigurationLines.words(text)) == expected)
    }

    @Test func survivesAnyDamage() {
        let seed: UInt64 = 0x1157
        var random = SeededGenerator(seed: seed)
        let sample = Array(
            "Default principal: anna@LAB\n\n11/26/26 08:09:08  11/27/26 08:09:08  krbtgt/LAB@LAB\n\trenew until 12/03/26 08:09:08, Etype (skey, tkt): a, b\n"
                .utf8)
        var read = 0
        for _ in 0..<10_000 {
            var bytes = sample
            for _ in 0...random.below(6) {
                damage(&bytes, &random, with: ["\n", "\t", "@", "/", ":", "99999999999999999999"])
            }
            if let held = TicketListing.tickets(in: String(decoding: bytes, as: UTF8.self)) {
                read += 1 + held.tickets.count
            }
        }
        #expect(read > 2_000, "seed \(seed)")
    }
}
