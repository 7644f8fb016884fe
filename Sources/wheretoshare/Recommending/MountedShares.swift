internal import HostFacts
internal import StorageModel

/// Which shares of the inventory are mounted on this machine, and which one a file lies on.
struct MountedShares {
    /// Where each mounted share is found, by its first path.
    let mountPoints: [ShareID: String]

    private let table: MountTable?
    private let sources: [(share: ShareID, source: NetworkSource)]

    init(_ inventory: Inventory, table: MountTable?) {
        self.table = table
        guard let table,
            table.mounts.contains(where: { table.networkSource(of: $0) != nil || $0.type.contains("gvfs") })
        else {
            mountPoints = [:]
            sources = []
            return
        }
        let sources = KnownSources(inventory).shares
        self.sources = sources
        var points: [ShareID: String] = [:]
        for (share, source) in sources where points[share] == nil {
            points[share] = table.paths(to: source).first?.text
        }
        mountPoints = points
    }

    /// The share that a file lies on, and its path below the share's folder; the share with the deepest folder counts.
    func share(of path: HostPath) -> (share: ShareID, path: String)? {
        guard let found = table?.networkSource(of: path) else { return nil }
        return sources.compactMap { share, source in found.path(below: source).map { (share, $0) } }
            .min { ($0.1.utf8.count, $0.0) < ($1.1.utf8.count, $1.0) }
    }
}
