import TestKit
import Testing

@testable import InventoryFiles

/// The gate against the parser it stands before: what it lets through holds nothing that it is to refuse.
@Suite struct YAMLGateTests {
    /// Pieces that YAML is made of, so that random rows of them mean something surprisingly often.
    private static let pieces = [
        "a", "b", "a: ", "b: ", ": ", ":", "- ", "-", "? ", "?", "\n", "\n", "\n", "\n ", "\n  ", "\n   ", "\n\n", " ",
        "  ",
        "\t", "[", "]", "{", "}", ", ", ",", "*a", "&a ", "*", "&", "!t ", "!", "|", ">", "|-", ">+", "|2", "|1-", "'",
        "\"",
        "''", "\\", "\\\"", "\\n", "# c", "#", "---", "--- ", "...", "%", "@", "`", "<<: ", "<<", "é", "🙂", "x y",
        "\"a\": ",
        "'a': ", "\"a\"", "'b c'", "a:", "b:", "- a: ", "- - ", "[a, b]", "{a: b}", "\nb: |\n  ", "\n  *a", "\n- ",
        "\n  - ",
        "\na: ",
    ]

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func whatItLetsThroughHasNoAliases(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            var text = ""
            for _ in 0...chance.below(14) { text += Self.pieces[chance.below(Self.pieces.count)] }
            guard YAMLGate.problems(in: Array(text.utf8), of: "f").isEmpty else { continue }
            guard case .failure(let failure) = YAMLDocument.read(InventorySource.File(path: "f", text: text)) else {
                continue
            }
            for problem in failure.problems {
                // The parser must never be the first to see one of these.
                #expect(!problem.message.contains("undefined alias"), "\(text.debugDescription)")
                #expect(!problem.message.contains("expected a single document"), "\(text.debugDescription)")
                #expect(problem.code != .yamlSyntax || problem.line > 0, "\(text.debugDescription)")
            }
        }
    }

    @Test(arguments: [
        "a: \"*x &y !z\"", "a: '*x'", "a: b *c", "a: b\n  *c", "a: |\n  *x\n  &y\n  !z\nb: c",
        "a: >-\n\n   *x\n   'y\nb: c",
        "a: # *x\n  b", "a: x#y", "'a': |2\n   *x\n", "- |\n *x\n- b", "a: b & c", "a: [b&c, d*e]", "a: \"x \\\" *y\"",
        "a: 'x '' *y'", "a:\n- b: |\n    *x\n  c: d", "? ", "a: {b: c, 'd': e}",
    ])
    func textsMayHoldSigns(text: String) {
        let codes = YAMLGate.problems(in: Array(text.utf8), of: "f").map(\.code)
        #expect(codes.allSatisfy { $0 == .yamlKey } && (codes.isEmpty || text == "? "))
    }

    @Test(arguments: [
        ("*x", 1), ("a: *x", 4), ("- *x", 3), ("[*x]", 2), ("a: {b: *x}", 8), ("a: |\n  b\n*x", 1), ("&x a: b", 1),
        ("a: 'b'\nc: &x d", 4), ("*x : b", 1), ("a: [b, &x c]", 8), ("- - - *x", 7), ("\"a\": *x", 6),
        ("a: é🙂\nb: {é: *x}", 8),
    ])
    func anchorsAndAliasesAreSeen(text: String, column: Int) {
        let problems = YAMLGate.problems(in: Array(text.utf8), of: "f")
        #expect(problems.map(\.code) == [.yamlAnchor])
        #expect(problems.first?.column == column)
    }

    @Test(arguments: [
        String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 100_000),
        String(repeating: "- ", count: 100_000),
        String(repeating: "[{a: ", count: 50_000),
        (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ])
    func depthIsRefusedBeforeAnythingRecurses(text: String) throws {
        let result = YAMLDocument.read(InventorySource.File(path: "f", text: text))
        guard case .failure(let failure) = result else {
            Issue.record("this was read")
            return
        }
        #expect(failure.problems.map(\.code) == [.yamlNesting])
    }

    @Test func theGreatestDepthIsRead() throws {
        let brackets =
            String(repeating: "[", count: YAMLGate.deepest - 1) + String(repeating: "]", count: YAMLGate.deepest - 1)
        let node = try YAMLDocument.read(InventorySource.File(path: "f", text: "a: \(brackets)")).get()
        #expect(node.entries.count == 1)
    }

    @Test func aliasesInKeysDoNotExplode() throws {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<30 {
            text +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
        }
        text += "? [*a29, *a29]\n: x\n"
        let result = YAMLDocument.read(InventorySource.File(path: "f", text: text))
        guard case .failure(let failure) = result else {
            Issue.record("this was read")
            return
        }
        #expect(failure.problems.allSatisfy { $0.code == .yamlAnchor })
    }

    @Test func manyDuplicatesAndManyAliasesEndSoon() {
        let keys = String(repeating: "a: 1\n", count: 100_000)
        #expect(YAMLGate.problems(in: Array(keys.utf8), of: "f").count == SourceProblems.most)
        let aliases = String(repeating: "- *a\n", count: 100_000)
        #expect(YAMLGate.problems(in: Array(aliases.utf8), of: "f").count == SourceProblems.most)
    }

    @Test(arguments: ["", "\n", "# comment\n", "---\n", "---\n# c\n...\n"])
    func filesWithoutContentAreTold(text: String) {
        #expect(YAMLGate.problems(in: Array(text.utf8), of: "f").map(\.code) == [.fileEmpty])
    }
}
