internal import FoundationEssentials
internal import Glibc
internal import HostFacts
internal import StorageModel

/// Recent answers of one kind on this machine, for this account alone.
struct KeptAnswers {
    /// What is kept.
    enum Kind {
        case decision
        case diagnosis

        /// What its ids begin with.
        var prefix: String { self == .decision ? "WTS" : "WTD" }
        /// How many hexadecimal digits follow.
        var digits: Int { self == .decision ? 8 : 4 }
        fileprivate var folder: String { self == .decision ? "decisions" : "diagnoses" }
        fileprivate var name: String { self == .decision ? "answer" : "diagnosis" }
    }

    /// How many are kept.
    static let mostKept = 200
    /// The largest file that is read back, in bytes.
    private static let mostBytes = 4 << 20

    /// How long a file may take to be written, in seconds; what is older was left behind by a run that was killed.
    private static let longestWriting = 3_600

    private let kind: Kind
    private let folders: StateFolders
    private let folder: HostPath

    init(_ folders: StateFolders, kind: Kind) {
        self.kind = kind
        self.folders = folders
        folder = folders.state.appending(kind.folder)
    }

    /// Keeps an answer; a failure is returned, because it must not spoil the answer itself.
    func keep(_ answer: some Encodable, id: String) -> (any Error)? {
        do {
            try folders.trust(folder)
            let bytes = Array(try JSON.encode(answer).utf8)
            try StateFile.writeAtomically(bytes, to: file(id))
            prune(sparing: "\(id).json")
            return nil
        } catch {
            return error
        }
    }

    /// The answer with an id.
    /// - Parameters:
    ///   - id: The id.
    ///   - type: What was kept.
    ///   - isRight: Whether what was read is what the id says.
    /// - Returns: The answer.
    /// - Throws: When it is not kept, or what is kept cannot be read.
    func answer<Answer: Decodable>(
        _ id: String, as type: Answer.Type, where isRight: (Answer) -> Bool
    ) throws(CommandProblem) -> Answer {
        let name = kind.name
        let known =
            "wheretoshare keeps the last \(Self.mostKept) of each account, on the machine that gave them"
        let digits = id.dropFirst(4)
        let isHexadecimal = digits.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x46).contains($0) }
        guard id.hasPrefix(kind.prefix + "-"), digits.utf8.count == kind.digits, isHexadecimal else {
            throw CommandProblem(
                what: "'\(id.shownOnOneLine)' is not the id of an answer",
                why: "an id looks like WTS-7F3A91C2, that of a diagnosis like WTD-19C0",
                next: "copy it from the answer's last line", status: .usage)
        }
        do { try folders.trust(folder) } catch { throw CommandProblem(error) }
        let bytes: [UInt8]?
        do { bytes = try StateFile.read(file(id), limit: Self.mostBytes) } catch { throw CommandProblem(error) }
        guard let bytes else {
            throw CommandProblem(
                what: "the \(name) \(id) is not kept here", why: known,
                next: "run it under the account and on the machine that gave the \(name), or ask the question again")
        }
        guard let answer = try? JSON.decode(type, from: bytes), isRight(answer) else {
            throw CommandProblem(
                what: "the kept \(name) \(id) cannot be read",
                why: "the file '\(file(id))' is damaged or from another version", next: "ask the question again")
        }
        return answer
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
            if name.hasPrefix(kind.prefix + "-"), name.hasSuffix(".json") { answers.append(name) }
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
