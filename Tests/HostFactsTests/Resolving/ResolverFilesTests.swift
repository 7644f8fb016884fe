import StorageModel
import TestKit
import Testing

@testable import HostFacts

@Suite struct ResolverFilesTests {
    private func addresses(_ texts: String...) -> [IPAddress] { texts.compactMap { IPAddress($0) } }

    @Test func readsNameServersAsTheLibraryDoes() {
        let text = """
            # made by hand
            ; nameserver 192.0.2.9
            domain old.example
            search lab.example  example.org
            nameserver 198.51.100.10 # the first
            nameserver\t2001:db8::53
            nameserver fe80::1%eth0
             nameserver 192.0.2.8
            nameserver nas.example
            nameserver
            nameservers 192.0.2.7
            options timeout:1 rotate
            options edns0\r

            """
        let settings = ResolverSettings(parsing: Array(text.utf8))
        #expect(settings.servers == addresses("198.51.100.10", "2001:db8::53", "fe80::1"))
        #expect(settings.searchDomains == ["lab.example", "example.org"])
        #expect(settings.options == ["timeout:1", "rotate", "edns0"])
        #expect(settings.unusableLines == [9, 10])
        #expect(!settings.asksThisComputer)
        #expect(ResolverSettings(parsing: Array("search a b\ndomain c d\n".utf8)).searchDomains == ["c"])
    }

    @Test func theEnvironmentHasTheLastWord() {
        var settings = ResolverSettings(parsing: Array("search a\noptions rotate\n".utf8))
        settings.apply(["LOCALDOMAIN": "lab.example b", "RES_OPTIONS": "timeout:2"])
        #expect(settings.searchDomains == ["lab.example", "b"])
        #expect(settings.options == ["rotate", "timeout:2"])
    }

