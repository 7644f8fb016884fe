internal import ArgumentParser
internal import SharingPolicy
internal import StorageModel

extension PolicyCommand {
    /// Runs the expected answers.
    struct TestCases: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "test", abstract: "Run the inventory's expected answers.",
            discussion: """
                EXAMPLES
                  $ wheretoshare policy test --coverage --threshold 100
                  $ wheretoshare policy test --run 'CV*reviewer' --run passport --why

                With --mutants, every rule is spoiled in every way in turn, and the cases and the proof have to notice.

                \(ExitStatus.help)
                """)

        @Option(
            name: .customLong("run"),
            help: ArgumentHelp(
                "Only cases with this in their name; * stands for any characters, ? for one; repeatable.",
                valueName: "name"))
        var names: [String] = []

        @Flag(name: .long, help: "Tell which rules and methods no case touches.")
        var coverage = false

        @Option(
            name: .long,
            help: ArgumentHelp(
                "Fail when fewer rules are touched, or fewer mutants caught, in percent.", valueName: "percent"))
        var threshold: Double?

        @Flag(name: .long, help: "Explain the real answer of a case that fails.")
        var why = false

        @Flag(name: .long, help: "Spoil every rule and see whether anything notices.")
        var mutants = false

        @Option(name: .long, help: "The form of the report.")
        var format: CaseFormat = .text

        @OptionGroup(title: "General") var common: CommonOptions

        func validate() throws {
            if let threshold, !(0...100).contains(threshold) {
                throw ValidationError("--threshold is a percentage from 0 to 100.")
            }
            if why, format != .text {
                throw ValidationError(
                    "--why explains in words; it does not go together with --format \(format.rawValue).")
            }
        }

        func run() throws {
            let world = World.current()
            let inventory = try common.readInventory(world)
            let policy = CompiledPolicy(inventory, today: world.today)
            let cases = try selected(inventory.cases)
            guard !cases.isEmpty else {
                let shown = names.map { "'\($0.shownOnOneLine)'" }.joined(separator: " or ")
                throw CommandProblem(
                    what: "there is no case to run",
                    why: names.isEmpty ? "the inventory has none" : "no case has \(shown) in its name",
                    next: names.isEmpty ? "write some into cases/*.yaml" : "correct --run")
            }
            let results = cases.map(policy.run)
            let report = CaseReport(
                results: results, coverage: coverage || threshold != nil ? policy.coverage(of: results) : nil,
                fates: mutants ? fates(policy) : nil)
            switch format {
            case .text:
                try Output.result(
                    report.text(isVerbose: common.verbose) + (why ? try explanations(report, policy, world) : ""))
            case .json: try Output.result(try JSON.encode(CaseReportDocument(report)))
            case .junit: try Output.result(report.junit)
            }
            let isBelow = threshold.map { threshold in
                report.coverage.map { $0.share * 100 < threshold } ?? false
                    || report.mutantShare.map { $0 * 100 < threshold } ?? false
            }
            try (results.allSatisfy(\.holds) && !(isBelow ?? false) ? ExitStatus.well : .problem).end()
        }

        private func selected(_ cases: [PolicyCase]) throws(CommandProblem) -> [PolicyCase] {
            guard !names.isEmpty else { return cases }
            var patterns: [NamePattern] = []
            for name in names {
                guard let pattern = NamePattern(name) else {
                    throw CommandProblem(
                        what: "--run is not followed by a part of a name",
                        why: name.isEmpty ? "it is empty" : "it is longer than \(NamePattern.longest) characters",
                        next: "write some words of the case's name", status: .usage)
                }
                patterns.append(pattern)
            }
            return cases.filter { one in patterns.contains { $0.matches(one.name) } }
        }

        private func fates(_ policy: CompiledPolicy) -> [(Mutant, MutantFate)] {
            let mutants = policy.inventory.mutants()
            return Array(zip(mutants, policy.fates(of: mutants)))
        }

        private func explanations(_ report: CaseReport, _ policy: CompiledPolicy, _ world: World) throws -> String {
            let wording = common.wording(policy.inventory, world)
            return try policy.inventory.cases.compactMap { policyCase -> String? in
                guard report.results.contains(where: { $0.name == policyCase.name && !$0.holds }) else { return nil }
                let request = Request(
                    question: policyCase.question, networkBecause: .declared, kinds: [], problems: [], mountPoints: [:])
                let document = try Answer(policy, wording, request, on: .linux, world).document
                let text = RecommendationText(
                    document: document, wording: wording, width: common.width(world.terminal),
                    isColored: common.isColored(world.terminal))
                return "\n\n\(policyCase.name)\n" + ExplanationText(text: text).full(withMessages: false)
            }.joined()
        }
    }
}

