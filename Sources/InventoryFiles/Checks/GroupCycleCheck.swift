import StorageModel

/// Finds groups that are part of themselves.
enum GroupCycleCheck {
    /// Tells each cycle once, at the group of it that is first by name.
    static func run(_ draft: Draft, _ reading: Reading) {
        var finished: Set<GroupID> = []
        for start in draft.parents.keys.sorted() where !finished.contains(start) {
            var path: [GroupID] = []
            var places: [GroupID: Int] = [:]
            var group = start
            while let parent = draft.parents[group]?.group, !finished.contains(group), places[group] == nil {
                places[group] = path.count
                path.append(group)
                group = parent
            }
            if let first = places[group], !finished.contains(group) { tell(Array(path[first...]), draft, reading) }
            finished.formUnion(path)
        }
    }

    private static func tell(_ cycle: [GroupID], _ draft: Draft, _ reading: Reading) {
        guard let least = cycle.min(), let index = cycle.firstIndex(of: least), let place = draft.parents[least]?.place
        else { return }
        let ordered = cycle[index...] + cycle[..<index] + [least]
        reading.tell(
            .partOfCycle, at: place,
            cycle.count == 1
                ? "the group \(least.text.quoted) is part of itself"
                : "groups are part of each other: \(ordered.map(\.text).joined(separator: " → "))",
            accepted: "a group is part of a larger one, and none is part of itself in the end",
            next: "remove 'part-of' from one of them, or correct it")
    }
}
