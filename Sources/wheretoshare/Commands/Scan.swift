internal import ArgumentParser
internal import FileScanning
internal import HostFacts
internal import Probing
internal import ScanWire
internal import SensitiveContent
internal import StorageModel
internal import Synchronization

/// The command `scan`, which looks into files for what has to be protected.
struct Scan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Look into files for personal, financial and other data that need protection.",
        discussion: """
            What is found is shown with most of it hidden. Nothing found proves nothing: what could not be read is said, \
            and no program knows everything. Files are read by programs that can open nothing else and have no network.

            EXAMPLES
              $ wheretoshare scan results/ cv.pdf
              $ wheretoshare scan --ocr --exclude '*.tif' --format jsonl archive.zip

            EXIT STATUS
              0   everything was read, and nothing was found
              1   something was found
              2   a path, the inventory or the input cannot be used
              3   nothing was found, but not all could be read; or a signal ended it
              64  the command line was not understood
            """)

    @Argument(help: ArgumentHelp("A file or folder to look into.", valueName: "path"), completion: .file())
    var paths: [String]

    @Flag(name: .long, help: "Look for text in pictures and scanned pages, too; takes seconds for each.")
    var ocr = false

    @Option(
        name: .long,
        help: ArgumentHelp("Leave out what has this name, with * and ?; repeatable.", valueName: "pattern"))
    var exclude: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("Read only this much of each file, such as 1MB, and say so.", valueName: "size"))
    var sample: String?

    @Option(name: .long, help: ArgumentHelp("How many files are read at the same time.", valueName: "n"))
    var parallel: Int?

    @Option(name: .long, help: ArgumentHelp("How long one file may take at least, in seconds.", valueName: "s"))
    var deadline: Double = 60

    @Flag(name: .customLong("no-cache"), help: "Read every file again, and keep nothing of what is found.")
    var noCache = false

    @Flag(name: .customLong("no-sandbox"), help: "Read files even where the readers cannot be locked up.")
    var noSandbox = false

    @Option(name: .long, help: "The form of the result.")
    var format: ScanFormat = .text

    @OptionGroup(title: "General") var common: CommonOptions

    func validate() throws {
        guard deadline.isFinite, (1...86_400).contains(deadline) else {
            throw ValidationError("--deadline takes seconds from 1 to 86400.")
        }
        if let parallel, !(1...64).contains(parallel) {
            throw ValidationError("--parallel takes a number from 1 to 64.")
        }
    }

    func run() async throws {
        let world = World.current()
        let inventory = try common.readInventory(world)
        let words = ScanWording(common.wording(inventory, world), inventory)
        var options = ScanOptions(
            workers: parallel ?? world.processors, timePerFile: .seconds(deadline), readsPictures: ocr,
            goesWithoutJail: noSandbox, excluded: exclude, detectors: OwnDetectors(inventory))
        options.limits.sampleBytes = try sample.map(bytes)
        let paths = try given(world)
        let total = paths.total
        if let obstacle = FileScan.obstacle {
            throw CommandProblem(
                what: "no file can be looked into", why: obstacle.why, next: obstacle.next, status: .unknown)
        }
        let desk = Mutex(
            ScanDesk(
                format: format,
                text: ScanText(
                    words: words, width: common.width(world.terminal), isColored: common.isColored(world.terminal),
                    showsHints: common.verbose, readsPictures: ocr,
                    paths: ShownPaths(given: paths.paths, detectors: (try? options.detectors.prepared()) ?? .standard)),
                progress: ScanProgressLine(world.terminal, total: total)))
        let program = try SiblingProgram.path(of: "wheretoshare-scan", which: "looks into files")
        let cache = noCache ? nil : world.scanCache(of: program)
        let loop = try EventLoop()
        let run = Task {
            await FileScan.run(paths.paths, program: program, options: options, cache: cache) { report, progress in
                desk.withLock { $0.take(report, progress) }
            }
        }
        let isInterrupted = Atomic(false)
        let interruption = Interruption(on: loop, endsProgram: false) {
            isInterrupted.store(true, ordering: .sequentiallyConsistent)
            run.cancel()
        }
        let outcome = await run.value
        await interruption.end()
        if !exclude.isEmpty {
            let count = words.wording.number(outcome.leftOut)
            Output.remark(words.wording(outcome.leftOut == 0 ? .scanNoneLeftOut : .scanLeftOut, count))
        }
        if outcome.links > 0 {
            Output.remark(words.wording(.scanLinks, words.wording.number(outcome.links)))
        }
        let wasInterrupted = isInterrupted.load(ordering: .sequentiallyConsistent)
        let end = try desk.withLock { desk throws in try desk.end(outcome, isInterrupted: wasInterrupted) }
        guard !wasInterrupted else {
            Output.remark(words.wording(.scanInterrupted))
            return try ExitStatus.unknown.end()
        }
        try end.end()
    }

    /// The paths, each of which has to be there, and how much lies at and below them.
    private func given(
        _ world: World
    ) throws(CommandProblem) -> (paths: [HostPath], total: (files: Int, bytes: UInt64)?) {
        var seen: Set<HostPath> = []
        let paths = paths.map { HostPath(argument: $0) }.filter { seen.insert($0).inserted }
        let progress = SurveyProgress(world.terminal)
        // Without somebody who watches, nothing is counted before.
        let survey = FileSurvey.survey(paths, progress: progress.report)
        progress.clear()
        for path in survey.paths {
            guard case .unusable(let error) = path.outcome else { continue }
            throw CommandProblem(error)
        }
        return (paths, (survey.totals.files, survey.totals.bytes))
    }

    private func bytes(_ text: String) throws(CommandProblem) -> UInt64 {
        guard let size = ByteSize(text), size.bytes > 0 else {
            throw CommandProblem(
                what: "'\(text.shownOnOneLine)' is not a size", why: "a size is a number with a unit",
                next: "write it like 1MB", status: .usage)
        }
        return size.bytes
    }
}

