/// Something in the tree that a rule does not allow.
struct Violation: Hashable, CustomStringConvertible {
    let path: String
    /// Counted from 1; nil when it is about no line.
    var line: Int?
    let message: String

    var description: String {
        line.map { "\(path):\($0): \(message)" } ?? "\(path): \(message)"
    }
}

extension [Violation] {
    /// All of them, a line each, for a test's comment.
    var listed: String {
        "\n" + map(\.description).joined(separator: "\n")
    }
}
