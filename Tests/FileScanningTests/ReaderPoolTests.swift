import Glibc
import HostFacts
import ScanWire
import TestKit
import Testing

@testable import FileScanning

/// A worker that is sick costs its own file and no other.
///
/// The workers here are scripts: no document is known that makes the real one do these things.
@Suite struct ReaderPoolTests {
    /// A worker that greets and takes an order, and then does something of its own.
    private static func script(_ then: String) -> String {
        let greeting = ScanEvent.ready(JailLevel(), revision: "1").frame.map { String($0) }.joined(separator: ",")
        return """
            #!/usr/bin/python3
            import os, signal, socket, sys, time
            os.write(1, bytes([\(greeting)]))
            parent = socket.socket(fileno=0)
            parent.recv(4096)
            \(then)
            """
    }

    private func read(_ script: String, deadline: Duration = .seconds(30), patience: Duration = .seconds(30))
        async throws
        -> FileReport
    {
        try await withTemporaryFolder { folder in
            let program = try folder.write(script, to: "worker")
            #expect(unsafe chmod(program, 0o700) == 0)
            let path = try folder.write("text", to: "file.txt")
            let pool = ReaderPool(
                program: program, options: ScanOptions(workers: 1, timePerFile: deadline), patience: patience)
            let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
            let report = await pool.read(file: file, path: HostPath(path), size: 4)
            await pool.end()
            return report
        }
    }

    @Test func oneThatHangsIsEndedAtTheDeadline() async throws {
        let report = try await read(Self.script("time.sleep(1000)"), deadline: .milliseconds(300))
        #expect(report.state == .unreadable)
        #expect(report.reasons == [.time])
    }

    @Test func oneThatDoesNotHeedIsKilled() async throws {
        let then = "signal.signal(signal.SIGTERM, signal.SIG_IGN)\nwhile True: time.sleep(1000)"
        let report = try await read(Self.script(then), deadline: .milliseconds(300))
        #expect(report.reasons == [.time])
    }

    @Test func oneThatCrashesIsSaid() async throws {
        let report = try await read(Self.script("os.kill(os.getpid(), signal.SIGSEGV)"))
        #expect(report.reasons == [.crashed])
        #expect(report.gaps.first?.detail == "signal 11")
    }

    @Test(arguments: ["os.write(1, b'\\xff' * 64)", "os.write(1, bytes([0,0,0,3,1,99,0]))", "sys.exit(0)"])
    func oneThatTalksNonsenseIsLeft(then: String) async throws {
        let report = try await read(Self.script(then))
        #expect(report.state == .unreadable)
        #expect(report.reasons == [.crashed])
    }

    @Test func oneThatNeverGreetsIsNotWaitedFor() async throws {
        let report = try await read("#!/bin/sh\nsleep 1000\n", patience: .milliseconds(300))
        #expect(report.reasons == [.noReader])
    }

    @Test func oneThatCannotBeStartedIsSaid() async throws {
        let pool = ReaderPool(program: "/nonexistent/worker", options: ScanOptions(workers: 1))
        let file = unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
        let report = await pool.read(file: file, path: HostPath("a"), size: 0)
        await pool.end()
        #expect(report.reasons == [.noReader])
        #expect(report.gaps.first?.detail?.contains("/nonexistent/worker") == true)
    }

    @Test func theRealOneSaysHowItIsJailed() async throws {
        let pool = ReaderPool(program: try readerProgram(), options: ScanOptions(workers: 1))
        let file = unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
        _ = await pool.read(file: file, path: HostPath("a"), size: 0)
        #expect(pool.jail?.isFull == true)
        #expect(pool.revision != nil)
        await pool.end()
    }
}
