internal import Crypto
internal import FoundationEssentials
internal import Glibc
internal import HostFacts

/// Keeps recent answers on this machine, so that an id in a ticket can be explained.
struct DecisionStore {
    /// How many answers are kept.
    static let mostKept = 200
    /// The largest file that is read back, in bytes.
    private static let mostBytes = 4 << 20

    private let folder: HostPath

    init(_ folders: StateFolders) {
        folder = folders.state.appending("decisions")
    }

    /// The id of an answer: the same question under the same inventory on the same day has the same id in every
    /// language.
    static func id(of document: RecommendationDocument) -> String {
        let asked = document.question
        let people = asked.audience.map {
            "\($0.kind) \($0.id ?? "") \($0.groups.map { $0.joined(separator: "+") } ?? "?")"
        }
        let tags = asked.tags.map { "\($0.id) \($0.because)" }
        let facets = asked.facets.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let parts: [String] = [
            document.schema, document.date, document.inventory.institution, document.inventory.revision,
            people.joined(separator: "\u{1F}"), asked.action, asked.declaredLevel ?? "", asked.level,
            tags.joined(separator: "\u{1F}"), asked.bytes.map { String($0) } ?? "",
            asked.largestFileBytes.map { String($0) } ?? "", asked.files.map { String($0) } ?? "", asked.network,
            asked.asker ?? "", asked.askerGroups.map { $0.joined(separator: "+") } ?? "?",
            facets.joined(separator: "\u{1F}"), asked.lyingOn ?? "", asked.inspection,
        ]
        let digest = SHA256.hash(data: Array(parts.joined(separator: "\u{1E}").utf8))
        return "WTS-"
            + digest.prefix(4).map { byte in
                let digits = String(byte, radix: 16, uppercase: true)
                return digits.utf8.count < 2 ? "0" + digits : digits
            }.joined()
    }

    /// Keeps an answer; a failure is returned, because it must not spoil the answer itself.
    func keep(_ document: RecommendationDocument) -> (any Error)? {
        do {
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
        guard id.hasPrefix("WTS-"), digits.utf8.count == 8, digits.allSatisfy(\.isHexDigit) else {
            throw CommandProblem(
                what: "'\(id.shownOnOneLine)' is not the id of an answer", why: "an id looks like WTS-7F3A91C2",
                next: "copy it from the answer's last line", status: .usage)
        }
        let bytes: [UInt8]?
        do {
            bytes = try StateFile.read(file(id), limit: Self.mostBytes)
        } catch {
            throw CommandProblem(what: error.what, why: error.why, next: error.next)
        }
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

    /// Removes the oldest answers beyond the number that is kept, never the latest, whatever the clock says.
    private func prune(sparing latest: String) {
        guard let handle = unsafe opendir(folder.text) else { return }
        defer { unsafe closedir(handle) }
        var files: [(name: String, time: Int)] = []
        while let entry = unsafe readdir(handle) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            guard name.hasPrefix("WTS-"), name.hasSuffix(".json") else { continue }
            files.append((name, 0))
        }
        guard files.count > Self.mostKept else { return }
        for place in files.indices {
            var facts = stat()
            if unsafe lstat(folder.appending(files[place].name).text, &facts) == 0 {
                files[place].time = Int(facts.st_mtim.tv_sec) * 1_000_000_000 + Int(facts.st_mtim.tv_nsec)
            }
        }
        let others = files.filter { $0.name != latest }.sorted { ($0.time, $0.name) > ($1.time, $1.name) }
        for file in others.dropFirst(Self.mostKept - 1) {
            _ = unsafe unlink(folder.appending(file.name).text)
        }
    }
}

/// JSON as the program writes and reads it: sorted keys, so that two runs can be compared line by line.
enum JSON {
    /// The text of a value, on several lines.
    static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// A value from its text.
    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes))
    }
}
