/// A place in a file of the inventory.
struct Place: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The file, relative to the inventory's folder.
    var file: String
    /// The line, from 1; 0 for the file as a whole.
    var line: Int
    /// The column, from 1, counted in Unicode scalars; 0 for the file as a whole.
    var column: Int

    /// A file as a whole.
    init(file: String) {
        self.init(file: file, line: 0, column: 0)
    }

    init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// As compilers write it, so that terminals and editors can jump there.
    var description: String { line == 0 ? file : "\(file):\(line):\(column)" }

    static func < (left: Self, right: Self) -> Bool {
        left.file == right.file
            ? (left.line, left.column) < (right.line, right.column)
            : left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
    }
}
