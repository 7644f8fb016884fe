import FoundationEssentials
import Glibc
import StorageModel
import TestKit
import Testing

@testable import Probing

/// What visits to a real server tell.
///
/// One test at a time: some of them look at this process's own children and descriptors.
@Suite(.serialized) struct VisitTests {
    @Test func aGoodVisitTakesAllStepsAndLeavesNothing() async throws {
        try await FileServer.with { server in
            let check = ShareCheck(canary: "canary.txt", canaryDigest: FileServer.canaryDigest, writeFolder: "writes")
            let visit = try await visit(server, "open", check: check, stages: [.list, .read, .space, .write])
            #expect(
                visit.outcomes == [
                    "auth done", "tree done", "stat done", "list done", "read done", "space done", "write done",
                ])
            #expect(visit.ending == .finished)
            #expect(visit.isEncrypted == false)
            #expect(visit.ticketRemark == nil)
            #expect(visit.steps.allSatisfy { $0.duration > .zero })
            var space = statvfs()
            #expect(unsafe statvfs(server.folder.path, &space) == 0)
            #expect(visit.sizeBytes == UInt64(space.f_blocks) * UInt64(space.f_frsize))
            let free = try #require(visit.freeBytes)
            #expect(free > 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: server.folder.at("share/writes")).isEmpty)
        }
    }

    @Test func onlyWhatIsAskedForIsDone() async throws {
        try await FileServer.with { server in
            let check = ShareCheck(canary: "canary.txt", writeFolder: "writes")
            let visit = try await visit(server, "open", check: check, stages: [.read])
            #expect(visit.outcomes == ["auth done", "tree done", "stat done", "read done"])
        }
    }

    @Test func encryptionIsToldFromTheConnection() async throws {
        try await FileServer.with(settings: "server smb encrypt = default") { server in
            try await expect(server, "encrypted", isEncrypted: true)
            try await expect(server, "open", isEncrypted: false)
            try await expect(server, "open", requiresEncryption: true, isEncrypted: true)
        }
        try await FileServer.with(settings: "server smb encrypt = off") { server in
            try await expect(server, "open", requiresEncryption: true, isEncrypted: false)
        }
    }

    @Test func eachRefusalHasItsStepAndItsStatus() async throws {
        try await FileServer.with { server in
            try await expect(server, "open", password: "wrong", gives: ["auth c000006d"])
            try await expect(server, "none", gives: ["auth done", "tree c00000cc"])
            try await expect(server, "others", gives: ["auth done", "tree c0000022"])
            try await expect(server, "open", folder: "none", gives: ["auth done", "tree done", "stat c0000034"])
            try await expect(server, "open", folder: "none/below", gives: ["auth done", "tree done", "stat c000003a"])
            let denied = try await visit(server, "open", folder: "denied")
            #expect(denied.outcomes == ["auth done", "tree done", "stat done", "list c0000022"])
            #expect(denied.ending == .finished)
        }
    }

    @Test func whatIsWrongWithOneStepDoesNotHideTheNext() async throws {
        try await FileServer.with { server in
            let check = ShareCheck(canary: "none.txt", writeFolder: "writes")
            let visit = try await visit(server, "readonly", check: check, stages: [.list, .read, .space, .write])
            #expect(
                visit.outcomes == [
                    "auth done", "tree done", "stat done", "list done", "read c0000034", "space done", "write c0000022",
                ])
        }
    }

    @Test func aCanaryThatChangedIsSeen() async throws {
        try await FileServer.with { server in
            try server.folder.write("another canary\n", to: "share/canary.txt")
            let check = ShareCheck(canary: "canary.txt", canaryDigest: FileServer.canaryDigest)
            let visit = try await visit(server, "open", check: check, stages: [.read])
            #expect(visit.steps.last?.outcome == .otherContent)
        }
    }

    /// In a folder where only owners delete, new files are given to somebody else; only root can make such a server.
    @Test(.enabled(if: geteuid() == 0, "giving files away takes root"))
    func aFileThatCannotBeDeletedIsNamed() async throws {
        try await FileServer.with { server in
            let visit = try await visit(server, "keeps", check: ShareCheck(writeFolder: "kept"), stages: [.write])
            let left = try FileManager.default.contentsOfDirectory(atPath: server.folder.at("share/kept"))
            try #require(left.count == 1, "\(visit)")
            #expect(visit.steps.last?.outcome == .leftBehind(left[0]))
            #expect(left[0].hasPrefix("wheretoshare-check-"))
            let text = try String(contentsOfFile: server.folder.at("share/kept/\(left[0])"), encoding: .utf8)
            #expect(text.contains("please delete it"))
        }
    }

    /// The library asks for the target at port 445 of the server itself, where the test has none.
    @Test func aLinkThatLeadsNowhereIsSeen() async throws {
        try await FileServer.with { server in
            #expect(unsafe symlink("msdfs:198.51.100.9\\gone", server.folder.at("share/link")) == 0)
            let visit = try await visit(server, "links", folder: "link")
            #expect(visit.outcomes == ["auth done", "tree done", "stat deadLink(127.0.3.7)"])
        }
    }

    @Test func charactersThatMeanSomethingInAnAddressAreJustCharacters() async throws {
        try await FileServer.with { server in
            let name = "50% of #1 & two=ä"
            try server.folder.makeFolder("share/\(name)")
            try await expect(server, "open", folder: name, endsWith: "list done")
            // A question mark cannot stand in a name on such servers; cut off there it would be the folder itself.
            try await expect(server, "open", folder: "writes?x", endsWith: "stat c0000033")
        }
    }

    @Test func aPortWhereNobodyListensIsRefused() async throws {
        let visit = try await visit(server: "127.0.3.7", port: try freePort(), share: "open")
        #expect(visit.outcomes == ["auth c0000236"])
    }

    @Test func anIPv6AddressIsUnderstood() async throws {
        let visit = try await visit(server: "::1", port: try freePort(), share: "open")
        #expect(visit.outcomes == ["auth c0000236"])
    }

    @Test func aNameTooLongForTheLibraryIsNotCut() async throws {
        try await FileServer.with { server in
            let visit = try await visit(
                server, "open", password: FileServer.password + String(repeating: "x", count: 256))
            #expect(
                visit.ending
                    == .notPossible(
                        "the user's name is missing, or it, the password or the domain has more than 255 bytes"))
            #expect(server.refusedSignIns == 0)
        }
    }
}

