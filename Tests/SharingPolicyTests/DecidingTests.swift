import SharingPolicy
import StorageModel
import Testing

/// How one question is decided: what each sort of rule does, and what wins.
@Suite struct DecidingTests {
    private typealias Small = SmallInventory

    private let permitAll = Small.rule("permit-all", .permit)

    private func decide(
        _ rules: [Rule], _ question: Question = Small.question([.external(nil)]),
        today: CalendarDate = Small.today, edit: (inout Inventory) -> Void = { _ in }
    ) throws -> Decision {
        var small = Small(rules: rules)
        edit(&small.value)
        return try small.policy(today: today).decide(question)
    }

    @Test func `what no rule permits is not permitted`() throws {
        let decision = try decide([])
        #expect(decision.recommended == nil)
        #expect(decision.outcome == .notAllowed)
        #expect(decision.exclusion("cloud/outside")?.state == .notPermitted)
        #expect(decision.exclusion("cloud/outside")?.causes == [.noRulePermits])
    }

    @Test func `forbid overrides permit and all matching ids are told`() throws {
        let rules = [permitAll, Small.rule("no-1", .forbid), Small.rule("no-2", .forbid)]
        let decision = try decide(rules)
        #expect(decision.exclusion("cloud/outside")?.state == .forbidden)
        #expect(decision.exclusion("cloud/outside")?.causes == [.rule("no-1"), .rule("no-2")])
    }

    @Test func `ask closes a method and the question ends in asking`() throws {
        let decision = try decide([permitAll, Small.rule("ask", .ask)])
        #expect(decision.outcome == .ask)
        #expect(decision.exclusion("cloud/outside")?.state == .ask)
    }

    @Test func `forbid is stronger than ask`() throws {
        let decision = try decide([permitAll, Small.rule("ask", .ask), Small.rule("no", .forbid)])
        #expect(decision.exclusion("cloud/outside")?.state == .forbidden)
        #expect(decision.outcome == .notAllowed)
    }

    @Test func `refer names the contact only where nothing is allowed`() throws {
        let refer = Small.rule("refer", .refer)
        #expect(try decide([refer]).outcome == .ask)
        #expect(try decide([refer]).referrals == ["refer"])
        let open = try decide([refer, permitAll])
        #expect(open.referrals.isEmpty)
        #expect(open.recommended?.method == "cloud/outside")
    }

    @Test(arguments: [([30, 14], 14), ([14, 30], 14), ([7, 7], 7)])
    func `a greatest number becomes the smaller`(_ demands: [Int], _ joined: Int) throws {
        let rules = demands.enumerated().map { place, days in
            Small.rule(RuleID("days-\(place)"), .require, obligations: ["expiry": .atMost(days)])
        }
        let commitment = try decide([permitAll] + rules).commitment("expiry")
        #expect(commitment?.value == .atMost(joined))
        #expect(commitment?.rules.count == 2)
        let deciding = demands.enumerated().filter { $0.element == joined }.map { RuleID("days-\($0.offset)") }
        #expect(commitment?.decidedBy == deciding)
    }

    @Test func `a least number becomes the greater`() throws {
        let rules = [8, 12, 10].map {
            Small.rule(RuleID("length-\($0)"), .require, obligations: ["length": .atLeast($0)])
        }
        #expect(try decide([permitAll] + rules).commitment("length")?.value == .atLeast(12))
    }

    @Test func `choices become what every rule accepts`() throws {
        let rules = [
            Small.rule("a", .require, obligations: ["channel": .oneOf(["sms", "phone"])]),
            Small.rule("b", .require, obligations: ["channel": .oneOf(["phone", "chat"])]),
        ]
        #expect(try decide([permitAll] + rules).commitment("channel")?.value == .oneOf(["phone"]))
    }

    @Test func `choices that exclude each other close the method and name both rules`() throws {
        let rules = [
            Small.rule("a", .require, obligations: ["channel": .oneOf(["sms"])]),
            Small.rule("b", .require, obligations: ["channel": .oneOf(["chat"])]),
        ]
        let exclusion = try decide([permitAll] + rules).exclusion("cloud/outside")
        #expect(exclusion?.state == .unsupported)
        #expect(exclusion?.causes == [.contradictory("channel", rules: ["a", "b"])])
    }

