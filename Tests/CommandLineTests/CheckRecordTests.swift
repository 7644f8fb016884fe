import CheckHistory
import Glibc
import TestKit
import Testing

/// What `check --record` keeps, what it says, and what it does where nothing can be kept.
@Suite struct CheckRecordTests {
    private static let quick = "checks: {pause-seconds: 0}\n"

    /// A program with an inventory of two places that take no connections.
    private func withPlaces(
        checks: String = quick, _ body: (Program, [String: String]) async throws -> Void
    ) async throws {
        try await withProgram { program in
            let inventory = try RefusedPlaces.write(to: program.home, checks: checks)
            try await body(program, ["WHERETOSHARE_INVENTORY": inventory])
        }
    }

    @Test func aRunIsRecordedAndTold() async throws {
        try await withPlaces { program, places in
            let run = try await program(
                ["check", "--record", "--vantage", "here", "--format", "jsonl"], environment: places)
            #expect(run.exitStatus == 1)
            #expect(run.stdout.split(separator: "\n").count == 2)
            let notes = run.stderr.split(separator: "\n")
            #expect(notes.count == 2)
            #expect(notes.allSatisfy { $0.hasPrefix("note: ") && $0.contains(" has been down since ") })
            // The same again is no news.
            let second = try await program(["check", "--record", "--vantage", "here"], environment: places)
            #expect(second.exitStatus == 1 && second.stderr.isEmpty)
            _ = try await program(["check", "--record", "--vantage", "there"], environment: places)
            let history = try await program(["history", "--format", "json"], environment: places)
            #expect(history.exitStatus == 1)
            let value = try JSONValue(history.stdout)
            #expect(value["vantages"].list.map { $0["name"].text } == ["here", "there"])
            #expect(value["changes"].list.map { $0["change"].text } == ["broke", "broke", "broke", "broke"])
            #expect(value["places"][0]["cause"].text == "tcp-refused")
            #expect(value["places"][0]["availability"].number == nil || value["places"][0]["outages"].number == 1)
            // What was printed is the run that was recorded.
            let file = try program.home.write(run.stdout, to: "run.jsonl")
            let merged = try await program(["history", "import", file], environment: places)
            #expect(merged.stdout == "0 new runs, 1 known\n")
            #expect(merged.exitStatus == 0)
        }
    }

    @Test func otherVantagesAreMergedOnce() async throws {
        try await withPlaces { program, places in
            let there = program.home.at("there/history.sqlite")
            _ = try await program(
                ["check", "--record", "--vantage", "there", "--history", there], environment: places)
            for expected in ["1 new run, 0 known\n", "0 new runs, 1 known\n"] {
                let merged = try await program(["history", "import", there], environment: places)
                #expect(merged.stdout == expected)
            }
            let history = try await program(["history", "files", "--lang", "de"], environment: places)
            #expect(history.exitStatus == 1)
            #expect(history.stdout.contains("files ist seit "))
            #expect(history.stdout.contains("von there aus"))
            let table = try await program(["history", "--format", "csv"], environment: places)
            #expect(table.stdout.split(separator: "\r\n").count == 3)
            #expect(table.stdout.contains("\r\nfiles,there,failed,tcp-refused,,"))
        }
    }

