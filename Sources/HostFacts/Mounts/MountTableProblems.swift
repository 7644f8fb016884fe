/// Lines of a mount table that could not be read.
public struct MountTableProblems: Hashable, Sendable {
    /// What is wrong with a line.
    public enum Reason: Error, Hashable, Sendable {
        /// A field is missing; the value names it.
        case missing(Field)
        /// A field holds something else than it should; the value names it.
        case unexpected(Field)
    }

    /// A field of a line.
    public enum Field: String, Hashable, Sendable {
        /// The number of the mount.
        case id = "mount id"
        /// The number of the mount below.
        case parent = "parent id"
        /// The device number.
        case device = "device number"
        /// The folder of the file system.
        case root = "root"
        /// The mount point.
        case point = "mount point"
        /// The options of the mount.
        case options = "mount options"
        /// The single dash after the optional fields.
        case separator = "separator '-'"
        /// The file system's type.
        case type = "file system type"
        /// What is mounted.
        case source = "source"
    }

    /// One line that could not be read.
    public struct Problem: Hashable, Sendable, CustomStringConvertible {
        /// The number of the line, from 1.
        public let line: Int

        /// What is wrong with it.
        public let reason: Reason

        /// The line's number and what is wrong with it.
        public var description: String {
            switch reason {
            case .missing(let field): "line \(line) has no \(field.rawValue)"
            case .unexpected(let field): "line \(line) has no readable \(field.rawValue)"
            }
        }
    }

    /// How many lines could not be read.
    public private(set) var count = 0

    /// The first of them, at most `MountTableProblems.listed`.
    public private(set) var first: [Problem] = []

    /// How many lines are listed at most.
    public static let listed = 20

    init() {}

    mutating func add(_ reason: Reason, line: Int) {
        count += 1
        if first.count < Self.listed {
            first.append(Problem(line: line, reason: reason))
        }
    }
}
