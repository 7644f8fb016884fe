import FoundationEssentials
import Lab
import StorageModel
import TestKit
import Testing

/// Runs `wheretoshare check` on a client of the lab, with an inventory of the lab.
struct Checker: Sendable {
    /// What the program says of one target, as far as tests look at it.
    struct Seen: Decodable, Sendable {
        struct Step: Decodable, Sendable {
            var stage: String
            var state: String
            var evidence: [String: String]
        }

        struct Server: Decodable, Sendable {
            var dialect: String
            var encryption: Bool?
            var name: String?
            var skewSeconds: Double?
        }

        struct Space: Decodable, Sendable {
            var free: UInt64
        }

        var target: String
        var verdict: String
        var cause: String?
        var alternatives: [String]
        var stages: [Step]
        var server: Server?
        var space: Space?

        /// What comes after the step that did not work was not checked.
        func expectStagesInOrder() {
            guard let broken = stages.firstIndex(where: { $0.state == "fail" }) else { return }
            #expect(stages[..<broken].allSatisfy { ["ok", "warn"].contains($0.state) })
            #expect(stages[(broken + 1)...].allSatisfy { $0.state == "not-checked" && $0.evidence["because"] != nil })
        }
    }

    let lab: LabNetwork
    let folder: TemporaryFolder

    /// Lends a checker with the lab's inventory, in which some text of a target's system stands for other text.
    static func with<Result>(
        _ lab: LabNetwork, promising changes: [(String, String)] = [], of target: String = "nas02",
        including parts: Set<LabPart> = [], _ body: (Checker) async throws -> Result
    ) async throws -> Result {
        try await withTemporaryFolder { folder in
            try LabNetwork.writeInventory(to: folder.at("inventory"), with: parts)
            let file = "inventory/systems/\(target.prefix { $0 != "/" }).yaml"
            var text = try String(contentsOfFile: folder.at(file), encoding: .utf8)
            for (old, new) in changes {
                try #require(text.contains(old))
                text = text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
            }
            try folder.write(text, to: file)
            return try await body(Checker(lab: lab, folder: folder))
        }
    }

    /// Checks one target.
    func check(
        _ target: String, from client: LabHost, as user: LabUser = .alice, signingIn: Bool = true,
        deadline: Int = 20
    ) async throws -> Seen {
        let seen = try await run([target], client, user, nil, signingIn, deadline)
        return try #require(seen.first)
    }

    /// Checks everything.
    func checkAll(
        from client: LabHost, as user: LabUser = .alice, password: String? = nil, signingIn: Bool = true
    ) async throws -> [Seen] {
        try await run([], client, user, password, signingIn, 20)
    }

    /// Checks targets and answers what the program wrote in a form, seen from a vantage with a name full of traps.
    func checkAs(
        _ form: String, _ targets: [String], from client: LabHost, password: String = LabUser.alice.password
    ) async throws -> ProgramRun {
        let credentials = try folder.write("username=alice\npassword=\(password)\n", to: "credentials")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: credentials)
        let arguments = [
            "--inventory", folder.at("inventory"), "--format", form, "--credentials", credentials,
            "--vantage", LabSlowTests.CheckOutputTests.hostileName,
        ]
        return try await lab.run(on: client, try builtProduct(named: "wheretoshare"), ["check"] + targets + arguments)
    }

    /// Checks one target as whoever a file says, which may be anything that the program takes.
    func check(
        _ target: String, from client: LabHost = .campus, credentials: String?, deadline: Int = 20
    ) async throws -> Seen {
        let seen = try await run([target], client, credentials, deadline)
        return try #require(seen.first)
    }

    /// What the program says of why a place cannot be reached, as far as tests look at it.
    struct Diagnosed: Decodable, Sendable {
        struct Hypothesis: Decodable, Sendable {
            var cause: String
            var state: String
        }

        var result: String
        var verdict: String
        var cause: String?
        var seemed: String?
        var alternatives: [String]
        var stages: [Seen.Step]
        var hypotheses: [Hypothesis]
        var support: [String]
        var ticket: String
        /// How long the program took.
        var duration = Duration.zero

        private enum CodingKeys: CodingKey {
            case result, verdict, cause, seemed, alternatives, stages, hypotheses, support, ticket
        }

        var ruledOut: Set<String> { Set(hypotheses.filter { $0.state == "ruled-out" }.map(\.cause)) }

        /// What comes after the step that did not work is not called well.
        func expectStagesInOrder() {
            guard let broken = stages.firstIndex(where: { $0.state == "fail" }) else { return }
            #expect(stages[(broken + 1)...].allSatisfy { $0.state == "not-checked" })
        }
    }

    /// Diagnoses one target.
    /// - Parameters:
    ///   - target: The target, as somebody would write it.
    ///   - client: Where the program runs.
    ///   - credentials: What the program signs in with; nil for what it finds by itself.
    ///   - tickets: The file in which the person's own Kerberos tickets are; nil for none.
    ///   - more: Further arguments of the program.
    /// - Returns: What the program said, and how long it took.
    /// - Throws: When it could not be run, or said something else than JSON.
    func diagnose(
        _ target: String, from client: LabHost, credentials: String? = nil, tickets: String? = nil,
        arguments more: [String] = []
    ) async throws -> Diagnosed {
        var arguments = ["diagnose", target, "--inventory", folder.at("inventory"), "--format", "json"] + more
        if let credentials { arguments += ["--credentials", credentials] }
        var environment = LabNetwork.environment
        environment["KRB5CCNAME"] = "FILE:" + (tickets ?? folder.at("no-tickets"))
        let start = ContinuousClock.now
        let run = try await lab.run(
            on: client, try builtProduct(named: "wheretoshare"), arguments, environment: environment, in: "/",
            deadline: .seconds(60))
        let duration = ContinuousClock.now - start
        #expect(run.stderr == "")
        var diagnosed = try JSONDecoder().decode(Diagnosed.self, from: Data(run.stdout.utf8))
        diagnosed.duration = duration
        return diagnosed
    }

    private func run(
        _ targets: [String], _ client: LabHost, _ user: LabUser, _ password: String?, _ signsIn: Bool, _ deadline: Int
    ) async throws -> [Seen] {
        let credentials = folder.at("credentials")
        try Self.writeCredentials(user: user.rawValue, password: password ?? user.password, to: credentials)
        return try await run(targets, client, signsIn ? credentials : nil, deadline)
    }

    /// Writes a credentials file.
    static func writeCredentials(user: String, password: String, domain: String? = nil, to file: String) throws {
        let domain = domain.map { "domain=\($0)\n" } ?? ""
        try Data("username=\(user)\npassword=\(password)\n\(domain)".utf8).write(to: URL(filePath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    }

    private func run(
        _ targets: [String], _ client: LabHost, _ credentials: String?, _ deadline: Int
    ) async throws -> [Seen] {
        var arguments = ["check"] + targets + ["--inventory", folder.at("inventory"), "--format", "json"]
        arguments += ["--deadline", "\(deadline)"]
        if let credentials { arguments += ["--credentials", credentials, "--write"] }
        let run = try await lab.run(
            on: client, try builtProduct(named: "wheretoshare"), arguments, environment: LabNetwork.environment,
            in: "/", deadline: .seconds(deadline * 3))
        #expect(run.stderr == "")
        return try JSONDecoder().decode([Seen].self, from: Data(run.stdout.utf8))
    }
}
