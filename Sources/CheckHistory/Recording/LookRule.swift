public import StorageModel

/// How many looks have to find a place down before it counts as down, so that a blip is not taken for a fault.
public struct LookRule: Hashable, Sendable {
    private let failing: Int
    private let most: Int

    /// A rule: so many of at most so many looks.
    public init(failing: Int, of most: Int) {
        self.most = max(1, most)
        self.failing = min(max(1, failing), self.most)
    }

    /// Whether the place counts as down.
    public func isDown(_ looks: [Verdict]) -> Bool { looks.count { $0 == .failed } >= failing }

    /// Whether further looks would change nothing.
    public func isDecided(_ looks: [Verdict]) -> Bool {
        let failed = looks.count { $0 == .failed }
        return failed >= failing || failed + most - looks.count < failing
    }

    /// Which look speaks for all: the last of those that say what counts.
    public func telling(_ looks: [Verdict]) -> Int? {
        let isDown = isDown(looks)
        return looks.lastIndex { ($0 == .failed) == isDown } ?? looks.indices.last
    }
}