    @Test func `a method that lacks what is required is closed`() throws {
        let rules = [permitAll, Small.rule("pw", .require, obligations: ["password": .flag])]
        let decision = try decide(rules, Small.question([.internal]))
        #expect(decision.exclusion("cloud/inside")?.causes == [.lacks("password", rules: ["pw"])])
        #expect(decision.recommended?.method == "cloud/outside")
        #expect(decision.recommended?.reliesOnPeople == ["password"])
    }

    @Test func `a suggestion that a method cannot follow is dropped`() throws {
        let rules = [permitAll, Small.rule("pw", .suggest, obligations: ["password": .flag])]
        let decision = try decide(rules, Small.question([.internal]))
        #expect(decision.recommended?.method == "cloud/inside")
        #expect(decision.recommended?.obligations.isEmpty == true)
    }

    @Test func `a suggestion alone leaves the outcome allowed, a requirement does not`() throws {
        let suggested = try decide([permitAll, Small.rule("s", .suggest, obligations: ["expiry": .atMost(9)])])
        #expect(suggested.outcome == .allowed)
        #expect(suggested.commitment("expiry")?.isRequired == false)
        let required = try decide([permitAll, Small.rule("r", .require, obligations: ["expiry": .atMost(9)])])
        #expect(required.outcome == .allowedWithConditions)
    }

    @Test func `a stricter suggestion tightens a requirement`() throws {
        let rules = [
            permitAll, Small.rule("r", .require, obligations: ["expiry": .atMost(30)]),
            Small.rule("s", .suggest, obligations: ["expiry": .atMost(7)]),
        ]
        let commitment = try decide(rules).commitment("expiry")
        #expect(commitment?.value == .atMost(7))
        #expect(commitment?.isRequired == true)
    }

    @Test func `preference orders, then exposure`() throws {
        let question = Small.question([.group("red")])
        #expect(try decide([permitAll], question).recommended?.method == "disk/folder")
        let prefer = Small.rule("prefer", .prefer, weight: 10) { $0.method = Test(anyOf: ["cloud/inside"]) }
        let decision = try decide([permitAll, prefer], question)
        #expect(decision.recommended?.method == "cloud/inside")
        #expect(decision.alternatives.map(\.method) == ["disk/folder", "cloud/outside"])
    }

