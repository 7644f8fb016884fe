import StorageModel
import Testing

@testable import SharingPolicy

/// Whom a method reaches, through which share, and what asker and network change.
@Suite struct PeopleTests {
    private typealias Small = SmallInventory
    private let policy = Small(rules: [
        Small.rule("all", .permit),
        Small.rule("tunnel", .require, obligations: ["tunnel": .flag]) { $0.system = Test(anyOf: ["disk"]) },
    ]).policy()

    @Test func `one group uses the share that the fewest can open`() throws {
        let decision = try policy.decide(Small.question([.group("red")]))
        #expect(decision.recommended?.method == "disk/folder")
        #expect(decision.recommended?.share == "disk/red")
    }

    @Test func `several groups use the share that they have in common`() throws {
        let decision = try policy.decide(Small.question([.group("red"), .group("blue")]))
        #expect(decision.recommended?.share == "disk/both")
    }

    @Test func `groups without a common share go elsewhere`() throws {
        let decision = try policy.decide(Small.question([.group("red"), .group("grey")]))
        #expect(decision.exclusion("disk/folder")?.causes == [.noCommonShare])
        #expect(decision.recommended?.method == "cloud/inside")
    }

    @Test func `a part of a group has what the group has`() throws {
        let decision = try policy.decide(Small.question([.group("pink")]))
        #expect(decision.recommended?.share == "disk/red")
        #expect(try policy.decide(Small.question([.group("pink"), .group("blue")])).recommended?.share == "disk/both")
    }

    @Test func `a colleague whose groups nobody knows is not assumed to have a share`() throws {
        let unknown = try policy.decide(Small.question([.user("ana", groups: nil)]))
        #expect(unknown.exclusion("disk/folder")?.causes == [.membershipUnknown("ana")])
        let known = try policy.decide(Small.question([.user("ana", groups: ["blue"])]))
        #expect(known.recommended?.share == "disk/blue")
    }

    @Test func `an asker who cannot open the share cannot use it`() throws {
        var question = Small.question([.group("red")])
        question.asker = Asker(account: "eve", groups: ["grey"])
        let decision = try policy.decide(question)
        #expect(decision.exclusion("disk/folder")?.causes == [.askerHasNoAccess("disk/red")])
        #expect(decision.exclusion("disk/folder")?.wouldNeed?.change == .membership("red"))
        question.asker.groups = ["blue"]
        #expect(try policy.decide(question).recommended?.share == "disk/both")
        question.asker.groups = nil
        #expect(try policy.decide(question).recommended?.share == "disk/red")
    }

    @Test func `everybody must be reached`() throws {
        let decision = try policy.decide(Small.question([.group("red"), .external("x@example.org")]))
        #expect(decision.recommended?.method == "cloud/outside")
        #expect(decision.exclusion("cloud/inside")?.causes == [.notFor([.external])])
        #expect(decision.split.map(\.recommended?.method) == ["disk/folder", "cloud/outside"])
        #expect(decision.split.map(\.audience) == [[.group("red")], [.external("x@example.org")]])
    }

    @Test func `no split is offered when one way serves all as well`() throws {
        #expect(try policy.decide(Small.question([.group("red"), .group("blue")])).split.isEmpty)
        #expect(try policy.decide(Small.question([.group("red")])).split.isEmpty)
    }

    @Test(arguments: [("home", PrerequisiteStatus.Met.yes, Outcome.allowed), ("away", .no, .allowedWithConditions)])
    func `the network tells whether the sender's prerequisite is met`(
        _ network: String, _ met: PrerequisiteStatus.Met, _ outcome: Outcome
    ) throws {
        var question = Small.question([.group("red")])
        question.network = NetworkID(network)
        let way = try #require(try policy.decide(question).recommended)
        #expect(way.prerequisites.map(\.party) == [.sender, .recipient])
        #expect(way.prerequisites.map(\.met) == [met, .unknown])
        #expect(way.outcome == outcome)
        #expect((way.steps.first?.id == "need-tunnel") == (met == .no))
        #expect(way.obligations.isEmpty)
    }

    @Test func `a prerequisite needs no capability of the method`() throws {
        var small = Small(rules: policy.inventory.rules)
        small.value.systems[0].methods[0].capabilities = [:]
        let decision = try small.policy().decide(Small.question([.group("red")]))
        #expect(decision.recommended?.method == "disk/folder")
        #expect(decision.recommended?.prerequisites.count == 2)
    }

    @Test func `without a network the fallback counts`() throws {
        var question = Small.question([.group("red")])
        question.network = nil
        let decision = try policy.decide(question)
        #expect(decision.question.network == "away")
        #expect(decision.recommended?.steps.first?.id == "need-tunnel")
    }

    @Test func `data that already lie on the share are not copied`() throws {
        var question = Small.question([.group("red")])
        question.lyingOn = "disk/both"
        let decision = try policy.decide(question)
        #expect(decision.recommended?.share == "disk/both")
        #expect(decision.recommended?.steps.map(\.id) == ["tell"])
        #expect(
            decision.alreadyThere
                == AlreadyThere(share: "disk/both", visibleTo: ["blue", "pink", "red"], reachesAudience: true))
    }

    @Test func `data on a share that not everybody can open have to move`() throws {
        var question = Small.question([.group("red"), .group("blue")])
        question.lyingOn = "disk/red"
        let decision = try policy.decide(question)
        #expect(decision.alreadyThere?.reachesAudience == false)
        #expect(decision.recommended?.share == "disk/both")
        #expect(decision.recommended?.steps.map(\.id) == ["copy", "tell"])
    }
}
