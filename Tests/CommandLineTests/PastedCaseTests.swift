import Diagnosis
import InventoryFiles
import StorageModel
import TestKit
import Testing

@testable import wheretoshare

/// What is made of what people paste: the same causes as of our own evidence.
///
/// Neither Windows nor macOS is to be had here. What the scripts print there is written down by hand.
@Suite struct PastedCaseTests {
    typealias Sample = SampleScripts

    struct Situation: CustomTestStringConvertible {
        var name: String
        var facts: String
        var around = ""
        var system = "windows"
        var outcome: AccessDiagnosis.Outcome
        var cause: Cause?
        var testDescription: String { name }
    }

    static let situations: [Situation] = [
        .init(
            name: "all is well",
            facts: Sample.person(Sample.domain) + Sample.server("connected") + Sample.campus + "open-folder: ok\n",
            outcome: .works),
        .init(
            name: "at home without VPN", facts: Sample.person() + Sample.noName + Sample.gateway() + Sample.home,
            outcome: .broken, cause: .vpnDown),
        .init(
            name: "the VPN does not lead there",
            facts: Sample.person() + Sample.server("no-answer", netBIOS: "no-answer", other: "no-answer")
                + Sample.gateway() + Sample.vpn + Sample.route("WLAN"),
            outcome: .broken, cause: .splitTunnel),
        .init(
            name: "the VPN leads there, and nobody answers",
            facts: Sample.person() + Sample.server("no-answer", netBIOS: "no-answer") + Sample.gateway() + Sample.vpn
                + Sample.route("VPN-Client"),
            outcome: .broken, cause: .tcpDropped),
        .init(
            name: "the VPN is up, and the home's name server is asked",
            facts: Sample.person() + Sample.noName + Sample.gateway() + Sample.vpn, outcome: .broken,
            cause: .dnsNameUnknown),
        .init(
            name: "the provider blocks the port",
            facts: Sample.person() + Sample.server("no-answer", netBIOS: "connected", other: "no-answer")
                + Sample.gateway() + Sample.home,
            outcome: .broken, cause: .vpnDown),
        .init(
            name: "the network blocks the port inside",
            facts: Sample.person(Sample.domain)
                + Sample.server("no-answer", netBIOS: "connected", other: "no-answer") + Sample.campus,
            outcome: .broken, cause: .port445Blocked),
        .init(
            name: "on eduroam",
            facts: Sample.person() + Sample.server("no-answer", netBIOS: "no-answer", other: "no-answer")
                + Sample.gateway() + Sample.eduroam,
            outcome: .broken, cause: .vpnDown),
        .init(
            name: "no connection at all",
            facts: Sample.person() + "place: istsmb3/bioimaging istsmb3.ist.ac.at no-server ms=2\n"
                + "place: gateway:vpn vpn.ist.ac.at no-server ms=2\n" + Sample.loopback,
            outcome: .broken, cause: .dnsNoAnswer),
        .init(
            name: "the service is down", facts: Sample.person() + Sample.server("refused") + Sample.campus,
            outcome: .broken, cause: .tcpRefused),
        .init(
            name: "a rule of this computer's own",
            facts: Sample.person() + Sample.server("no-answer") + Sample.campus
                + "firewall: known\nfirewall-rule: certain Block SMB outbound\n",
            outcome: .broken, cause: .clientFirewall),
        .init(
            name: "Windows itself forbids the connection",
            facts: Sample.person() + Sample.server("forbidden") + Sample.campus, outcome: .broken,
            cause: .clientFirewall),
        .init(
            name: "the hosts file is wrong",
            facts: Sample.person() + Sample.server("connected") + Sample.campus
                + "hosts-line: 21 10.21.4.11 istsmb3.ist.ac.at\nopen-folder: error 1326\n",
            outcome: .broken, cause: .wrongCredentials),
        .init(
            name: "the ticket has ended",
            facts: Sample.person(system: "macOS 14.7.1") + Sample.server("connected") + Sample.campus
                + """
                tickets: known
                principal: anna@IST.LOCAL
                ticket: krbtgt/IST.LOCAL IST.LOCAL 2026-11-25T06:00:00Z 2026-11-25T16:00:00Z

                """,
            around: "mount_smbfs: server rejected the connection: Authentication error", system: "macos",
            outcome: .broken, cause: .kerberosTicketExpired),
        .init(
            name: "no ticket in a domain",
            facts: Sample.person(Sample.domain) + Sample.server("connected") + Sample.campus + "tickets: known\n",
            around: "System error 1326 has occurred.", outcome: .broken, cause: .noKerberosTicket),
        .init(
            name: "a wrong password", facts: Sample.person() + Sample.server("connected") + Sample.campus,
            around: "Systemfehler 1326 aufgetreten.\nDer Benutzername oder das Kennwort ist falsch.", outcome: .broken,
            cause: .wrongCredentials),
        .init(
            name: "another name already", facts: Sample.person() + Sample.server("connected") + Sample.campus,
            around: "System error 1219 has occurred.", outcome: .broken, cause: .otherAccountConnected),
        .init(
            name: "no such share", facts: Sample.person() + Sample.server("connected") + Sample.campus,
            around: "Error code: 0x80070043", outcome: .broken, cause: .shareNotOffered),
        .init(
            name: "a member whom the share does not let in",
            facts: Sample.person(Sample.domain) + Sample.server("connected") + Sample.campus
                + "open-folder: error 5\nopen-share: error 5\ngroups: known\ngroup: bioimaging\n",
            outcome: .broken, cause: .membershipNotInTicket),
        .init(
            name: "a member of another group alone",
            facts: Sample.person(Sample.domain) + Sample.server("connected") + Sample.campus
                + "open-folder: error 5\nopen-share: error 5\ngroups: known\ngroup: finance\n",
            outcome: .deniedAsIntended, cause: .shareDenied),
        .init(
            name: "the share opens, the folder does not",
            facts: Sample.person(Sample.domain) + Sample.server("connected") + Sample.campus
                + "open-folder: error 5\nopen-share: ok\n",
            outcome: .broken, cause: .folderDenied),
        .init(
            name: "the server accepts and says nothing",
            facts: Sample.person(Sample.domain) + Sample.server("connected") + Sample.campus
                + "open-folder: no-answer\n",
            outcome: .broken, cause: .serverHung),
        .init(
            name: "nothing was tried behind the port",
            facts: Sample.person() + Sample.server("connected") + Sample.campus, outcome: .undecided),
    ]

