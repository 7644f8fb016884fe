internal import Diagnosis
internal import HostFacts
internal import StorageModel

/// Finds the one place that a question is about, however people name it.
///
/// People at the phone read out what their computer shows: `\\server\share\folder`, `smb://server/share` or a folder
/// in which a share is mounted. All are understood besides the names of the inventory.
struct DiagnosisTarget {
    let inventory: Inventory
    let mounts: MountTable?

    /// The name in the inventory of what was meant.
    /// - Throws: A problem that says what there is.
    func name(meant text: String) throws(CommandProblem) -> String {
        if let source = source(meant: text) { return try name(of: source, written: text) }
        guard !text.lowercased().hasPrefix("group:") else {
            throw CommandProblem(
                what: "'\(text.shownOnOneLine)' is more than one place",
                why: "a diagnosis is about one server or one share",
                next:
                    "wheretoshare check \(text.shownOnOneLine) looks at all of them; then diagnose the one that fails",
                status: .usage)
        }
        return text
    }

    /// The place on a file server that a path or address names; nil when it is a name of the inventory.
    private func source(meant text: String) -> NetworkSource? {
        if let address = text.dropping(scheme: "smb://") ?? text.dropping(scheme: "cifs://") {
            return NetworkSource(smbSource: "//" + address.decoded) ?? NetworkSource.server(address)
        }
        let slashed = String(text.map { $0 == "\\" ? "/" : $0 })
        if slashed.hasPrefix("//") {
            return NetworkSource(smbSource: slashed) ?? NetworkSource.server(String(slashed.dropFirst(2)))
        }
        guard text.hasPrefix("/") else { return nil }
        return mounts?.networkSource(of: HostPath(argument: text))
    }

    private func name(of source: NetworkSource, written text: String) throws(CommandProblem) -> String {
        let known = KnownSources(inventory)
        if case .share(let share) = known.origin(of: source) { return share.text }
        let short = source.host.split(separator: ".").first.map { String($0) } ?? source.host
        let system =
            known.system(of: source)
            ?? inventory.systems.first { system in
                let hosts = [system.host?.value].compactMap { $0 } + system.hostAliases
                return hosts.contains { ($0.lowercased().split(separator: ".").first ?? "") == short }
            }?.id
        guard let system else {
            throw CommandProblem(
                what: "the server '\(source.host.shownOnOneLine)' is none of this inventory",
                why: "'\(text.shownOnOneLine)' was taken for a place on a file server",
                next: "compare the name letter by letter; wheretoshare inventory show lists the servers there are")
        }
        guard !source.share.isEmpty else { return system.text }
        let shares = inventory.systems.first { $0.id == system }?.shares ?? []
        // A folder above those of the inventory: the share itself is asked through the first of them.
        if let share = shares.first(where: { $0.name.value.lowercased() == source.share.lowercased() }) {
            return share.id.text
        }
        throw CommandProblem(
            what: "\(system) has no share '\(source.share.shownOnOneLine)' in this inventory",
            why: shares.isEmpty
                ? "it lists none there"
                : "it lists: \(Set(shares.map(\.name.value)).sorted().joined(separator: ", "))",
            next: "correct the name, or look at the server alone: wheretoshare diagnose \(system)")
    }
}

extension NetworkSource {
    /// A server without a share.
    fileprivate static func server(_ text: String) -> NetworkSource? {
        let host = text.prefix { $0 != "/" }
        return host.isEmpty ? nil : NetworkSource(service: .smb, host: String(host), share: "")
    }
}

extension String {
    fileprivate func dropping(scheme: String) -> String? {
        lowercased().hasPrefix(scheme) ? String(dropFirst(scheme.count)) : nil
    }

    /// The text with `%20` and the like decoded (RFC 3986 section 2.1), as Finder and file managers copy addresses.
    fileprivate var decoded: String {
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let number = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(number)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
