internal import StorageModel

/// Problems with what somebody pasted.
enum PasteProblem {
    static let copyAgain =
        "run the script again and copy everything from the line WTS-BEGIN to the line WTS-END"

    /// Something is wrong with a line.
    static func line(_ number: Int, of name: String, _ why: String) -> CommandProblem {
        CommandProblem(
            what: "line \(number) of '\(name.shownOnOneLine)' is not as the script printed it", why: why,
            next: copyAgain)
    }

    /// Something is wrong with the whole.
    static func whole(_ name: String, what: String = "is not what a script printed", _ why: String) -> CommandProblem {
        CommandProblem(what: "'\(name.shownOnOneLine)' \(what)", why: why, next: copyAgain)
    }
}
