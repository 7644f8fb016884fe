internal import FileScanning
internal import HostFacts
internal import ScanWire
internal import SensitiveContent
internal import StorageModel
internal import Synchronization

/// Looks into the files of a question, so that the policy knows what it decides about.
struct ContentLook {
    /// How long an answer waits for it; what was not read by then counts as not looked at.
    private static let patience = Duration.seconds(60)

    let inventory: Inventory
    let world: World

    /// Looks into everything at and below the paths, and adds to the request what was seen.
    func look(into request: inout Request, at paths: [HostPath]) async throws {
        let program = try SiblingProgram.path(of: "wheretoshare-scan", which: "looks into files")
        let expected = (files: request.question.files ?? 0, bytes: request.question.bytes ?? 0)
        let desk = Mutex(
            (tally: ScanTally(), progress: ScanProgressLine(world.terminal, total: expected)))
        let options = ScanOptions(
            workers: world.processors, timePerFile: .seconds(20), detectors: OwnDetectors(inventory))
        let cache = world.scanCache(of: program)
        let run = Task {
            await FileScan.run(paths, program: program, options: options, cache: cache) { report, counts in
                desk.withLock { desk in
                    desk.tally.add(report)
                    desk.progress.show(counts)
                }
            }
        }
        let watchdog = Task {
            try await Task.sleep(for: Self.patience)
            run.cancel()
        }
        _ = await run.value
        watchdog.cancel()
        let tally = desk.withLock { desk in
            desk.progress.clear()
            return desk.tally
        }
        request.scan = scan(tally, expected.bytes, isComplete: tally.isComplete && tally.totals.files >= expected.files)
        request.question.inspection =
            tally.totals.files == tally.totals.unreadable
            ? .none : request.scan?.state == "complete" ? .complete : .partial
        add(tally, to: &request.question)
    }

    private func scan(_ tally: ScanTally, _ bytes: UInt64, isComplete: Bool) -> RecommendationDocument.Scan {
        let unread = tally.totals.partial + tally.totals.unreadable
        let rest = unread - tally.unread.count
        return RecommendationDocument.Scan(
            state: isComplete ? "complete" : "partial", bytesRead: tally.totals.bytesRead, bytesTotal: bytes,
            files: tally.totals.files, findings: tally.findings,
            unreadable: tally.unread.map { .init(file: $0.file, reason: $0.reason) }
                + (rest > 0 ? [.init(file: "…", reason: "more of the same kinds", count: rest)] : []))
    }

    /// Adds what was found as tags of the inventory.
    private func add(_ tally: ScanTally, to question: inout Question) {
        let tags = inventory.vocabulary.tags
        for (kind, count) in tally.rankedTags {
            let named = tags.first { $0.foundAs.contains(kind) } ?? tags.first { $0.id == kind }
            // What the inventory has no word for counts as the strictest.
            guard let tag = named?.id ?? inventory.unknownTag else { continue }
            guard let place = question.tags.firstIndex(where: { $0.tag == tag && $0.because == .found }) else {
                question.tags.append(TagClaim(tag, because: .found, files: count.first))
                continue
            }
            question.tags[place].files += count.first.filter { !question.tags[place].files.contains($0) }
        }
    }
}
