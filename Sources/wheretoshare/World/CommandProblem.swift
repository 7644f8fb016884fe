internal import HostFacts

/// Something that keeps a command from doing its job: what, why and what to do next.
struct CommandProblem: Error, CustomStringConvertible {
    var what: String
    var why: String
    var next: String
    var status: ExitStatus = .unusable
    /// Problems that were found besides, so that people mend them all at once.
    var others: [CommandProblem] = []

    var description: String {
        let own = """
            error: \(what)
              why:  \(why)
              next: \(next)
            """
        return ([own] + others.map(\.description)).joined(separator: "\n")
    }
}

extension CommandProblem {
    /// What keeps a library from doing its job.
    init(_ error: any ExplainedError) {
        self.init(what: error.what, why: error.why, next: error.next)
    }
}
