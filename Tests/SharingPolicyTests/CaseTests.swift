import SharingPolicy
import StorageModel
import Testing

/// Expected answers, what they touch, and that spoiled policies are noticed.
@Suite struct CaseTests {
    private typealias Small = SmallInventory

    @Test(arguments: Inventories.allCases)
    func `every case holds and every rule is touched`(_ inventory: Inventories) throws {
        let value = try inventory.read()
        let policy = CompiledPolicy(value, today: Inventories.today)
        let results = value.cases.map(policy.run)
        #expect(results.filter { !$0.holds }.map { "\($0.name): \($0.differences)" } == [])
        let coverage = policy.coverage(of: results)
        #expect(coverage.untouchedRules == [])
        #expect(coverage.neverExcluded == [])
        #expect(coverage.share == 1)
    }

    /// The faults that nothing notices are argued for in docs/policy.md.
    @Test(arguments: Inventories.allCases)
    func `spoiled policies are noticed`(_ inventory: Inventories) throws {
        let value = try inventory.read()
        let mutants = value.mutants()
        let fates = CompiledPolicy(value, today: Inventories.today).fates(of: mutants)
        let survivors = zip(mutants, fates).filter { $0.1 == .survived }.map { "\($0.0.rule): \($0.0.fault)" }
        let share = Double(mutants.count - survivors.count) / Double(mutants.count)
        print(
            "\(inventory.rawValue): \(mutants.count - survivors.count) of \(mutants.count) mutants caught; survived: \(survivors)"
        )
        #expect(share >= 0.95, "\(survivors)")
    }

    @Test func `a case that does not hold tells every difference`() throws {
        var expectation = Expectation()
        expectation.outcome = .ask
        expectation.recommended = "disk/folder"
        expectation.share = "disk/red"
        expectation.obligations = ["password": .flag]
        expectation.alternatives = ["cloud/inside"]
        expectation.excluded = ["cloud/outside"]
        expectation.forbidden = ["cloud/outside": ["no"]]
        expectation.steps = ["mail", "call"]
        expectation.notes = ["hint"]
        let policyCase = PolicyCase(
            name: "all wrong", question: Small.question([.external(nil)]), expectation: expectation)
        let result = Small(rules: [Small.rule("all", .permit)]).policy().run(policyCase)
        let aspects = [
            "outcome", "recommended", "share", "obligations", "alternatives", "excluded", "forbidden cloud/outside",
            "steps",
            "notes",
        ]
        #expect(result.differences.map(\.aspect) == aspects)
        #expect(!result.holds)
    }

    @Test func `a case whose question means nothing does not hold`() {
        let policyCase = PolicyCase(name: "x", question: Small.question([]), expectation: Expectation())
        #expect(Small().policy().run(policyCase).holds == false)
    }

    @Test func `every sort of fault is made`() {
        let rule = Small.rule(
            "r", .require, obligations: ["expiry": .atMost(7), "password": .flag]
        ) {
            $0.level = Test(atLeast: "inside")
            $0.knownLevel = Test(atMost: "inside")
            $0.audience = Test(atLeast: .external)
            $0.bytes = Test(atLeast: 10)
            $0.method = Test(anyOf: ["cloud/outside", "cloud/inside"])
            $0.action = Test(anyOf: [.share, .receive])
            $0.tags = TagTest(hasAnyOf: ["names", "health"])
        }
        let faults = Small(rules: [rule, Small.rule("p", .prefer, weight: 3)]).value.mutants().map {
            "\($0.rule) \($0.fault)"
        }
        #expect(
            faults == [
                "p deleted", "p preference turned around", "r deleted", "r require became suggest", "r expiry dropped",
                "r expiry loosened", "r password dropped", "r level lowered", "r known level lowered",
                "r audience narrowed",
                "r level raised", "r known level raised", "r audience widened", "r size doubled",
                "r action share left out",
                "r action receive left out", "r method cloud/outside left out", "r method cloud/inside left out",
                "r tag names left out", "r tag health left out",
            ])
    }
}
