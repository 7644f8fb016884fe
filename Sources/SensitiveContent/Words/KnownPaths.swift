/// What the paths of keys are context of, worked out once: records have the same keys again and again.
struct KnownPaths: Sendable {
    private var known: [String: GroupSet] = [:]

    /// So many paths are remembered.
    private static let most = 1024

    /// What a path is context of.
    mutating func groups(of path: String, _ words: WordTable) -> GroupSet {
        if let groups = known[path] { return groups }
        if known.count >= Self.most { known = [:] }
        let groups = words.groups(ofKey: path)
        known[path] = groups
        return groups
    }
}
