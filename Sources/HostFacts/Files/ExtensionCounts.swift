/// How many files there are of each file name extension.
///
/// An extension is what follows the last dot of a name, in lower case: 1 to 16 ASCII letters, digits, `+`, `-` and `_`.
/// A dot at the start makes a hidden file, not an extension.
public struct ExtensionCounts: Hashable, Sendable {
    /// The extensions with the most files and how many files each has, without the dot; at most
    /// `ExtensionCounts.listed`, ties in alphabetical order.
    public let byExtension: [String: Int]

    /// How many files have an extension that is not among those.
    public let other: Int

    /// How many files have no extension.
    public let none: Int

    /// How many extensions are listed at most.
    public static let listed = 64

    /// The counts of no files.
    init() {
        byExtension = [:]
        other = 0
        none = 0
    }

    init(byExtension: [String: Int], other: Int, none: Int) {
        self.byExtension = byExtension
        self.other = other
        self.none = none
    }
}
