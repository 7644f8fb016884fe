/// Why an inventory cannot be used: every problem that was found, never only the first.
public struct InventoryUnusable: Error, Hashable, Sendable, CustomStringConvertible {
    /// The folder as it was named.
    public let folder: String
    /// The problems by file, line and column; never empty.
    public let problems: [InventoryProblem]

    /// Sorts the problems and leaves out what is told twice.
    public init(folder: String, problems: [InventoryProblem]) {
        self.folder = folder
        self.problems = Set(problems).sorted()
    }

    /// All problems as people read them, and how many there are.
    public var description: String {
        let files = Set(problems.map(\.file)).count
        let count =
            problems.count == 1
            ? "1 problem" : "\(problems.count) problems in \(files == 1 ? "1 file" : "\(files) files")"
        return problems.map(\.description).joined(separator: "\n\n")
            + "\n\nThe inventory in '\(folder)' cannot be used: \(count)."
    }
}
