import StorageModel
import TestKit
import Testing

@testable import HostFacts

@Suite struct KerberosConfigurationTests {
    private let sample = """
        anything may stand here
        [libdefaults]
            # a comment
            default_realm = LAB.EXAMPLE
            default_realm = OTHER.EXAMPLE
            dns_lookup_kdc = no
            dns_lookup_realm = TRUE
            dns_canonicalize_hostname = fallback
            default_ccache_name = "DIR:/run/user/%{uid}/cc \\"x\\""
            permitted_enctypes = aes256-cts-hmac-sha1-96, aes128-cts
            clockskew = 120
        [realms]
            LAB.EXAMPLE = {
                kdc = dc1.lab.example
                kdc = dc2.lab.example:1088
                admin_server = dc1.lab.example
                auth_to_local_names = {
                    kdc = nobody
                }
            }
            EMPTY.EXAMPLE =
            {
            }*
        [domain_realm]
            .lab.example = LAB.EXAMPLE
            lab.example = LAB.EXAMPLE
            filer.other.example = OTHER.EXAMPLE
            .UPPER.example = UPPER.EXAMPLE
        [realms]
            LAB.EXAMPLE = {
                kdc* = dc3.lab.example
            }

        """

    private func read(_ text: String) throws -> KerberosConfiguration {
        try withTemporaryFolder { folder in
            var read = KerberosConfiguration.read([HostPath(try folder.write(text, to: "krb5.conf"))])
            read.files = read.files.map { String($0.dropFirst(folder.path.count + 1)) }
            read.problems = read.problems.map { $0.split(separator: folder.path + "/").joined() }
            return read
        }
    }

    @Test func readsWhatMattersToAClient() throws {
        let read = try read(sample)
        #expect(
            read
                == KerberosConfiguration(
                    defaultRealm: "LAB.EXAMPLE",
                    realms: [
                        .init(
                            name: "LAB.EXAMPLE",
                            servers: ["dc1.lab.example", "dc2.lab.example:1088", "dc3.lab.example"]),
                        .init(name: "EMPTY.EXAMPLE"),
                    ],
                    domainRealms: [
                        ".lab.example": "LAB.EXAMPLE", "lab.example": "LAB.EXAMPLE",
                        "filer.other.example": "OTHER.EXAMPLE", ".UPPER.example": "UPPER.EXAMPLE",
                    ], looksUpServers: false, looksUpRealms: true, canonicalization: .fallback,
                    defaultCache: "DIR:/run/user/%{uid}/cc \"x\"",
                    permittedEncryption: ["aes256-cts-hmac-sha1-96", "aes128-cts"], toleratedSkew: 120,
                    files: ["krb5.conf"]))
    }

    @Test func withoutAFileAllIsAsTheLibraryHasIt() {
        let none = HostPath("/nonexistent/krb5.conf")
        #expect(KerberosConfiguration.read([none]) == KerberosConfiguration())
    }

    @Test(arguments: [
        ("[libdefaults\n", "krb5.conf:1: ']' is missing"), ("[a] b\n", "krb5.conf:1: something stands behind ']'"),
        ("[a]\nb\n", "krb5.conf:2: '=' is missing"),
        ("[a]\nb c = d\n", "krb5.conf:2: a name in front of '=' is one word"),
        ("[a]\n= d\n", "krb5.conf:2: a name in front of '=' is one word"),
        ("[a]\nb = {\n[c]\n}\n", "krb5.conf:3: a section begins within braces"),
        ("[a]\n}\n", "krb5.conf:2: a brace '}' is closed that was not opened"),
        ("[a]\nb = {\n", "krb5.conf: a brace '{' is never closed"),
        ("[a]\nb =\nc = d\n", "krb5.conf:3: 'b' has neither a value nor braces"),
        ("include relative\n", "krb5.conf:1: 'relative' does not begin with '/'"),
        ("include /nonexistent/x\n", "/nonexistent/x: there is no such file or folder (ENOENT)"),
        (
            "includedir /nonexistent/d\n",
            "krb5.conf:1: the folder '/nonexistent/d' cannot be read: there is no such file or folder (ENOENT)"
        ),
    ])
    func saysWhatIsWrong(_ text: String, _ problem: String) throws {
        #expect(try read(text).problems == [problem])
    }

    @Test func readsWhatIsIncluded() throws {
        try withTemporaryFolder { folder in
            try folder.write("[libdefaults]\ndefault_realm = A\n", to: "d/10-a.conf")
            try folder.write("[libdefaults]\ndefault_realm = B\nclockskew = 9\n", to: "d/20_b")
            try folder.write("[libdefaults]\ndefault_realm = C\n", to: "d/.hidden.conf")
            try folder.write("[libdefaults]\ndefault_realm = D\n", to: "d/backup~")
            let text = "includedir \(folder.at("d"))\n[libdefaults]\ndefault_realm = E\ndns_lookup_kdc = false\n"
            let main = try folder.write(text, to: "krb5.conf")
            let read = KerberosConfiguration.read([HostPath(main)])
            #expect(read.files == [main, folder.at("d/10-a.conf"), folder.at("d/20_b")])
            #expect(read.defaultRealm == "A" && read.toleratedSkew == 9 && !read.looksUpServers)
            #expect(read.problems == [])
        }
    }

    @Test func whatIncludesItselfEnds() throws {
        try withTemporaryFolder { folder in
            let path = folder.at("krb5.conf")
            try folder.write("include \(path)\ninclude \(path)\n[libdefaults]\ndefault_realm = A\n", to: "krb5.conf")
            let read = KerberosConfiguration.read([HostPath(path)])
            #expect(read.files.count <= 100 && read.defaultRealm == "A")
            #expect(read.problems.contains("\(path): it is not read, because too many files are included"))
        }
    }

    @Test(arguments: [
        ("filer.other.example", HostRealm.configured("OTHER.EXAMPLE", by: "filer.other.example")),
        ("NAS.lab.example.", .configured("LAB.EXAMPLE", by: ".lab.example")),
        ("a.b.lab.example", .configured("LAB.EXAMPLE", by: ".lab.example")),
        ("lab.example", .configured("LAB.EXAMPLE", by: "lab.example")), ("x.upper.example", .lookedUp),
        ("nas", .lookedUp),
    ])
    func knowsTheRealmOfAHost(_ host: String, _ realm: HostRealm) throws {
        #expect(try read(sample).realm(ofHost: host) == realm)
    }

    @Test func survivesAnyDamage() {
        let seed: UInt64 = 0x45B5
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "\n", "{", "}", "[", "]", "=", "*", "\"", "\\", "\n}\n", "= {\n", "include /x\n", " ", "[realms]\n",
        ]
        var understood = 0
        for _ in 0..<10_000 {
            var bytes = Array(sample.utf8)
            for _ in 0...random.below(8) { damage(&bytes, &random, with: pieces) }
            let text = KerberosProfileText(bytes)
            #expect(text.problems.count <= 20)
            var profile = KerberosProfile()
            for case .section(let section) in text.parts { profile.add([section]) }
            let configuration = KerberosConfiguration(profile)
            if configuration.defaultRealm == "LAB.EXAMPLE" { understood += 1 }
            _ = configuration.realm(ofHost: "a.lab.example")
        }
        #expect(understood > 5_000, "seed \(seed)")
    }

    @Test func deepBracesEnd() {
        let text = "[a]\n" + String(repeating: "b = {\n", count: 50_000)
        let read = KerberosProfileText(Array(text.utf8))
        #expect(read.problems.count == 20)
        #expect(read.parts.count == 1)
    }
}
