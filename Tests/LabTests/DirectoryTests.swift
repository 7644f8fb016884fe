import Lab
import StorageModel
import TestKit
import Testing

/// The program, asked on a client about the file server that is a member of the lab's domain.
extension LabSlowTests {
    @Suite struct DirectoryTests {
        @Test(arguments: DirectoryRow.grouped) func aSignInHasItsCause(_ group: DirectoryRow.Group) async throws {
            try await group.withEachRow(check)
        }

        private func check(_ row: DirectoryRow, _ credentials: String, _ lab: LabNetwork) async throws {
            let host = row.host.map { [("value: \(LabHost.filer.name)", "value: \($0)")] } ?? []
            try await Checker.with(lab, promising: host, of: "filer", including: [.directory]) { checker in
                let target = "filer/\(row.share.name)"
                let seen = try await checker.check(target, credentials: credentials, deadline: row.deadline)
                #expect(seen.cause == row.cause?.rawValue, "\(row.testDescription): \(seen)")
                #expect(seen.verdict == row.verdict.rawValue, "\(row.testDescription): \(seen)")
                #expect(seen.alternatives == row.alternatives.map(\.rawValue), "\(row.testDescription): \(seen)")
                seen.expectStagesInOrder()
            }
        }

        @Test func everyFaultOfTheDirectoryIsChecked() {
            #expect(Set(DirectoryRow.all.compactMap(\.fault)) == Set(Fault.all(of: .directory).map(\.name)))
        }

        @Test(arguments: Fault.all(of: .directory).compactMap(\.cause))
        func aFaultsCauseIsOneThatADiagnosisKnows(_ cause: String) {
            #expect(Cause(rawValue: cause) != nil)
        }
    }
}
