import FileScanning
import Glibc
import HostFacts
import ScanWire
import TestKit
import Testing

/// Files that have no end, or not the one that they tell, hold nobody up and are not called read.
@Suite(.timeLimit(.minutes(20))) struct EndlessFileTests {
    /// As much as no reader comes to the end of.
    private static let endless: off_t = 1 << 42

    /// Runs a body with a file that is one large hole.
    private func withHole(_ body: (String) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let path = try folder.write("", to: "hole.bin")
            #expect(unsafe truncate(path, Self.endless) == 0)
            try await body(path)
        }
    }

    @Test func aHoleGetsNoTimeForItsSize() async throws {
        try await withHole { path in
            let reports = try await scanned(paths: [path], options: ScanOptions(timePerFile: .seconds(1)))
            #expect(reports.first?.reasons.contains(.time) == true)
            #expect(reports.first?.state == .unreadable)
        }
    }

    @Test func aScanThatIsCalledOffEnds() async throws {
        try await withHole { path in
            let program = try readerProgram()
            let reports = Collector()
            let run = Task {
                await FileScan.run(
                    [HostPath(path)], program: program, options: ScanOptions(timePerFile: .seconds(3_600))
                ) { report, _ in reports.add(report) }
            }
            run.cancel()
            _ = await run.value
            #expect(reports.all.allSatisfy { $0.reasons == [.calledOff] })
        }
    }

    @Test func aScanThatIsCalledOffInTheMiddleEnds() async throws {
        try await withHole { path in
            let program = try readerProgram()
            let reports = Collector()
            try await withTemporaryFolder { folder in
                let first = try folder.write("read", to: "first.txt")
                let (stream, begun) = AsyncStream.makeStream(of: Void.self)
                let run = Task {
                    await FileScan.run(
                        [HostPath(first), HostPath(path)], program: program,
                        options: ScanOptions(workers: 1, timePerFile: .seconds(3_600))
                    ) { report, _ in
                        reports.add(report)
                        begun.yield()
                    }
                }
                for await _ in stream { break }
                run.cancel()
                _ = await run.value
            }
            #expect(reports.all.first?.state == .read)
            #expect(reports.all.dropFirst().allSatisfy { $0.reasons.contains(.calledOff) })
        }
    }

    @Test func aFileThatIsLongerThanItSaysIsNotCalledRead() async throws {
        // The kernel makes it when it is read, and says that it is empty.
        let report = try #require(try await scanned(paths: ["/proc/self/status"]).first)
        #expect(report.size == 0)
        #expect(report.state == .unreadable)
        #expect(report.reasons == [.unavailable])
    }

    /// A reader whose supervisor was killed ends by itself, also in the middle of a file.
    @Test func aReaderDoesNotOutliveItsSupervisor() async throws {
        try await withHole { path in
            let script = """
                "$0" scan "$1" --deadline 3600 > /dev/null 2>&1 &
                while reader=$(cat /proc/$!/task/*/children 2> /dev/null) && [ -z "$reader" ]; do sleep 0.05; done
                reader=${reader%% *}
                # It has to be at work.
                while read -r _ _ _ _ _ _ _ _ _ _ _ _ _ user _ < "/proc/$reader/stat" && [ "$user" -lt 10 ]; do
                    sleep 0.05
                done
                kill -KILL $!
                for attempt in {1..3000}; do [ -d "/proc/$reader" ] || exit 0; sleep 0.1; done
                kill -KILL "$reader"
                exit 1
                """
            let run = try await runProgram(
                "/bin/bash", ["-c", script, try builtProduct(named: "wheretoshare"), path], deadline: .seconds(600))
            #expect(run.exitStatus == 0, "\(run.stdout)\(run.stderr)")
        }
    }
}
