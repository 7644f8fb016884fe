internal import SensitiveContent

/// The keys that lead to a place in records, whose paths are put together once and not for each record.
struct KeyPaths {
    private struct Level {
        let isObject: Bool
        /// What encloses it.
        var outer: Int
        /// What its current key leads to.
        var inner: Int
    }

    /// A key, and what it stands under.
    private struct Step: Hashable {
        let outer: Int
        let key: [UInt8]

        func hash(into hasher: inout Hasher) {
            hasher.combine(outer)
            // Eight bytes at a time: the standard library's way takes each by itself.
            var eight: UInt64 = 0
            for (index, byte) in key.enumerated() {
                eight = eight << 8 | UInt64(byte)
                if index & 7 == 7 { hasher.combine(eight) }
            }
            hasher.combine(eight)
        }
    }

    private struct Place {
        /// The innermost keys.
        let keys: [String]
        let form: Passage.Form
    }

    private static let top = Place(keys: [], form: .prose)

    private var levels: [Level] = []
    private var places = [top]
    private var known: [Step: Int] = [:]

    /// So many of the innermost keys are the path.
    private static let longestPath = 5
    private static let longestKey = 256
    /// Deeper levels are not told apart.
    private static let deepest = 512
    /// So many paths are remembered.
    private static let mostPlaces = 4096

    /// Whether the innermost level has keys.
    var isInObject: Bool { levels.last?.isObject ?? false }

    /// How a value that stands here is to be read.
    var form: Passage.Form { places[current].form }

    private var current: Int { levels.last?.inner ?? 0 }

    mutating func enter(isObject: Bool) {
        let outer = current
        if levels.count < Self.deepest { levels.append(Level(isObject: isObject, outer: outer, inner: outer)) }
    }

    mutating func leave() { _ = levels.popLast() }

    /// Takes the innermost object's next key.
    mutating func set(_ key: [UInt8]) {
        if places.count >= Self.mostPlaces { forget() }
        guard let outer = levels.last?.outer else { return }
        levels[levels.count - 1].inner = place(of: key, under: outer)
    }

    private mutating func place(of key: [UInt8], under outer: Int) -> Int {
        if key.isEmpty { return outer }
        let step = Step(outer: outer, key: key)
        if let place = known[step] { return place }
        let name = String(decoding: key.prefix(Self.longestKey), as: UTF8.self)
        let keys = Array((places[outer].keys + [name]).suffix(Self.longestPath))
        places.append(Place(keys: keys, form: .keyed(path: keys.joined(separator: "/"))))
        known[step] = places.count - 1
        return places.count - 1
    }

    /// Forgets all paths but those of the levels that are open: keys may be as many as values.
    private mutating func forget() {
        var kept = [Self.top]
        var outer = 0
        for index in levels.indices {
            let level = levels[index]
            if level.inner != level.outer { kept.append(places[level.inner]) }
            levels[index].outer = outer
            outer = level.inner == level.outer ? outer : kept.count - 1
            levels[index].inner = outer
        }
        places = kept
        known = [:]
    }
}
