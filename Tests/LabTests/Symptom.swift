import Lab
import Testing

/// What clients see of a fault.
struct Symptom: Sendable, CustomTestStringConvertible {
    let fault: String
    let sights: [(Look, String)]

    init(_ fault: String, _ sights: (Look, String)...) {
        self.fault = fault
        self.sights = sights
    }

    var testDescription: String { fault }

    private static let nas02 = LabHost.nas02.name
    private static let address = LabHost.nas02.address
    private static let share = Look.share(.publicShare)

    /// A symptom of every fault, in the order of `Fault.all`.
    static let all: [Symptom] = names + network + servers + protocols + shares

    private static let names = [
        Symptom(
            "dns-name-unknown", (.name(nas02), "NXDOMAIN"), (.name(LabHost.archive3.name), LabHost.archive3.address)),
        Symptom("dns-internal-only", (.name(nas02), "NXDOMAIN"), (.connection(address), "connected")),
        Symptom("dns-no-answer-silent", (.name(nas02), "silence"), (.connection(address), "connected")),
        Symptom("dns-no-answer-dead", (.name(nas02), "refused"), (.connection(address), "connected")),
        Symptom("dns-no-answer-gone", (.name(nas02), "silence"), (.connection(address), "connected")),
        Symptom("dns-no-answer-servfail", (.name(nas02), "SERVFAIL"), (.connection(address), "connected")),
        Symptom("dns-wrong-address", (.name(nas02), LabHost.unusedAddress)),
        Symptom("address-partly-dead", (.name(nas02), "\(address) \(LabHost.unusedAddress)"), (share, "well")),
        Symptom(
            "ipv6-broken", (.connection(LabHost.istsmb3.address6 ?? ""), "TIMEOUT"),
            (.connection(LabHost.istsmb3.address), "connected")),
        Symptom("wrong-server", (.address(nas02), LabHost.archive3.address), (.name(nas02), address), (share, "well")),
    ]

    private static let network = [
        Symptom("no-route", (.connection(nas02), "ENETUNREACH"), (share, "NETWORK_UNREACHABLE")),
        Symptom("host-unreachable", (.connection(nas02, seconds: 8), "EHOSTUNREACH")),
        Symptom("tcp-dropped", (.connection(nas02), "TIMEOUT"), (.connection(nas02, port: 22), "ECONNREFUSED")),
        Symptom("tcp-rejected-admin-prohibited", (.connection(nas02), "EHOSTUNREACH"), (share, "HOST_UNREACHABLE")),
        Symptom("tcp-rejected-host-unreachable", (.connection(nas02), "EHOSTUNREACH"), (share, "HOST_UNREACHABLE")),
        Symptom("tcp-rejected-no-route", (.connection(nas02), "ENETUNREACH"), (share, "NETWORK_UNREACHABLE")),
        Symptom("tcp-refused-port-unreachable", (.connection(nas02), "ECONNREFUSED"), (share, "CONNECTION_REFUSED")),
        Symptom("tcp-refused-reset", (.connection(nas02), "ECONNREFUSED"), (share, "CONNECTION_REFUSED")),
        Symptom("client-firewall-prohibit", (.connection(nas02), "EACCES"), (share, "ACCESS_DENIED")),
        Symptom("client-firewall-blackhole", (.connection(nas02), "EINVAL"), (share, "INVALID_PARAMETER")),
        Symptom("client-firewall-drop", (.connection(nas02), "TIMEOUT")),
        Symptom("client-firewall-reject", (.connection(nas02), "ECONNREFUSED")),
        Symptom("port-445-blocked", (.connection(nas02), "TIMEOUT"), (.connection(nas02, port: 139), "connected")),
        Symptom(
            "mtu-black-hole", (.connection(nas02), "connected"),
            (.share(.publicShare, "get canary.txt /dev/null"), "well"),
            (.share(.publicShare, "ls"), "silence")),
        Symptom("packet-loss", (.connections(nas02), "some")),
        Symptom(
            "slow-link", (.connection(nas02), "connected"),
            (.share(.publicShare, "put /bin/bash checks/large"), "silence")),
        Symptom("half-open", (.connection(nas02), "connected"), (.negotiation(nas02), "silent")),
    ]

