import Glibc
import HostFacts
import TestKit
import Testing

@Suite struct AccountTests {
    @Test func knowsRoot() throws {
        let root = try #require(try Account.named("root"))
        #expect(root.userID == 0)
        #expect(root.primaryGroupID == 0)
        #expect(root.groups.contains("root"))
        #expect(root.unnamedGroups.isEmpty)
        #expect(root.home?.isAbsolute == true)
    }

    @Test(arguments: ["", "no such account here", "root\0", "0", String(repeating: "x", count: 100_000), "Ünbekannt\n"])
    func anUnknownNameIsNoAccount(_ name: String) throws {
        #expect(try Account.named(name) == nil)
    }

    @Test func knowsWhoRunsTheProgram() async throws {
        let account = try Account.current()
        let name = try await runProgram("/usr/bin/id", ["-un"])
        if name.exitStatus == 0 {
            let current = try #require(account)
            #expect(current.name == name.stdout.dropLast())
            let groups = try await runProgram("/usr/bin/id", ["-Gn", current.name])
            #expect(
                current.groups == Set(groups.stdout.split(whereSeparator: \.isWhitespace).map { String($0) }).sorted())
        } else {
            #expect(account == nil)
        }
    }

    // A number without an account, as in a container.
    @Test(.enabled(if: geteuid() == 0, "only root can become somebody else"))
    func aNumberWithoutAnAccountIsNone() async {
        await #expect(processExitsWith: .success) {
            precondition(setuid(3_123_456_789) == 0)
            let account = try Account.current()
            #expect(account == nil)
        }
    }

    // More groups than the first guess has room for, a group with more members than the first buffer holds, a group
    // that two lines name, and one that none names.
    @Test(.enabled(if: mayMount, "mounting is not permitted here"))
    func findsAllGroups() async throws {
        try await withTemporaryFolder { folder in
            let members = (0..<3_000).map { "member\($0)" }.joined(separator: ",")
            var groups =
                "labfirst:x:70000:\nlabcrowd:x:70001:\(members),anna\nlabcrowd:x:70001:anna\nlabother:x:70002:bob\n"
            for number in 0..<200 { groups += "labgroup\(number):x:\(71_000 + number):anna\n" }
            try folder.write("anna:x:70000:70000:Anna:/srv/anna:/bin/sh\nbob:x:70005:79999::relative:\n", to: "passwd")
            try folder.write(groups, to: "group")
            await #expect(processExitsWith: .success) { [path = folder.path as String] in
                useOwnMounts()
                bind("\(path)/passwd", to: "/etc/passwd")
                bind("\(path)/group", to: "/etc/group")
                let found = try Account.named("anna")
                let anna = try #require(found)
                #expect(anna.userID == 70_000)
                #expect(anna.primaryGroupID == 70_000)
                #expect(anna.home == HostPath("/srv/anna"))
                #expect(anna.groups == (["labcrowd", "labfirst"] + (0..<200).map { "labgroup\($0)" }).sorted())
                #expect(anna.unnamedGroups == [])

                let bob = try Account.named("bob")
                #expect(bob?.groups == ["labother"])
                #expect(bob?.unnamedGroups == [79_999])

                // The machine has this one, so its own database is really out of sight.
                let daemon = try Account.named("daemon")
                #expect(daemon == nil)
            }
        }
    }
}
