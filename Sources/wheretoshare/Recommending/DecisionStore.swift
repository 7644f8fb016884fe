internal import FoundationEssentials
internal import HostFacts
internal import StorageModel

/// Keeps recent answers on this machine, so that an id in a ticket can be explained.
struct DecisionStore {
    /// How many answers are kept.
    static let mostKept = 200
    private let files: KeptFiles

    init(_ folders: StateFolders) {
        files = KeptFiles(folders, in: "decisions", prefix: "WTS-", mostKept: Self.mostKept)
    }

    /// The id of an answer: the same question under the same inventory on the same day has the same id in every
    /// language.
    ///
    /// Whatever else an answer depends on is part of the id, so that no answer takes the place of a different one.
    static func id(of document: RecommendationDocument) throws -> String {
        QuotableID.text("WTS", of: try JSON.encode(Identity(document)), bytes: 4)
    }

    /// What an answer depends on, without the words of a language.
    private struct Identity: Encodable {
        let schema: String
        let date: String
        let institution: String
        let revision: String
        let question: RecommendationDocument.AskedQuestion
        let problems: [RecommendationDocument.FileProblem]
        let mountPoints: [String]

        init(_ document: RecommendationDocument) {
            schema = document.schema
            date = document.date
            institution = document.inventory.institution
            revision = document.inventory.revision
            var question = document.question
            question.levelName = ""
            question.networkName = ""
            question.contradictions = []
            for place in question.audience.indices { question.audience[place].name = "" }
            for place in question.tags.indices { question.tags[place].name = "" }
            self.question = question
            problems = document.problems
            let ways = [document.recommended].compactMap { $0 } + document.alternatives
            mountPoints = Set(ways.map(\.live.mountedAt) + [document.alreadyThere?.mountedAt]).compactMap { $0 }
                .sorted()
        }
    }

    /// Keeps an answer; a failure is returned, because it must not spoil the answer itself.
    func keep(_ document: RecommendationDocument) -> (any Error)? {
        do {
            try files.keep(Array(try JSON.encode(document).utf8), as: document.id)
            return nil
        } catch {
            return error
        }
    }

    /// The answer with an id.
    func document(_ id: String) throws(CommandProblem) -> RecommendationDocument {
        let known =
            "wheretoshare keeps the last \(Self.mostKept) answers of each account, on the machine that gave them"
        let digits = id.dropFirst(4)
        let isHexadecimal = digits.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x46).contains($0) }
        guard id.hasPrefix("WTS-"), digits.utf8.count == 8, isHexadecimal else {
            throw CommandProblem(
                what: "'\(id.startOnOneLine)' is not the id of an answer", why: "an id looks like WTS-7F3A91C2",
                next: "copy it from the answer's last line", status: .usage)
        }
        guard let bytes = try files.read(id) else {
            throw CommandProblem(
                what: "the answer \(id) is not kept here", why: known,
                next: "run it under the account and on the machine that gave the answer, or ask the question again")
        }
        guard let document = try? JSON.decode(RecommendationDocument.self, from: bytes), document.id == id else {
            throw CommandProblem(
                what: "the kept answer \(id) cannot be read",
                why: "the file '\(files.file(id))' is damaged or from another version", next: "ask the question again")
        }
        return document
    }
}
