import FileScanning
import Glibc
import HostFacts
import ScanWire
import TestKit
import Testing

/// What was looked into once is known again by its content, and by nothing less.
@Suite struct ResultCacheTests {
    private func scan(_ path: String, cache: String, options: ScanOptions = ScanOptions()) async throws -> FileReport {
        let program = try readerProgram()
        let found = try #require(ResultCache(path: HostPath(cache), program: program))
        let reports = Collector()
        _ = await FileScan.run([HostPath(path)], program: program, options: options, cache: found) { report, _ in
            reports.add(report)
        }
        return try #require(reports.all.first)
    }

    @Test func theSameContentIsKnownAgain() async throws {
        try await withTemporaryFolder { folder in
            let path = try folder.write(Canary.sentence(1), to: "a.txt")
            let first = try await scan(path, cache: folder.at("cache"))
            #expect(!first.isFromCache)
            var second = try await scan(path, cache: folder.at("cache"))
            #expect(second.isFromCache)
            second.isFromCache = false
            #expect(second == first)
        }
    }

    @Test func otherContentWithTheSameDateIsNot() async throws {
        try await withTemporaryFolder { folder in
            let path = try folder.write(Canary.sentence(1), to: "a.txt")
            var times = [timespec(tv_sec: 1000, tv_nsec: 0), timespec(tv_sec: 1000, tv_nsec: 0)]
            #expect(unsafe utimensat(AT_FDCWD, path, &times, 0) == 0)
            _ = try await scan(path, cache: folder.at("cache"))
            try folder.write(String(repeating: "x", count: Canary.sentence(1).utf8.count), to: "a.txt")
            #expect(unsafe utimensat(AT_FDCWD, path, &times, 0) == 0)
            let report = try await scan(path, cache: folder.at("cache"))
            #expect(!report.isFromCache)
            #expect(report.accounts == 0)
        }
    }

    @Test func otherOptionsAskAgain() async throws {
        try await withTemporaryFolder { folder in
            let path = try folder.write(Canary.sentence(1), to: "a.txt")
            _ = try await scan(path, cache: folder.at("cache"))
            var options = ScanOptions()
            options.limits.depth = 1
            #expect(try await !scan(path, cache: folder.at("cache"), options: options).isFromCache)
        }
    }

    @Test func whatDependsOnTheMomentIsNotKept() async throws {
        try await withTemporaryFolder { folder in
            let path = try folder.write(bytes: Array(PortableFile.of([.text(["x"])]).prefix(200)), to: "a.pdf")
            _ = try await scan(path, cache: folder.at("cache"))
            #expect(try await !scan(path, cache: folder.at("cache")).isFromCache)
        }
    }

    @Test func aFileThatOthersCouldWriteIsNotBelieved() throws {
        try withTemporaryFolder { folder in
            let path = try folder.write("", to: "cache")
            #expect(unsafe chmod(path, 0o666) == 0)
            #expect(ResultCache(path: HostPath(path), program: try readerProgram()) == nil)
            #expect(unsafe symlink(path, folder.at("link")) == 0)
            #expect(ResultCache(path: HostPath(folder.at("link")), program: try readerProgram()) == nil)
        }
    }

    @Test func aCutFileIsUsedAsFarAsItGoes() async throws {
        try await withTemporaryFolder { folder in
            let one = try folder.write(Canary.sentence(1), to: "a.txt")
            let two = try folder.write(Canary.sentence(2), to: "b.txt")
            _ = try await scan(one, cache: folder.at("cache"))
            let whole = try bytes(of: folder.at("cache"))
            _ = try await scan(two, cache: folder.at("cache"))
            #expect(unsafe truncate(folder.at("cache"), off_t(whole.count + 50)) == 0)
            #expect(try await scan(one, cache: folder.at("cache")).isFromCache)
            #expect(try await !scan(two, cache: folder.at("cache")).isFromCache)
            #expect(try await scan(two, cache: folder.at("cache")).isFromCache)
        }
    }
}