    @Test(arguments: [(500 as UInt64, true), (501, false)])
    func `a limit still fits and one more does not`(_ bytes: UInt64, _ fits: Bool) throws {
        var question = Small.question([.external(nil)])
        question.bytes = bytes
        question.largestFileBytes = bytes
        question.files = 1
        let decision = try decide([permitAll], question)
        #expect((decision.recommended != nil) == fits)
        if !fits { #expect(decision.exclusion("cloud/outside")?.causes == [.fileTooLarge(bytes: 501, limit: 500)]) }
    }

    @Test func `a method that is too small still tells what else forbids it`() throws {
        var question = Small.question([.external(nil)])
        question.bytes = 501
        question.largestFileBytes = 501
        let causes = try decide([permitAll, Small.rule("no", .forbid)], question).exclusion("cloud/outside")?.causes
        #expect(causes == [.fileTooLarge(bytes: 501, limit: 500), .rule("no")])
    }

    @Test(arguments: [(10, true), (11, false)])
    func `so many files and no more`(_ files: Int, _ fits: Bool) throws {
        var question = Small.question([.external(nil)])
        question.files = files
        #expect((try decide([permitAll], question).recommended != nil) == fits)
    }

    @Test func `an unknown size leaves the limits as a caution`() throws {
        let decision = try decide([permitAll])
        #expect(decision.recommended?.uncheckedLimits == [.fileBytes(500), .files(10)])
    }

    @Test func `an exemption lifts the rule that it names, until its day`() throws {
        let rules = [permitAll, Small.rule("no", .forbid)]
        let exemption = Exemption(
            id: "waiver", lifts: "no", when: Condition(), grantedBy: "boss", reason: "audit", until: Small.today)
        let lifted = try decide(rules) { $0.exemptions = [exemption] }
        #expect(lifted.recommended?.exemptions == ["waiver"])
        let late = try decide(rules, today: Small.today.adding(days: 1)) { $0.exemptions = [exemption] }
        #expect(late.recommended == nil)
    }

    @Test func `a retired system and one that is not yet open are closed`() throws {
        let retired = try decide([permitAll]) { $0.systems[1].retiresOn = Small.today.adding(days: -1) }
        #expect(retired.exclusion("cloud/outside")?.causes == [.retiredOn(Small.today.adding(days: -1))])
        let early = try decide([permitAll]) { $0.systems[1].availableFrom = Small.today.adding(days: 1) }
        #expect(early.exclusion("cloud/outside")?.state == .cannot)
        let lastDay = try decide([permitAll]) { $0.systems[1].retiresOn = Small.today }
        #expect(lastDay.recommended != nil)
    }

    @Test func `assumed and overdue statements are named`() throws {
        let decision = try decide([permitAll], today: Small.today.adding(days: 101)) {
            $0.rules[0].provenance.basis = .assumed
        }
        #expect(decision.recommended?.assumptions == [.rule("permit-all")])
        #expect(decision.recommended?.overdue.contains(.rule("permit-all")) == true)
        #expect(try decide([permitAll], today: Small.today.adding(days: 100)).recommended?.overdue == [])
    }

    @Test func `notes apply only to what they match`() throws {
        let note = Small.rule("note", .note) { $0.bytes = Test(atLeast: 100) }
        var question = Small.question([.external(nil)])
        #expect(try decide([permitAll, note], question).recommended?.notes == [])
        question.bytes = 100
        #expect(try decide([permitAll, note], question).recommended?.notes == ["note"])
    }

    @Test func `facets not answered take their strictest value`() throws {
        let forbid = Small.rule("private", .forbid) { $0.facets = ["device": Test(anyOf: ["private"])] }
        var question = Small.question([.external(nil)])
        #expect(try decide([permitAll, forbid], question).recommended == nil)
        question.facets = ["device": "ours"]
        #expect(try decide([permitAll, forbid], question).recommended != nil)
    }

    @Test func `unknown names are errors`() {
        var question = Small.question([.group("grene")])
        #expect(throws: QuestionUnusable.unknownGroup("grene")) { try decide([], question) }
        question = Small.question([])
        #expect(throws: QuestionUnusable.noAudience) { try decide([], question) }
        question = Small.question([.internal], level: "secret")
        #expect(throws: QuestionUnusable.unknownLevel("secret")) { try decide([], question) }
        question = Small.question([.internal])
        question.network = "moon"
        #expect(throws: QuestionUnusable.unknownNetwork("moon")) { try decide([], question) }
        question = Small.question([.internal])
        question.facets = ["device": "fridge"]
        #expect(throws: QuestionUnusable.unknownFacetValue("device", "fridge")) { try decide([], question) }
        question = Small.question([.internal])
        question.tags = [TagClaim("zzz", because: .declared)]
        #expect(throws: QuestionUnusable.unknownTag("zzz")) { try decide([], question) }
    }

    @Test func `a question that means nothing says so`() {
        var condition = Condition()
        condition.action = Test(anyOf: [.publish])
        let impossible = Impossibility(id: "no-publishing", when: condition)
        var question = Small.question([.internal])
        question.action = .publish
        #expect(throws: QuestionUnusable.meaningless("no-publishing")) {
            try decide([permitAll], question) { $0.impossibilities = [impossible] }
        }
    }

    @Test func `the order of rules, systems and groups changes nothing`() throws {
        let rules = [
            permitAll, Small.rule("a", .require, obligations: ["expiry": .atMost(9)]),
            Small.rule("b", .require, obligations: ["expiry": .atMost(3), "password": .flag]),
            Small.rule("c", .prefer, weight: 5) { $0.system = Test(anyOf: ["cloud"]) },
        ]
        let plain = try decide(rules)
        let reversed = try decide(rules.reversed()) {
            $0.systems.reverse()
            $0.groups.reverse()
        }
        #expect(plain == reversed)
    }
}
