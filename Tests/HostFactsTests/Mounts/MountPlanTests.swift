import TestKit
import Testing

@testable import HostFacts

@Suite struct MountPlanTests {
    @Test func readsSourcesPointsTypesAndOptions() {
        let plan = MountPlan(
            parsing: """
                # <what> <where> <type> <options>
                UUID=1234 / ext4 errors=remount-ro 0 1
                //nas.example/my\\040group\t/mnt/my\\040group/ cifs  vers=3.0,credentials=/etc/a,vers=2.0,ro # ours

                nas.example:/export /srv nfs4
                /swap none swap sw 0 0
                """.utf8)
        #expect(plan.problems == [])
        #expect(plan.entries.map(\.line) == [2, 3, 5, 6])
        let share = plan.entries[1]
        #expect(share.point == HostPath("/mnt/my group"))
        #expect(share.networkSource == NetworkSource(service: .smb, host: "nas.example", share: "my group"))
        #expect(share.value(of: "vers") == "2.0")
        #expect(share.value(of: "ro") == "")
        #expect(share.value(of: "ver") == nil)
        #expect(share.value(of: "credentials") == "/etc/a")
        #expect(plan.entries[2].options == ["defaults"])
        #expect(plan.entries[2].networkSource == NetworkSource(service: .nfs, host: "nas.example", share: "/export"))
        #expect(plan.entries[0].networkSource == nil)
    }

    @Test(arguments: [
        ("//nas/my group /mnt/a cifs ro 0 0", MountPlan.Problem.Reason.pointIsNoPath, true),
        ("//nas/group /mnt/my group cifs ro 0 0", .tooManyFields, true),
        ("//nas/group /mnt/a cifs ro, soft 0", .countIsNoNumber, true),
        ("//nas/group /mnt/a", .tooFewFields, true), ("proc", .tooFewFields, false),
    ])
    func namesWhatIsWrongWithALine(_ line: String, _ reason: MountPlan.Problem.Reason, _ isAboutServer: Bool) {
        let plan = MountPlan(parsing: "\n\(line)\n".utf8)
        #expect(plan.entries == [])
        #expect(plan.problems == [.init(line: 2, reason: reason, isAboutServer: isAboutServer)])
    }

    @Test func saysWhyATableIsNotRead() throws {
        try withTemporaryFolder { folder in
            let missing = try MountPlan.read(HostPath(folder.at("missing")))
            #expect(missing == nil)
            let error = try #require(throws: MountPlanError.self) { try MountPlan.read(HostPath(folder.path)) }
            #expect(error.what == "the table of file systems '\(folder.path)' could not be read")
            #expect(error.why == "it is not a regular file")
        }
    }

    // Whatever stands in the file, each line is an entry, a problem or nothing.
    @Test func survivesAnyDamage() {
        var random = SeededGenerator(seed: 0xF57AB)
        let letters = Array("//nas/a b /mnt cifs nfs\t \n\n\\040\\777#,=0 \r\0".utf8) + [0xFF, 0xC3]
        var wrong: [[UInt8]] = []
        var entries = 0
        var problems = 0
        for _ in 0..<2_000 {
            let length = Int.random(in: 0...300, using: &random)
            let text = (0..<length).map { _ in letters.randomElement(using: &random) ?? 0 }
            let plan = MountPlan(parsing: text)
            entries += plan.entries.count
            problems += plan.problems.count
            let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).count
            let numbers = plan.entries.map(\.line) + plan.problems.map(\.line)
            if Set(numbers).count != numbers.count || !numbers.allSatisfy((1...lines).contains) { wrong.append(text) }
        }
        #expect(wrong == [])
        #expect(problems > 500)
        #expect(entries > 0)
    }
}
