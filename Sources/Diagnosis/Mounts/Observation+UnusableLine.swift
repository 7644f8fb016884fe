public import StorageModel

extension Observation {
    /// A line of the table of file systems that cannot be used, so that nothing is mounted and nobody is told.
    /// - Parameters:
    ///   - line: The number of the line.
    ///   - file: The table's path.
    ///   - problem: What is wrong with it, in a word.
    /// - Returns: An observation of the line, as one of a mount that does not work.
    public static func unusableLine(_ line: Int, of file: String, problem: String) -> Self {
        Observation(
            target: "\(file):\(line)", verdict: .failed, cause: .fstabError,
            steps: [
                Step(stage: .tree, state: .fail, evidence: [Evidence("line", "\(line)"), Evidence("problem", problem)])
            ]
        )
    }
}
