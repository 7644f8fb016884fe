import Testing

@testable import wheretoshare

@Suite struct NamePatternTests {
    @Test(arguments: [
        ("passport", "A scan of a Passport", true), ("PASSPORT", "passport", true), ("a?c", "xxabcxx", true),
        ("a?c", "ac", false), ("one*three", "one two three", true), ("one*three", "three two one", false),
        ("*", "", true), ("?", "", false), ("?", "x", true), ("a*b*c", "a-b-b-x-c", true), ("aab", "aaab", true),
        ("(.*)*X", "x", false), ("(.*)*X", "(. and )*x", true), ("(.*)*X", "(. and )*", false),
        ("(.*)*X", "(.!)?x", true), ("[", "a [b]", true),
        ("ß", "Maß", true), ("a**b", "ab", true), ("äb", "ÄB", true),
    ])
    func `a part of a name matches`(_ pattern: String, _ name: String, _ isMatching: Bool) throws {
        #expect(try #require(NamePattern(pattern)).matches(name) == isMatching)
    }

    @Test func `nothing and more than anybody types are no pattern`() {
        #expect(NamePattern("") == nil)
        #expect(NamePattern(String(repeating: "[", count: 1_000)) != nil)
        #expect(NamePattern(String(repeating: "[", count: 1_001)) == nil)
    }
}
