import CheckHistory
import StorageModel
import Testing

/// One look a letter: `x` failed, `+` healthy, `?` not checked.
@Suite struct LookRuleTests {
    private func verdicts(_ text: String) -> [Verdict] {
        text.map { $0 == "x" ? .failed : $0 == "+" ? .healthy : .unknown }
    }

    @Test(
        arguments: [
            // Two of three.
            (2, 3, "x", false, false, 0), (2, 3, "xx", true, true, 1), (2, 3, "x+", false, false, 1),
            (2, 3, "x++", true, false, 2), (2, 3, "x+x", true, true, 2), (2, 3, "x?", false, false, 1),
            // The first is enough, or all are needed.
            (1, 3, "x", true, true, 0), (3, 3, "x+", true, false, 1), (3, 3, "xxx", true, true, 2),
            (1, 1, "x", true, true, 0),
        ] as [(Int, Int, String, Bool, Bool, Int)])
    func aPlaceIsDownAfterEnoughLooks(
        failing: Int, most: Int, looks: String, isDecided: Bool, isDown: Bool, telling: Int
    ) {
        let rule = LookRule(failing: failing, of: most)
        #expect(rule.isDecided(verdicts(looks)) == isDecided)
        #expect(rule.isDown(verdicts(looks)) == isDown)
        #expect(rule.telling(verdicts(looks)) == telling)
    }

    @Test func aRuleThatMakesNoSenseIsBroughtIntoOrder() {
        #expect(LookRule(failing: 9, of: 2).isDown([.failed, .failed]))
        #expect(!LookRule(failing: 0, of: 0).isDown([.healthy]))
    }
}
