/// Deadlines, earliest first.
///
/// Waits that end early leave their entry behind; it costs nothing but its place until it comes to the top or the heap
/// is swept.
struct DeadlineHeap: Sendable {
    /// A deadline and whose it is.
    struct Entry: Sendable {
        /// When it passes.
        let deadline: ContinuousClock.Instant
        /// The number of the wait.
        let wait: UInt64
    }

    private var entries: [Entry] = []

    /// How many entries there are, those left behind included.
    var count: Int { entries.count }

    /// The earliest entry.
    var first: Entry? { entries.first }

    /// Adds an entry.
    mutating func insert(_ entry: Entry) {
        entries.append(entry)
        rise(from: entries.count - 1)
    }

    /// Takes the earliest entry away.
    @discardableResult
    mutating func removeFirst() -> Entry? {
        guard let first = entries.first, let last = entries.popLast() else { return nil }
        if !entries.isEmpty {
            entries[0] = last
            sink(from: 0)
        }
        return first
    }

    /// Keeps only the entries of waits that still run.
    mutating func keep(where isRunning: (UInt64) -> Bool) {
        entries.removeAll { !isRunning($0.wait) }
        for index in entries.indices.prefix(entries.count / 2).reversed() { sink(from: index) }
    }

    private mutating func rise(from start: Int) {
        var index = start
        while index > 0 {
            let parent = (index - 1) / 2
            guard entries[index].deadline < entries[parent].deadline else { return }
            entries.swapAt(index, parent)
            index = parent
        }
    }

    private mutating func sink(from start: Int) {
        var index = start
        while true {
            var smallest = index
            for child in [2 * index + 1, 2 * index + 2] where child < entries.count {
                if entries[child].deadline < entries[smallest].deadline { smallest = child }
            }
            guard smallest != index else { return }
            entries.swapAt(index, smallest)
            index = smallest
        }
    }
}
