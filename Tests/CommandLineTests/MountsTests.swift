import Glibc
import TestKit
import Testing

/// Whether this process may mount folders by way of FUSE, as root in a machine of its own may.
private let mayMountByFUSE =
    unsafe geteuid() == 0 && access("/dev/fuse", W_OK) == 0
    && access("/usr/bin/bindfs", X_OK) == 0

/// `mounts` on real mounts, which look in the kernel's table like those of a file server.
@Suite struct MountsTests {
    /// What a shell runs in a mount namespace of its own, in a folder of its own.
    ///
    /// The daemons stay in the shell's process group, which is killed at its end; the namespace ends with them.
    private static let preparation = """
        cd "$HOME"; mkdir -p "the data/deep/er" point; : >fstab
        p=$(pwd | sed 's/ /\\\\040/g')
        # bindfs takes the name it is given only when the folder's own has a blank.
        # share SOURCE FOLDER OPTIONS: shows the folder as a share, and waits until the kernel lists it.
        share() {
            before=$(wc -l </proc/self/mountinfo)
            bindfs -f -o "fsname=$1,subtype=cifs$3" "the data" "$2" >/dev/null 2>&1 &
            daemon=$!
            for i in $(seq 200); do
                [ "$(wc -l </proc/self/mountinfo)" -gt "$before" ] && return; sleep 0.02
            done
        }
        check() { "$PROGRAM" mounts --inventory "$INVENTORY" --fstab fstab --vantage here "$@"; }
        export XDG_RUNTIME_DIR="$HOME/run"; mkdir -m 700 run

        """

    private func run(_ script: String, home: TemporaryFolder) async throws -> ProgramRun {
        var environment = bareEnvironment
        environment["HOME"] = home.path
        environment["COLUMNS"] = "100"
        environment["PROGRAM"] = try builtProduct(named: "wheretoshare")
        environment["INVENTORY"] = "\(repositoryRoot)/Inventory"
        return try await runProgram(
            "/usr/bin/unshare", ["--mount", "--propagation", "private", "bash", "-c", Self.preparation + script],
            environment: environment)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var script: String
        var status: Int32
        var verdict: String
        var cause: String?

        init(_ name: String, _ script: String, _ status: Int32, _ verdict: String, _ cause: String? = nil) {
            testDescription = name
            self.script = script
            self.status = status
            self.verdict = verdict
            self.cause = cause
        }
    }

    static let groups = "share //istsmb3.ist.ac.at/groups point"

    static let rows: [Row] = [
        Row("healthy", "\(groups); check --format json point", 0, "healthy"),
        Row("a folder in it", "\(groups); check --format json point/../point/./deep/er", 0, "healthy"),
        Row("not mounted", "check --format json \"$PWD/point\"", 1, "failed", "not-mounted"),
        Row(
            "another share", "share //istsmb3.ist.ac.at/grp point; check --format json point", 1, "degraded",
            "mount-wrong-source"),
        Row("a server nobody knows", "share //nas.example/grp point; check --format json point", 0, "healthy"),
        Row(
            "another than planned",
            """
            echo "//nas.example/a $p/point cifs _netdev,nofail" >fstab
            share //nas.example/b point; check --format json point
            """, 1, "failed", "mount-wrong-source"),
        Row("read-only", "\(groups) ,ro; check --format json point", 1, "degraded", "mount-read-only"),
        Row(
            "killed", "\(groups); kill -9 $daemon; wait $daemon 2>/dev/null; check --format json point", 1, "failed",
            "mount-dead"),
        Row(
            "stopped", "\(groups); kill -STOP $daemon; check --format json --deadline 0.5 point", 1, "failed",
            "mount-hung"),
        Row(
            "covered", "\(groups); mount -t tmpfs none point; check --format json", 1, "failed", "mount-shadowed"),
        Row("twice", "\(groups); \(groups) ,nonempty; check --format json", 1, "degraded", "mount-shadowed"),
        Row(
            "planned without a folder",
            """
            echo "//nas.example/a $p/none cifs _netdev,nofail" >fstab; check --format json
            """, 1, "failed", "mount-point-missing"),
        Row(
            "planned with a blank", "echo '//nas.example/my share /mnt/x cifs ro' >fstab; check --format json", 1,
            "failed", "fstab-error"),
        Row(
            "an open password file",
            """
            : >secret; chmod 644 secret
            echo "//istsmb3.ist.ac.at/groups $p/point cifs _netdev,nofail,credentials=$p/secret" >fstab
            \(groups); check --format json
            """, 1, "degraded", "credentials-file-exposed"),
    ]

