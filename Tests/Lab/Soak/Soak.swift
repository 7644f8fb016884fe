import FoundationEssentials
import Glibc
public import TestKit

/// Runs `wheretoshare check` again and again while servers stop, die and come back at random.
public struct Soak: Sendable {
    /// What became of it.
    public struct Summary: Sendable, CustomStringConvertible {
        /// How many checks were made.
        public var checks = 0
        /// How many verdicts they gave, by verdict.
        public var verdicts: [String: Int] = [:]
        /// How often a server was broken.
        public var faults = 0
        /// What must not be, in words; empty when all went well.
        public var problems: [String] = []

        /// The summary in lines.
        public var description: String {
            let counts = verdicts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
            return (["\(checks) checks while servers were broken \(faults) times: \(counts)"] + problems)
                .joined(separator: "\n")
        }
    }

    /// What is looked at in one line of the program's output.
    private struct Line: Decodable {
        var target: String
        var verdict: String
    }

    /// How a server is, and since when.
    private struct Condition {
        var fault: Fault?
        var since = ContinuousClock.now
    }

    private let lab: LabNetwork
    private let folder: TemporaryFolder
    private let program: String

    /// Prepares it, with files in a folder.
    public init(_ lab: LabNetwork, in folder: TemporaryFolder) throws {
        self.lab = lab
        self.folder = folder
        program = try builtProduct(named: "wheretoshare")
        try LabNetwork.writeInventory(to: folder.at("inventory"))
        let credentials = try folder.write(
            "username=alice\npassword=\(LabUser.alice.password)\n", to: "credentials")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: credentials)
        try folder.makeFolder("run")
    }

    /// Breaks and checks for some time, and puts everything right again.
    /// - Parameters:
    ///   - time: For how long.
    ///   - generator: What chooses; print its seed.
    /// - Returns: What was seen.
    /// - Throws: ``LabError`` when a server cannot be broken or put right, or the program says what nobody can read.
    public func run(for time: Duration, with generator: inout SeededGenerator) async throws -> Summary {
        let end = ContinuousClock.now + time
        var summary = Summary()
        var conditions: [LabHost: Condition] = Dictionary(
            uniqueKeysWithValues: LabHost.servers.map { ($0, Condition()) })
        while ContinuousClock.now < end {
            // Some changes come between two checks, so that faults last through a whole one; some come during it.
            for _ in 0..<Int.random(in: 0...2, using: &generator) {
                try await change(&conditions, &summary, &generator)
            }
            let before = conditions
            let start = ContinuousClock.now
            async let output = check()
            if Bool.random(using: &generator) {
                try await Task.sleep(for: .milliseconds(Int.random(in: 0...800, using: &generator)))
                try await change(&conditions, &summary, &generator)
            }
            try judge(try await output, before, conditions, start, &summary)
            try await lookForRemains(&summary)
        }
        for condition in conditions.values { if let fault = condition.fault { try await lab.undo(fault) } }
        return summary
    }

    /// Breaks a server, or puts it right.
    private func change(
        _ conditions: inout [LabHost: Condition], _ summary: inout Summary, _ generator: inout SeededGenerator
    ) async throws {
        guard let server = LabHost.servers.randomElement(using: &generator) else { return }
        if let fault = conditions[server]?.fault {
            try await lab.undo(fault)
            conditions[server] = Condition()
        } else {
            let fault = Bool.random(using: &generator) ? Fault.hung(server) : .stopped(server)
            try await lab.inject(fault)
            conditions[server] = Condition(fault: fault)
            summary.faults += 1
        }
    }

    private func check() async throws -> ProgramRun {
        let environment = LabNetwork.environment.merging(
            ["XDG_RUNTIME_DIR": folder.at("run")], uniquingKeysWith: { _, new in new })
        return try await lab.run(
            on: .campus, program,
            [
                "check", "--inventory", folder.at("inventory"), "--credentials", folder.at("credentials"), "--format",
                "jsonl", "--deadline", "6", "--write",
            ], environment: environment, deadline: .seconds(120))
    }

    /// Holds the verdicts against how the servers were: only what lasted all the while can be wrong.
    private func judge(
        _ run: ProgramRun, _ before: [LabHost: Condition], _ after: [LabHost: Condition],
        _ start: ContinuousClock.Instant, _ summary: inout Summary
    ) throws {
        summary.checks += 1
        guard run.stderr.isEmpty, run.exitStatus.map({ [0, 1, 3].contains($0) }) == true else {
            return summary.problems.append("\(run.ending): \(run.stderr)")
        }
        for text in run.stdout.split(separator: "\n") {
            let line = try JSONDecoder().decode(Line.self, from: Data(text.utf8))
            summary.verdicts[line.verdict, default: 0] += 1
            guard let server = LabHost(rawValue: String(line.target.prefix { $0 != "/" })),
                let was = before[server], let stays = after[server], was.since == stays.since
            else { continue }
            if was.fault != nil, line.verdict == "healthy" {
                summary.problems.append("\(line.target) is called healthy while \(was.fault?.summary ?? "")")
            }
            // A server that has just come back may still be starting.
            let isOfNoNote = line.target.hasSuffix("/gone") || line.target.hasSuffix("/deny")
            if was.fault == nil, start - was.since > .seconds(2), line.verdict == "failed", !isOfNoNote {
                summary.problems.append("\(line.target) is called failed while its server is well: \(text)")
            }
        }
    }

    private func lookForRemains(_ summary: inout Summary) async throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.at("run"))
        if !files.isEmpty { summary.problems.append("left behind: \(files.joined(separator: ", "))") }
        let processes = try await lab.on(.campus, "pgrep -l wheretoshare || true")
        if !processes.isEmpty { summary.problems.append("still running: \(processes)") }
    }
}
