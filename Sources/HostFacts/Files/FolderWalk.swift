import Glibc
internal import ProcessLimits

/// The walk of a survey: a stack of open folders, one per level, and the counts.
struct FolderWalk {
    private struct Level {
        let folder: OpenFolder
        let identity: FileIdentity
        let holdsGivenNames: Bool
        /// How long `place` was before this folder was entered.
        let placeBefore: Int
    }

    private(set) var totals = SurveyTotals()
    private(set) var problems = SurveyProblems()
    private(set) var extensions = ExtensionTally()
    private(set) var isCancelled = false

    private let limits: FileSurvey.Limits
    private let progress: ((SurveyTotals) -> Bool)?
    private let beforeLooking: ((HostPath) -> Void)?
    private let openFileLimit = OpenFileLimit()
    private var given: GivenEntries
    private var levels: [Level] = []
    private var ancestors: Set<FileIdentity> = []
    /// The path of the innermost open folder, as a person would write it.
    private var place: [UInt8] = []
    private var name = EntryName()
    private var sinceProgress = 0

    init(
        given: GivenEntries,
        limits: FileSurvey.Limits,
        progress: ((SurveyTotals) -> Bool)?,
        beforeLooking: ((HostPath) -> Void)?
    ) {
        self.given = given
        self.limits = limits
        self.progress = progress
        self.beforeLooking = beforeLooking
    }

    /// Counts what is at and below a given path.
    mutating func count(_ path: ResolvedPath) -> GivenPath.Outcome {
        guard !isCancelled else { return .notReached(path.kind) }
        let trimmed = path.given.withoutTrailingSlashes
        switch path.kind {
        case .folder:
            let identity = FileIdentity(path.status)
            guard given.claim(folder: identity) else { return .alreadyCounted(.folder) }
            totals.folders += 1
            place = trimmed.bytes
            switch opened({ () throws(ErrorNumber) in try OpenFolder.open(path.canonical) }) {
            case .success(let folder):
                enter(folder, identity)
                walk()
            case .failure(let error):
                note(Self.reason(error), error) { trimmed }
            }
        case .file:
            guard given.claim(file: path) else { return .alreadyCounted(.file) }
            countFile(path.status, name: path.canonical.components.last ?? [])
            if !Self.everybodyMayRead(path.status), !OpenFolder.mayRead(path.canonical) {
                note(.unreadable) { trimmed }
            }
        case .special:
            guard given.claim(file: path) else { return .alreadyCounted(.special) }
            totals.specialEntries += 1
            note(.special) { trimmed }
        }
        return .counted(path.kind)
    }

    /// Puts back what the walk changed in this process.
    func finish() {
        openFileLimit.restore()
    }

    // MARK: Walking

    private mutating func walk() {
        while let level = levels.last, !isCancelled {
            switch level.folder.readNext(into: &name) {
            case .entry(let kind):
                beforeLooking?(entryPath)
                look(at: kind, in: level)
                reportProgress()
            case .end:
                leave(level)
            case .stopped(let error):
                let path = HostPath(bytes: place)
                note(Self.reason(error), error) { path }
                leave(level)
            }
        }
        levels.removeAll()
        ancestors.removeAll()
    }

    private mutating func look(at kind: OpenFolder.EntryKind, in level: Level) {
        switch kind {
        case .symbolicLink:
            totals.symbolicLinks += 1
        case .special:
            guard isNotYetCounted(in: level) else { return }
            totals.specialEntries += 1
            noteEntry(.special)
        case .folder:
            lookAtFolder(in: level)
        case .file, .unknown:
            do {
                let status = try level.folder.status(of: name)
                let kind = OpenFolder.EntryKind(mode: status.st_mode)
                guard kind == .file else { return look(at: kind, in: level) }
                guard isNotYetCounted(in: level) else { return }
                countFile(status, name: name.bytes)
                if !Self.everybodyMayRead(status), !level.folder.mayRead(name) {
                    noteEntry(.unreadable)
                }
            } catch {
                noteEntry(Self.reason(error), error)
            }
        }
    }

