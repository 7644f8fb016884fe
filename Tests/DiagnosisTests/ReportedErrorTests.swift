import Diagnosis
import StorageModel
import TestKit
import Testing

/// What people's computers show them, and what is made of it.
@Suite struct ReportedErrorTests {
    private static let found = Sighting(
        lookup: Samples.lookup(.addresses([Samples.address()])), connections: [Samples.attempt(.connected)])

    private func judged(_ line: String, _ sighting: Sighting = Self.found) -> Observation {
        Samples.expectation().observation(
            of: sighting, reported: ReportedMessages.errors(in: line), at: Samples.now)
    }

    static let lines: [(line: String, name: String)] = [
        ("System error 53 has occurred.", "53 ERROR_BAD_NETPATH"),
        ("Systemfehler 1326 aufgetreten.", "1326 ERROR_LOGON_FAILURE"),
        ("Error code: 0x80070035", "53 ERROR_BAD_NETPATH"), ("Fehlercode: 0x80070035", "53 ERROR_BAD_NETPATH"),
        ("0X80070043 Der Netzwerkname wurde nicht gefunden.", "67 ERROR_BAD_NET_NAME"),
        ("The error number is unknown; code 5. ERROR NR 5", "5 ERROR_ACCESS_DENIED"),
        ("An error occurred, 0xc000006d", "0xc000006d STATUS_LOGON_FAILURE"),
        ("0x80090322", "0x80090322 SEC_E_WRONG_PRINCIPAL"), ("The network path was not found.", "53 ERROR_BAD_NETPATH"),
        ("(Error code -36)", "-36 ioErr"), ("Fehler: -43", "-43 fnfErr"),
        (
            "Multiple connections to a server or shared resource by the same user",
            "1219 ERROR_SESSION_CREDENTIAL_CONFLICT"
        ),
        ("There was a problem connecting to the server \"nas02\".", "problem connecting to the server"),
        ("mount_smbfs: server rejected the connection: Authentication error", "invalid username or password"),
    ]

    @Test(arguments: lines.indices)
    func anErrorIsFoundInALine(_ index: Int) throws {
        let (line, name) = Self.lines[index]
        #expect(try #require(ReportedMessages.errors(in: line).first).name == name)
    }

    @Test(arguments: [
        "", "I paid 53 euro", "error", "Error 404", "0x8007", "0xzzzzzzzz", "Fehler 99999999999999", "error --53",
        "error -2147483648", "terror 53",
    ])
    func otherLinesHoldNone(line: String) {
        #expect(ReportedMessages.errors(in: line).isEmpty)
    }

    /// What was seen counts more: the same error means something else once a step is known to work.
    @Test func anErrorIsAboutTheFirstStepThatWasNotSeenToWork() {
        let blind = judged("System error 53", Sighting())
        #expect(blind.cause == .tcpDropped)
        #expect(blind.alternatives.contains(.vpnDown) && blind.alternatives.contains(.dnsNameUnknown))
        #expect(blind.steps.first { $0.state == .fail }?.stage == .tcp)
        let connected = judged("System error 53")
        #expect(connected.cause == .networkNotAllowed)
        #expect(connected.alternatives == [.notSMB, .dfsTargetUnreachable])
        #expect(connected.steps.prefix(3).map(\.state) == [.ok, .ok, .fail])
        #expect(connected.steps.dropFirst(3).allSatisfy { $0.state == .notChecked })
    }

    @Test func anErrorDoesNotExplainAwayWhatWasSeen() {
        let sighting = Sighting(lookup: Samples.lookup(.unknownName))
        #expect(
            judged("System error 1326", sighting) == Samples.expectation().observation(of: sighting, at: Samples.now))
    }

    @Test func anErrorThatSeeingRefutesSaysNothing() {
        let judged = judged("error 11001")
        #expect(judged.cause == nil && judged.verdict == .unknown)
    }

    @Test func theFirstErrorThatFitsCounts() {
        let judged = judged("System error 1225. System error 1331.")
        #expect(judged.cause == .accountDisabled && judged.alternatives.isEmpty)
        #expect(
            judged.steps.first { $0.state == .fail }?.evidence == [.init("reported", "1331 ERROR_ACCOUNT_DISABLED")])
    }

    /// The pages tell people which number goes with a cause, and so does the table.
    @Test(arguments: Cause.allCases)
    func thePagesAndTheTableAgree(cause: Cause) throws {
        let page = try repositoryText("docs/causes/\(cause.rawValue).md")
        for mention in page.matches(of: /system error ([0-9]+)((?:(?:,| or) (?:0x[0-9a-f]+|[0-9]+))*)/) {
            let numbers = [String(mention.1)] + mention.2.matches(of: /\b[0-9]+\b/).map { String($0.0) }
            for number in numbers.compactMap({ UInt32($0) }) {
                let error = WindowsError.named(number)
                #expect(error?.meanings.contains { $0.cause == cause } == true, "\(number)")
            }
        }
    }

    @Test func everyNumberIsThereOnce() {
        let numbers = WindowsError.all.map(\.number)
        #expect(Set(numbers).count == numbers.count)
        #expect(WindowsError.all.allSatisfy { !$0.error.meanings.isEmpty })
    }
}