    private static let servers = [
        Symptom("tcp-refused-stopped", (.connection(nas02), "ECONNREFUSED")),
        Symptom("server-connection-limit", (.connection(nas02), "connected"), (.negotiation(nas02), "closed")),
        Symptom("server-hung", (.connection(nas02), "connected"), (.negotiation(nas02), "silent")),
        Symptom("stranger-banner", (.greeting(nas02), "SSH-")),
        Symptom("stranger-http", (.negotiation(nas02), "closed"), (share, "CONNECTION_DISCONNECTED")),
        Symptom("stranger-garbage", (share, "CONNECTION_DISCONNECTED")),
        Symptom("stranger-silent", (.connection(nas02), "connected"), (.negotiation(nas02), "silent")),
        Symptom("stranger-close", (.connection(nas02), "connected"), (.negotiation(nas02), "closed")),
        Symptom("stranger-reset", (.negotiation(nas02), "closed")),
        Symptom("hang-after-negotiate", (.negotiation(nas02), "0311 plain"), (share, "silence")),
        Symptom("reset-after-negotiate", (.negotiation(nas02), "0311 plain"), (share, "CONNECTION_RESET")),
        Symptom("hang-after-sign-in", (share, "silence")),
        Symptom("reset-after-sign-in", (share, "CONNECTION_DISCONNECTED")),
        Symptom("hang-after-tree-connect", (share, "silence")),
        Symptom("reset-after-tree-connect", (share, "CONNECTION_DISCONNECTED")),
    ]

    private static let protocols = [
        Symptom("smb1-only", (.negotiation(nas02), "closed"), (share, "CONNECTION_DISCONNECTED")),
        Symptom(
            "client-dialect-too-old", (.negotiation(nas02, ["0202", "0210"]), "c00000bb"),
            (.share(.publicShare, "ls", ["-m", "SMB2_10"]), "NOT_SUPPORTED"), (share, "well")),
        Symptom("signing-required", (.negotiation(nas02), "0311 signing"), (share, "well")),
        Symptom(
            "encryption-required", (.share(.publicShare, "ls", ["-m", "SMB2_10"]), "ACCESS_DENIED"),
            (.share(.readOnly, "ls", ["-m", "SMB2_10"]), "ACCESS_DENIED"), (share, "well")),
        Symptom(
            "encryption-required-share", (.share(.publicShare, "ls", ["-m", "SMB2_10"]), "ACCESS_DENIED"),
            (.share(.readOnly, "ls", ["-m", "SMB2_10"]), "well"), (share, "well")),
        Symptom(
            "encryption-unavailable", (.share(.readOnly, "ls", ["--client-protection=encrypt"]), unencrypted),
            (share, "well")),
        Symptom("network-not-allowed", (.negotiation(nas02), "closed"), (share, "INVALID_NETWORK_RESPONSE")),
        Symptom("share-network-not-allowed", (share, "ACCESS_DENIED"), (.share(.readOnly, "ls"), "well")),
        Symptom("ntlm-disabled", (.negotiation(nas02), "0311 plain"), (share, "NTLM_BLOCKED")),
    ]

    private static let unencrypted =
        "Encryption required and server doesn't support SMB3 encryption - failing connect\n"

    private static let shares = [
        Symptom("share-not-offered", (share, "BAD_NETWORK_NAME"), (.share(.readOnly, "ls"), "well")),
        Symptom("share-denied", (share, "ACCESS_DENIED"), (.path("//nas02/public", as: .bob), "well")),
        Symptom(
            "folder-denied", (.share(.publicShare, "ls"), "ACCESS_DENIED"),
            (.share(.publicShare, "get canary.txt /dev/null"), "well")),
        Symptom(
            "file-denied", (.share(.publicShare, "get canary.txt /dev/null"), "ACCESS_DENIED"),
            (.share(.publicShare, "ls"), "well")),
        Symptom(
            "not-writable", (.share(.publicShare, "put /etc/hostname checks/new"), "ACCESS_DENIED"),
            (.share(.publicShare, "ls checks/*"), "well")),
        Symptom("path-missing", (.share(.publicShare, "get canary.txt /dev/null"), "OBJECT_NAME_NOT_FOUND")),
        Symptom("backend-unavailable", (.share(.backend, "ls"), "BAD_NETWORK_NAME"), (share, "well")),
        Symptom("backend-hung", (.share(.backend, "ls"), "silence"), (share, "well")),
        Symptom(
            "disk-full", (.share(.small, "put /bin/bash checks/large"), "DISK_FULL"), (.share(.small, "ls"), "well")),
        Symptom("share-connection-limit", (.share(.limited, "ls"), "INSUFFICIENT_RESOURCES"), (share, "well")),
        Symptom(
            "file-in-use", (.share(.publicShare, "get canary.txt /dev/null"), "SHARING_VIOLATION"),
            (.share(.publicShare, "ls"), "well")),
    ]
}
