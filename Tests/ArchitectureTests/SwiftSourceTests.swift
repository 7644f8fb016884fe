import Testing

/// The guards are as good as their reading of Swift.
@Suite struct SwiftSourceTests {
    @Test(arguments: [
        ("import A", ["A"]),
        ("public import A", ["A"]),
        ("@testable import A", ["A"]),
        ("@preconcurrency internal import A", ["A"]),
        ("@_spi(Hidden) import A", ["A"]),
        ("import struct A.B", ["A"]),
        ("import func A.open", ["A"]),
        ("import A.B.C", ["A"]),
        ("import A; import B", ["A", "B"]),
        ("#if canImport(A)\nimport A\n#else\nimport B\n#endif", ["A", "B"]),
        ("import\n    A", ["A"]),
        ("// import A", []),
        ("/* import A /* import B */ import C */ import D", ["D"]),
        (#"let text = "import A""#, []),
        (#"let text = "\(f("import A")) import B""#, []),
        ("let text = \"\"\"\n    import A\n    \"\"\"\nimport B", ["B"]),
        ("let text = #\"\"\"\n    import A \\(import B) \\#(c) \"\"\"\n    \"\"\"#\nimport D", ["D"]),
        (##"let text = #"a " import A "#; import B"##, ["B"]),
        (#"let text = "\\"; import B"#, ["B"]),
        (#"let text = "\""; import B"#, ["B"]),
        (#"let regex = #/ " import A /#; import B"#, ["B"]),
        ("#if os(Linux)\nimport A\n#endif", ["A"]),
        ("let important = 1", []),
    ])
    func imports(source: String, modules: [String]) {
        #expect(SwiftSource(source).imports.map(\.module) == modules)
    }

    @Test func blankingKeepsEveryByteInItsPlace() {
        let source = SwiftSource("a /* ä */ b\n\"ü\" c // d\nlet e = \"x \\(f(\"y\") as! Int) z\"")
        #expect(source.code == "a          b\n     c     \nlet e =    \\(f(   ) as! Int)   ".replacingBackslash())
        #expect(source.code.utf8.count == source.text.utf8.count)
    }

    @Test func declaredTypesWithTheirLines() {
        let source = SwiftSource(
            """
            struct One { enum Two {} }
            final class Three { class func four() {} }
            protocol Five {}; actor Six {}
            typealias Seven = Int
            extension Eight {}
            let text = "struct Nine"  // struct Ten
            """
        )
        #expect(source.declaredTypes.map(\.text) == ["One", "Two", "Three", "Five", "Six", "Seven"])
        #expect(source.declaredTypes.map(\.line) == [1, 1, 2, 3, 3, 4])
    }

    @Test func spellingsAreWholeWordsAndNotInLiterals() {
        let source = SwiftSource("let x = try! y\nlet retry! = 1\n\"try!\" // try!\n\"\\(try! z)\"\nreprint(print)")
        #expect(source.linesOfCode(holding: "try!") == [1, 4])
        #expect(source.lines(holding: "try!") == [1, 3, 4])
        #expect(source.linesOfCode(holding: "print") == [5])
        #expect(source.linesOfCode(holding: "reprin") == [])
    }

    @Test(arguments: [
        ("SMBServerName", ["SMB", "Server", "Name"]),
        ("Metadata", ["Metadata"]),
        ("DataSource", ["Data", "Source"]),
        ("X", ["X"]),
    ])
    func wordsOfANameInCamelCase(name: String, words: [String]) {
        #expect(camelCaseWords(of: name) == words)
    }
}

extension String {
    /// The escape's own backslash is blanked too; it stands in the expectation so that the lines line up.
    fileprivate func replacingBackslash() -> String {
        String(map { $0 == "\\" ? " " : $0 })
    }
}
