import TestKit
import Testing

/// Spellings and names.
@Suite struct SourceRuleTests {
    static let targets: Set = ["HostFacts", "SensitiveContent", "SharingPolicy", "StorageModel"]

    @Test func repositoryKeepsTheSpellings() throws {
        let violations = spellingViolations(in: try repositoryTree.get(), rules: spellingRules)
        #expect(violations.isEmpty, "\(violations.listed)")
    }

    @Test(arguments: spellingRules.map(\.spelling), targets.sorted())
    func eachSpellingIsFoundWhereItIsKeptOut(spelling: String, target: String) throws {
        let rule = try #require(spellingRules.first { $0.spelling == spelling })
        let path = "Sources/\(target)/File.swift"
        let text = rule.place == .code ? "\n\(spelling) x" : "\n// \(spelling): x"
        let violations = try withPlantedTree(targets: Self.targets, files: [path: text]) {
            spellingViolations(in: $0, rules: [rule])
        }
        let message = "'\(spelling)' has no place here: \(rule.reason)"
        let isKeptOut = rule.targets?.contains(target) ?? true
        #expect(violations == (isKeptOut ? [Violation(path: path, line: 2, message: message)] : []))
    }

    @Test(arguments: spellingRules.filter { $0.place == .code }.map(\.spelling))
    func aSpellingOfCodeMayStandInWords(spelling: String) throws {
        let text = "// \(spelling)\nlet text = \"\(spelling)\"\n"
        let violations = try withPlantedTree(targets: Self.targets, files: ["Sources/StorageModel/File.swift": text]) {
            spellingViolations(in: $0, rules: spellingRules)
        }
        #expect(violations.isEmpty, "\(violations.listed)")
    }

    @Test(arguments: ["SensitiveContent", "SharingPolicy", "StorageModel"])
    func aSpellingRuleOnATargetThatIsGoneIsFound(target: String) throws {
        let violations = try withPlantedTree(targets: Self.targets.subtracting([target])) {
            spellingViolations(in: $0, rules: spellingRules)
        }
        #expect(violations.count == spellingRules.filter { $0.targets?.contains(target) == true }.count)
        #expect(violations.allSatisfy { $0.message.hasSuffix("'\(target)', which is no target any more") })
    }

    @Test func repositoryKeepsTheNames() throws {
        let violations = nameViolations(in: try repositoryTree.get())
        #expect(violations.isEmpty, "\(violations.listed)")
    }

    @Test func aTypeNamedLikeAModuleIsFound() throws {
        let files = ["Sources/HostFacts/File.swift": "enum Outer {\n    struct StorageModel {}\n}"]
        let violations = try withPlantedTree(targets: Self.targets, files: files) { nameViolations(in: $0) }
        let message = "type 'StorageModel' is named like a module; name one of them otherwise"
        #expect(violations == [Violation(path: "Sources/HostFacts/File.swift", line: 2, message: message)])
    }

    @Test(arguments: emptyWords.keys.sorted())
    func aWordThatSaysNothingIsFound(word: String) throws {
        let text = "struct Share\(word) {}\nstruct \(word.lowercased())able {}\nstruct Meta\(word.lowercased()) {}"
        let violations = try withPlantedTree(targets: Self.targets, files: ["Sources/HostFacts/File.swift": text]) {
            nameViolations(in: $0)
        }
        #expect(violations.map(\.line) == [1])
        #expect(violations.first?.message.hasPrefix("'\(word)' in the name of type 'Share\(word)'") == true)
    }
}
