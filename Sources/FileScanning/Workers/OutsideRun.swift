internal import CLinux
internal import Glibc
internal import ProcessLimits
internal import ScanWire
internal import Subprocess
internal import SystemPackage

/// Runs outside programs for a worker, each in a jail of its own, and hands their text to the worker.
struct OutsideRun: Sendable {
    let program: String
    let goesWithoutJail: Bool
    let socket: WorkerSocket
    /// Where programs wrote files for the document that is read now.
    let scratch = ScratchFolders()

    /// Runs what a task needs; the file is the document, which is closed at the end.
    func run(_ task: OutsideTask, file: Int32?) async {
        guard let file, file >= 0 else { return send(.ended(.notStarted)) }
        defer { close(file) }
        if case .fetch(let folder, let number) = task { return fetch(number, from: folder) }
        lseek(file, 0, SEEK_SET)
        let stages = task.stages
        for stage in stages {
            guard let needed = OutsideProgram.all.first(where: { $0.name == stage.first }) else { continue }
            guard unsafe access(needed.path, X_OK) == 0 else { return send(.absent(package: needed.package)) }
            for table in needed.tables where !table.paths.contains(where: { unsafe access($0, R_OK) == 0 }) {
                return send(.absent(package: table.package))
            }
        }
        if case .mailbox = task { return await runMailbox(stages[0], file: file) }
        // A pipe between each two stages, and one to the worker.
        var inputs = [dup(file)]
        var outputs: [Int32] = []
        for _ in stages {
            var ends: [Int32] = [-1, -1]
            guard unsafe wheretoshare_make_pipe(&ends) == 0 else {
                for descriptor in inputs + outputs { close(descriptor) }
                return send(.ended(.notStarted))
            }
            outputs.append(ends[1])
            inputs.append(ends[0])
        }
        let text = inputs.removeLast()
        send(.text, with: text)
        close(text)
        let ending = await withTaskGroup { group in
            for (stage, (input, output)) in zip(stages, zip(inputs, outputs)) {
                group.addTask { await runStage(stage, input: input, output: output) }
            }
            var worst = ProgramEnding.quiet
            for await ending in group where ending != .quiet {
                // What makes a program complain may have been another's end.
                if worst == .quiet || worst == .complained { worst = ending }
            }
            return worst
        }
        send(.ended(ending))
    }

    private func send(_ request: ScanRequest, with file: Int32 = -1) { socket.send(request, with: file) }

    /// Runs one program to its end; both descriptors are closed then.
    private func runStage(_ stage: [String], input: Int32, output: Int32) async -> ProgramEnding {
        do {
            let permit = try await openingPermit(input, output)
            let result = try await Subprocess.run(
                .path(FilePath(program)), arguments: Arguments(["--run"] + stage),
                environment: .custom(environment), workingDirectory: "/",
                platformOptions: ReadingWorker.processOptions,
                input: .fileDescriptor(FileDescriptor(rawValue: input), closeAfterSpawningProcess: true),
                output: .fileDescriptor(FileDescriptor(rawValue: output), closeAfterSpawningProcess: true),
                error: .sequence
            ) { execution in
                permit.giveBack()
                return await complaint(in: execution.standardError)
            }
            return ending(result.terminationStatus, result.closureResult)
        } catch {
            return .notStarted
        }
    }

    /// Leave to start a program; without it the descriptors that it would have had are closed.
    private func openingPermit(_ input: Int32, _ output: Int32) async throws -> StartPermit {
        do {
            guard input >= 0, output >= 0 else { throw Errno.tooManyOpenFiles }
            return try await StartPermit.whenPossible()
        } catch {
            for descriptor in [input, output] where descriptor >= 0 { close(descriptor) }
            throw error
        }
    }

    private var environment: [Environment.Key: String] {
        goesWithoutJail ? ["LC_ALL": "C.UTF-8", "WHERETOSHARE_NO_SANDBOX": "1"] : ["LC_ALL": "C.UTF-8"]
    }

