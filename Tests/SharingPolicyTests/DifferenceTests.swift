import SharingPolicy
import StorageModel
import Testing

/// What a changed policy newly allows, and which questions have an answer of a kind.
@Suite struct DifferenceTests {
    private typealias Small = SmallInventory
    private let permit = Small.rule("all", .permit)
    private let password = Small.rule("pw", .require, obligations: ["password": .flag]) {
        $0.method = Test(anyOf: ["cloud/outside"])
    }

    private func changes(_ old: [Rule], _ new: [Rule]) -> Set<String> {
        let differences = Small(rules: new).policy().differences(from: Small(rules: old).policy())
        return Set(differences.map { "\($0.change.rawValue) \($0.method)" })
    }

    @Test func `the same policy differs in nothing`() {
        #expect(changes([permit, password], [password, permit]) == [])
    }

    @Test func `a wider and a narrower policy`() {
        let inside = Small.rule("all", .permit) { $0.method = Test(anyOf: ["cloud/inside"]) }
        #expect(
            changes([inside], [permit]).isSuperset(of: ["newly-allowed cloud/outside", "newly-allowed disk/folder"]))
        #expect(changes([permit], [inside]).contains("newly-forbidden cloud/outside"))
        #expect(changes([permit], [inside]).contains { $0.hasPrefix("newly-allowed") } == false)
    }

    @Test func `looser and tighter conditions`() {
        #expect(changes([permit, password], [permit]) == ["loosened cloud/outside"])
        #expect(changes([permit], [permit, password]) == ["tightened cloud/outside"])
        let week = Small.rule("d", .require, obligations: ["expiry": .atMost(7)]) {
            $0.method = Test(anyOf: ["cloud/outside"])
        }
        let month = Small.rule("d", .require, obligations: ["expiry": .atMost(30)]) {
            $0.method = Test(anyOf: ["cloud/outside"])
        }
        #expect(changes([permit, week], [permit, month]) == ["loosened cloud/outside"])
        let hint = Small.rule("pw", .suggest, obligations: ["password": .flag]) {
            $0.method = Test(anyOf: ["cloud/outside"])
        }
        #expect(changes([permit, password], [permit, hint]) == ["loosened cloud/outside"])
    }

    @Test func `another preference changes recommendations only`() {
        let prefer = Small.rule("p", .prefer, weight: 9) { $0.method = Test(anyOf: ["cloud/inside"]) }
        #expect(changes([permit], [permit, prefer]) == ["recommendation-changed cloud/inside"])
    }

    @Test func `a method that is gone counts as newly forbidden`() {
        var fewer = Small(rules: [permit])
        fewer.value.systems[1].methods.removeLast()
        let differences = fewer.policy().differences(from: Small(rules: [permit]).policy())
        #expect(differences.contains { $0.change == .newlyForbidden && $0.method == "cloud/outside" })
    }

    @Test func `questions are found and told in few patterns`() {
        let forbid = Small.rule("no", .forbid) {
            $0.method = Test(anyOf: ["cloud/outside"])
            $0.level = Test(atLeast: "inside")
        }
        let policy = Small(rules: [permit, forbid]).policy()
        let patterns = policy.questions(inWhich: "cloud/outside", is: .forbidden)
        #expect(!patterns.isEmpty && patterns.count <= 4)
        #expect(patterns.allSatisfy { $0.actions == [.share] })
        #expect(policy.questions(inWhich: "cloud/outside", is: .unsupported).isEmpty)
        #expect(policy.questions(inWhich: "disk/folder", is: .recommended).isEmpty == false)
        let all = Outcome.allCases.map { policy.questions(endingIn: $0).reduce(0) { $0 + $1.questionCount } }
        #expect(all.reduce(0, +) == policy.verify().questions)
    }

    @Test(arguments: Inventories.allCases)
    func `an inventory does not differ from itself`(_ inventory: Inventories) throws {
        let policy = CompiledPolicy(try inventory.read(), today: Inventories.today)
        #expect(policy.differences(from: policy).isEmpty)
    }

    @Test(arguments: Inventories.allCases)
    func `the matrix says what decisions say`(_ inventory: Inventories) throws {
        let policy = CompiledPolicy(try inventory.read(), today: Inventories.today)
        let matrix = policy.matrix(action: .share)
        for (row, audience) in matrix.audiences.enumerated() {
            for (level, levelID) in matrix.levels.enumerated() {
                var question = Question(audience: audience)
                question.declaredLevel = levelID
                question.network = matrix.networks[0]
                let decision = try? policy.decide(question)
                #expect(matrix.cells[row][level][0].method == decision?.recommended?.method)
                #expect(matrix.cells[row][level][0].outcome == decision?.outcome)
            }
        }
    }
}
