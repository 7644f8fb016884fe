import StorageModel

/// One reading of an inventory: what was read so far, and what is wrong with it.
///
/// Shapes tell problems to it and go on; an inventory is made only when nothing was told.
final class Reading {
    /// A check that has to wait until everything is read.
    typealias Check = (Draft, Reading) -> Void

    /// After so many problems the rest is not worth listing.
    static let mostProblems = 1_000

    private(set) var problems: [InventoryProblem] = []
    private var untold = 0
    private var checks: [Check] = []
    private var claims: [String: Place] = [:]
    /// How many words may still be compared for suggestions, so that a thousand slips of the pen do not take minutes.
    private var comparisons = 500_000

    var names = Names()
    var draft = Draft()
    /// The file that is being read.
    var file: SourceFile

    /// Begins a reading.
    init() {
        file = SourceFile(path: "", kind: .institution)
    }

    /// Tells a problem.
    func tell(
        _ code: InventoryProblem.Code, at place: Place, _ message: String, accepted: String,
        suggestions: [String] = [], next: String
    ) {
        tell(
            InventoryProblem(code, at: place, message, accepted: accepted, suggestions: suggestions, next: next))
    }

    /// Whether more problems would only be counted.
    var isFull: Bool { problems.count >= Self.mostProblems }

    /// Tells a problem.
    func tell(_ problem: InventoryProblem) {
        guard !isFull else {
            untold += 1
            return
        }
        problems.append(problem)
    }

    /// All problems, and that there are more when there are.
    var verdict: [InventoryProblem] {
        guard untold > 0 else { return problems }
        let last = InventoryProblem(
            file: "", code: .tooManyProblems, message: "\(untold) more problems are not listed",
            accepted: "the first \(Self.mostProblems) are listed", next: "correct these, then check again")
        return problems + [last]
    }

    /// Candidates that a word was probably meant to be.
    func suggestions(for word: String, among candidates: some Collection<String>) -> [String] {
        guard comparisons > 0 else { return [] }
        comparisons -= candidates.count
        return didYouMean(word, among: candidates)
    }

    /// Puts off a check until everything is read.
    func afterwards(_ check: @escaping Check) {
        checks.append(check)
    }

    /// Runs what was put off.
    func runChecks() {
        for check in checks { check(draft, self) }
        checks = []
    }

    /// Claims something that only one record may have; tells a contradiction when another has it.
    ///
    /// The claim names the thing for messages, such as `the host 'files.example.org'`.
    func claim(_ claim: String, at place: Place, next: String) {
        guard let first = claims[claim] else {
            claims[claim] = place
            return
        }
        tell(
            .contradiction, at: place, "\(claim) is here for the second time",
            accepted: "it can belong to one only; the first is at \(first)",
            next: next)
    }
}

/// A file while it is being read.
struct SourceFile {
    var path: String
    var kind: FileKind

    /// The file's name without folder and ending.
    var stem: String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return name.hasSuffix(FileKind.ending) ? String(name.dropLast(FileKind.ending.count)) : name
    }
}
