import Foundation
import Lab
import TestKit
import Testing

extension LabSlowTests {
    @Suite struct SandboxTests {
        @Test func nothingOfItIsSeenFromOutside() async throws {
            let before = try Surroundings()
            let lab = try await LabNetwork.start()
            defer { lab.stop() }
            #expect(try Surroundings() == before)
            #expect(try await lab.on(.campus, "getent passwd alice").hasPrefix("alice:"))
        }

        @Test func nothingIsLeftAfterItWasStopped() async throws {
            let before = try Surroundings()
            let lab = try await LabNetwork.start()
            let processes = Sandbox(of: lab.firstProcess)
            #expect(try processes.programs().isSuperset(of: ["bindfs", "dnsmasq", "smbd"]))
            lab.stop()
            #expect(try processes.programs() == [])
            #expect(try Surroundings() == before)
            // Once more does no harm.
            lab.stop()
        }

        @Test func nothingIsLeftAfterItsStarterWasKilled() async throws {
            let before = try Surroundings()
            try await withTemporaryFolder { folder in
                let program = try builtProduct(named: "lab")
                let said = folder.at("said")
                let starter = try await runProgram(
                    "/bin/bash",
                    [
                        "-c",
                        """
                        setsid "$1" --fault server-hung >"$2" 2>&1 &
                        starter=$!
                        end=$((SECONDS + 30))
                        until grep -q 'The lab runs' "$2"; do
                            if ((SECONDS >= end)) || ! kill -0 $starter; then
                                cat "$2"
                                kill $starter
                                exit 1
                            fi
                            sleep 0.02
                        done
                        echo $starter
                        """, "starter", program, said,
                    ])
                let number = try #require(Int32(starter.stdout.dropLast()), "\(starter)")
                let found = Result {
                    let unshare = try #require(try children(of: number).first)
                    let processes = Sandbox(of: try #require(try children(of: unshare).first))
                    return (processes, try processes.programs())
                }
                kill(number, SIGKILL)
                let (processes, programs) = try found.get()
                #expect(programs.isSuperset(of: ["bindfs", "dnsmasq", "smbd"]))
                let clock = ContinuousClock()
                let end = clock.now + .seconds(10)
                while try !processes.programs().isEmpty, clock.now < end {
                    try await Task.sleep(for: .milliseconds(5))
                }
                #expect(try processes.programs() == [])
                #expect(try Surroundings() == before)
            }
        }

        @Test func aProgramInItIsKilledAtItsDeadline() async throws {
            let lab = try await LabNetwork.shared()
            let run = try await lab.run(on: .campus, "sleep", ["3077"], deadline: .milliseconds(200))
            #expect(run.ending == .overran(.milliseconds(200)))
            #expect(try await lab.on(.campus, "pgrep --full '[s]leep 3077' || true") == "")
        }

        @Test func aProgramInItGetsItsInputAndTellsItsStatus() async throws {
            let lab = try await LabNetwork.shared()
            let run = try await lab.run(
                on: .outside, "sh", ["-c", "cat; pwd; echo $ANSWER >&2; exit 42"],
                environment: ["PATH": "/usr/bin:/bin", "ANSWER": "yes"], in: "/tmp", input: "text\n")
            #expect(run == ProgramRun(ending: .exited(42), stdout: "text\n/tmp\n", stderr: "yes\n"))
        }

        @Test func theRepositorysProgramsRunInIt() async throws {
            let lab = try await LabNetwork.shared()
            let run = try await lab.run(on: .campus, try builtProduct(named: "wheretoshare"), ["--version"])
            #expect(run.exitStatus == 0, "\(run)")
        }

        @Test func itsInventoryIsUsable() async throws {
            try await withTemporaryFolder { folder in
                try LabNetwork.writeInventory(to: folder.at("inventory"))
                let run = try await runProgram(
                    try builtProduct(named: "wheretoshare"),
                    ["inventory", "check", "--inventory", folder.at("inventory")])
                #expect(run.exitStatus == 0, "\(run.stdout)\(run.stderr)")
                #expect(run.stdout.contains("48 shares, 4 systems"))
            }
        }
    }
}

/// What the lab must not change.
private struct Surroundings: Equatable {
    let mounts: String
    let accounts: Data
    let interfaces: [String]
    let namespaces: [String]

    init() throws {
        let files = FileManager.default
        mounts = try String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)
        accounts = try Data(contentsOf: URL(filePath: "/etc/passwd"))
        interfaces = try files.contentsOfDirectory(atPath: "/sys/class/net").sorted()
        namespaces = ["/run/netns", "/etc/netns", "/run/lab"].filter { files.fileExists(atPath: $0) }
    }
}

/// The processes that live in the namespaces of a lab.
private struct Sandbox {
    private let namespace: String?

    init(of firstProcess: Int32) {
        namespace = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(firstProcess)/ns/pid")
    }

    /// The names of the programs.
    func programs() throws -> Set<String> {
        let namespace = try #require(namespace)
        let processes = try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { process in
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/ns/pid")) == namespace
        }
        return Set(
            processes.compactMap { process in
                (try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)).map { String($0.dropLast()) }
            })
    }
}

private func children(of process: Int32) throws -> [Int32] {
    // Children are listed by the thread that started them.
    try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task").flatMap { thread in
        try String(contentsOfFile: "/proc/\(process)/task/\(thread)/children", encoding: .utf8)
            .split(separator: " ").compactMap { Int32($0) }
    }
}
