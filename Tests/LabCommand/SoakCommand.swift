import ArgumentParser
import Lab
import TestKit

/// Checks again and again while servers stop, die and come back.
struct SoakCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "soak",
        abstract: "Run checks in a loop while servers are stopped, killed and restarted at random.",
        discussion: "It ends with status 1 when anything was called what it was not, or was left behind.")

    @Option(help: "For how many minutes.")
    var minutes: Double = 10

    @Option(help: "What the choices begin with; chosen when it is missing.")
    var seed: UInt64?

    func validate() throws {
        guard (0.1...1_440).contains(minutes) else {
            throw ValidationError("--minutes takes a number from 0.1 to 1440.")
        }
    }

    func run() async throws {
        let seed = seed ?? .random(in: 0...UInt64.max)
        print("seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let lab = try await LabNetwork.start()
        defer { lab.stop() }
        let summary = try await withTemporaryFolder { folder in
            try await Soak(lab, in: folder).run(for: .seconds(minutes * 60), with: &generator)
        }
        print(summary)
        if !summary.problems.isEmpty { throw ExitCode(1) }
    }
}
