internal import HostFacts
internal import StorageModel

/// A diagnosis as it was given, so that whoever hears its id on the telephone can read it.
///
/// What was seen then cannot be seen again, so that the words are kept, in every language that the program speaks.
struct KeptDiagnosis: Codable {
    /// What is read in one language.
    struct Pages: Codable {
        var explanation: String
        var ticket: String
    }

    var schema = "wheretoshare.kept-diagnosis/1"
    var id: String
    var at: String
    var status: Int32
    var pages: [String: Pages]
    /// The diagnosis for programs.
    var document: String

    /// For how many columns it is laid out.
    private static let width = 88

    init(_ report: DiagnosisReport, _ inventory: Inventory, document: String) {
        id = report.id
        at = report.at.description
        status = report.exitStatus.rawValue
        self.document = document
        let languages = inventory.institution.languages
        pages = Dictionary(
            uniqueKeysWithValues: languages.map { language in
                let words = CheckWording(wording: Wording(inventory, language: language))
                let text = DiagnosisText(report: report, words: words)
                return (
                    language.code,
                    Pages(
                        explanation: text.text(width: Self.width, isColored: false, explained: true),
                        ticket: DiagnosisTicket(report: report, words: words).markdown)
                )
            })
    }

    /// Keeps it; a failure is returned, because it must not spoil the diagnosis itself.
    func keep(in folders: StateFolders) -> (any Error)? {
        KeptAnswers(folders, kind: .diagnosis).keep(self, id: id)
    }

    /// The diagnosis with an id.
    static func find(_ id: String, in folders: StateFolders) throws(CommandProblem) -> KeptDiagnosis {
        try KeptAnswers(folders, kind: .diagnosis).answer(id, as: KeptDiagnosis.self) { $0.id == id }
    }

    /// Its pages in a language, or in another where it was not given in that one.
    func pages(in language: Language) -> Pages? { pages[language.code] ?? pages["en"] ?? pages.values.first }
}
