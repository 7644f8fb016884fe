import ScanWire
import TestKit
import Testing

/// What the worker cannot do.
@Suite struct JailTests {
    @Test func nothingGetsOutOfTheJail() async throws {
        let run = try await runProgram(try readerProgram(), ["--prove-jail"])
        #expect(run.exitStatus == 0, "\(run.stdout)")
        #expect(run.stdout.hasPrefix("jail: full\n"))
        let attempts = run.stdout.split(separator: "\n").dropFirst()
        #expect(attempts.count > 35)
        #expect(attempts.allSatisfy { $0.hasSuffix(": refused") }, "\(run.stdout)")
    }

    @Test func anUnknownProgramIsNotStarted() async throws {
        let run = try await runProgram(try readerProgram(), ["--run", "sh"])
        #expect(run.exitStatus != 0)
        #expect(run.stdout.isEmpty)
    }
}