    private mutating func lookAtFolder(in level: Level) {
        guard levels.count <= limits.depth else { return lookAtClosedFolder(.tooDeep, nil, in: level) }
        let name = name
        switch opened({ () throws(ErrorNumber) in try level.folder.open(name) }) {
        case .success(let folder):
            let identity = FileIdentity(folder.status)
            guard !ancestors.contains(identity) else { return noteEntry(.loop) }
            guard given.claim(folder: identity) else { return }
            totals.folders += 1
            enter(folder, identity)
        case .failure(let error):
            lookAtClosedFolder(Self.reason(error), error, in: level)
        }
    }

    /// Counts a folder that cannot be opened, but neither one that is gone nor one that is counted elsewhere.
    private mutating func lookAtClosedFolder(
        _ reason: SurveyProblems.Reason,
        _ error: ErrorNumber?,
        in level: Level
    ) {
        guard reason != .vanished else { return noteEntry(reason, error) }
        if let status = try? level.folder.status(of: name) {
            let identity = FileIdentity(status)
            guard !ancestors.contains(identity) else { return noteEntry(.loop) }
            guard given.claim(folder: identity) else { return }
        }
        totals.folders += 1
        noteEntry(reason, error)
    }

    private mutating func enter(_ folder: OpenFolder, _ identity: FileIdentity) {
        let placeBefore = place.count
        if !levels.isEmpty {
            place = entryPath.bytes
        }
        ancestors.insert(identity)
        levels.append(
            Level(
                folder: folder, identity: identity, holdsGivenNames: given.hasNames(in: identity),
                placeBefore: placeBefore))
    }

    private mutating func leave(_ level: Level) {
        place.removeSubrange(level.placeBefore...)
        ancestors.remove(level.identity)
        levels.removeLast()
    }

    /// Opens a folder; tries again after a signal, or with a higher limit when this process has too many files open.
    private func opened(_ open: () throws(ErrorNumber) -> OpenFolder) -> Result<OpenFolder, ErrorNumber> {
        while true {
            do {
                return .success(try open())
            } catch {
                let mayTryAgain = error.rawValue == EINTR || (error.rawValue == EMFILE && openFileLimit.raise())
                guard mayTryAgain else { return .failure(error) }
            }
        }
    }

    // MARK: Counting

    private mutating func countFile(_ status: stat, name: ArraySlice<UInt8>) {
        totals.addFile(size: Int64(status.st_size))
        extensions.count(name)
    }

    private mutating func isNotYetCounted(in level: Level) -> Bool {
        !level.holdsGivenNames || given.claim(name.bytes, in: level.identity)
    }

    private mutating func reportProgress() {
        sinceProgress += 1
        guard sinceProgress >= limits.progressInterval else { return }
        sinceProgress = 0
        if let progress, !progress(totals) {
            isCancelled = true
        }
    }

    private mutating func noteEntry(_ reason: SurveyProblems.Reason, _ error: ErrorNumber? = nil) {
        let place = HostPath(bytes: place)
        let name = name
        note(reason, error) { place.appending(name.bytes) }
    }

    private mutating func note(
        _ reason: SurveyProblems.Reason,
        _ error: ErrorNumber? = nil,
        at path: () -> HostPath
    ) {
        problems.add(reason, error, at: path)
        totals.problems += 1
    }

    private var entryPath: HostPath { HostPath(bytes: place).appending(name.bytes) }

    /// The usual permissions settle it without asking the system about each file; an access list that denies one
    /// account what everybody else may do is the exception this misses.
    private static func everybodyMayRead(_ status: stat) -> Bool { status.st_mode & 0o444 == 0o444 }

    private static func reason(_ error: ErrorNumber) -> SurveyProblems.Reason {
        switch error.rawValue {
        case EACCES, EPERM: .unreadable
        // A folder that became a file or a link gives ENOTDIR or ELOOP; a server that lost it, ESTALE.
        case ENOENT, ENOTDIR, ELOOP, ESTALE: .vanished
        case EMFILE, ENFILE: .tooDeep
        default: .fileSystem
        }
    }
}
