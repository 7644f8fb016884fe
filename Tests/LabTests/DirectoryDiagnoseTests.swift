import Lab
import StorageModel
import TestKit
import Testing

/// The program, asked why somebody of the lab's domain cannot sign in: rows of group I of the fault matrix.
extension LabSlowTests {
    @Suite struct DirectoryDiagnoseTests {
        /// What the person's own tickets, the ticket servers and MIT's library tell apart.
        private static func expected(_ row: DirectoryRow) -> (cause: Cause?, rivals: [Cause]) {
            switch row.means {
            case .endedTicket: (.kerberosTicketExpired, [])
            case .ticketForPasswordChanges: (.kerberosTicketExpired, [.noKerberosTicket])
            case .ticket where row.fault == "kdc-unreachable-silent": (.kdcUnreachable, [])
            case .ticket where row.fault == "kerberos-realm-misconfigured": (.kerberosRealmMisconfigured, [])
            default: (row.cause, row.alternatives)
            }
        }

        @Test(arguments: DirectoryRow.grouped) func aSignInHasItsCause(_ group: DirectoryRow.Group) async throws {
            try await group.withEachRow(diagnose)
        }

        private func diagnose(_ row: DirectoryRow, _ file: String, _ lab: LabNetwork) async throws {
            let host = row.host.map { [("value: \(LabHost.filer.name)", "value: \($0)")] } ?? []
            let (cause, rivals) = Self.expected(row)
            try await Checker.with(lab, promising: host, of: "filer", including: [.directory]) { checker in
                let seen = try await checker.diagnose(
                    "filer/\(row.share.name)", from: .campus, credentials: row.means.isOwnTicket ? nil : file,
                    tickets: row.means.isOwnTicket ? file : nil)
                #expect(seen.cause == cause?.rawValue, "\(row.testDescription): \(seen)")
                let known = Set((rivals + [row.cause].compactMap(\.self)).map(\.rawValue))
                #expect(Set(seen.alternatives).isSubset(of: known), "\(row.testDescription): \(seen)")
                #expect(seen.duration < .seconds(15), "\(row.testDescription): \(seen.duration)")
                seen.expectStagesInOrder()
                print("diagnose | \(row.testDescription) | campus | \(seen.cause ?? "-") | \(seen.duration)")
            }
        }

        @Test func withoutATicketNobodySignsIn() async throws {
            let lab = try await LabNetwork.shared()
            try await lab.add(.directory)
            try await Checker.with(lab, including: [.directory]) { checker in
                let seen = try await checker.diagnose("filer/\(LabDirectory.archive.name)", from: .campus)
                #expect(seen.result == "undecided", "\(seen)")
            }
        }
    }
}

extension DirectoryRow.Means {
    /// Whether they are tickets that somebody has on the computer.
    fileprivate var isOwnTicket: Bool {
        switch self {
        case .ticket, .usedTicket, .endedTicket, .ticketForPasswordChanges: true
        case .password, .wrongPassword, .strangersPassword, .keys, .wrongKeys, .strangersKeys: false
        }
    }
}
