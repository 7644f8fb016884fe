import Glibc
import StorageModel
import TestKit
import Testing

@testable import HostFacts

@Suite struct SystemProgramTests {
    private func run(
        _ script: String, deadline: Duration = .seconds(20), limit: Int = 1 << 20
    ) throws(HostReadingObstacle) -> SystemProgram.Ending {
        try SystemProgram(path: "/bin/sh").run(["-c", script], limit: limit, until: .now + deadline)
    }

    @Test func tellsHowAProgramEnds() throws {
        let ending = try run("echo out; echo err >&2; exit 7")
        #expect(ending.status == 7)
        #expect(String(decoding: ending.output, as: UTF8.self) == "out\nerr\n")
        #expect(try run("kill -9 $$").status == nil)
        // A program that says nothing more goes on for a while.
        #expect(try run("exec >&- 2>&-; sleep 0.1; exit 3").status == 3)
    }

    @Test func nothingOfThisProcessIsPassedOn() throws {
        let output = String(decoding: try run("env; cat").output, as: UTF8.self)
        let names = Set(output.split(separator: "\n").compactMap { $0.split(separator: "=").first.map { String($0) } })
        #expect(names.subtracting(["PWD", "_", "SHLVL", "OLDPWD"]) == ["PATH", "LC_ALL", "TZ"])
    }

    @Test func aProgramThatHangsIsKilledWithItsChildren() throws {
        try withTemporaryFolder { folder in
            let file = folder.at("pids")
            #expect(throws: HostReadingObstacle.deadline) {
                try run("trap '' TERM; sleep 600 & echo $! $$ >'\(file)'; wait", deadline: .seconds(1))
            }
            let text = String(decoding: try BoundedFile.read(HostPath(file), limit: 100), as: UTF8.self)
            let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Int32($0) }
            #expect(numbers.count == 2)
            let deadline = ContinuousClock.now + .seconds(20)
            while numbers.contains(where: { StuckProcesses.start(of: $0) != nil }), ContinuousClock.now < deadline {
                poll(nil, 0, 5)
            }
            #expect(numbers.allSatisfy { StuckProcesses.start(of: $0) == nil })
        }
    }

    @Test func whoeverSaysTooMuchIsNotBelieved() {
        #expect(throws: HostReadingObstacle.tooLarge("what '/bin/sh' says")) {
            try run("head -c 3000000 /dev/zero", limit: 1 << 20)
        }
    }

    @Test func whatIsNotThereIsNamed() {
        #expect(throws: HostReadingObstacle.missing("no such program here")) {
            try SystemProgram(named: "no such program here")
        }
        #expect(throws: HostReadingObstacle.system(errno: ENOENT)) {
            try SystemProgram(path: "/nonexistent/program").run([], until: .now + .seconds(20))
        }
    }
}

@Suite struct TimedReadingTests {
    @Test func whatIsReadInTimeIsKnown() {
        let reading = TimedReading { HostReading.known(7) }
        #expect(reading.value(until: .now + .seconds(20)) == .known(7))
        // Whoever asks again is told the same.
        #expect(reading.value(until: .now) == .known(7))
    }

    @Test func whatIsNotReadInTimeIsGivenUp() {
        let reading = TimedReading<Int> {
            // Ends when the test program does.
            while true { pause() }
        }
        #expect(reading.value(until: .now + .milliseconds(50)) == .unknown(.deadline))
    }

    @Test func manyAtATimeTellTheirOwn() {
        let readings = (0..<50).map { number in TimedReading { HostReading.known(number) } }
        #expect(readings.map { $0.value(until: .now + .seconds(20)) } == (0..<50).map { .known($0) })
    }
}
