import StorageModel
import Testing

@testable import SharingPolicy

/// What would change an answer.
@Suite struct CounterfactualTests {
    private typealias Small = SmallInventory

    private func decide(_ rules: [Rule], _ question: Question) throws -> Decision {
        try Small(rules: [Small.rule("all", .permit)] + rules).policy().decide(question)
    }

    @Test func `less sensitive data would open the method`() throws {
        let forbid = Small.rule("closed", .forbid) { $0.level = Test(atLeast: "inside") }
        let decision = try decide([forbid], Small.question([.external(nil)], level: "closed"))
        let open = Counterfactual(change: .level("open"), method: "cloud/outside")
        #expect(decision.exclusion("cloud/outside")?.wouldNeed == open)
        #expect(decision.nearest.first == open)
    }

    @Test func `the greatest level that would do is named`() throws {
        let forbid = Small.rule("closed", .forbid) { $0.level = Test(atLeast: "closed") }
        let decision = try decide([forbid], Small.question([.external(nil)], level: "closed"))
        #expect(decision.nearest.first?.change == .level("inside"))
    }

    @Test func `unknown content would have to be declared`() throws {
        let forbid = Small.rule("closed", .forbid) { $0.level = Test(atLeast: "closed") }
        let decision = try decide([forbid], Small.question([.external(nil)], level: nil))
        #expect(decision.nearest.first?.change == .declare("inside"))
    }

    @Test func `a smaller audience, a smaller size, another action, another facet`() throws {
        var question = Small.question([.group("red"), .anyone])
        let audience = Small.rule("anyone", .forbid) { $0.audience = Test(atLeast: .external) }
        #expect(try decide([audience], question).nearest.first?.change == .audience([.group("red")]))

        question = Small.question([.external(nil)])
        question.bytes = 9_000
        question.largestFileBytes = 9_000
        #expect(try decide([], question).nearest.contains { $0.change == .bytes(500) })

        question = Small.question([.external(nil)])
        question.action = .archive
        #expect(try decide([], question).nearest.contains { $0.change == .action(.share) })

        let device = Small.rule("device", .forbid) { $0.facets = ["device": Test(anyOf: ["private"])] }
        #expect(
            try decide([device], Small.question([.external(nil)])).nearest.first?.change == .facet("device", "ours"))
    }

    @Test func `a change is never one that means nothing`() throws {
        var small = Small(rules: [
            Small.rule("all", .permit), Small.rule("no", .forbid) { $0.level = Test(atLeast: "inside") },
        ])
        var condition = Condition()
        condition.level = Test(anyOf: ["open"])
        small.value.impossibilities = [Impossibility(id: "never", when: condition)]
        let decision = try small.policy().decide(Small.question([.external(nil)], level: "closed"))
        #expect(decision.nearest.isEmpty)
    }

    @Test func `an open question has no nearest changes`() throws {
        #expect(try decide([], Small.question([.external(nil)])).nearest.isEmpty)
    }

    @Test func sizesThatRulesNameCountLikeLimitsOfMethods() throws {
        var question = Small.question([.internal])
        question.bytes = 900
        question.largestFileBytes = 900
        let many = Small.rule("many", .forbid) { $0.bytes = Test(atLeast: 800) }
        #expect(try decide([many], question).nearest.first?.change == .bytesBelow(800))
        question.bytes = 800
        #expect(try decide([many], question).nearest.first?.change == .bytesBelow(800))

        question.bytes = 900
        let few = Small(rules: [Small.rule("few", .permit) { $0.bytes = Test(atMost: 700) }])
        #expect(try few.policy().decide(question).nearest.first?.change == .bytes(700))
    }
}