/// The forms of a report about cases.
enum CaseFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, junit
}

/// What running the cases gave.
struct CaseReport {
    let results: [CaseResult]
    let coverage: CaseCoverage?
    let fates: [(mutant: Mutant, fate: MutantFate)]?

    var failed: [CaseResult] { results.filter { !$0.holds } }
    var survivors: [Mutant] { (fates ?? []).filter { $0.fate == .survived }.map(\.mutant) }

    /// The part of the mutants that something noticed, 0 to 1.
    var mutantShare: Double? {
        fates.map { $0.isEmpty ? 1 : Double($0.count - survivors.count) / Double($0.count) }
    }

    func text(isVerbose: Bool) -> String {
        var lines: [String] = []
        for result in results where !result.holds || isVerbose {
            lines.append("\(result.holds ? "ok  " : "FAIL") \(result.name)")
            lines += result.differences.map { "       \($0.aspect): expected \($0.expected); found \($0.found)" }
        }
        if let coverage {
            lines.append("rules touched: \(Self.percent(coverage.share)) (\(coverage.rules.count))")
            if !coverage.untouchedRules.isEmpty {
                lines.append("  untouched: \(coverage.untouchedRules.map(\.text).joined(separator: ", "))")
            }
            if !coverage.neverRecommended.isEmpty {
                lines.append("  never recommended: \(coverage.neverRecommended.map(\.text).joined(separator: ", "))")
            }
            if !coverage.neverExcluded.isEmpty {
                lines.append("  never excluded: \(coverage.neverExcluded.map(\.text).joined(separator: ", "))")
            }
            lines.append("  audience × level × action: \(coverage.cells.touched) of \(coverage.cells.all)")
        }
        if let fates, let mutantShare {
            let byCase = fates.filter { if case .caughtByCase = $0.fate { true } else { false } }.count
            lines.append(
                "mutants caught: \(Self.percent(mutantShare)) (\(fates.count - survivors.count) of \(fates.count); "
                    + "\(byCase) by cases, \(fates.count - survivors.count - byCase) by the proof)")
            lines += survivors.map { "  survived: \($0.rule): \($0.fault)" }
        }
        lines.append("\(results.count - failed.count) passed, \(failed.count) failed")
        return lines.joined(separator: "\n")
    }

    /// JUnit XML, as test dashboards read it.
    var junit: String {
        JUnitText(
            name: "policy",
            cases: results.map { result in
                let lines = result.differences.map { "\($0.aspect): expected \($0.expected); found \($0.found)" }
                return JUnitText.Case(
                    group: "policy", name: result.name, ending: result.holds ? .passed : .failed(lines))
            }
        ).text
    }

    private static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded(.down))
        return "\(tenths / 10).\(tenths % 10) %"
    }
}

/// A report about cases as JSON: schema `wheretoshare.policy-test/1`.
struct CaseReportDocument: Codable {
    var schema = "wheretoshare.policy-test/1"
    var passed: Int
    var failed: Int
    var cases: [Case]
    @OrNull var untouchedRules: [String]? = nil
    @OrNull var coverage: Double? = nil
    @OrNull var mutants: Int? = nil
    @OrNull var mutantScore: Double? = nil
    @OrNull var survivors: [String]? = nil

    struct Case: Codable {
        var name: String
        var holds: Bool
        var differences: [String]
    }

    init(_ report: CaseReport) {
        passed = report.results.count - report.failed.count
        failed = report.failed.count
        cases = report.results.map { result in
            Case(
                name: result.name, holds: result.holds,
                differences: result.differences.map { "\($0.aspect): expected \($0.expected); found \($0.found)" })
        }
        untouchedRules = report.coverage?.untouchedRules.map(\.text)
        coverage = report.coverage?.share
        mutants = report.fates?.count
        mutantScore = report.mutantShare
        survivors = report.fates.map { _ in report.survivors.map { "\($0.rule): \($0.fault)" } }
    }
}
