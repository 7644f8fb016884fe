import Diagnosis
import InventoryFiles
import StorageModel
import TestKit
import Testing

@testable import wheretoshare

/// What a check says of servers of the inside that it sees from outside.
@Suite struct CheckOutsideTests {
    private func failed(_ system: SystemID?, _ target: String, _ cause: Cause, at stage: Stage) -> CheckReport.Entry {
        let steps = [Observation.Step(stage: stage, state: .fail)]
        return .init(
            system: system, observation: Observation(target: target, verdict: .failed, cause: cause, steps: steps),
            at: Moment(secondsSince1970: 0))
    }

    private func healthy(_ system: SystemID?, _ target: String, _ stages: [Stage]) -> CheckReport.Entry {
        let steps = stages.map { Observation.Step(stage: $0, state: .ok) }
        return .init(
            system: system, observation: Observation(target: target, verdict: .healthy, steps: steps),
            at: Moment(secondsSince1970: 0))
    }

    private func text(_ entries: CheckReport.Entry..., from network: NetworkID?, in language: Language = "en") throws
        -> String
    {
        let inventory = try InventoryReader.read(try InventoryFolder.load(at: "\(repositoryRoot)/Inventory"))
        var report = CheckReport(
            entries: entries, vantage: Vantage(name: "laptop", network: network), institution: "ista",
            duration: .seconds(1), endedAt: Moment(secondsSince1970: 0))
        report.markWhatNeedsVPN(inventory)
        let words = CheckWording(wording: Wording(inventory, language: language))
        return CheckText(report, words: words, width: 400, isColored: false).text(withSteps: false)
    }

    private let vpnFirst = "You are outside: connect the VPN first (vpn-down)"

    @Test(arguments: ["outside", nil] as [NetworkID?]) func outsideTheVPNComesFirst(_ network: NetworkID?) throws {
        let text = try text(
            failed("nas02", "nas02", .tcpRefused, at: .tcp), failed("istsmb3", "istsmb3", .tcpDropped, at: .tcp),
            failed("archive3", "archive3", .dnsInternalOnly, at: .dns), healthy(nil, "gateway:vpn", [.dns, .tcp]),
            from: network)
        // What a stranger's server says is another trouble, and told after it.
        #expect(text.hasPrefix("✗ istsmb3, archive3: "), "\(text)")
        #expect(text.contains(vpnFirst))
        #expect(text.contains("from here you reach gateway:vpn"))
        #expect(text.contains("✗ nas02: "))
        #expect(!text.contains("tcp-dropped"))
    }

    @Test func insideNobodySpeaksOfTheVPN() throws {
        let text = try text(failed("istsmb3", "istsmb3", .tcpDropped, at: .tcp), from: "campus")
        #expect(!text.contains("VPN first"))
        #expect(text.contains("tcp-dropped"))
    }

    @Test func aFileServerThatAnswersSaysThatTheVPNIsNotMissing() throws {
        let text = try text(
            failed("istsmb3", "istsmb3", .tcpDropped, at: .tcp),
            healthy("nas02", "nas02", [.dns, .tcp, .negotiate]), from: "outside")
        #expect(!text.contains("VPN first"))
    }

    @Test func aComputerWithoutAnyConnectionHasAnotherTroubleFirst() throws {
        let text = try text(
            failed("istsmb3", "istsmb3", .dnsNoAnswer, at: .dns), failed(nil, "gateway:vpn", .dnsNoAnswer, at: .dns),
            from: "outside")
        #expect(!text.contains("VPN first"))
        #expect(text.contains("dns-no-answer"))
    }

    @Test func itIsSaidInGerman() throws {
        let text = try text(failed("istsmb3", "istsmb3", .noRoute, at: .tcp), from: "outside", in: "de")
        #expect(text.contains("Sie sind außerhalb: zuerst das VPN verbinden (vpn-down)"))
    }
}
