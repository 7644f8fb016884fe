internal import Diagnosis
internal import HostFacts
internal import StorageModel

/// Which places on file servers an inventory knows.
struct KnownSources: Sendable {
    /// Each share under each name of its host.
    private(set) var shares: [(share: ShareID, source: NetworkSource)] = []
    private var systems: [String: SystemID] = [:]

    init(_ inventory: Inventory) {
        for system in inventory.systems where !system.shares.isEmpty {
            let hosts = [system.host?.value].compactMap { $0 } + system.hostAliases
            for host in hosts {
                systems[host.lowercased()] = system.id
                for share in system.shares {
                    let service: NetworkSource.Service = share.name.value.hasPrefix("/") ? .nfs : .smb
                    let source = NetworkSource(
                        service: service, host: host, share: share.name.value, folder: share.folder)
                    shares.append((share.id, source))
                }
            }
        }
    }

    /// The system that has a host of this name.
    func system(of source: NetworkSource) -> SystemID? { systems[source.host] }

    /// The names under which a share's folder is found, one for each name of its host.
    func sources(of share: ShareID) -> [NetworkSource] { shares.filter { $0.share == share }.map(\.source) }

    /// How a place relates to the inventory; the share with the deepest folder counts.
    func origin(of source: NetworkSource?) -> MountSighting.Origin {
        guard let source = source.map(fullyNamed) else { return .unlisted }
        let within = shares.compactMap { share, known in source.path(below: known).map { (share, $0) } }
        if let nearest = within.min(by: { ($0.1.utf8.count, $0.0) < ($1.1.utf8.count, $1.0) }) {
            return .share(nearest.0)
        }
        // A folder above the inventory's is a part of a share that it knows.
        if shares.contains(where: { $0.source.isSameShare(as: source) }) { return .unlisted }
        let sameService = shares.contains { $0.source.host == source.host && $0.source.service == source.service }
        guard sameService, let system = systems[source.host] else { return .unlisted }
        return .unknownShare(system)
    }

    /// The place under its host's full name, when a short one stands for one system alone.
    private func fullyNamed(_ source: NetworkSource) -> NetworkSource {
        guard systems[source.host] == nil, !source.host.contains(".") else { return source }
        let full = systems.keys.filter { $0.hasPrefix("\(source.host).") }.sorted()
        guard let host = full.first, Set(full.map { systems[$0] }).count == 1 else { return source }
        return NetworkSource(service: source.service, host: host, share: source.share, folder: source.folder)
    }

    /// Whether two places are one, as far as their names tell.
    ///
    /// A server has several names and addresses: those of one system are one, a short name is the start of the full one,
    /// and an address may be anybody's.
    func isSame(_ one: NetworkSource, _ other: NetworkSource) -> Bool {
        let moved = NetworkSource(service: other.service, host: one.host, share: other.share, folder: other.folder)
        guard one.isSameShare(as: moved), one.folder.lowercased() == moved.folder.lowercased() else { return false }
        if one.host == other.host { return true }
        if let known = system(of: one), known == system(of: other) { return true }
        return Self.isAddress(one.host) || Self.isAddress(other.host)
            || one.host.hasPrefix("\(other.host).") || other.host.hasPrefix("\(one.host).")
    }

    private static func isAddress(_ host: String) -> Bool {
        host.contains(":") || host.allSatisfy { $0 == "." || $0.isASCII && $0.isNumber }
    }
}
