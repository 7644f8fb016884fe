import StorageModel
import Testing

@testable import SharingPolicy

/// How sensitive content counts, known or not.
@Suite struct ContentTests {
    private let policy = SmallInventory(rules: [SmallInventory.rule("all", .permit)]).policy()

    private func understood(_ edit: (inout Question) -> Void) throws -> UnderstoodQuestion {
        var question = Question(audience: [.internal])
        edit(&question)
        return try policy.understand(question)
    }

    @Test func `nothing declared and nothing looked at is the strictest`() throws {
        let question = try understood { _ in }
        #expect(question.level == "closed")
        #expect(question.tags == [TagClaim("unknown", because: .assumed)])
        #expect(question.levelSetBy == ["unknown"])
    }

    @Test func `what the asker declares counts`() throws {
        #expect(try understood { $0.declaredLevel = "inside" }.level == "inside")
        #expect(try understood { $0.tags = [TagClaim("news", because: .declared)] }.level == "open")
        let both = try understood {
            $0.declaredLevel = "open"
            $0.tags = [TagClaim("names", because: .declared)]
        }
        #expect(both.level == "inside")
        #expect(both.levelSetBy == ["names"])
    }

    @Test func `nothing found is not nothing there`() throws {
        let question = try understood { $0.inspection = .complete }
        #expect(question.level == "closed")
        #expect(question.tags.map(\.because) == [.assumed])
    }

    @Test func `a part that could not be read stays unknown beside what was found`() throws {
        let question = try understood {
            $0.inspection = .partial
            $0.tags = [TagClaim("names", because: .found, files: ["a.txt"])]
        }
        #expect(question.level == "closed")
        #expect(question.tags.map(\.tag) == ["names", "unknown"])
    }

    @Test func `a complete look that found something sets the level`() throws {
        let question = try understood {
            $0.inspection = .complete
            $0.tags = [TagClaim("names", because: .found)]
        }
        #expect(question.level == "inside")
    }

    @Test func `findings raise a declaration and the contradiction is told`() throws {
        let question = try understood {
            $0.declaredLevel = "open"
            $0.tags = [TagClaim("health", because: .found, files: ["b.txt"])]
        }
        #expect(question.level == "closed")
        #expect(question.contradictions == [Contradiction(declared: "open", found: "health", level: "closed")])
    }

    @Test func `a declared tag contradicts a lower declared level`() throws {
        let question = try understood {
            $0.declaredLevel = "open"
            $0.tags = [TagClaim("names", because: .declared)]
        }
        #expect(question.contradictions == [Contradiction(declared: "open", found: "names", level: "inside")])
    }

    @Test func `a stricter declaration than what was found stays`() throws {
        let question = try understood {
            $0.declaredLevel = "closed"
            $0.tags = [TagClaim("names", because: .found)]
        }
        #expect(question.level == "closed")
        #expect(question.contradictions.isEmpty)
    }

    @Test func `the highest of many files wins`() throws {
        let question = try understood {
            $0.tags = [
                TagClaim("news", because: .found, files: ["a"]), TagClaim("health", because: .found, files: ["b"]),
            ]
            $0.inspection = .complete
        }
        #expect(question.level == "closed")
        #expect(question.levelSetBy == ["health"])
    }

    @Test func `known level is never satisfied by the unknown`() throws {
        let rules = [
            SmallInventory.rule("all", .permit),
            SmallInventory.rule("known-closed", .forbid) { $0.knownLevel = Test(atLeast: "closed") },
            SmallInventory.rule("known-open", .note) { $0.knownLevel = Test(atMost: "open") },
        ]
        let policy = SmallInventory(rules: rules).policy()
        let unknown = try policy.decide(Question(audience: [.internal]))
        #expect(unknown.recommended?.notes == [])
        var question = Question(audience: [.internal])
        question.declaredLevel = "closed"
        #expect(try policy.decide(question).recommended == nil)
        question.declaredLevel = "open"
        #expect(try policy.decide(question).recommended?.notes == ["known-open"])
    }
}
