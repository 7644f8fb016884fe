internal import FoundationEssentials
internal import Glibc
internal import HostFacts
internal import StorageModel

/// Keeps recent answers on this machine, so that an id in a ticket can be explained.
struct DecisionStore {
    /// How many answers are kept.
    static let mostKept = 200
    /// The largest file that is read back, in bytes.
    private static let mostBytes = 4 << 20

    /// How long a file may take to be written, in seconds; what is older was left behind by a run that was killed.
    private static let longestWriting = 3_600

    private let folders: StateFolders
    private let folder: HostPath

    init(_ folders: StateFolders) {
        self.folders = folders
        folder = folders.state.appending("decisions")
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
            try folders.trust(folder)
            let bytes = Array(try JSON.encode(document).utf8)
            try StateFile.writeAtomically(bytes, to: file(document.id))
            prune(sparing: "\(document.id).json")
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
                what: "'\(id.shownOnOneLine)' is not the id of an answer", why: "an id looks like WTS-7F3A91C2",
                next: "copy it from the answer's last line", status: .usage)
        }
        do { try folders.trust(folder) } catch { throw CommandProblem(error) }
        let bytes: [UInt8]?
        do { bytes = try StateFile.read(file(id), limit: Self.mostBytes) } catch { throw CommandProblem(error) }
        guard let bytes else {
            throw CommandProblem(
                what: "the answer \(id) is not kept here", why: known,
                next: "run it under the account and on the machine that gave the answer, or ask the question again")
        }
        guard let document = try? JSON.decode(RecommendationDocument.self, from: bytes), document.id == id else {
            throw CommandProblem(
                what: "the kept answer \(id) cannot be read",
                why: "the file '\(file(id))' is damaged or from another version", next: "ask the question again")
        }
        return document
    }

    private func file(_ id: String) -> HostPath { folder.appending("\(id).json") }

    /// Removes the oldest answers beyond the number that is kept, never the latest, whatever the clock says, and files
    /// that a run left half-written.
    private func prune(sparing latest: String) {
        guard let handle = unsafe opendir(folder.text) else { return }
        defer { unsafe closedir(handle) }
        var answers: [String] = []
        var unfinished: [String] = []
        while let entry = unsafe readdir(handle) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name.hasPrefix("WTS-"), name.hasSuffix(".json") { answers.append(name) }
            if name.hasPrefix(StateFile.unfinishedPrefix) { unfinished.append(name) }
        }
        if !unfinished.isEmpty, let now = written(latest) {
            for name in unfinished where (written(name) ?? now) < now - Self.longestWriting * 1_000_000_000 {
                _ = unsafe unlink(folder.appending(name).text)
            }
        }
        guard answers.count > Self.mostKept else { return }
        let others = answers.filter { $0 != latest }.map { (name: $0, time: written($0) ?? 0) }
            .sorted { ($0.time, $0.name) > ($1.time, $1.name) }
        for other in others.dropFirst(Self.mostKept - 1) {
            _ = unsafe unlink(folder.appending(other.name).text)
        }
    }

    /// When a file of the folder was last written, in nanoseconds since 1970; nil when it is gone.
    private func written(_ name: String) -> Int? {
        var facts = stat()
        guard unsafe lstat(folder.appending(name).text, &facts) == 0 else { return nil }
        return Int(facts.st_mtim.tv_sec) * 1_000_000_000 + Int(facts.st_mtim.tv_nsec)
    }
}
