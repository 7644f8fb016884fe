internal import HostFacts
internal import StorageModel

/// A diagnosis as it was told, to be told again.
struct KeptDiagnosis: Codable {
    /// The page for the agent and the ticket, in one language.
    struct Page: Codable {
        var language: String
        var text: String
        var ticket: String
        var document: String
    }

    var schema = "wheretoshare.kept-diagnosis/1"
    var id: String
    var exitStatus: Int32
    var pages: [Page]
}

/// Keeps recent diagnoses on this machine, so that the id that somebody tells the helpdesk can be explained.
struct DiagnosisStore {
    /// How many diagnoses are kept.
    static let mostKept = 200
    /// How wide a page is written.
    static let width = 88

    private let files: KeptFiles

    init(_ folders: StateFolders) {
        files = KeptFiles(folders, in: "diagnoses", prefix: "WTD-", mostKept: Self.mostKept)
    }

    /// The id as people say it, with or without its first letters; nil when it is not the id of a diagnosis.
    static func id(_ text: String) -> String? {
        let upper = text.uppercased()
        let digits = upper.hasPrefix("WTD-") ? upper.dropFirst(4) : upper[...]
        let isHexadecimal = digits.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x46).contains($0) }
        return digits.utf8.count == 4 && isHexadecimal ? "WTD-\(digits)" : nil
    }

    /// Keeps a diagnosis; a failure is returned, because it must not spoil the diagnosis itself.
    func keep(_ diagnosis: KeptDiagnosis) -> (any Error)? {
        do {
            try files.keep(Array(try JSON.encode(diagnosis).utf8), as: diagnosis.id)
            return nil
        } catch {
            return error
        }
    }

    /// The diagnosis with an id.
    func diagnosis(_ id: String) throws(CommandProblem) -> KeptDiagnosis {
        guard let bytes = try files.read(id) else {
            throw CommandProblem(
                what: "the diagnosis \(id) is not kept here",
                why:
                    "wheretoshare keeps the last \(Self.mostKept) diagnoses of each account, on the machine that made them",
                next: "run it under the account and on the machine that made the diagnosis, or diagnose the place again"
            )
        }
        guard let kept = try? JSON.decode(KeptDiagnosis.self, from: bytes), kept.id == id, !kept.pages.isEmpty else {
            throw CommandProblem(
                what: "the kept diagnosis \(id) cannot be read",
                why: "the file '\(files.file(id))' is damaged or from another version",
                next: "diagnose the place again")
        }
        return kept
    }
}

extension KeptDiagnosis {
    /// What was found, told in each language of the inventory.
    init(_ report: DiagnosisReport, _ inventory: Inventory) throws {
        id = report.id
        exitStatus = report.exitStatus.rawValue
        pages = try inventory.institution.languages.map { language in
            let words = CheckWording(wording: Wording(inventory, language: language))
            return Page(
                language: language.code,
                text: DiagnosisText(report: report, words: words).text(
                    width: DiagnosisStore.width, isColored: false, explained: true),
                ticket: DiagnosisTicket(report: report, words: words).markdown,
                document: try JSON.encode(DiagnosisDocument(report, words)))
        }
    }

    /// The page in a language, else in the first.
    func page(in language: String) -> Page? { pages.first { $0.language == language } ?? pages.first }
}
