import Lab
import TestKit
import Testing

extension DirectoryRow.Group {
    /// Looks at each row while the fault is there, with what its person signs in with in a file.
    ///
    /// People have their tickets before anything is broken.
    func withEachRow(
        _ look: (_ row: DirectoryRow, _ credentials: String, _ lab: LabNetwork) async throws -> Void
    ) async throws {
        let lab = try await LabNetwork.shared()
        try await lab.add(.directory)
        try await withTemporaryFolder { folder in
            var credentials: [String] = []
            for (number, row) in rows.enumerated() {
                let file = folder.at("sign-in-\(number)")
                try await Self.makeCredentials(row.means, file, lab)
                credentials.append(file)
            }
            func lookAtAll() async throws {
                for (row, file) in zip(rows, credentials) { try await look(row, file, lab) }
            }
            guard let fault else { return try await lookAtAll() }
            try await lab.with(try #require(Fault.named(fault))) { try await lookAtAll() }
        }
    }

    /// Makes what somebody signs in with.
    private static func makeCredentials(
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
