import FileScanning
import Glibc
import HostFacts
import ScanWire
import StorageModel
import Synchronization
import TestKit
import Testing

/// Folders are walked in order, and what cannot be read is said.
@Suite struct FileScanTests {
    private func names(_ reports: [FileReport], below folder: String) -> [String] {
        reports.map { String($0.path.text.dropFirst(folder.utf8.count + 1)) }
    }

    @Test func reportsComeInTheOrderOfTheWalk() async throws {
        try await withTemporaryFolder { folder in
            for number in (10..<60).reversed() {
                // Some take longer than others.
                let text = String(repeating: Canary.sentence(number), count: number % 7 == 0 ? 200 : 1)
                try folder.write(text, to: "in/\(number % 3)/\(number).txt")
            }
            let reports = try await scanned(paths: [folder.at("in")], options: ScanOptions(workers: 4))
            let found = names(reports, below: folder.at("in"))
            #expect(found.count == 50)
            #expect(found == found.sorted())
            #expect(reports.allSatisfy { $0.accounts > 0 })
        }
    }

    @Test func linksPipesAndForbiddenFilesAreHandled() async throws {
        try await withTemporaryFolder { folder in
            try folder.write(Canary.sentence(1), to: "in/a.txt")
            #expect(unsafe symlink(folder.at("in/a.txt"), folder.at("in/b-link")) == 0)
            #expect(unsafe symlink(folder.at("in"), folder.at("in/c-circle")) == 0)
            #expect(unsafe mkfifo(folder.at("in/d-pipe"), 0o600) == 0)
            let reports = try await scanned(paths: [folder.at("in"), folder.at("in/b-link"), folder.at("missing")])
            #expect(names(reports, below: folder.path) == ["in/a.txt", "in/d-pipe", "in/b-link", "missing"])
            #expect(reports.map(\.state) == [.read, .unreadable, .read, .unreadable])
            #expect(reports[1].reasons == [.notAFile])
            #expect(reports[3].reasons == [.unavailable])
        }
    }

    @Test func patternsLeaveThingsOut() async throws {
        try await withTemporaryFolder { folder in
            for name in ["a.txt", "a.log", "sub/b.txt", "sub/b.log", "cache/c.txt", "sub/cache/d.txt", "keep/x/e.txt"] {
                try folder.write("text", to: "in/\(name)")
            }
            let options = ScanOptions(excluded: ["*.log", "cache/", "keep/x"])
            let reports = try await scanned(paths: [folder.at("in")], options: options)
            #expect(names(reports, below: folder.at("in")) == ["a.txt", "sub/b.txt"])
        }
    }

    @Test func aSampleIsSaidToBeOne() async throws {
        var options = ScanOptions()
        options.limits.sampleBytes = 1000
        let text = Canary.sentence(1) + String(repeating: "x ", count: 5000) + Canary.sentence(2)
        let report = try await scanned(text, name: "long.txt", options: options)
        #expect(report.state == .partial)
        #expect(report.reasons == [.sample])
        #expect(report.accounts == 1)
        #expect(report.bytesRead == 1000)
        #expect(report.size == UInt64(text.utf8.count))
    }

    @Test func progressCountsEverything() async throws {
        try await withTemporaryFolder { folder in
            try folder.write(Canary.sentence(1), to: "in/a.txt")
            try folder.write("", to: "in/b.txt")
            try folder.write(bytes: [UInt8](0...255), to: "in/c.bin")
            let last = Mutex(ScanProgress())
            let outcome = await FileScan.run(
                [HostPath(folder.at("in"))], program: try readerProgram(), options: ScanOptions()
            ) { _, progress in
                last.withLock { $0 = progress }
            }
            #expect(outcome.totals == last.withLock { $0 })
            #expect(outcome.totals.files == 3)
            #expect(outcome.totals.partial == 1)
            #expect(outcome.totals.withFindings == 1)
            #expect(outcome.jail?.isFull == true)
        }
    }

    @Test func itCanBeCalledOff() async throws {
        try await withTemporaryFolder { folder in
            for number in 0..<200 { try folder.write(Canary.sentence(number), to: "in/\(number).txt") }
            let seen = Collector()
            let program = try readerProgram()
            let run = Task {
                await FileScan.run([HostPath(folder.at("in"))], program: program, options: ScanOptions()) { report, _ in
                    seen.add(report)
                }
            }
            while seen.all.isEmpty { await Task.yield() }
            run.cancel()
            let outcome = await run.value
            #expect(outcome.totals.files < 200)
        }
    }
}
