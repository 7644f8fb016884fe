internal import ArgumentParser
internal import HostFacts

/// A command that this program gives to itself: it asks a file system that may never answer.
struct AskPlace: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask-place", abstract: "Ask a file system, and hang with it if it hangs.", shouldDisplay: false)

    /// The words with which the program starts itself.
    static let words = ["ask-place", "--"]

    @Argument var kind: String
    @Argument var path: String

    func run() throws {
        guard let question = PlaceQuestion(kind: kind, path: path) else {
            throw ValidationError("A question is about a folder or an entry.")
        }
        try Output.result(question.ask().line)
    }
}
