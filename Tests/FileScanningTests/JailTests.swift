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

    /// What catches faults elsewhere needs what the jail refuses.
    @Test func aFaultEndsTheWorker() async throws {
        let script = """
            import os, signal, socket, subprocess, sys
            here, there = socket.socketpair()
            worker = subprocess.Popen([sys.argv[1]], stdin=there, stdout=subprocess.PIPE)
            os.read(worker.stdout.fileno(), 1)
            worker.send_signal(signal.SIGILL)
            try: print(worker.wait(20))
            finally: worker.kill()
            """
        let run = try await runProgram("/usr/bin/python3", ["-c", script, try readerProgram()])
        #expect(run.stdout == "-4\n", "\(run.stderr)")
    }

    @Test func anUnknownProgramIsNotStarted() async throws {
        let run = try await runProgram(try readerProgram(), ["--run", "sh"])
        #expect(run.exitStatus != 0)
        #expect(run.stdout.isEmpty)
    }
}
