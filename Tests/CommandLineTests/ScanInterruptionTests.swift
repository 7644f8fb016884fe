import Foundation
import TestKit
import Testing

/// What is left of a scan that somebody ends.
@Suite struct ScanInterruptionTests {
    /// Ends a scan of two files, the second of them endless, after the first was told.
    private static let script = """
        out=$1; shift
        "$@" >"$out" &
        pid=$!
        for _ in {1..600}; do [ -s "$out" ] && break; sleep 0.05; done
        workers=$(cat /proc/$pid/task/*/children)
        [ -n "$workers" ] || exit 90
        kill -TERM $pid
        wait $pid
        status=$?
        for worker in $workers; do [ ! -e /proc/$worker ] || exit 91; done
        exit $status
        """

    @Test func theFilesBeforeASignalAreToldAndNothingStays() async throws {
        try await withProgram { program in
            try program.home.write("Konto: AT34 2011 1822 7354 9183\n", to: "files/a.txt")
            let endless = try program.home.write("", to: "files/b.txt")
            #expect(unsafe truncate(endless, 1 << 42) == 0)
            try program.home.makeFolder("scratch")
            let run = try await runProgram(
                "/bin/bash",
                [
                    "-c", Self.script, "bash", program.home.at("out"), try builtProduct(named: "wheretoshare"), "scan",
                    program.home.at("files"), "--format", "jsonl", "--no-cache", "--parallel", "1",
                ],
                environment: bareEnvironment.merging(
                    ["HOME": program.home.path, "TMPDIR": program.home.at("scratch")]) { _, new in new })
            #expect(run.exitStatus == 3, "\(run.ending) \(run.stderr)")
            #expect(
                run.stderr
                    == "A signal ended the scan early: what is told is of the files before that, "
                    + "and the rest was not looked into.\n")
            let told = try String(contentsOfFile: program.home.at("out"), encoding: .utf8)
            #expect(told.contains("a.txt"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: program.home.at("scratch")).isEmpty)
        }
    }
}
