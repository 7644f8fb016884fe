/// A spelling that must not stand in some targets' sources, and what to write instead.
struct SpellingRule {
    /// Where in a file a spelling counts.
    enum Place {
        /// In code alone: comments and literals may mention it.
        case code
        /// Anywhere in the file.
        case text
    }

    let spelling: String
    var place = Place.code
    /// The targets it is kept out of; nil for all.
    var targets: Set<String>?
    let reason: String
}

private let centre: Set = ["SensitiveContent", "SharingPolicy", "StorageModel"]

/// What is kept out of the sources.
let spellingRules: [SpellingRule] = [
    SpellingRule(spelling: "try!", reason: "an error is handled or passed on, never a crash"),
    SpellingRule(spelling: "as!", reason: "a value's type is known or asked for with as?"),
    SpellingRule(spelling: "fatalError", reason: "bad input is an error with words; the rest is made unrepresentable"),
    SpellingRule(
        spelling: "@unchecked Sendable", reason: "the compiler proves freedom from data races, or nobody does"),
    SpellingRule(
        spelling: "nonisolated(unsafe)", reason: "the compiler proves freedom from data races, or nobody does"),
    SpellingRule(spelling: "unowned(unsafe)", reason: "a reference is owned or weak"),
    SpellingRule(spelling: "@_exported", reason: "each file names every module that it uses"),
    SpellingRule(spelling: "@_implementationOnly", reason: "imports are internal by default"),
    SpellingRule(spelling: "TO" + "DO", place: .text, reason: "what is left to do is an issue, not a comment"),
    SpellingRule(spelling: "FIX" + "ME", place: .text, reason: "what is left to do is an issue, not a comment"),

    // The centre: the same question gets the same answer, today and tomorrow, here and there.
    SpellingRule(spelling: "async", targets: centre, reason: "the centre waits for nothing"),
    SpellingRule(spelling: "await", targets: centre, reason: "the centre waits for nothing"),
    SpellingRule(spelling: "Task", targets: centre, reason: "the centre waits for nothing"),
    SpellingRule(spelling: "ContinuousClock", targets: centre, reason: "the centre is told the time"),
    SpellingRule(spelling: "SuspendingClock", targets: centre, reason: "the centre is told the time"),
    SpellingRule(spelling: "Date()", targets: centre, reason: "the centre is told the time"),
    SpellingRule(spelling: "Date.now", targets: centre, reason: "the centre is told the time"),
    SpellingRule(spelling: "UUID()", targets: centre, reason: "the centre throws no dice"),
    SpellingRule(spelling: "SystemRandomNumberGenerator", targets: centre, reason: "the centre throws no dice"),
    SpellingRule(spelling: ".random(", targets: centre, reason: "the centre throws no dice"),
    SpellingRule(spelling: ".randomElement()", targets: centre, reason: "the centre throws no dice"),
    SpellingRule(spelling: ".shuffled()", targets: centre, reason: "the centre throws no dice"),
    SpellingRule(spelling: "print", targets: centre, reason: "the centre answers; the program speaks"),
    SpellingRule(spelling: "readLine", targets: centre, reason: "the centre is asked by a call"),
    SpellingRule(spelling: "FileManager", targets: centre, reason: "the centre sees no files"),
    SpellingRule(spelling: "ProcessInfo", targets: centre, reason: "the centre sees no environment"),
]

/// Where a tree holds a spelling that a rule keeps out, and which rules name a target that does not exist.
func spellingViolations(in tree: SourceTree, rules: [SpellingRule]) -> [Violation] {
    var found: [Violation] = []
    for rule in rules {
        for target in (rule.targets ?? []).sorted() where tree.targets[target] == nil {
            let table = "Tests/ArchitectureTests/Rules/SpellingRules.swift"
            let message = "'\(rule.spelling)' is kept out of '\(target)', which is no target any more"
            found.append(Violation(path: table, message: message))
        }
        for (target, files) in tree.targets.sorted(by: { $0.key < $1.key }) where rule.targets?.contains(target) ?? true
        {
            for file in files {
                let lines =
                    switch rule.place {
                    case .code: file.source.linesOfCode(holding: rule.spelling)
                    case .text: file.source.lines(holding: rule.spelling)
                    }
                found += lines.map { line in
                    Violation(
                        path: file.path, line: line, message: "'\(rule.spelling)' has no place here: \(rule.reason)")
                }
            }
        }
    }
    return found
}
