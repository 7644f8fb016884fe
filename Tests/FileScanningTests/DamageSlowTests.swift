import FileScanning
import Glibc
import HostFacts
import ScanWire
import TestKit
import Testing

/// Documents that were cut or changed at random do not bring the reader down, and the limits hold.
///
/// `make damage` makes ten thousand of each instead of a few, and prints what became of them; `ONLY=a.pdf` makes those of one
/// document.
@Suite(.serialized) struct DamageSlowTests {
    /// How many of each are made; nil for a few.
    private static let wanted = environmentValue("FILE_SCANNING_MUTANTS").flatMap { Int($0) }
    /// Two at a time, so that one is read while the other is written.
    private static let readers = 2

    private static let subjects = DamageSubject.all.filter { subject in
        environmentValue("FILE_SCANNING_ONLY").map { $0.isEmpty || $0 == subject.name } ?? true
    }

    @Test(arguments: subjects.indices)
    func mutantsAreSurvived(index: Int) async throws {
        let subject = Self.subjects[index]
        #expect(!subject.bytes.isEmpty, "\(subject.name)")
        let count = max(Self.readers, Self.wanted ?? (subject.needsProgram ? 6 : 20))
        let seed = environmentValue("FILE_SCANNING_SEED").flatMap { UInt64($0) } ?? .random(in: 0..<1_000_000)
        // The first process that is started brings descriptors of its own.
        _ = try await scanned(subject.bytes, name: subject.name)
        let pool = ReaderPool(
            program: try readerProgram(), options: ScanOptions(workers: Self.readers, timePerFile: .seconds(30)))
        let before = try openFiles()
        let tally = try await withThrowingTaskGroup { group in
            for reader in 0..<Self.readers {
                group.addTask {
                    try await Self.read(
                        count / Self.readers, of: subject, seed: seed &+ UInt64(reader) << 32, in: pool)
                }
            }
            var whole = Tally()
            for try await part in group { whole.add(part) }
            return whole
        }
        await pool.end()
        #expect(tally.sick.isEmpty, "\(subject.name), seed \(seed): \(tally.sick)")
        guard Self.wanted != nil else { return }
        // Alone, as `make damage` runs it, the process has to be as it was.
        #expect(try openFiles() == before, "\(subject.name), seed \(seed)")
        print("\(subject.name), seed \(seed): \(tally)")
    }

    private static func read(
        _ count: Int, of subject: DamageSubject, seed: UInt64, in pool: ReaderPool
    ) async throws -> Tally {
        var random = SeededGenerator(seed: seed)
        var tally = Tally()
        return try await withTemporaryFolder { folder in
            for number in 0..<count {
                let mutant = subject.damaged(&random)
                let path = try folder.write(bytes: mutant, to: subject.name)
                let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
                let start = ContinuousClock.now
                let report = await pool.read(file: file, path: HostPath(path), size: UInt64(mutant.count))
                tally.note(report, number, after: start.duration(to: .now), mayBeLate: subject.needsProgram)
            }
            return tally
        }
    }

    /// How many files this process has open.
    private func openFiles() throws -> Int {
        guard let folder = unsafe opendir("/proc/self/fd") else { throw TestKitError("there is no /proc") }
        defer { unsafe closedir(folder) }
        var count = 0
        while unsafe readdir(folder) != nil { count += 1 }
        return count
    }
}

/// What became of many documents.
private struct Tally: CustomStringConvertible {
    private var states: [FileState: Int] = [:]
    private var reasons: [CoverageGap.Reason: Int] = [:]
    private var slowest = Duration.zero
    /// What must not happen, by the documents' numbers.
    private(set) var sick: [String] = []

    mutating func note(_ report: FileReport, _ number: Int, after time: Duration, mayBeLate: Bool) {
        states[report.state, default: 0] += 1
        for reason in Set(report.reasons) { reasons[reason, default: 0] += 1 }
        slowest = max(slowest, time)
        let isSick = report.gaps.contains { gap in
            switch gap.reason {
            case .noReader: true
            // With a signal it is the reader itself, and without one a program that it has others run.
            case .crashed: gap.detail != nil || !mayBeLate
            case .time: !mayBeLate
            default: false
            }
        }
        if isSick { sick.append("\(number): \(report.gaps)") }
    }

    mutating func add(_ other: Tally) {
        states.merge(other.states, uniquingKeysWith: +)
        reasons.merge(other.reasons, uniquingKeysWith: +)
        slowest = max(slowest, other.slowest)
        sick += other.sick
    }

    var description: String {
        let told = FileState.allCases.map { "\(states[$0] ?? 0) \($0)" }.joined(separator: ", ")
        let why = reasons.sorted { $0.value > $1.value }.map { "\($0.value) \($0.key.rawValue)" }.joined(
            separator: ", ")
        return "\(told) (\(why)); slowest \(slowest)"
    }
}
