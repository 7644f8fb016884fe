/// Problems that do not keep each other from being found.
struct CommandProblems {
    private var found: [CommandProblem] = []

    /// The value, or nil after noting why there is none.
    mutating func noting<Value>(_ value: () throws(CommandProblem) -> Value) -> Value? {
        do {
            return try value()
        } catch {
            note(error)
            return nil
        }
    }

    /// Notes a problem.
    mutating func note(_ problem: CommandProblem) { found.append(problem) }

    /// Throws what was noted, as one problem; it ends the program as the first would.
    func end() throws(CommandProblem) {
        guard var first = found.first else { return }
        first.others = Array(found.dropFirst())
        throw first
    }
}