    @Test(.enabled(if: mayMountByFUSE), arguments: rows) func aMountIsJudged(_ row: Row) async throws {
        try await withTemporaryFolder { home in
            let run = try await run(row.script, home: home)
            #expect(run.ending == .exited(row.status), "\(run.stderr)")
            let answer = try JSONValue(run.stdout)
            #expect(answer.list.count == 1, "\(run.stdout)")
            #expect(answer[0]["verdict"].text == row.verdict, "\(run.stdout)")
            #expect(answer[0]["cause"].text == row.cause, "\(run.stdout)")
        }
    }

    // The upper daemon has read the question and waits for the lower one, which is stopped: then not even SIGKILL ends the
    // process that asks. The second run says so at once and starts no other, until the mount answers again.
    @Test(.enabled(if: mayMountByFUSE)) func aSecondRunStartsNoSecondProcess() async throws {
        try await withTemporaryFolder { home in
            let script = """
                mkdir "the lower" upper
                share //istsmb3.ist.ac.at/groups "the lower"; lower=$daemon
                bindfs -f -o "fsname=//istsmb3.ist.ac.at/groups,subtype=cifs" "the lower" upper >/dev/null 2>&1 &
                for i in $(seq 200); do mountpoint -q upper && break; sleep 0.02; done
                kill -STOP $lower
                memory=run/wheretoshare/waiting-processes
                check --deadline 2 --format jsonl upper; cat $memory
                check --deadline 60 --format jsonl upper; cat $memory
                kill -CONT $lower
                for i in $(seq 200); do check upper >out && break; sleep 0.02; done
                check --format jsonl upper; grep -c . $memory
                """
            let lines = try await run(script, home: home).stdout.split(separator: "\n").map { String($0) }
            try #require(lines.count == 6, "\(lines)")
            let runs = try [0, 2, 4].map { try JSONValue(lines[$0]) }
            #expect(runs[0]["cause"].text == "mount-hung")
            #expect(runs[0]["stages"][1]["evidence"]["waits"].text == "longer than the deadline")
            #expect(runs[1]["cause"].text == "mount-hung")
            #expect(runs[1]["stages"][1]["evidence"]["waits"].text == "since an earlier check")
            #expect(lines[1] == lines[3])
            #expect(lines[1].hasSuffix("\(home.path)/upper"))
            #expect(runs[2]["verdict"].text == "healthy")
            #expect(lines[5] == "0")
        }
    }

    @Test(.enabled(if: mayMountByFUSE)) func theTextTellsWhatMendsIt() async throws {
        try await withTemporaryFolder { home in
            let run = try await run("\(Self.groups); kill -9 $daemon; wait $daemon 2>/dev/null; check", home: home)
            #expect(run.stdout.contains("✗ \(home.path)/point: does not work\n"))
            #expect(run.stdout.contains("(mount-dead)\n"))
            let words = run.stdout.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(words.contains("Run: fusermount -uz '\(home.path)/point'"), "\(run.stdout)")
        }
    }

    @Test func withoutMountsAllIsWell() async throws {
        try await withProgram { program in
            let table = try program.home.write("UUID=1 / ext4 defaults 0 1\n", to: "fstab")
            let run = try await program(["mounts", "--fstab", table, "--format", "jsonl"])
            // This computer may have mounts of its own; the table adds none.
            #expect(!run.stdout.contains("fstab-error"))
            let missing = try await program(["mounts", "--fstab", "/nonexistent/fstab"])
            #expect(missing.ending == .exited(2))
            #expect(
                missing.stderr == """
                    error: there is no table of file systems '/nonexistent/fstab'
                      why:  no such file exists
                      next: correct --fstab, or leave it out for /etc/fstab

                    """)
        }
    }

    @Test func theOtherFormsTellTheSame() async throws {
        try await withProgram { program in
            let table = try program.home.write("//nas.example/a b /mnt/x cifs ro\n", to: "fstab")
            let arguments = ["mounts", "--fstab", table, "--vantage", "here", "--format"]
            let nagios = try await program(arguments + ["nagios"])
            #expect(nagios.ending == .exited(2))
            #expect(nagios.stdout.contains("fstab-error"))
            let prometheus = try await program(arguments + ["prometheus"])
            #expect(prometheus.stdout.contains("wheretoshare_mount_cause_info{mountpoint=\"\(table):1\""))
            #expect(!prometheus.stdout.contains("wheretoshare_run_"))
            let junit = try await program(arguments + ["junit"])
            #expect(junit.stdout.contains("<testsuite name=\"wheretoshare mounts\""))
            #expect(junit.stdout.contains("fstab-error"))
        }
    }
}