    @Test func aSecondRunAtTheSameTimeSaysSo() async throws {
        try await withPlaces { program, places in
            let path = try program.home.makeFolder("state") + "/history.sqlite"
            let lock = unsafe open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            #expect(flock(lock, LOCK_EX) == 0)
            let command = ["check", "--record", "--history", path]
            let run = try await program(command, environment: places)
            #expect(run.exitStatus == 3)
            #expect(run.stdout.isEmpty)
            #expect(
                run.stderr == """
                    error: another run records in the history '\(path)' at the moment
                      why:  two runs at once would get in each other's way
                      next: wait for it to end; if runs overlap every time, start them less often

                    """)
            // A child that another test starts at this moment may have the descriptor for an instant.
            flock(lock, LOCK_UN)
            close(lock)
            #expect(try await program(command, environment: places).exitStatus == 1)
            // Two of three looks are enough, and both are kept.
            let kept = try HistoryFile.openForReading(path).runs()
            #expect(kept.map { $0.results.map(\.looks.count) } == [[2, 2]])
        }
    }

    @Test func whereNothingCanBeRecordedTheResultStillAppears() async throws {
        try await withPlaces { program, places in
            let file = try program.home.write("in the way", to: "file")
            let run = try await program(
                ["check", "--record", "--history", "\(file)/history.sqlite"], environment: places)
            #expect(run.exitStatus == 3)
            #expect(run.stdout.contains("2 places: 2 not working"))
            #expect(run.stderr.hasPrefix("error: nothing can be recorded in the history '\(file)/history.sqlite'\n"))
        }
    }

    @Test func aDamagedHistoryIsMovedAsideAndSaid() async throws {
        try await withPlaces { program, places in
            let path = try program.home.write("no database at all", to: "history.sqlite")
            let run = try await program(["check", "--record", "--history", path], environment: places)
            #expect(run.exitStatus == 1)
            #expect(run.stderr.hasPrefix("note: the history was damaged and is now '\(path).corrupt-20"))
            let history = try await program(["history", "--history", path, "--format", "json"], environment: places)
            #expect(try JSONValue(history.stdout)["vantages"][0]["runs"].number == 1)
        }
    }

    @Test func nobodyIsCalledDuringMaintenanceAndForWhatIsExpected() async throws {
        let checks = """
            checks: {pause-seconds: 0}
            maintenance:
              - id: always
                systems: [files]
                weekly: {day: monday, hour: 0, minutes: 10080}
                reason: work
            expected-outages:
              - {id: never-here, systems: [tapes], reason: tapes are elsewhere}

            """
        try await withPlaces(checks: checks) { program, places in
            let run = try await program(["check", "--record"], environment: places)
            #expect(run.exitStatus == 1 && run.stderr.isEmpty)
            let history = try await program(["history", "--format", "json"], environment: places)
            #expect(history.exitStatus == 0)
            let value = try JSONValue(history.stdout)
            #expect(value["changes"].list.isEmpty)
            #expect(value["places"].list.map { $0["silence"].text } == ["maintenance", "expected"])
            #expect(value["places"].list.map { $0["silencedBy"].text } == ["always", "never-here"])
        }
    }

    @Test func whatWasRecordedIsKnownToAnswersAndDiagnoses() async throws {
        try await withPlaces { program, places in
            _ = try await program(["check", "--record", "--vantage", "here"], environment: places)
            let answer = try await program(["--group", "everybody", "--size", "2GB"], environment: places)
            #expect(answer.exitStatus == 0)
            #expect(answer.stdout.contains("files/all is down since "))
            let json = try await program(
                ["--group", "everybody", "--size", "2GB", "--format", "json"], environment: places)
            let live = try JSONValue(json.stdout)["recommended"]["live"]
            #expect(live["verdict"].text == "failed")
            #expect(live["cause"].text == "tcp-refused")
            #expect(live["since"].text?.hasSuffix("Z") == true)
            // What was well when another vantage looked is remembered with its moment.
            let healthy = try JSONValue(
                try await program(["check", "files", "--format", "jsonl"], environment: places).stdout)
            let line = healthy.description.replacing("\"failed\"", with: "\"healthy\"")
                .replacing("\"tcp-refused\"", with: "null").replacing(
                    #/"at":"2[^"]*"/#, with: "\"at\":\"2026-01-02T03:04:05Z\"")
            let file = try program.home.write(line + "\n", to: "earlier.jsonl")
            #expect(
                try await program(["history", "import", file], environment: places).stdout == "1 new run, 0 known\n")
            let diagnosis = try await program(["diagnose", "files", "--no-sign-in"], environment: places)
            #expect(diagnosis.stdout.contains("It last worked on 2026-01-02 03:04, seen from "))
            let document = try await program(
                ["diagnose", "files", "--no-sign-in", "--format", "json"], environment: places)
            #expect(try JSONValue(document.stdout)["lastWorked"].text == "2026-01-02T03:04:05Z")
        }
    }

    @Test func whatOtherVantagesSawIsAWitness() async throws {
        try await withPlaces { program, places in
            let diagnose = ["diagnose", "files", "--no-sign-in", "--vantage", "here"]
            _ = try await program(["check", "--record", "--vantage", "cellar"], environment: places)
            let failing = try await program(diagnose + ["--explain"], environment: places)
            #expect(failing.exitStatus == 1)
            let told = failing.stdout.split { $0.isWhitespace }.joined(separator: " ")
            #expect(told.contains("it has not worked from cellar either since"), "\(told)")
            #expect(failing.stdout.contains("As the history knows it"))
            let ticket = try await program(diagnose + ["--ticket", "--lang", "de"], environment: places)
            #expect(ticket.stdout.contains("**Was der Verlauf weiß:**\n\n- cellar, "))
            let document = try await program(diagnose + ["--format", "json"], environment: places)
            let witness = try #require(
                JSONValue(document.stdout)["witnesses"].list.first { $0["vantage"].text == "cellar" })
            #expect(witness["verdict"].text == "failed")
            #expect(witness["cause"].text == "tcp-refused")
            #expect(witness["at"].text?.hasSuffix("Z") == true && witness["since"].text?.hasSuffix("Z") == true)
        }
    }

    /// With /dev/full in the file's place nothing could be said of SQLite; a small disk of one's own says it.
    @Test(.enabled(if: geteuid() == 0, "a disk of one's own takes root"))
    func aFullDiskAndAReadOnlyOneAreSaidAndLoseNothing() async throws {
        try await withPlaces { program, places in
            let disk = try program.home.makeFolder("disk")
            let check = "check --record --history '\(disk)/history.sqlite'"
            let wheretoshare = try builtProduct(named: "wheretoshare")
            let script = """
                mount -t tmpfs -o size=1m none '\(disk)' || exit 99
                '\(wheretoshare)' \(check) --vantage before >/dev/null 2>&1
                head -c 2000000 /dev/zero >'\(disk)/filler' 2>/dev/null
                '\(wheretoshare)' \(check)
                echo "full: $?"
                rm '\(disk)/filler'
                mount -o remount,ro '\(disk)'
                '\(wheretoshare)' \(check)
                echo "read-only: $?"
                mount -o remount,rw '\(disk)'
                '\(wheretoshare)' \(check) --vantage after >/dev/null
                echo "mended: $?"
                '\(wheretoshare)' history --history '\(disk)/history.sqlite' --format json | grep '"name"'
                """
            var environment = bareEnvironment
            environment["HOME"] = program.home.path
            environment["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin"
            let run = try await runProgram(
                "/usr/bin/unshare", ["-m", "sh", "-c", script],
                environment: environment.merging(places) { _, new in new })
            let lines = run.stdout.split(separator: "\n").map(String.init)
            #expect(lines.contains("full: 3"), "\(run)")
            #expect(lines.contains("read-only: 3"))
            #expect(lines.contains("mended: 1"))
            #expect(lines.count { $0.hasPrefix("2 places: 2 not working") } == 2)
            #expect(lines.contains { $0.contains("\"name\" : \"before\"") })
            #expect(lines.contains { $0.contains("\"name\" : \"after\"") })
            #expect(run.stderr.contains("no space is left on its disk"))
        }
    }
}
