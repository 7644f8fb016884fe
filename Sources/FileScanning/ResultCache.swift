internal import Crypto
internal import Glibc
public import HostFacts
internal import ScanWire
internal import SensitiveContent
internal import WorkerWire

/// What earlier runs found, so that a run that was broken off goes on where it was.
///
/// A result is known again by a digest of the content together with the file's name, the options, and everything that
/// reads and judges; a date alone is never believed. What depends on the moment, such as a file that took too long, is
/// not kept. The file holds masked findings and no text of documents.
public actor ResultCache {
    private let file: Int32
    private let judges: [UInt8]
    private var results: [Key: [UInt8]] = [:]

    /// More than this is not kept; the oldest results go first.
    private static let mostBytes = 64 << 20

    /// A digest of all that a result depends on.
    struct Key: Hashable, Sendable {
        let bytes: [UInt8]
    }

    /// Opens the cache in a file that only its owner can use, and makes it when it is not there; nil when others could, too.
    ///
    /// - Parameters:
    ///   - path: The file, in a private folder.
    ///   - program: The path of `wheretoshare-scan`; another build of it may judge otherwise.
    public init?(path: HostPath, program: String) {
        var text = (path.bytes + [0]).map { CChar(bitPattern: $0) }
        file = unsafe open(&text, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
        guard file >= 0 else { return nil }
        var status = stat()
        guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
            status.st_mode & 0o077 == 0
        else {
            close(file)
            return nil
        }
        var worker = stat()
        _ = unsafe stat(program, &worker)
        var encoder = WireEncoder()
        encoder.append(DetectorSet.standardRevision)
        encoder.append(UInt64(worker.st_size))
        encoder.append(UInt64(bitPattern: Int64(worker.st_mtim.tv_sec)))
        encoder.append(UInt64(bitPattern: Int64(worker.st_mtim.tv_nsec)))
        judges = encoder.bytes
        results = Self.load(file, size: Int(status.st_size))
    }

    deinit { close(file) }

    /// How many results are known.
    public var count: Int { results.count }

    /// The report of an open file: the known one, and the file is closed then, or the one that is read now.
    func report(
        file: Int32, path: HostPath, size: UInt64, options: ScanOptions, read: () async -> FileReport
    ) async -> FileReport {
        guard let before = Self.state(of: file), let key = await Self.key(of: file, path: path, options, judges) else {
            return await read()
        }
        if let known = results[key], let report = Self.report(known, path: path, size: size) {
            close(file)
            return report
        }
        // The file is closed at the end of reading, and its state has to be seen after that.
        let copy = dup(file)
        defer { close(copy) }
        let report = await read()
        if report.isLasting, Self.state(of: copy) == before { keep(report, as: key) }
        return report
    }

    private func keep(_ report: FileReport, as key: Key) {
        let frames = Self.frames(of: report)
        results[key] = frames
        var encoder = WireEncoder()
        encoder.append(string: key.bytes)
        encoder.append(string: frames)
        let record = encoder.bytes
        // One call, so that runs at the same time do not mix their records.
        _ = unsafe write(self.file, record, record.count)
    }

    // MARK: Keys

    /// What changes whenever a file is written to.
    private static func state(of file: Int32) -> [Int]? {
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else { return nil }
        return [
            Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec,
            status.st_ctim.tv_nsec,
        ]
    }

    private nonisolated static func key(
        of file: Int32, path: HostPath, _ options: ScanOptions, _ judges: [UInt8]
    ) async -> Key? {
        var digest = SHA256()
        var offset = 0
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { bytes in
                unsafe pread(file, bytes.baseAddress, bytes.count, off_t(offset))
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { break }
            digest.update(data: buffer[0..<count])
            offset += count
            // Others wait for this thread, too.
            await Task.yield()
        }
        var encoder = WireEncoder()
        encoder.append(string: Array(digest.finalize()))
        encoder.append(string: path.components.last.map { Array($0) } ?? [])
        encoder.append(options.readsPictures)
        let limits = options.limits
        for number in [limits.depth, limits.members, limits.picturePages] { encoder.append(UInt64(clamping: number)) }
        for number in [limits.unpackedBytes, limits.expansion, limits.heldBytes] { encoder.append(number) }
        encoder.append(optional: limits.sampleBytes) { $0.append($1) }
        encoder.append(string: options.detectors.bytes)
        encoder.append(string: judges)
        return Key(bytes: Array(SHA256.hash(data: encoder.bytes)))
    }

    // MARK: Records

    private static func frames(of report: FileReport) -> [UInt8] {
        let reading = DocumentReading(
            kind: report.kind ?? "", bytesRead: report.bytesRead, textBytes: report.textBytes,
            gapCount: report.gapCount,
            subjects: report.subjects, tags: report.tags, sampleValues: report.sampleValues)
        return report.findings.flatMap { ScanEvent.found($0).frame }
            + report.gaps.flatMap { ScanEvent.missed($0).frame }
            + ScanEvent.done(reading).frame
    }

    private static func report(_ frames: [UInt8], path: HostPath, size: UInt64) -> FileReport? {
        var reader = FrameReader()
        reader.append(frames)
        var gaps: [CoverageGap] = []
        var findings: [Finding] = []
        while let body = try? reader.next(), let event = try? ScanEvent(body: body) {
            switch event {
            case .found(let finding): findings.append(finding)
            case .missed(let gap): gaps.append(gap)
            case .done(let reading):
                var report = FileReport(path: path, size: size, gaps: gaps, findings: findings, reading: reading)
                report.isFromCache = true
                return report
            case .ready, .needs: return nil
            }
        }
        return nil
    }

    /// Reads all records up to the first that is not whole; a file that became too large is emptied but for its end.
    private static func load(_ file: Int32, size: Int) -> [Key: [UInt8]] {
        guard size > 0, size <= 2 * mostBytes else {
            ftruncate(file, 0)
            return [:]
        }
        var bytes = [UInt8](repeating: 0, count: size)
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe pread(file, $0.baseAddress, $0.count, 0) }
        guard count == size else { return [:] }
        var decoder = WireDecoder(bytes)
        var results: [Key: [UInt8]] = [:]
        while let key = try? decoder.string(), key.count == 32, let frames = try? decoder.string() {
            results[Key(bytes: key)] = frames
        }
        // A record that was cut off would swallow those after it.
        let whole = results.reduce(0) { $0 + $1.value.count + 40 }
        if size > mostBytes || whole != size { rewrite(file, results) }
        return results
    }

    private static func rewrite(_ file: Int32, _ results: [Key: [UInt8]]) {
        ftruncate(file, 0)
        var encoder = WireEncoder()
        for (key, frames) in results where encoder.bytes.count < mostBytes / 2 {
            encoder.append(string: key.bytes)
            encoder.append(string: frames)
        }
        let bytes = encoder.bytes
        _ = unsafe write(file, bytes, bytes.count)
    }
}

extension FileReport {
    /// Whether another run would say the same of the same content.
    fileprivate var isLasting: Bool {
        let passing: Set<CoverageGap.Reason> = [
            .time, .memory, .crashed, .needsProgram, .complained, .noReader, .calledOff, .unavailable, .notPermitted,
        ]
        return kind != nil && !gaps.contains { passing.contains($0.reason) }
    }
}
