import FoundationEssentials
import StorageModel
import TestKit
import Testing

/// Every cause has a page in `docs/causes` that says who acts, and the index leads to it.
@Suite struct CausePageTests {
    private static let folder = "docs/causes"
    private static let sections = ["## How it shows", "## What to do", "## Looks like it"]
    private static let index = Result { try repositoryText("\(folder)/README.md") }

    private func page(of cause: Cause) throws -> String {
        try repositoryText("\(Self.folder)/\(cause.rawValue).md")
    }

    private func lines(of cause: Cause) throws -> [Substring] {
        try page(of: cause).split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The one owner that a page names; nil when it names none, several or an unknown one.
    private func owner(of cause: Cause) throws -> Owner? {
        let lines = try lines(of: cause).filter { $0.hasPrefix("Owner:") }
        guard lines.count == 1, let line = lines.first, line.hasPrefix("Owner: ") else { return nil }
        return Owner(rawValue: String(line.dropFirst("Owner: ".count)))
    }

    @Test(arguments: Cause.allCases)
    func aPageBeginsWithItsCauseAndOwner(cause: Cause) throws {
        #expect(try lines(of: cause).first == "# \(cause.rawValue)")
        #expect(try owner(of: cause) != nil)
    }

    @Test(arguments: Cause.allCases)
    func aPageHasItsSectionsInOrderAndNoneIsEmpty(cause: Cause) throws {
        let lines = try lines(of: cause)
        #expect(lines.filter { $0.hasPrefix("## ") }.map(String.init) == Self.sections)
        for section in Self.sections {
            let body = lines.drop { $0 != section }.dropFirst().prefix { !$0.hasPrefix("## ") }
            #expect(body.contains { $0.hasPrefix("* ") }, "\(section) is empty")
        }
    }

    @Test(arguments: Cause.allCases)
    func theOwnerOfAPageHasSomethingToDo(cause: Cause) throws {
        let owner = try #require(try owner(of: cause))
        let actor =
            switch owner {
            case .user: "The person"
            case .helpdesk: "The helpdesk"
            case .network, .identity, .storage: "The \(owner.rawValue) team"
            }
        #expect(try lines(of: cause).contains { $0.hasPrefix("* \(actor): ") })
    }

    /// Links lead to other pages, and no page calls itself its own look-alike.
    @Test(arguments: Cause.allCases)
    func linksLeadToOtherPages(cause: Cause) throws {
        for link in try page(of: cause).matches(of: /\[([^\]]+)\]\(([^)]+)\)/) {
            let target = Cause(rawValue: String(link.1))
            #expect(target != nil && target != cause, "\(link.1)")
            #expect(link.2 == "\(link.1).md")
        }
    }

    @Test(arguments: Cause.allCases)
    func statusesHaveTheirNumbers(cause: Cause) throws {
        let page = try page(of: cause)
        let statuses = page.matches(of: /`(STATUS_[A-Z0-9_]+)`\s+\(0x([0-9a-f]{8})\)/)
        #expect(statuses.count == page.matches(of: /STATUS_/).count, "a status has no number")
        for status in statuses {
            let number = try #require(UInt32(status.2, radix: 16))
            #expect(NTStatus(rawValue: number).name == String(status.1))
        }
    }

    @Test func noPageIsWithoutACause() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(repositoryRoot)/\(Self.folder)")
        #expect(Set(names) == Set(Cause.allCases.map { "\($0.rawValue).md" } + ["README.md"]))
    }

    @Test func theIndexNamesEachCauseOnceWithItsOwner() throws {
        let rows = try Self.index.get().split(separator: "\n").filter { $0.hasPrefix("| [") }
        #expect(rows.count == Cause.allCases.count)
        for cause in Cause.allCases {
            let owner = try #require(try owner(of: cause)).rawValue
            let start = "| [\(cause.rawValue)](\(cause.rawValue).md) | \(owner) | "
            #expect(rows.filter { $0.hasPrefix(start) }.count == 1, "\(cause.rawValue)")
        }
    }
}