    /// The beginning of what a program says to its stderr; it may quote the document, and is not passed on.
    private func complaint(in chunks: SubprocessOutputSequence) async -> String {
        var bytes: [UInt8] = []
        do {
            for try await chunk in chunks where bytes.count < 16 << 10 {
                unsafe chunk.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
            }
        } catch {
            return "its stderr could not be read"
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func ending(_ status: TerminationStatus, _ said: String) -> ProgramEnding {
        let lines = said.lowercased().split(whereSeparator: \.isNewline).filter { line in
            !line.allSatisfy(\.isWhitespace) && !Self.harmless.contains { line.hasPrefix($0) }
        }
        if lines.contains(where: { $0.hasPrefix("wheretoshare-scan:") }) { return .notStarted }
        if lines.contains(where: { $0.contains("password") || $0.contains("encrypted") }) { return .wantsPassword }
        if lines.contains(where: { $0.contains("out of memory") || $0.contains("bad_alloc") }) { return .outOfMemory }
        switch status {
        case .signaled(let signal) where signal == SIGXCPU: return .tooLong
        // Nobody reads its text any more, which was the worker's decision.
        case .signaled(let signal) where signal == SIGPIPE: return .quiet
        case .signaled: return .crashed
        case .exited(let code): return code == 0 && lines.isEmpty ? .quiet : .complained
        }
    }

    /// What programs say of documents that they read as a whole.
    private static let harmless = [
        // What tesseract always says, and what it says of pages that have too little to tell which side is up.
        "estimating resolution", "detected ", "page ", "warning: invalid resolution", "warning. invalid resolution",
        "too few characters", "osd: weak margin",
        // A chart stands behind a sheet's cells, which xls2csv wrote by then.
        "bof when current sheet is not flushed",
        // The chosen value in a form of LaTeX, which is read elsewhere.
        "syntax error: annotwidget::layouttext, bad unicode string",
    ]

    // MARK: Mailboxes

    /// Runs a program that writes files, which are fetched one by one then.
    private func runMailbox(_ stage: [String], file: Int32) async {
        guard let folder = ScratchFolder() else { return send(.ended(.notStarted)) }
        let number = scratch.keep(folder)
        let said = unsafe wheretoshare_make_memory_file("said")
        guard said >= 0 else { return send(.ended(.notStarted)) }
        defer { close(said) }
        var ending = await runStage(stage + [folder.path], input: dup(file), output: dup(said))
        if ending == .quiet, hasPassedOver(said) { ending = .passedOver }
        let count = scratch.list(number)
        send(.files(folder: number, count: UInt32(clamping: count)))
        send(.ended(ending))
    }

    /// Whether readpst counted messages that it passed over, in lines such as `"Notes" - 0 items done, 1 items skipped.`;
    /// those of some kinds it leaves out with no other word.
    private func hasPassedOver(_ said: Int32) -> Bool {
        var text = [UInt8](repeating: 0, count: 4 << 20)
        let count = unsafe text.withUnsafeMutableBytes { unsafe pread(said, $0.baseAddress, $0.count, 0) }
        // More folders than that are as good as counted.
        guard (0..<text.count).contains(count) else { return true }
        let mark = Array(" items skipped.".utf8)
        return text[..<count].split(separator: 0x0A).contains { line in
            guard line.suffix(mark.count).elementsEqual(mark) else { return false }
            let before = line.dropLast(mark.count)
            return !before.suffix(2).elementsEqual(" 0".utf8)
        }
    }

    /// Hands over one of the files; one that is not there any more is "not started".
    private func fetch(_ number: UInt32, from folder: UInt32) {
        guard let (name, path) = scratch.file(number, in: folder) else { return send(.ended(.notStarted)) }
        let found = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard found >= 0 else { return send(.ended(.notStarted)) }
        defer { close(found) }
        var status = stat()
        guard unsafe fstat(found, &status) == 0 else { return send(.ended(.notStarted)) }
        send(.file(name: name, size: UInt64(max(0, status.st_size))), with: found)
        send(.ended(.quiet))
    }
}
