import StorageModel
import TestKit
import Testing

@testable import HostFacts

@Suite struct IptablesTests {
    /// Which rules of the table `filter` may stop a connection from 203.0.113.50 to a file server, through `eth0`.
    private func found(_ rules: String, policy: String = "ACCEPT", to address: String = "198.51.100.11") throws
        -> [String]
    {
        let text =
            "# by iptables-save\n*filter\n:INPUT DROP [0:0]\n:OUTPUT \(policy) [12:3]\n:x - [0:0]\n\(rules)\nCOMMIT\n"
        let connection = OutgoingConnection(
            address: try IPAddress(parsing: address), port: 445, interface: "eth0",
            source: IPAddress("203.0.113.50"), userID: 1000)
        var filter = PacketFilter(.iptables, chains: try IptablesRuleset(Array(text.utf8), for: connection).chains)
        filter.walk()
        return filter.found.map {
            "\($0.chain)\($0.isPolicy ? " policy" : "") \($0.verdict.rawValue) \($0.fit.rawValue)"
        }
    }

    @Test(arguments: [
        ("-A OUTPUT -p tcp -m tcp --dport 445 -j DROP", "OUTPUT drop certain"),
        (
            "-A OUTPUT -p tcp -m tcp --dport 400:500 -j REJECT --reject-with icmp-port-unreachable",
            "OUTPUT reject certain"
        ),
        ("-A OUTPUT -p tcp -m tcp --dport 446: -j DROP", ""), ("-A OUTPUT -p udp -m udp --dport 445 -j DROP", ""),
        ("-A OUTPUT -p tcp -m multiport --dports 139,445 -j DROP", "OUTPUT drop certain"),
        ("-A OUTPUT -p tcp -m multiport --dports 80,443 -j DROP", ""),
        ("-A OUTPUT ! -d 198.51.100.0/24 -j DROP", ""),
        ("-A OUTPUT -d 198.51.100.0/255.255.255.0 -j DROP", "OUTPUT drop certain"),
        ("-A OUTPUT -d 198.51.100.11/32 -o eth+ -j DROP", "OUTPUT drop certain"), ("-A OUTPUT -o wlan0 -j DROP", ""),
        ("-A OUTPUT ! -o lo -j DROP", "OUTPUT drop certain"),
        ("-A OUTPUT -s 203.0.113.50/32 -j DROP", "OUTPUT drop certain"),
        ("-A OUTPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT\n-A OUTPUT -j DROP", "OUTPUT drop certain"),
        ("-A OUTPUT -m conntrack --ctstate NEW -j ACCEPT\n-A OUTPUT -j DROP", ""),
        ("-A OUTPUT -m comment --comment \"not -j ACCEPT\" -j DROP", "OUTPUT drop certain"),
        ("-A OUTPUT -m owner --uid-owner 1000 -j DROP", "OUTPUT drop certain"),
        ("-A OUTPUT -m owner --uid-owner 0-999 -j DROP", ""),
        ("-A OUTPUT -m limit --limit 1/sec -j DROP", "OUTPUT drop possible"),
        ("-A OUTPUT -m set --match-set list dst -j DROP", "OUTPUT drop possible"),
        ("-A OUTPUT -m set --match-set list dst -j ACCEPT\n-A OUTPUT -j DROP", "OUTPUT drop possible"),
        ("-A OUTPUT -j LOG --log-prefix \"a b\"\n-A OUTPUT -j DROP", "OUTPUT drop certain"),
        ("-A OUTPUT -j x\n-A x -p tcp -j REJECT", "x reject certain"),
        ("-A OUTPUT -j x\n-A x -j RETURN\n-A x -j DROP", ""),
        ("-A OUTPUT -g x\n-A OUTPUT -j DROP\n-A x -p udp -j DROP", ""),
        ("-A OUTPUT -j STRANGE\n-A OUTPUT -j DROP", "OUTPUT drop possible"),
        ("-A INPUT -j DROP", ""),
    ])
    func findsRulesThatStopAConnection(_ rules: String, _ expected: String) throws {
        #expect(try found(rules).joined() == expected)
    }

    @Test func aPolicyStopsWhatNoRuleLetsPass() throws {
        #expect(try found("", policy: "DROP") == ["OUTPUT policy drop certain"])
        #expect(try found("-A OUTPUT -p tcp --dport 445 -j ACCEPT", policy: "DROP") == [])
        #expect(
            try found("-A OUTPUT -d 198.51.100.11/32 -j ACCEPT", policy: "DROP", to: "2001:db8::1") == [
                "OUTPUT policy drop certain"
            ])
    }

    // As on a machine with very many containers.
    @Test func manyChainsAreWalkedThrough() throws {
        let names = (0..<10_000).map { "KUBE-SVC-\($0)" }
        let chains = names.map { ":\($0) - [0:0]" }.joined(separator: "\n")
        let jumps = names.map { "-A OUTPUT -j \($0)\n-A \($0) -d 10.0.0.1/32 -j DROP" }.joined(separator: "\n")
        #expect(try found("\(chains)\n\(jumps)\n-A OUTPUT -p tcp --dport 445 -j REJECT") == ["OUTPUT reject certain"])
    }

    @Test func whatIsCutShortIsNoRuleset() {
        let connection = OutgoingConnection(address: IPAddress(ipv4: 1), port: 445, userID: 0)
        #expect(throws: IptablesRuleset.NotARuleset.self) {
            try IptablesRuleset(Array("*filter\n:OUTPUT ACCEPT [0:0]\n-A OUTPUT -j".utf8), for: connection)
        }
        #expect((try? IptablesRuleset([], for: connection))?.chains == [])
    }

    @Test func survivesAnyDamage() {
        let seed: UInt64 = 0x1B7A
        var random = SeededGenerator(seed: seed)
        let sample = Array(
            "*filter\n:OUTPUT DROP [0:0]\n:x - [0:0]\n-A OUTPUT ! -d 10.0.0.0/8 -p tcp -m tcp --dport 445 -j x\n-A x -m comment --comment \"a \\\" b\" -j DROP\nCOMMIT\n"
                .utf8)
        let connection = OutgoingConnection(address: IPAddress(ipv4: 0xC633_640B), port: 445, userID: 0)
        var read = 0
        for _ in 0..<10_000 {
            var bytes = sample
            for _ in 0...random.below(5) {
                damage(&bytes, &random, with: ["-", "!", "\"", " ", "\n", "-j ", "-A x ", ":", "/99", "COMMIT\n"])
            }
            guard let ruleset = try? IptablesRuleset(bytes, for: connection) else { continue }
            var filter = PacketFilter(.iptables, chains: ruleset.chains)
            filter.walk()
            read += 1
        }
        #expect(read > 5_000, "seed \(seed)")
    }
}
