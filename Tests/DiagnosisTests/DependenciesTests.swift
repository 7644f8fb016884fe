import Diagnosis
import StorageModel
import Testing

@Suite struct DependenciesTests {
    /// Targets with the cause they fail for, or nothing; the culprit of each, in the order of the targets.
    private static let rows: [(seen: [(String, Cause?)], isOutside: Bool, culprits: [String: String])] = [
        // One place alone is its own problem.
        ([("a", .tcpDropped), ("b", nil)], false, [:]),
        ([("a", .tcpDropped)], false, [:]),
        // Everything fails on the way: it is the vantage.
        ([("a", .noRoute), ("b", .noRoute)], false, ["a": "vantage", "b": "vantage"]),
        ([("a", .tcpDropped), ("b/x", .noRoute)], false, ["a": "vantage", "b/x": "vantage"]),
        // But what got through proves that the line works.
        ([("a", .tcpDropped), ("b", .tcpDropped), ("c", .shareUnknown)], false, [:]),
        // No name is known: it is the name servers, also when something without a name works.
        ([("a", .dnsNoAnswer), ("b", .dnsNoAnswer)], false, ["a": "dns", "b": "dns"]),
        ([("a", .dnsNoAnswer), ("b", .dnsNoAnswer), ("c", nil)], false, ["a": "dns", "b": "dns"]),
        ([("a", .dnsNoAnswer), ("c", nil)], false, [:]),
        // Accounts cannot be verified anywhere.
        (
            [("a/x", .accountsNotVerifiable), ("b/x", .kdcUnreachable), ("c", nil)], false,
            ["a/x": "sign-in", "b/x": "sign-in"]
        ),
        ([("a/x", .accountsNotVerifiable), ("b", nil)], false, [:]),
        // All shares of a server fail alike.
        ([("a/x", .tcpRefused), ("a/y", .tcpRefused), ("b", nil)], false, ["a/x": "a", "a/y": "a"]),
        ([("a/x", .tcpRefused), ("a/y", nil), ("b", nil)], false, [:]),
        ([("a/x", .shareDenied), ("a/y", .shareDenied), ("b", nil)], false, [:]),
        // Outside, the gateway is why nothing behind it is reached; inside it is a place like others.
        (
            [("gateway:vpn", .vpnDown), ("a", .tcpDropped), ("b", .noRoute), ("cloud", nil)], true,
            ["a": "gateway:vpn", "b": "gateway:vpn"]
        ),
        ([("gateway:vpn", .vpnDown), ("a", .tcpDropped), ("b", nil)], false, [:]),
        // Without the VPN, the names of the inside are unknown; what is open to the world has its own problems.
        (
            [("gateway:vpn", nil), ("a", .dnsInternalOnly), ("b", .dnsInternalOnly), ("cloud", .httpUnhealthy)], true,
            ["a": "vantage", "b": "vantage"]
        ),
        ([("a", .dnsInternalOnly), ("cloud", nil)], true, [:]),
        ([("a", .dnsInternalOnly), ("b", .dnsInternalOnly)], false, [:]),
    ]

    @Test(arguments: rows.indices)
    func whatManyPlacesDependOnIsNamed(row: Int) {
        let (seen, isOutside, culprits) = Self.rows[row]
        let observations = seen.map {
            Observation(target: $0.0, verdict: $0.1 == nil ? .healthy : .failed, cause: $0.1)
        }
        #expect(Dependencies(observations, isOutside: isOutside).culprits == culprits)
    }
}
