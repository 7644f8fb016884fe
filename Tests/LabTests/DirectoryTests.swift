import Lab
import StorageModel
import TestKit
import Testing

/// The program, asked on a client about the file server that is a member of the lab's domain.
extension LabSlowTests {
    @Suite struct DirectoryTests {
        @Test(arguments: DirectoryRow.all) func aSignInHasItsCause(_ row: DirectoryRow) async throws {
            let lab = try await LabNetwork.shared()
            try await lab.add(.directory)
            let host = row.host.map { [("value: \(LabHost.filer.name)", "value: \($0)")] } ?? []
            try await Checker.with(lab, promising: host, of: "filer", including: [.directory]) { checker in
                let credentials = try await credentials(row.means, checker)
                func look() async throws {
                    let target = "filer/\(row.share.name)"
                    let seen = try await checker.check(target, credentials: credentials, deadline: row.deadline)
                    #expect(seen.cause == row.cause?.rawValue, "\(seen)")
                    #expect(seen.verdict == row.verdict.rawValue, "\(seen)")
                    #expect(seen.alternatives == row.alternatives.map(\.rawValue), "\(seen)")
                    seen.expectStagesInOrder()
                }
                guard let name = row.fault else { return try await look() }
                try await lab.with(try #require(Fault.named(name))) { try await look() }
            }
        }

        @Test func everyFaultOfTheDirectoryIsChecked() {
            #expect(Set(DirectoryRow.all.compactMap(\.fault)) == Set(Fault.all(of: .directory).map(\.name)))
        }

        @Test(arguments: Fault.all(of: .directory).compactMap(\.cause))
        func aFaultsCauseIsOneThatADiagnosisKnows(_ cause: String) {
            #expect(Cause(rawValue: cause) != nil)
        }

        private func credentials(_ means: DirectoryRow.Means, _ checker: Checker) async throws -> String {
            let file = checker.folder.at("sign-in")
            func password(_ name: String, _ password: String) throws -> String {
                try checker.writeCredentials(user: name, password: password, domain: LabDirectory.domain)
            }
            switch means {
            case .password(let user): return try password(user.name, user.password)
            case .wrongPassword(let user): return try password(user.name, "wrong-on-purpose")
            case .strangersPassword: return try password("stranger", "wrong-on-purpose")
            case .ticket(let user): try await checker.lab.obtainTicket(for: user, in: file)
            case .usedTicket(let user):
                try await checker.lab.obtainTicket(for: user, in: file)
                try await checker.lab.on(.campus, "kvno -c '\(file)' cifs/\(LabHost.filer.name)")
            case .endedTicket(let user): try await checker.lab.obtainTicket(for: user, in: file, lifetime: "1s")
            case .ticketForPasswordChanges(let user):
                try await checker.lab.obtainTicket(for: user, in: file, service: "kadmin/changepw")
            case .keys(let user):
                try await checker.lab.writeKeytab(for: user.name, password: user.password, to: file)
            case .wrongKeys(let user):
                try await checker.lab.writeKeytab(for: user.name, password: "wrong-on-purpose", to: file)
            case .strangersKeys:
                try await checker.lab.writeKeytab(for: "stranger", password: "wrong-on-purpose", to: file)
            }
            return file
        }
    }
}