    private static let inventory = Result {
        try InventoryReader.read(try InventoryFolder.load(at: "\(repositoryRoot)/Inventory"))
    }

    /// The evidence that a paste holds, read as the program does.
    static func evidence(_ paste: String, meant: String? = nil) throws -> AccessCase {
        let text = try PastedText(Array(paste.utf8), named: "paste")
        let block = try #require(try PastedBlock(in: text, named: "paste"))
        let pasted = try PastedEvidence(block, named: "paste") { Issue.record("unknown: \($0)") }
        let look = PastedCase(
            inventory: try inventory.get(), today: CalendarDate(daysSince1970: 20_783), pasted: pasted,
            reported: block.outside.flatMap { ReportedMessages.errors(in: $0.text) }, paste: "paste")
        return try look.evidence(at: try #require(pasted.time))
    }

    private func paste(_ situation: Situation) -> String {
        "Hello, here it is.\n" + Sample.sealed(situation.facts, system: situation.system) + situation.around + "\n"
    }

    @Test(arguments: situations)
    func theCauseIsFound(in situation: Situation) throws {
        let diagnosis = try Self.evidence(paste(situation)).diagnosis()
        #expect(diagnosis.outcome == situation.outcome)
        #expect(diagnosis.cause == situation.cause, "\(diagnosis.observation)")
    }

    /// What programs on the way do to a text.
    static let ways: [(name: String, change: @Sendable (String) -> String)] = [
        ("quoted in a reply", { $0.split(separator: "\n").map { "> > " + $0 }.joined(separator: "\n") }),
        ("with the line ends of Windows", { $0.replacing("\n", with: "\r\n") }),
        ("with old line ends", { $0.replacing("\n", with: "\r") }),
        ("with spaces at the ends", { $0.replacing("\n", with: "  \t\n") }),
        ("with an empty line after each", { $0.replacing("\n", with: "\n\n") }),
        ("indented with spaces that do not break", { $0.replacing("\n", with: "\n\u{A0}\u{A0}") }),
        ("with hyphens made long", { $0.replacing("-", with: "\u{2013}") }),
        ("with invisible marks", { $0.replacing(": ", with: ":\u{200B} ").replacing("W", with: "\u{2060}W") }),
        ("wrapped at a width", { wrapped($0, at: 38) }), ("cut at a width", { cut($0, at: 40) }),
        (
            "in a thread that quotes it twice",
            { $0 + $0.split(separator: "\n").map { "> " + $0 }.joined(separator: "\n") }
        ),
    ]

    /// Breaks lines at spaces, which are lost.
    static func wrapped(_ text: String, at width: Int) -> String {
        text.split(separator: "\n").map { line in
            var lines = [""]
            for word in line.split(separator: " ") {
                if lines[lines.count - 1].count + word.count > width, !lines[lines.count - 1].isEmpty {
                    lines.append("")
                }
                lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
            }
            // A mark is a short line, which nobody wraps.
            return line.hasPrefix("WTS-") ? String(line) : lines.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// Breaks lines wherever the width ends.
    static func cut(_ text: String, at width: Int) -> String {
        text.split(separator: "\n").map { line in
            stride(from: 0, to: line.count, by: width).map { line.dropFirst($0).prefix(width) }.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    @Test(arguments: ways.indices)
    func aPasteSurvivesItsWay(_ index: Int) throws {
        let way = Self.ways[index]
        for situation in Self.situations {
            let plain = paste(situation)
            #expect(try Self.evidence(way.change(plain)) == Self.evidence(plain), "\(way.name): \(situation.name)")
        }
    }
}