/// The forms of what `scan` finds.
enum ScanFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, jsonl
}

/// Takes reports as they come, and prints what can be printed at once.
private struct ScanDesk {
    let format: ScanFormat
    let text: ScanText
    var progress: ScanProgressLine
    var tally = ScanTally()
    /// The files, where the form holds them all at its end.
    var files: [ScanDocument.File] = []
    var problem: (any Error)?

    init(format: ScanFormat, text: ScanText, progress: ScanProgressLine) {
        self.format = format
        self.text = text
        self.progress = progress
    }

    mutating func take(_ report: FileReport, _ counts: ScanProgress) {
        tally.add(report)
        do {
            switch format {
            case .text: if let words = text.file(report) { try show(words) }
            case .json: files.append(ScanDocument.File(report))
            case .jsonl: try show(try JSON.encodeOnOneLine(ScanDocument.File(report)))
            }
        } catch {
            problem = problem ?? error
        }
        progress.show(counts)
    }

    private mutating func show(_ words: String) throws {
        guard problem == nil else { return }
        progress.clear()
        try Output.result(words)
    }

    /// Prints what comes last.
    /// - Returns: How the program ends.
    mutating func end(_ outcome: FileScan.Outcome, isInterrupted: Bool) throws -> ExitStatus {
        progress.clear()
        if let problem { throw problem }
        switch format {
        case .text: try Output.result(text.sum(tally, sandbox: outcome.jail))
        case .json: try Output.result(try JSON.encode(document(outcome, isInterrupted: isInterrupted)))
        case .jsonl: break
        }
        // Where all was left out, or led elsewhere, nothing was read.
        let isNothing = tally.totals.files == 0 && outcome.leftOut + outcome.links > 0
        return tally.tags.isEmpty ? (tally.isComplete && !isNothing ? .well : .unknown) : .problem
    }

    private func document(_ outcome: FileScan.Outcome, isInterrupted: Bool) -> ScanDocument {
        ScanDocument(
            files: files, totals: tally.totals,
            tags: tally.rankedTags.map {
                .init(id: $0.id.text, confidence: $0.count.confidence.rawValue, files: $0.count.files)
            }, leftOut: outcome.leftOut, links: outcome.links, interrupted: isInterrupted,
            sandbox: outcome.jail.map { "\($0)" })
    }
}
