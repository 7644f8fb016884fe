import Glibc
import StorageModel
import TestKit
import Testing

@testable import HostFacts

@Suite struct AccountAskingTests {
    /// Asks a script that stands for this program.
    private func ask(
        _ script: String, _ question: AccountQuestion = .named("anna"), deadline: Duration = .seconds(20)
    ) -> HostReading<HostAccountLookup> {
        AccountAsking(program: "/bin/sh", command: ["-c", script, "sh"]).ask(question, until: .now + deadline)
    }

    @Test func readsWhatAnotherProcessSays() {
        let lines = "account 1000 anna\\ngroup lab users\\ngroup rna\\nnumber 70001\\nend\\n"
        let anna = HostAccount(name: "anna", userID: 1000, groups: ["lab users", "rna"], unnamedGroups: [70_001])
        #expect(ask("printf '\(lines)'") == .known(.found(anna)))
        #expect(ask("printf 'unknown\\nend\\n'") == .known(.unknownHere(name: "anna")))
        #expect(ask("printf 'error 5\\nend\\n'") == .unknown(.system(errno: 5)))
    }

    @Test func passesTheQuestionOn() {
        #expect(
            ask("printf 'account 7 %s-%s\\nend\\n' \"$1\" \"$2\"", .named("a b"))
                == .known(.found(HostAccount(name: "named-a b", userID: 7, groups: []))))
        #expect(
            ask("printf 'account 7 %s-%s\\nend\\n' \"$1\" $#", .current)
                == .known(.found(HostAccount(name: "current-1", userID: 7, groups: []))))
    }

    @Test func aDatabaseThatHangsIsGivenUp() {
        let start = ContinuousClock.now
        #expect(ask("trap '' TERM; sleep 600", deadline: .milliseconds(200)) == .unknown(.deadline))
        #expect(ContinuousClock.now - start < .seconds(30))
    }

    @Test(arguments: [
        "true", "printf 'account 7 anna\\n'", "printf 'account x anna\\nend\\n'", "printf 'hello\\nend\\n'",
        "printf 'end\\n'",
    ])
    func nothingElseIsBelieved(_ script: String) {
        #expect(ask(script) == .unknown(.notUnderstood("what the user database answered")))
    }

    @Test func readsBackItsWords() {
        for question in [AccountQuestion.current, .named("anna"), .named("--help"), .named("")] {
            #expect(AccountQuestion(words: question.words) == question)
        }
        for words in [[], ["named"], ["current", "x"], ["other", "x"]] {
            #expect(AccountQuestion(words: words) == nil)
        }
    }

    @Test func asksTheRealDatabase() throws {
        let root = AccountQuestion.named("root")
        guard case .known(.found(let account))? = root.answer(in: Array(root.ask().utf8)) else {
            Issue.record("root is not known: \(root.ask())")
            return
        }
        #expect(account.userID == 0 && account.groups.contains("root"))
        let nobody = AccountQuestion.named("no such account here")
        #expect(nobody.answer(in: Array(nobody.ask().utf8)) == .known(.unknownHere(name: "no such account here")))
    }
}
