/// What the paths of keys are context of, worked out once: records have the same keys again and again.
struct KnownPaths: Sendable {
    private struct Known {
        let path: String
        let groups: GroupSet
        /// The path that came after this one the last time.
        var next = 0
    }

    private var known: [Known] = []
    private var places: [String: Int] = [:]
    private var last = 0

    /// So many paths are remembered.
    private static let most = 1024

    /// What a path is context of.
    mutating func groups(of path: String, _ words: WordTable) -> GroupSet {
        // In the order of the last record, so that a comparison does, and no hash.
        if last < known.count {
            if known.span[last].path == path { return known.span[last].groups }
            let next = known.span[last].next
            if known.span[next].path == path {
                last = next
                return known.span[next].groups
            }
        }
        let place = places[path] ?? add(path, words)
        if last < known.count { known[last].next = place }
        last = place
        return known[place].groups
    }

    private mutating func add(_ path: String, _ words: WordTable) -> Int {
        if known.count >= Self.most { self = KnownPaths() }
        let groups = words.groups(ofKey: path)
        known.append(Known(path: path, groups: groups))
        places[path] = known.count - 1
        return known.count - 1
    }
}
