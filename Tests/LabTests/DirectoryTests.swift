import Lab
import StorageModel
import TestKit
import Testing

/// The program, asked on a client about the file server that is a member of the lab's domain.
extension LabSlowTests {
    @Suite struct DirectoryTests {
        @Test(arguments: DirectoryRow.grouped) func aSignInHasItsCause(_ group: DirectoryRow.Group) async throws {
            let lab = try await LabNetwork.shared()
            try await lab.add(.directory)
            try await withTemporaryFolder { folder in
                // Before anything is broken: people have their tickets by then.
                var credentials: [String] = []
                for (number, row) in group.rows.enumerated() {
                    let file = folder.at("sign-in-\(number)")
                    try await Self.makeCredentials(row.means, file, lab)
                    credentials.append(file)
                }
                func look() async throws {
                    for (row, file) in zip(group.rows, credentials) { try await check(row, file, lab) }
                }
                guard let name = group.fault else { return try await look() }
                try await lab.with(try #require(Fault.named(name))) { try await look() }
            }
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

        /// Makes what somebody signs in with.
        static func makeCredentials(
            _ means: DirectoryRow.Means, _ file: String, _ lab: LabNetwork
        ) async throws {
            func writePassword(_ name: String, _ password: String) throws {
                try Checker.writeCredentials(user: name, password: password, domain: LabDirectory.domain, to: file)
            }
            let wrong = "wrong-on-purpose"
            switch means {
            case .password(let user): try writePassword(user.name, user.password)
            case .wrongPassword(let user): try writePassword(user.name, wrong)
            case .strangersPassword: try writePassword("stranger", wrong)
            case .ticket(let user): try await lab.obtainTicket(for: user, in: file)
            case .usedTicket(let user):
                try await lab.obtainTicket(for: user, in: file)
                try await lab.on(.campus, "kvno -c '\(file)' cifs/\(LabHost.filer.name)")
            case .endedTicket(let user): try await lab.obtainTicket(for: user, in: file, lifetime: "1s")
            case .ticketForPasswordChanges(let user):
                try await lab.obtainTicket(for: user, in: file, service: "kadmin/changepw")
            case .keys(let user): try await lab.writeKeytab(for: user.name, password: user.password, to: file)
            case .wrongKeys(let user): try await lab.writeKeytab(for: user.name, password: wrong, to: file)
            case .strangersKeys: try await lab.writeKeytab(for: "stranger", password: wrong, to: file)
            }
        }
    }
}
