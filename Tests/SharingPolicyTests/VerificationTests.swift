import StorageModel
import TestKit
import Testing

@testable import SharingPolicy

/// The proof: that it holds for real inventories, and that it notices each sort of fault.
@Suite struct VerificationTests {
    private typealias Small = SmallInventory

    @Test(arguments: Inventories.allCases)
    func `no question breaks a promise`(_ inventory: Inventories) throws {
        let report = CompiledPolicy(try inventory.read(), today: Inventories.today).verify()
        #expect(report.violations.map { "\($0.check) \($0.subject): \($0.sentence)" } == [])
        #expect(report.questions > 10_000)
        #expect(report.meaningfulClasses > 100)
        #expect(report.judgements == report.meaningfulClasses * (try inventory.read()).systems.flatMap(\.methods).count)
    }

    /// Complete, monotone and without promises: what the faults below are planted into.
    private let sound = [
        Small.rule("all", .permit),
        Small.rule("pw", .require, obligations: ["password": .flag]) {
            $0.audience = Test(atLeast: .external)
            $0.level = Test(atLeast: "inside")
        },
        Small.rule("none", .refer),
    ]

    private func violations(
        _ rules: [Rule], edit: (inout Inventory) -> Void = { _ in }
    ) -> Set<Violation.Check> {
        var small = Small(rules: rules)
        edit(&small.value)
        return Set(small.policy().verify().violations.map(\.check))
    }

    @Test func `a sound policy has no violations`() {
        #expect(violations(sound) == [])
    }

    @Test func `a broken promise is found`() {
        let rules = sound
        for (promise, holds) in [
            (Invariant.Promise.neverAllowed, false), (.carries(["password"], suggestionIsEnough: false), false),
            (.hasSteps(["mail"]), true), (.lacksSteps(["mail"]), false), (.hasSteps(["tick-password"]), false),
            (.lacksSteps(["copy"]), true),
        ] {
            var condition = Condition()
            condition.method = Test(anyOf: ["cloud/outside"])
            let found = violations(rules) {
                $0.invariants = [
                    Invariant(
                        id: "i", title: "promise", when: condition, promise: promise, provenance: Small.provenance)
                ]
            }
            #expect(found == (holds ? [] : [.invariant]), "\(promise)")
        }
    }

    @Test func `a broken promise about outcomes is found`() {
        var condition = Condition()
        condition.action = Test(anyOf: [.archive])
        for (outcomes, holds) in [([Outcome.ask], true), ([.allowed], false)] {
            let found = violations(sound) {
                $0.invariants = [
                    Invariant(
                        id: "i", title: "t", when: condition, promise: .outcome(outcomes), provenance: Small.provenance)
                ]
            }
            #expect(found == (holds ? [] : [.invariant]))
        }
    }

    @Test func `more sensitive content that opens a way is found`() {
        let odd = Small.rule("odd", .forbid) { $0.level = Test(atMost: "inside") }
        #expect(violations(sound + [odd]).contains(.contentMonotonicity))
    }

    @Test func `more sensitive content that loosens a condition is found`() {
        let odd = Small.rule("odd", .require, obligations: ["expiry": .atMost(3)]) {
            $0.method = Test(anyOf: ["cloud/outside"])
            $0.level = Test(atMost: "open")
        }
        #expect(violations(sound + [odd]).contains(.contentMonotonicity))
    }

    @Test func `a more open audience that loosens a condition is found`() {
        let odd = Small.rule("odd", .require, obligations: ["expiry": .atMost(3)]) {
            $0.method = Test(anyOf: ["cloud/outside"])
            $0.audience = Test(atMost: .internal)
        }
        #expect(violations(sound + [odd]).contains(.audienceMonotonicity))
    }

    @Test func `a question without an answer and without a reason is found`() {
        #expect(violations(sound.filter { $0.effect != .refer }).contains(.completeness))
    }

    @Test func `a rule that changes nothing is found`() {
        let dead = Small.rule("dead", .require, obligations: ["password": .flag]) {
            $0.audience = Test(anyOf: [.anyone])
            $0.level = Test(atLeast: "inside")
        }
        #expect(violations(sound + [dead]).contains(.deadRule))
    }

    @Test func `a guardrail may change nothing`() {
        var guardrail = Small.rule("guard", .forbid) { $0.method = Test(anyOf: ["cloud/outside"]) }
        guardrail.isGuardrail = true
        let narrow = [
            Small.rule("inside", .permit) { $0.method = Test(anyOf: ["cloud/inside", "disk/folder"]) },
            Small.rule("none", .refer), guardrail,
        ]
        let report = Small(rules: narrow).policy().verify()
        #expect(report.guardrails == ["guard"])
        #expect(report.violations.isEmpty)
    }

    @Test func `an obligation without a step is found`() {
        let withoutStep = violations(sound) { $0.systems[1].methods[1].steps.removeFirst() }
        #expect(withoutStep == [.missingStep])
        let withoutWords = violations(sound) { $0.texts[0].entries[.steps]?["tick-password"] = nil }
        #expect(withoutWords == [.missingStep])
    }

    @Test func `methods that nothing recommends are told`() {
        let report = Small(rules: sound).policy().verify()
        #expect(report.neverRecommended == [])
        let forbid = Small.rule("no", .forbid) { $0.method = Test(anyOf: ["cloud/outside"]) }
        #expect(Small(rules: sound + [forbid]).policy().verify().neverRecommended == ["cloud/outside"])
    }

    /// The collapse into classes must lose nothing: random members of a class are judged like its representative.
    @Test(arguments: Inventories.allCases)
    func `every member of a class is judged like its representative`(_ inventory: Inventories) throws {
        let policy = CompiledPolicy(try inventory.read(), today: Inventories.today)
        let space = QuestionSpace([policy])
        let sheet = AnswerSheet(policy, space)
        var generator = SeededGenerator(seed: 7)
        var compared = 0
        for _ in 0..<3_000 {
            let index = Int.random(in: 0..<space.count, using: &generator)
            let place = space.place(index)
            #expect(space.index(place) == index)
            var question = space.question(place)
            guard let people = space.people[place.people].members.randomElement(using: &generator),
                let content = space.contents[place.content].members.randomElement(using: &generator),
                let volume = space.volumes[place.volume].members.randomElement(using: &generator)
            else { continue }
            question.audience = people.audience
            question.asker = people.asker
            question.declaredLevel = content.declaredLevel
            question.tags = content.tags.map { TagClaim($0, because: .declared) }
            question.network = space.networks[place.network].members.randomElement(using: &generator)
            question.bytes = volume.bytes
            question.largestFileBytes = volume.bytes
            question.files = volume.files
            question.facets = space.facets[place.facet].members.randomElement(using: &generator) ?? [:]
            guard let decision = try? policy.decide(question) else {
                #expect(sheet.isMeaningless(index))
                continue
            }
            compared += 1
            #expect(decision.recommended?.method == sheet.bestMethod(index).map { policy.methods[$0].id })
            #expect(decision.outcome == sheet.outcomes[index])
        }
        #expect(compared > 200)
    }
}
