internal import Glibc
public import StorageModel

/// Asks the machine's user database in a process of its own: a directory service behind it may hang.
public struct AccountAsking: Sendable {
    private let program: String
    private let command: [String]

    private static let largestAnswer = 4 << 20

    /// - Parameter command: The command of this program that asks; the question's words follow it.
    public init(command: [String]) { self.init(program: "/proc/self/exe", command: command) }

    /// Asks with a program.
    init(program: String, command: [String]) {
        self.program = program
        self.command = command
    }

    /// Asks, and gives up at a deadline.
    public func ask(
        _ question: AccountQuestion, until deadline: ContinuousClock.Instant
    ) -> HostReading<HostAccountLookup> {
        do throws(HostReadingObstacle) {
            let ending = try SystemProgram(path: program).run(
                command + question.words, limit: Self.largestAnswer, until: deadline)
            return question.answer(in: ending.output) ?? .unknown(.notUnderstood("what the user database answered"))
        } catch {
            return .unknown(error)
        }
    }
}
