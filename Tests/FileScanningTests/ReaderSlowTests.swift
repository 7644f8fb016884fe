import FileScanning
import HostFacts
import ScanWire
import TestKit
import Testing

/// Programs that stand where the reader should, and are none.
@Suite(.timeLimit(.minutes(20))) struct ReaderSlowTests {
    @Test(arguments: ["exit 1", "head -c 100000 /dev/urandom", "yes", "exec sleep 1000", "cat > /dev/null"])
    func whatIsNoReaderHoldsNothingUp(_ command: String) async throws {
        try await withTemporaryFolder { folder in
            let file = try folder.write("something\n", to: "file.txt")
            let program = try folder.write("#!/bin/sh\n\(command)\n", to: "reader")
            let made = try await runProgram("/bin/chmod", ["700", program])
            #expect(made.exitStatus == 0)
            let reports = Collector()
            _ = await FileScan.run([HostPath(file), HostPath(file)], program: program, options: ScanOptions()) {
                report, _ in reports.add(report)
            }
            #expect(reports.all.map(\.reasons) == [[.noReader], [.noReader]])
            #expect(reports.all.first?.gaps.first?.detail?.hasSuffix(": it did not answer") == true)
        }
    }
}
