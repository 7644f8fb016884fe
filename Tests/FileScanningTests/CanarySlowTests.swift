import FileScanning
import TestKit
import Testing

/// An account number is planted in documents of many formats, at one place in each, and none is missed without a word.
@Suite struct CanarySlowTests {
    @Test func noneIsMissedInSilence() async throws {
        try await withTemporaryFolder { folder in
            let script = "\(repositoryRoot)/Tests/FileScanningTests/Documents/canaries.py"
            let run = try await runProgram("/usr/bin/python3", [script, folder.path])
            #expect(run.ending == .exited(0), "\(run.stderr)")
            let reports = try await scanned(paths: [folder.path])
            #expect(reports.count > 450)
            let unfound = reports.filter { $0.accounts == 0 }
            #expect(unfound.filter { $0.state == .read }.map(\.path) == [])
            // What is not found is said to be unread; that has to be the exception.
            #expect(unfound.count * 20 < reports.count)
        }
    }
}
