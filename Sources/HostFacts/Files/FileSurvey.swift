/// What is in the files and folders that a person wants to share: how much, how many, of what kind, and what is in
/// the way.
///
/// A survey looks at names and sizes only. It opens folders, never a file, so that a FIFO cannot hold it up, and it
/// keeps no list of names, so that memory does not grow with the number of files. A network folder whose server does
/// not answer can block it for as long as the kernel waits; a caller with a deadline runs it in a process of its own.
public struct FileSurvey: Hashable, Sendable {
    /// How far a survey goes and how often it reports.
    public struct Limits: Hashable, Sendable {
        /// How many levels below a given folder are looked at.
        public var depth: Int

        /// How many entries are looked at between two reports of progress.
        public var progressInterval: Int

        /// Limits; numbers below 1 count as 1.
        public init(depth: Int = 4_096, progressInterval: Int = 4_096) {
            self.depth = max(1, depth)
            self.progressInterval = max(1, progressInterval)
        }
    }

    /// The given paths in the order given, and what came of each.
    public let paths: [GivenPath]

    /// The counts.
    public let totals: SurveyTotals

    /// How many files there are of each file name extension.
    public let extensions: ExtensionCounts

    /// What cannot be shared as it is, or could not be looked at.
    public let problems: SurveyProblems

    /// Whether the progress report ended the survey early.
    public let wasCancelled: Bool

    /// Whether everything that was given has been looked at and counted.
    public var isComplete: Bool {
        !wasCancelled && problems.count == 0
            && paths.allSatisfy {
                guard case .unusable = $0.outcome else { return true }
                return false
            }
    }

    /// Looks at everything at and below `paths`.
    ///
    /// What is given twice, or given and inside another given folder, is counted once. While it runs, the survey may
    /// raise this process' soft limit of open files, one per level of depth; it puts the limit back at the end.
    /// - Parameters:
    ///   - paths: Files and folders; a symbolic link stands for what it leads to. Bad paths are reported, not fatal.
    ///   - limits: How far to go and how often to report.
    ///   - progress: Called with the counts so far each time `limits.progressInterval` entries have been looked at;
    ///     false ends the survey.
    /// - Returns: What was counted, however the survey ended.
    public static func survey(
        _ paths: [HostPath],
        limits: Limits = Limits(),
        progress: ((SurveyTotals) -> Bool)? = nil
    ) -> FileSurvey {
        survey(paths, limits: limits, progress: progress, beforeLooking: nil)
    }

    /// The survey with a seam for tests: `beforeLooking` is called with each entry's path after its name was read and
    /// before anything else is asked about it.
    static func survey(
        _ paths: [HostPath],
        limits: Limits,
        progress: ((SurveyTotals) -> Bool)?,
        beforeLooking: ((HostPath) -> Void)?
    ) -> FileSurvey {
        let resolved = paths.map { path in Result { () throws(GivenPathError) in try ResolvedPath(path) } }
        var walk = FolderWalk(
            given: GivenEntries(resolved.compactMap { try? $0.get() }),
            limits: limits,
            progress: progress,
            beforeLooking: beforeLooking
        )
        let results = zip(paths, resolved).map { path, resolution in
            switch resolution {
            case .success(let found):
                GivenPath(
                    path: path, canonical: found.canonical, isSymbolicLink: found.isSymbolicLink,
                    outcome: walk.count(found))
            case .failure(let error):
                GivenPath(path: path, canonical: nil, isSymbolicLink: false, outcome: .unusable(error))
            }
        }
        walk.finish()
        return FileSurvey(
            paths: results,
            totals: walk.totals,
            extensions: walk.extensions.result,
            problems: walk.problems,
            wasCancelled: walk.isCancelled
        )
    }
}
