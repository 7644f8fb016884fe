import FoundationEssentials
import Glibc
import TestKit
import Testing

/// The test kit is what the other tests stand on, so it has tests too.
@Suite struct TestKitTests {
    @Test func runTellsStatusAndBothStreams() async throws {
        let run = try await runProgram("/bin/sh", ["-c", "echo out; echo err >&2; exit 3"])
        #expect(run == ProgramRun(ending: .exited(3), stdout: "out\n", stderr: "err\n"))
    }

    @Test func runGetsTheGivenEnvironmentAndNoOther() async throws {
        let run = try await runProgram("/usr/bin/env", environment: ["ONLY": "this one"])
        #expect(run.stdout == "ONLY=this one\n")
    }

    @Test func runGetsItsInputItsFolderAndItsArgumentsUnchanged() async throws {
        try await withTemporaryFolder { folder in
            let script = #"pwd; cat; printf '<%s>' "$@""#
            let run = try await runProgram(
                "/bin/sh", ["-c", script, "sh", "two words", "", "ä=$(x)"], in: folder.path, input: "fed\n"
            )
            #expect(run.stdout == "\(folder.path)\nfed\n<two words><><ä=$(x)>")
        }
    }

    @Test func runInheritsNoOtherFile() async throws {
        let lowest = unsafe open("/dev/null", O_RDONLY)
        let descriptor = fcntl(lowest, F_DUPFD, 100)
        defer {
            close(descriptor)
            close(lowest)
        }
        // The shell opens one for the listing itself.
        let run = try await runProgram("/bin/sh", ["-c", "for f in /proc/$$/fd/*; do echo ${f##*/}; done"])
        #expect(Set(run.stdout.split(separator: "\n")).isSubset(of: ["0", "1", "2", "3", "255"]))
        #expect(descriptor >= 100)
    }

    @Test func runTellsTheSignal() async throws {
        let run = try await runProgram("/bin/sh", ["-c", "kill -9 $$"])
        #expect(run.ending == .signaled(9))
        #expect(run.exitStatus == nil)
    }

    @Test(.timeLimit(.minutes(20))) func deadlineKillsTheWholeGroup() async throws {
        try await withTemporaryFolder { folder in
            let script = "sleep 600 & echo $! > '\(folder.at("child"))'; wait"
            let run = try await runProgram("/bin/sh", ["-c", script], deadline: .milliseconds(500))
            #expect(run.ending == .overran(.milliseconds(500)))
            #expect(try await isGone(folder))
        }
    }

    @Test(.timeLimit(.minutes(20))) func nothingStaysBehindAProgramThatEnds() async throws {
        try await withTemporaryFolder { folder in
            let run = try await runProgram("/bin/sh", ["-c", "sleep 600 & echo $! > '\(folder.at("child"))'"])
            #expect(run.ending == .exited(0))
            #expect(try await isGone(folder))
        }
    }

    @Test func aProgramThatIsNotThereIsNamed() async throws {
        await #expect { try await runProgram("/nonexistent/program") } throws: { error in
            "\(error)".contains("'/nonexistent/program' cannot be run: No such file")
        }
    }

    @Test func folderIsPrivateAndGoesAwayWithWhatIsInIt() throws {
        let path = try withTemporaryFolder { folder in
            try folder.write("x", to: "a/b/c.txt")
            try folder.makeFolder("locked/inside")
            unsafe chmod(folder.at("locked"), 0)
            var status = stat()
            #expect(unsafe lstat(folder.path, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o700)
            return folder.path
        }
        #expect(unsafe access(path, F_OK) != 0)
    }

    @Test func folderGoesAwayWhenTheBodyThrows() throws {
        var path = ""
        #expect(throws: TestKitError.self) {
            try withTemporaryFolder { folder in
                path = folder.path
                throw TestKitError("on purpose")
            }
        }
        #expect(!path.isEmpty)
        #expect(unsafe access(path, F_OK) != 0)
    }

    @Test func snapshotMissingDifferingRecordedAndEqual() throws {
        try withTemporaryFolder { folder in
            let run = ProgramRun(ending: .exited(1), stdout: "in \(folder.path)\n", stderr: "\u{1B}[1mno end")
            let text = snapshotText(run, replacing: [folder.path: "‹folder›"])
            #expect(
                text == """
                    exit status 1
                    ──── stdout
                    in ‹folder›
                    ──── stderr
                    ␛[1mno end⟨no newline at the end⟩

                    """
            )
            let file = SnapshotFile(path: folder.at("Snapshots/one.txt"))
            #expect(file.compare(text)?.contains("there is no snapshot") == true)
            #expect(file.record(text)?.hasPrefix("Recorded") == true)
            #expect(file.compare(text) == nil)
            let changed = file.compare(text.replacing("exit status 1", with: "exit status 2"))
            #expect(changed?.contains("- exit status 1\n+ exit status 2\n  ──── stdout") == true)
        }
    }

    /// Whether the process whose number lies in the file `child` comes to its end within seconds: SIGKILL is no wait.
    private func isGone(_ folder: TemporaryFolder) async throws -> Bool {
        let text = try String(contentsOfFile: folder.at("child"), encoding: .utf8)
        let number = try #require(pid_t(text.dropLast()))
        let limit = ContinuousClock.now + .seconds(10)
        while ContinuousClock.now < limit {
            // A zombie that nobody reaps has no memory any more.
            let memory = try? String(contentsOfFile: "/proc/\(number)/statm", encoding: .utf8)
            guard let memory, !memory.hasPrefix("0 ") else { return true }
            await Task.yield()
        }
        return false
    }
}
