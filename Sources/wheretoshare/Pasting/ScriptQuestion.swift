internal import Diagnosis
internal import StorageModel

/// What a script looks for on somebody's computer.
struct ScriptQuestion: Hashable {
    /// A place whose name is looked up and whose port is tried.
    struct Place: Hashable {
        /// Its name in the inventory, such as `istsmb3/bioimaging` or `gateway:vpn`.
        var name: String
        var host: String
        /// The ports, the service's own first.
        var ports: [UInt16]
    }

    /// The place that the question is about.
    var target: Place
    /// Its path on Windows, `\\server\share\folder`; nil when it is no share.
    var path: String?
    /// The path of the share as a whole.
    var sharePath: String?
    /// The share's name; nil when it is no share.
    var share: String?
    /// The names under which the server is known, for mounts.
    var hosts: [String]
    /// Other places, as witnesses: one more server, and the ways into the networks of the inside.
    var others: [Place]
    /// The account groups that the inventory knows; only of these it is told whether the person is a member.
    var groups: [String]

    /// More groups are not asked for.
    static let mostGroups = 200
    /// More ways in are not tried.
    private static let mostGateways = 2
    private static let netBIOSPort: UInt16 = 139
}

extension ScriptQuestion {
    /// The question about a target.
    /// - Parameters:
    ///   - target: What is asked about.
    ///   - all: Everything that could be looked at.
    ///   - inventory: What knows the server's other names and the groups.
    init(_ target: CheckTarget, among all: [CheckTarget], in inventory: Inventory) {
        let service = target.expectation.service
        var ports = [service.effectivePort]
        if service.kind == .smb, service.effectivePort != Self.netBIOSPort { ports.append(Self.netBIOSPort) }
        self.target = Place(name: target.name, host: target.expectation.host, ports: ports)
        let system = inventory.systems.first { $0.id == target.system }
        hosts = Array(Set([target.expectation.host] + (system?.hostAliases ?? []))).sorted()
        if service.kind == .smb, let share = target.expectation.share, !share.name.value.hasPrefix("/") {
            self.share = share.name.value
            let whole = #"\\"# + target.expectation.host + #"\"# + share.name.value
            sharePath = whole
            path = share.folder.isEmpty ? whole : whole + #"\"# + share.folder.map { $0 == "/" ? "\\" : $0 }
        }
        let server = all.first { other in
            other.system != nil && other.system != target.system && other.expectation.service.kind == .smb
        }
        let gateways = all.filter { $0.system == nil && $0.name != target.name }.prefix(Self.mostGateways)
        others = ([server].compactMap(\.self) + gateways).map { other in
            Place(
                name: other.name, host: other.expectation.host, ports: [other.expectation.service.effectivePort])
        }
        var known: [String] = []
        for group in inventory.groups.flatMap(\.accountGroups) where !known.contains(group) { known.append(group) }
        groups = Array(known.prefix(Self.mostGroups))
    }
}

extension String {
    /// The text with what scripts and messengers change left out, as the scripts write it: printable ASCII without marks
    /// that are taken for formatting, and no run of spaces or hyphens.
    var pasteSafe: String {
        var text = ""
        for scalar in unicodeScalars {
            let isPlain = (0x20...0x7E).contains(scalar.value) && !"\"'`<>&*~".unicodeScalars.contains(scalar)
            let next: Character = isPlain ? Character(scalar) : "-"
            if next == " " || next == "-", text.last == next { continue }
            text.append(next)
        }
        return text
    }
}
