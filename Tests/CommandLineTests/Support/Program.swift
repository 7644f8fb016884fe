import Foundation
import TestKit

/// Runs the real program with a home of its own, on a fixed day, with the shipped inventory.
struct Program {
    let home: TemporaryFolder

    func callAsFunction(
        _ arguments: [String], input: String = "", environment: [String: String] = [:], in folder: String? = nil
    ) async throws -> ProgramRun {
        var variables = bareEnvironment
        variables["HOME"] = home.path
        variables["COLUMNS"] = "88"
        return try await runProgram(
            try builtProduct(named: "wheretoshare"), arguments,
            environment: variables.merging(environment) { _, new in new }, in: folder, input: input,
            // A proof over every question takes more than a minute where all tests run at once.
            deadline: .seconds(180))
    }

    /// Asks a question on the fixed day, from a fixed network, as somebody whom no machine knows.
    func ask(_ arguments: [String], from network: String? = "campus") async throws -> ProgramRun {
        try await self(
            arguments + ["--on-date", "2026-11-22", "--as", "nobody-here"] + (network.map { ["--from", $0] } ?? []))
    }

    /// The answer as JSON.
    func answer(_ arguments: [String], from network: String? = "campus") async throws -> JSONValue {
        let run = try await ask(arguments + ["--format", "json"], from: network)
        return try JSONValue(run.stdout)
    }
}

/// A home for one test.
func withProgram<Result>(_ body: (Program) async throws -> Result) async throws -> Result {
    try await withTemporaryFolder { try await body(Program(home: $0)) }
}

extension ProgramRun {
    /// The run without what changes with the inventory: ids of answers and the revision.
    var steady: ProgramRun {
        ProgramRun(ending: ending, stdout: Self.steady(stdout), stderr: Self.steady(stderr))
    }

    private static func steady(_ text: String) -> String {
        text.replacing(#/WTS-[0-9A-F]{8}/#, with: "WTS-________").replacing(#/\b[0-9a-f]{16}\b/#, with: "‹revision›")
    }
}

/// JSON with paths, such as `value["recommended"]["method"]`.
struct JSONValue: CustomStringConvertible {
    let any: Any?

    init(_ text: String) throws {
        any = try JSONSerialization.jsonObject(with: Data(text.utf8))
    }

    private init(any: Any?) { self.any = any }

    subscript(key: String) -> JSONValue { JSONValue(any: (any as? [String: Any])?[key]) }
    subscript(place: Int) -> JSONValue {
        let list = any as? [Any] ?? []
        return JSONValue(any: list.indices.contains(place) ? list[place] : nil)
    }

    var text: String? { any as? String }
    var number: Int? { (any as? NSNumber)?.intValue }
    var isTrue: Bool? { any as? Bool }
    var list: [JSONValue] { (any as? [Any] ?? []).map { JSONValue(any: $0) } }
    var keys: Set<String> { Set((any as? [String: Any] ?? [:]).keys) }
    var exists: Bool { any != nil && !(any is NSNull) }

    /// The value as JSON with sorted keys.
    var description: String {
        guard let any,
            let data = try? JSONSerialization.data(withJSONObject: any, options: [.sortedKeys, .fragmentsAllowed])
        else {
            return "nothing"
        }
        return String(decoding: data, as: UTF8.self)
    }
}
