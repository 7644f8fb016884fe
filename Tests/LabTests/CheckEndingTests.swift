import FoundationEssentials
import Glibc
import Lab
import StorageModel
import TestKit
import Testing

/// How `check` ends when somebody ends it, and what its processes leave behind and give away.
extension LabSlowTests {
    @Suite struct CheckEndingTests {
        /// What a shell on a client says after it has started a check and done something to it.
        ///
        /// The shell leads a process group of its own, as one at a terminal does.
        private func shell(
            _ checker: Checker, password: String = LabUser.alice.password, _ arguments: String, while script: String,
            after rest: String = ""
        ) async throws -> String {
            let credentials = try checker.folder.write("username=alice\npassword=\(password)\n", to: "credentials")
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: credentials)
            try checker.folder.makeFolder("run")
            let environment = LabNetwork.environment.merging(
                [
                    "XDG_RUNTIME_DIR": checker.folder.at("run"), "CREDENTIALS": credentials,
                    "PROGRAM": try builtProduct(named: "wheretoshare"), "INVENTORY": checker.folder.at("inventory"),
                    "OUTPUT": checker.folder.at("output"),
                ], uniquingKeysWith: { _, new in new })
            let command = """
                set -m; ulimit -c unlimited; cd "$XDG_RUNTIME_DIR/.."
                started() { for i in $(seq 200); do pgrep -P $1 -x wheretoshare-sm >/dev/null && return; sleep 0.05; done; }
                "$PROGRAM" check \(arguments) --inventory "$INVENTORY" --credentials "$CREDENTIALS" >"$OUTPUT" 2>&1 &
                check=$!
                \(script)
                wait $check
                echo "status $?"
                echo "left: $(ls "$XDG_RUNTIME_DIR") $(pgrep -c -x wheretoshare-sm)"
                \(rest)
                """
            let run = try await checker.lab.run(
                on: .campus, "/bin/bash", ["-c", command], environment: environment, in: "/", deadline: .seconds(60))
            return run.stdout + run.stderr
        }

        @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)])
        func aSignalEndsEverythingAndIsTold(_ signal: String, _ status: Int) async throws {
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                try await lab.with(.hanging(after: .negotiate, .nas02)) {
                    let said = try await shell(
                        checker, "nas02/public nas02/projects istsmb3/public",
                        while: "started $check; sleep 0.3; kill -\(signal) $check")
                    #expect(said.contains("status \(status)\nleft:  0\n"), "\(said)")
                }
            }
        }

        @Test func aKilledCheckLeavesNoProcess() async throws {
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                let said = try await shell(
                    checker, "nas02/public istsmb3/public --deadline 5",
                    while: "started $check; kill -KILL $check",
                    after: "for i in $(seq 200); do pgrep -x wheretoshare-sm >/dev/null || break; sleep 0.05; done; "
                        + "pgrep -c -x wheretoshare-sm")
                #expect(said.contains("status 137\n"), "\(said)")
                #expect(said.contains("\n0\n"), "\(said)")
            }
        }

        /// A worker that crashes is one share that could not be checked; the others go on, and there is no picture of it.
        ///
        /// The signal is one that leaves a picture of the memory, and that Swift's runtime does not catch.
        @Test func aWorkerThatCrashesCostsOneShare() async throws {
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                try await lab.with(.storeHung()) {
                    let said = try await shell(
                        checker, "nas02/backend istsmb3/public istsmb3/projects --format jsonl",
                        while: """
                            started $check; sleep 2
                            for worker in $(pgrep -P $check -x wheretoshare-sm); do kill -SYS $worker; done
                            """, after: "find . -name 'core*' | wc -l")
                    #expect(said.contains("status 3\nleft:  0\n0\n"), "\(said)")
                    let output = try String(contentsOfFile: checker.folder.at("output"), encoding: .utf8)
                    let seen = try output.split(separator: "\n").map {
                        try JSONDecoder().decode(Checker.Seen.self, from: Data($0.utf8))
                    }
                    #expect(seen.map(\.target) == ["nas02/backend", "istsmb3/public", "istsmb3/projects"])
                    #expect(seen.first?.cause == "probe-crashed")
                    // How far it had come was told before.
                    #expect(seen.first?.stages.first { $0.stage == "auth" }?.state == "ok")
                    #expect(seen.dropFirst().allSatisfy { $0.verdict == "healthy" }, "\(output)")
                }
            }
        }

        /// A planted password is in no place that others can see, in none of its usual spellings.
        @Test(arguments: [true, false]) func thePasswordIsNowhere(_ isRight: Bool) async throws {
            let planted = "Gpl4nt3d-\(UInt32.random(in: 100_000...999_999))-Wort"
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                if isRight {
                    try await setPassword(planted, lab)
                }
                try await lab.with(.hanging(after: .negotiate, .istsmb3)) {
                    let said = try await shell(
                        checker, password: planted, "nas02 istsmb3/public -v --deadline 4 --format json",
                        while: """
                            while kill -0 $check 2>/dev/null; do
                                cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null | tr '\\0' '\\n'
                                find "$XDG_RUNTIME_DIR" -type f -exec cat {} + 2>/dev/null
                                sleep 0.05
                            done >seen
                            """,
                        // The folders of tests have blanks in their names.
                        after:
                            "cat seen \"$OUTPUT\"; find /tmp -newer \"$CREDENTIALS\" -type f -size -100k -print0 2>/dev/null "
                            + "| grep -zv credentials | xargs -0r cat 2>/dev/null | tr '\\0' '\\n'")
                    // The eye sees: the folder's path is in the environment of the program.
                    #expect(said.contains("XDG_RUNTIME_DIR="))
                    for spelling in Self.spellings(of: planted) {
                        #expect(!said.contains(spelling), "the password was seen as \(spelling.prefix(4))…")
                    }
                }
                if isRight {
                    try await setPassword(LabUser.alice.password, lab)
                }
            }
        }

        private func setPassword(_ password: String, _ lab: LabNetwork) async throws {
            let settings = "/run/lab/hosts/nas02/smb.conf"
            try await lab.on(.nas02, "printf '%s\\n' '\(password)' '\(password)' | smbpasswd -c \(settings) -s alice")
        }

        private static func spellings(of secret: String) -> [String] {
            func hex(_ bytes: some Sequence<UInt8>) -> String {
                bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            }
            let utf8 = Array(secret.utf8)
            let utf16 = secret.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
            let encoded = [utf8, utf16].flatMap { bytes in
                [hex(bytes), hex(bytes).uppercased(), Data(bytes).base64EncodedString()]
            }
            return [secret, secret.utf16.map { String(UnicodeScalar($0) ?? "?") }.joined(separator: "\n")] + encoded
        }

        @Test(arguments: [0o644, 0o640, 0o604]) func credentialsThatOthersCanReadAreRefused(_ mode: Int) async throws {
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                let file = try checker.folder.write("username=alice\npassword=geheim-4711\n", to: "open-credentials")
                try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
                let run = try await checker.lab.run(
                    on: .campus, try builtProduct(named: "wheretoshare"),
                    ["check", "nas02", "--inventory", checker.folder.at("inventory"), "--credentials", file])
                #expect(run.exitStatus == 2)
                #expect(run.stderr.contains("chmod 600"), "\(run.stderr)")
                #expect(!(run.stdout + run.stderr).contains("geheim-4711"))
            }
        }
    }
}
