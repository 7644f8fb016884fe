import Glibc
import StorageModel
import TestKit
import Testing

@testable import HostFacts

/// What rules may stop a connection from 203.0.113.50 to a file server, through `eth0`.
private func found(
    _ rules: String, to address: String = "198.51.100.11", port: UInt16 = 445, userID: UInt32 = 1000
) -> [String]? {
    guard let address = IPAddress(address) else { return nil }
    let connection = OutgoingConnection(
        address: address, port: port, interface: "eth0", source: IPAddress("203.0.113.50"), userID: userID)
    return FirewallReader.read(for: connection, until: .now + .seconds(30), loading: rules)
}

extension FirewallReader {
    /// Loads rules into the kernel, and tells in words which of them may stop a connection.
    fileprivate static func read(
        for connection: OutgoingConnection, until deadline: ContinuousClock.Instant, loading rules: String
    ) -> [String]? {
        run("nft flush ruleset && nft -f - <<'RULES'\n\(rules)\nRULES")
        guard let firewall = read(for: connection, until: deadline).value, !firewall.isCutShort else { return nil }
        return firewall.rules.map { rule in
            let place = rule.isPolicy ? "policy" : rule.handle == nil ? "?" : "rule"
            return "\(rule.family) \(rule.chain) \(place) \(rule.verdict.rawValue) \(rule.fit.rawValue)"
        }
    }
}

