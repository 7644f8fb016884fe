import StorageModel
import TestKit
import Testing

@testable import Probing

@Suite struct ErrorReportTests {
    /// An ancillary message of the kernel for IPv4: ICMP "administratively prohibited" from 198.51.100.1.
    static let prohibited = bytes(
        hex:
            "3000000000000000 00000000 0b000000 71000000 02 03 0d 00 00000000 00000000 02000000 c6336401 0000000000000000"
    )

    @Test func theKindAndTheSenderAreRead() throws {
        let report = try #require(ErrorReport(control: Self.prohibited[...]))
        #expect(report.origin == .icmp)
        #expect(report.rejection == .administrativelyProhibited)
        #expect(report.sender == IPAddress("198.51.100.1"))
    }

    @Test(arguments: [
        (3, 0, ConnectionAttempt.Rejection.networkUnreachable), (3, 1, .hostUnreachable), (3, 3, .portUnreachable),
        (3, 9, .administrativelyProhibited), (3, 10, .administrativelyProhibited), (3, 13, .administrativelyProhibited),
        (3, 2, .other), (11, 0, .other),
    ])
    func codesOfICMPHaveTheirMeaning(type: UInt8, code: UInt8, expected: ConnectionAttempt.Rejection) {
        #expect(ErrorReport(origin: .icmp, type: type, code: code, sender: nil).rejection == expected)
    }

    @Test(arguments: [
        (1, 0, ConnectionAttempt.Rejection.networkUnreachable), (1, 3, .hostUnreachable), (1, 4, .portUnreachable),
        (1, 1, .administrativelyProhibited), (1, 5, .administrativelyProhibited), (1, 6, .administrativelyProhibited),
        (1, 2, .other), (3, 0, .other),
    ])
    func codesOfICMPv6HaveTheirMeaning(type: UInt8, code: UInt8, expected: ConnectionAttempt.Rejection) {
        #expect(ErrorReport(origin: .icmpv6, type: type, code: code, sender: nil).rejection == expected)
    }

    @Test func whatComesFromThisComputerIsNoRejection() {
        #expect(ErrorReport(origin: .local, type: 3, code: 13, sender: nil).rejection == nil)
    }

    @Test func damagedMessagesAreSurvived() {
        for count in 0..<Self.prohibited.count where count != 44 { _ = ErrorReport(control: Self.prohibited[..<count]) }
        var random = SeededGenerator(seed: 5)
        for _ in 0..<20_000 {
            var damaged = Self.prohibited
            for _ in 0...random.below(4) { damaged[random.below(damaged.count)] = UInt8(random.below(256)) }
            _ = ErrorReport(control: damaged[...])
        }
    }

    /// What a refusal means depends on who sent it: a router says no, or this computer did not find the neighbour.
    @Test func theSenderTellsAFilterFromASearch() {
        let own = IPAddress("198.51.100.50")
        let router = ErrorReport(origin: .icmp, type: 3, code: 1, sender: IPAddress("198.51.100.1"))
        let itself = ErrorReport(origin: .icmp, type: 3, code: 1, sender: own)
        #expect(ConnectionAttempt.Outcome(endedBy: 113, report: router, ownAddress: own) == .rejected(.hostUnreachable))
        #expect(ConnectionAttempt.Outcome(endedBy: 113, report: itself, ownAddress: own) == .hostUnreachable)
        #expect(ConnectionAttempt.Outcome(endedBy: 111, report: nil, ownAddress: own) == .refused)
        #expect(ConnectionAttempt.Outcome(endedBy: 110, report: nil, ownAddress: own) == .noAnswer)
    }
}
