internal import ArgumentParser
internal import HostFacts

/// A command that this program gives to itself: it asks the user database, which may never answer.
struct AskAccount: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask-account", abstract: "Ask the user database, and hang with it if it hangs.",
        shouldDisplay: false)

    /// The words with which the program starts itself.
    static let words = ["ask-account", "--"]

    @Argument var words: [String]

    func run() throws {
        guard let question = AccountQuestion(words: words) else {
            throw ValidationError("A question is about the current or a named account.")
        }
        try Output.result(question.ask())
    }
}
