/// Something in an inventory that keeps it from being used, with its place and the way out.
public struct InventoryProblem: Hashable, Sendable, CustomStringConvertible {
    /// The file, relative to the inventory's folder; empty for the folder itself.
    public let file: String
    /// The line, from 1; 0 when the problem has no place inside the file.
    public let line: Int
    /// The column, from 1, counted in Unicode scalars; 0 when the problem has no place inside the file.
    public let column: Int
    /// The kind of problem.
    public let code: Code
    /// What was found.
    public let message: String
    /// What would have been accepted, or why this cannot be.
    public let accepted: String
    /// What was most likely meant; empty when nothing is near.
    public let suggestions: [String]
    /// What to do.
    public let next: String

    /// Puts the parts together; without a place the problem is one of the whole file.
    public init(
        file: String, line: Int = 0, column: Int = 0, code: Code, message: String, accepted: String,
        suggestions: [String] = [], next: String
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.code = code
        self.message = message
        self.accepted = accepted
        self.suggestions = suggestions
        self.next = next
    }

    /// The problem as people read it: place and finding, why, what to do next, and the code.
    public var description: String {
        let place = file.isEmpty ? "" : "\(Place(file: file, line: line, column: column)): "
        return """
            \(place)error: \(message)
              why:  \(accepted)
              next: \(next)
              code: \(code.rawValue)
            """
    }
}

extension InventoryProblem: Comparable {
    /// Orders by file, line, column and then by the text, so that a report is always the same.
    public static func < (left: Self, right: Self) -> Bool {
        let places = (
            Place(file: left.file, line: left.line, column: left.column),
            Place(file: right.file, line: right.line, column: right.column)
        )
        return places.0 == places.1
            ? (left.code.rawValue, left.message) < (right.code.rawValue, right.message) : places.0 < places.1
    }
}

extension InventoryProblem {
    init(
        _ code: Code, at place: Place, _ message: String, accepted: String, suggestions: [String] = [], next: String
    ) {
        self.init(
            file: place.file, line: place.line, column: place.column, code: code, message: message,
            accepted: accepted, suggestions: suggestions, next: next)
    }
}