    @Test func readsWhereHostsAreLookedFor() {
        func sources(_ text: String) -> [String]? { NameSources(parsing: Array(text.utf8))?.services }
        #expect(
            sources("passwd: files\nhosts:\tfiles mdns4_minimal [NOTFOUND=return] dns # all\n") == [
                "files", "mdns4_minimal", "dns",
            ])
        #expect(sources(" hosts : resolve [!UNAVAIL=return success = continue] files\n") == ["resolve", "files"])
        #expect(sources("hosts: dns\nhosts: files\n") == ["files"])
        #expect(sources("hosts:") == [])
        #expect(sources("#hosts: dns\nnetworks: files\n") == nil)
    }

    @Test(arguments: [
        (["files", "dns"], true), (["dns", "files"], false), (["files"], true), (["dns"], false),
        (["mymachines", "resolve", "files"], false), (["mdns4_minimal", "files", "dns"], true), ([], false),
    ])
    func knowsWhetherTheTableComesFirst(_ services: [String], _ isFirst: Bool) {
        #expect(NameSources(services: services).asksHostsFileFirst == isFirst)
    }

    @Test func findsTheLinesThatNameAHost() throws {
        let text = """
            127.0.0.1 localhost
            198.51.100.11 istsmb3.lab.example IstSMB3 # 192.0.2.1 other
            #192.0.2.1 istsmb3.lab.example
            2001:db8::11%eth0 istsmb3.LAB.example
            192.0.2.2 notistsmb3.lab.example
            istsmb3.lab.example
            192.0.2.3 x # istsmb3.lab.example
            """
        let found = HostsEntry.entries(naming: "istsmb3.lab.example.", in: Array(text.utf8))
        #expect(found.map(\.line) == [2, 4])
        #expect(found.map(\.address) == addresses("198.51.100.11", "2001:db8::11"))
        #expect(try #require(found.first).names == ["istsmb3.lab.example", "IstSMB3"])
        #expect(HostsEntry.entries(naming: "istsmb3", in: Array(text.utf8)).map(\.line) == [2])
        #expect(HostsEntry.entries(naming: "", in: Array(text.utf8)) == [])
    }

    @Test func readsTheFilesTogether() throws {
        try withTemporaryFolder { folder in
            let files = ResolverFiles(
                sources: HostPath(try folder.write("hosts: files dns\n", to: "nsswitch.conf")),
                settings: HostPath(try folder.write("nameserver 127.0.0.53\n", to: "resolv.conf")),
                settingsBehind: [
                    HostPath(folder.at("none")), HostPath(try folder.write("nameserver 198.51.100.10\n", to: "behind")),
                ], hosts: HostPath(try folder.write("198.51.100.11 nas\n", to: "hosts")))
            let names = files.resolution(of: "nas", environment: ["LOCALDOMAIN": "lab.example"])
            #expect(names.sources == .known(NameSources(services: ["files", "dns"])))
            #expect(names.settings.value?.servers == addresses("127.0.0.53"))
            #expect(names.settings.value?.searchDomains == ["lab.example"])
            #expect(names.settingsBehind?.value?.servers == addresses("198.51.100.10"))
            #expect(names.hostsEntries.value?.map(\.line) == [1])
            // Asked by its own name, the service is asked whatever the other file says.
            try folder.write("nameserver 192.0.2.53\n", to: "resolv.conf")
            #expect(files.resolution(of: "nas", environment: [:]).settingsBehind == nil)
            try folder.write("hosts: resolve files\n", to: "nsswitch.conf")
            let servers = files.resolution(of: "nas", environment: [:]).settingsBehind?.value?.servers
            #expect(servers == addresses("198.51.100.10"))
        }
    }

    @Test func whatIsNotThereIsToldApart() throws {
        try withTemporaryFolder { folder in
            let missing = HostPath(folder.at("none"))
            var files = ResolverFiles(sources: missing, settings: missing, settingsBehind: [missing], hosts: missing)
            var names = files.resolution(of: "nas", environment: [:])
            #expect(names.sources == .known(.standard))
            #expect(names.settings == .unknown(.missing(missing.description)))
            #expect(names.settingsBehind == nil)
            #expect(names.hostsEntries == .known([]))

            files.settings = HostPath(try folder.write("nameserver 127.0.0.53\n", to: "resolv.conf"))
            files.sources = HostPath(folder.path)
            files.hosts = HostPath(try folder.write("x", to: "hosts") + "/below")
            names = files.resolution(of: "nas", environment: [:])
            #expect(names.sources == .unknown(.notUnderstood("\(folder.path): it is not a regular file")))
            #expect(names.settingsBehind == .unknown(.missing(missing.description)))
            #expect(names.hostsEntries == .known([]))

            files.settings = HostPath(try folder.write(String(repeating: "#\n", count: 1 << 20), to: "large"))
            #expect(
                files.resolution(of: "nas", environment: [:]).settings
                    == .unknown(.tooLarge(files.settings.description)))
        }
    }

    // The texts are a person's or a program's; whatever stands in them is read as far as it goes.
    @Test func survivesAnyDamage() {
        let seed: UInt64 = 0x4E5_0BAD
        var random = SeededGenerator(seed: seed)
        let samples = [
            "nameserver 198.51.100.10\nsearch lab.example b\noptions timeout:1\nnameserver fe80::1%eth0\ndomain x\n",
            "passwd: files sss\nhosts: files mdns4_minimal [NOTFOUND=return] dns [!UNAVAIL=return]\nnetworks: files\n",
            "127.0.0.1 localhost\n198.51.100.11 istsmb3.lab.example istsmb3 # x\n::1 localhost istsmb3\n",
        ].map { Array($0.utf8) }
        let pieces = ["\n", " ", "\t", "%", "[", "]", "#", "nameserver ", "hosts:", "::", "\r\n", "\0", "istsmb3"]
        var wrong: [[UInt8]] = []
        for round in 0..<30_000 {
            var text = samples[round % samples.count]
            for _ in 0...random.below(8) { damage(&text, &random, with: pieces) }
            let settings = ResolverSettings(parsing: text)
            let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).count
            let entries = HostsEntry.entries(naming: "istsmb3", in: text)
            let services = NameSources(parsing: text)?.services ?? []
            let isSound =
                settings.servers.count + settings.unusableLines.count <= lines
                && settings.unusableLines.allSatisfy { (1...lines).contains($0) } && entries.count <= lines
                && entries.allSatisfy { $0.names("ISTSMB3") } && services.count <= text.count
            if !isSound { wrong.append(text) }
        }
        #expect(wrong == [], "seed \(seed)")
    }
}
