import Glibc
import StorageModel
import TestKit
import Testing

@testable import Probing

/// What visits to a real server tell.
@Suite(.serialized) struct VisitTests {
    @Test func aGoodVisitTakesAllStepsAndLeavesNothing() async throws {
        try await FileServer.with { server in
            let check = ShareCheck(
                canary: "canary.txt",
                canaryDigest: "1c2e2b0d7ec2f9bd0a43e6a7ed33ab3d3d39d0b5b3d8c85d6bdf4a7f4b3b8a9d", writeFolder: "writes")
            let visit = try await visit(server, "open", check: check, stages: [.list, .read, .space, .write])
            print(visit)
            #expect(visit.ending == .finished)
        }
    }
}

/// Makes one visit in a pool of its own.
func visit(
    _ server: FileServer, _ share: String, folder: String = "", check: ShareCheck = ShareCheck(),
    stages: Set<Stage> = [.list], password: String = FileServer.password
) async throws -> ShareVisit {
    let signIn = SignIn.password(user: FileServer.user, password: Secret(Array(password.utf8)), domain: "")
    return try await VisitPool.with(program: builtProduct(named: "wheretoshare-smb"), signIn: signIn, limit: 1) {
        await $0.visit(
            VisitRequest(
                server: "127.0.3.7", port: server.port, share: share, folder: folder, check: check, stages: stages),
            within: .seconds(20))
    }
}