/// Makes one visit and compares what it tells.
private func expect(
    _ server: FileServer, _ share: String, folder: String = "", password: String = FileServer.password,
    requiresEncryption: Bool = false, gives outcomes: [String]? = nil, endsWith last: String? = nil,
    isEncrypted: Bool? = nil, at place: SourceLocation = #_sourceLocation
) async throws {
    let visit = try await visit(
        server, share, folder: folder, password: password, requiresEncryption: requiresEncryption)
    if let outcomes { #expect(visit.outcomes == outcomes, sourceLocation: place) }
    if let last { #expect(visit.outcomes.last == last, sourceLocation: place) }
    if let isEncrypted { #expect(visit.isEncrypted == isEncrypted, sourceLocation: place) }
    #expect(visit.ending == .finished, sourceLocation: place)
}

/// Makes one visit to a server of the tests in a pool of its own.
func visit(
    _ server: FileServer, _ share: String, folder: String = "", check: ShareCheck = ShareCheck(),
    stages: Set<Stage> = [.list], password: String = FileServer.password, requiresEncryption: Bool = false
) async throws -> ShareVisit {
    try await visit(
        server: "127.0.3.7", port: server.port, share: share, folder: folder, check: check, stages: stages,
        password: password, requiresEncryption: requiresEncryption)
}

private func visit(
    server: String, port: UInt16, share: String, folder: String = "", check: ShareCheck = ShareCheck(),
    stages: Set<Stage> = [.list], password: String = FileServer.password, requiresEncryption: Bool = false
) async throws -> ShareVisit {
    try await VisitPool.with(
        program: builtProduct(named: "wheretoshare-smb"), signIn: FileServer.signIn(password), limit: 1
    ) {
        await $0.visit(
            VisitRequest(
                server: server, port: port, share: share, folder: folder, check: check, stages: stages,
                requiresEncryption: requiresEncryption),
            within: .seconds(30))
    }
}

extension ShareVisit {
    /// The steps in short, such as "tree c0000022".
    var outcomes: [String] {
        steps.map { step in
            switch step.outcome {
            case .refused(let status): "\(step.stage) \(String(status.rawValue, radix: 16))"
            case .deadLink(let target): "\(step.stage) deadLink(\(target))"
            case let other: "\(step.stage) \(other)"
            }
        }
    }
}