@Suite struct NftablesTests {
    // The kernel has the rules, and the real program tells of them.
    @Test(.enabled(if: mayMakeNetworks, "networks of one's own are not permitted here"))
    func findsRulesThatStopAConnection() async {
        await #expect(processExitsWith: .success) {
            useOwnNetwork()
            func chain(_ rules: String, policy: String = "accept", more: String = "") -> String {
                "table inet t {\n\(more)\nchain out { type filter hook output priority 0; policy \(policy);\n\(rules)\n}\n}"
            }
            #expect(found("") == [])
            #expect(found(chain("tcp dport 445 drop")) == ["inet out rule drop certain"])
            #expect(found(chain("tcp dport 445 drop"), port: 443) == [])
            #expect(found(chain("tcp dport { 139, 400-500 } reject")) == ["inet out rule reject certain"])
            #expect(found(chain("tcp dport != 445 drop")) == [])
            #expect(found(chain("udp dport 445 drop")) == [])
            #expect(found(chain("udp dport != 53 drop")) == [])
            #expect(found(chain("ip6 daddr != 2001:db8::1 drop")) == [])
            #expect(found(chain("ip daddr 198.51.100.0/24 drop")) == ["inet out rule drop certain"])
            #expect(found(chain("ip daddr 198.51.101.0/24 drop")) == [])
            #expect(found(chain("ip6 daddr 2001:db8::/32 drop")) == [])
            #expect(found(chain("ip6 daddr 2001:db8::/32 drop"), to: "2001:db8::1") == ["inet out rule drop certain"])
            #expect(
                found(chain("ip daddr @s drop", more: "set s { type ipv4_addr; elements = { 198.51.100.11 } }")) == [
                    "inet out rule drop certain"
                ])
            #expect(
                found(
                    chain(
                        "ip daddr @s drop",
                        more:
                            "set s { type ipv4_addr; flags interval; elements = { 198.51.0.0/24, 198.51.100.1-198.51.100.10 } }"
                    )) == [])
            #expect(found(chain("oifname \"eth*\" drop")) == ["inet out rule drop certain"])
            #expect(found(chain("oifname \"wlan0\" drop")) == [])
            #expect(
                found(chain("ct state established,related accept\ntcp dport 445 drop")) == [
                    "inet out rule drop certain"
                ])
            #expect(found(chain("ct state new accept\ntcp dport 445 drop")) == [])
            #expect(
                found(chain("meta skuid 1000 reject with icmpx admin-prohibited")) == ["inet out rule reject certain"])
            #expect(found(chain("meta skuid 1000 drop"), userID: 1001) == [])
            #expect(
                found(chain("ip saddr 203.0.113.50 counter log prefix \"x\" drop")) == ["inet out rule drop certain"])
            // What nobody knows here makes what follows only possible.
            #expect(found(chain("limit rate 1/second drop")) == ["inet out rule drop possible"])
            #expect(found(chain("tcp flags syn accept\ndrop")) == ["inet out rule drop possible"])
            #expect(found(chain("", policy: "drop")) == ["inet out policy drop certain"])
            #expect(found(chain("tcp dport 445 accept", policy: "drop")) == [])
            // Other chains, and tables of verdicts.
            let other = "chain x { ip daddr 198.51.100.11 drop; }\nchain y { return; }"
            #expect(found(chain("jump y\njump x\naccept", more: other)) == ["inet x rule drop certain"])
            #expect(found(chain("tcp dport 80 jump x\naccept", more: other)) == [])
            #expect(found(chain("goto y\ndrop", more: other)) == [])
            #expect(
                found(chain("tcp dport vmap { 80 : accept, 445 : jump x }", more: other)) == [
                    "inet x rule drop certain"
                ])
            #expect(found(chain("tcp dport vmap { 445 : accept }\ndrop")) == [])
            #expect(
                found(
                    chain("tcp dport vmap @m", more: "map m { type inet_service : verdict; elements = { 445 : drop } }")
                ) == ["inet out rule drop certain"])
            // One table lets it pass, and the next one stops it.
            let two =
                chain("accept")
                + "\ntable ip u { chain o { type filter hook output priority 10; tcp dport 445 reject; }\n}"
            #expect(found(two) == ["ip o rule reject certain"])
            #expect(found(two, to: "2001:db8::1") == [])
            let late = "table ip u { chain p { type filter hook postrouting priority 0; tcp dport 445 drop; }\n}"
            #expect(found(late) == ["ip p rule drop certain"])
            let incoming = "table ip u { chain i { type filter hook input priority 0; policy drop; }\n}"
            #expect(found(incoming) == [])
        }
    }

    @Test(.enabled(if: geteuid() == 0, "only root can become somebody else"))
    func withoutRightsNothingIsTold() async {
        await #expect(processExitsWith: .success) {
            precondition(setuid(65_534) == 0)
            let connection = OutgoingConnection(address: IPAddress(ipv4: 0xC633_640B), port: 445, userID: 65_534)
            #expect(FirewallReader.read(for: connection, until: .now + .seconds(30)) == .unknown(.notPermitted))
        }
    }

    // Chains that lead in a circle, which the kernel would not take, and more rules than are looked at.
    @Test func anEndlessRulesetEnds() throws {
        var chain = PacketFilter.Chain(family: "ip", table: "t", name: "out", priority: 0)
        chain.rules = (0..<3).map { _ in .init(handle: 1, fit: .yes, effect: .jump("out")) }
        var filter = PacketFilter(.nftables, chains: [chain])
        filter.walk()
        #expect(filter.isCutShort && filter.found.isEmpty)
    }

    @Test func survivesAnyDamage() {
        let seed: UInt64 = 0xF17E
        var random = SeededGenerator(seed: seed)
        let sample = Array(
            """
            {"nftables": [{"metainfo": {"json_schema_version": 1}}, {"table": {"family": "inet", "name": "t"}},
            {"set": {"family": "inet", "name": "s", "table": "t", "elem": [{"prefix": {"addr": "198.51.0.0", "len": 16}}]}},
            {"chain": {"family": "inet", "table": "t", "name": "o", "type": "filter", "hook": "output", "prio": 0, "policy": "drop"}},
            {"rule": {"family": "inet", "table": "t", "chain": "o", "handle": 6, "expr": [
            {"match": {"op": "==", "left": {"payload": {"protocol": "tcp", "field": "dport"}}, "right": {"set": [139, {"range": [445, 446]}]}}},
            {"match": {"op": "==", "left": {"payload": {"protocol": "ip", "field": "daddr"}}, "right": "@s"}},
            {"log": {"prefix": "\\u00e4\\ud83d\\ude00\\n"}}, {"reject": null}]}},
            {"rule": {"family": "inet", "table": "t", "chain": "o", "handle": 7, "expr": [{"jump": {"target": "o"}}, {"vmap":
            {"key": {"ct": {"key": "state"}}, "data": {"set": [["invalid", {"drop": null}], ["new", {"accept": null}]]}}}]}}]}
            """.utf8)
        let connection = OutgoingConnection(address: IPAddress(ipv4: 0xC633_640B), port: 445, userID: 0)
        let pieces = ["{", "}", "[", "]", "\"", ",", ":", "null", "1e9", "-", "\\u", "{\"drop\": null}", "@s"]
        var read = 0
        for round in 0..<10_000 {
            var bytes = sample
            if round > 0 { for _ in 0..<random.below(4) { damage(&bytes, &random, with: pieces) } }
            guard let ruleset = try? NftablesRuleset(bytes, for: connection) else { continue }
            var filter = PacketFilter(.nftables, chains: ruleset.chains)
            filter.walk()
            if round == 0 { #expect(filter.found.map(\.handle) == [6]) }
            read += 1
        }
        #expect(read > 2_000, "seed \(seed)")
    }
}

@Suite struct JSONValueTests {
    @Test func readsAllKindsOfValues() {
        let text = #" {"a": [1, -2, 3.5, true, false, null, "x\n\"\u00e4\ud83d\ude00\\"], "b": {}, "c": [] } "#
        #expect(
            JSONValue(parsing: Array(text.utf8))
                == .object([
                    "a": .list([.number(1), .number(-2), .other, .bool(true), .bool(false), .null, .text("x\n\"ä😀\\")]),
                    "b": .object([:]), "c": .list([]),
                ]))
    }

    @Test(arguments: [
        "", " ", "{", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "[1 2]", "nul", "1x", "\"", "\"\\x\"", "\"\\u12\"",
        "[1]]",
        "-", "{1:2}",
    ])
    func refusesWhatIsNone(_ text: String) {
        #expect(JSONValue(parsing: Array(text.utf8)) == nil)
    }

    @Test func deepNestingEnds() {
        #expect(JSONValue(parsing: Array(String(repeating: "[", count: 1_000_000).utf8)) == nil)
    }
}
