internal import HostFacts
internal import StorageModel

/// Keeps recent answers on this machine, so that an id in a ticket can be explained.
struct DecisionStore {
    private let kept: KeptAnswers

    init(_ folders: StateFolders) { kept = KeptAnswers(folders, kind: .decision) }

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
    func keep(_ document: RecommendationDocument) -> (any Error)? { kept.keep(document, id: document.id) }

    /// The answer with an id.
    func document(_ id: String) throws(CommandProblem) -> RecommendationDocument {
        try kept.answer(id, as: RecommendationDocument.self) { $0.id == id }
    }
}
