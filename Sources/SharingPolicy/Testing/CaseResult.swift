public import StorageModel

/// How one expected answer compares with the real one.
public struct CaseResult: Hashable, Sendable {
    /// The case.
    public var name: String
    /// What differs; empty when the case holds.
    public var differences: [Difference]
    /// The real answer; nil when the question cannot be judged.
    public var decision: Decision?

    /// Whether everything that was expected is true.
    public var holds: Bool { differences.isEmpty }
}

/// One thing that a case expects and the decision does not give.
public struct Difference: Hashable, Sendable {
    /// What was looked at, such as `recommended`.
    public var aspect: String
    /// What was expected.
    public var expected: String
    /// What was found.
    public var found: String
}

extension CompiledPolicy {
    /// Decides a case and compares the answer with what is expected.
    public func run(_ policyCase: PolicyCase) -> CaseResult {
        do {
            let decision = try decide(policyCase.question)
            let differences = differences(policyCase.expectation, decision)
            return CaseResult(name: policyCase.name, differences: differences, decision: decision)
        } catch {
            let difference = Difference(aspect: "question", expected: "an answer", found: "\(error)")
            return CaseResult(name: policyCase.name, differences: [difference], decision: nil)
        }
    }

    private func differences(_ expected: Expectation, _ decision: Decision) -> [Difference] {
        var differences: [Difference] = []
        func compare(_ aspect: String, _ wanted: some CustomStringConvertible, _ found: some CustomStringConvertible) {
            guard wanted.description != found.description else { return }
            differences.append(Difference(aspect: aspect, expected: wanted.description, found: found.description))
        }
        let first = decision.recommended
        if let outcome = expected.outcome { compare("outcome", outcome.rawValue, decision.outcome.rawValue) }
        if let method = expected.recommended { compare("recommended", method, first?.method.text ?? "nothing") }
        if let share = expected.share { compare("share", share, first?.share?.text ?? "none") }
        if let obligations = expected.obligations {
            let real = Dictionary(
                (first?.obligations ?? []).map { ($0.obligation, $0.value) }, uniquingKeysWith: { first, _ in first })
            compare("obligations", Self.describe(obligations), Self.describe(real))
        }
        let alternatives = decision.alternatives.map(\.method)
        for method in expected.alternatives where !alternatives.contains(method) {
            compare("alternatives", "with \(method)", alternatives.map(\.text).joined(separator: ", "))
        }
        for method in expected.excluded where ([first?.method] + alternatives).contains(method) {
            compare("excluded", "\(method)", "\(method) is open")
        }
        for (method, rules) in expected.forbidden.sorted(by: { $0.key < $1.key }) {
            let real = decision.excluded.first { $0.method == method && $0.state == .forbidden }
            let causes: [RuleID] = (real?.causes ?? []).compactMap { if case .rule(let id) = $0 { id } else { nil } }
            compare("forbidden \(method)", Self.describe(rules.sorted()), Self.describe(causes.sorted()))
        }
        if !expected.steps.isEmpty {
            let real = (first?.steps ?? []).map(\.id)
            var rest = real[...]
            for step in expected.steps {
                guard let place = rest.firstIndex(of: step) else {
                    compare("steps", "\(step) in its place", Self.describe(real))
                    break
                }
                rest = rest[(place + 1)...]
            }
        }
        let notes = (first?.notes.map(\.text) ?? []) + (first?.warnings.map(\.text) ?? [])
        for note in expected.notes where !notes.contains(note) {
            compare("notes", "with \(note)", notes.joined(separator: ", "))
        }
        return differences
    }

    private static func describe(_ names: [Identifier<some Any>]) -> String {
        names.isEmpty ? "none" : names.map(\.text).joined(separator: ", ")
    }

    private static func describe(_ obligations: [ObligationID: ObligationValue]) -> String {
        guard !obligations.isEmpty else { return "none" }
        return obligations.sorted { $0.key < $1.key }.map { id, value in
            switch value {
            case .flag: "\(id)"
            case .atMost(let number): "\(id) at most \(number)"
            case .atLeast(let number): "\(id) at least \(number)"
            case .oneOf(let choices): "\(id) \(choices.joined(separator: " or "))"
            }
        }.joined(separator: ", ")
    }
}
