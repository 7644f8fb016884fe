/// Whether a file was read.
public enum FileState: String, Hashable, Sendable, CaseIterable {
    /// All of it was read.
    case read
    /// Some of it was read.
    case partial
    /// Nothing of it was read.
    case unreadable
}
