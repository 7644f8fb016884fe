import TestKit
import Testing

/// What `diagnose`, `mounts` and `explain` do with input that means harm, or nothing.
@Suite struct HostileDiagnoseTests {
    /// Runs the program, and holds what it says against what may be said.
    private func attack(_ arguments: [String], expecting statuses: Set<Int32>) async throws {
        try await withProgram { program in
            let run = try await program(arguments)
            #expect(statuses.contains(run.exitStatus ?? -1), "\(run)")
            #expect(run.stderr.utf8.count < 2_000)
            let isClean = (run.stdout + run.stderr).unicodeScalars.allSatisfy {
                ($0.value >= 32 || $0 == "\n") && $0.value != 0x7F && $0.value != 0x202E
            }
            #expect(isClean, "\(run)")
        }
    }

    private static let texts = [
        "a\u{202E}b", "a\u{1B}[31mb\nc", " ", "//", "smb://", "smb://[::1", "../..", "group:", "gateway:\u{7}",
        "istsmb3/", "$(id)", "istsmb3'; rm", "%00", String(repeating: "x", count: 100_000),
    ]

    @Test(arguments: texts) func aPlaceThatIsNoneIsRefused(_ text: String) async throws {
        try await attack(["diagnose", "--no-sign-in", "--deadline", "2", "--", text], expecting: [1, 2, 3, 64])
    }

    @Test(arguments: texts, ["windows", "macos"]) func noScriptIsMadeOfIt(_ text: String, _ system: String) async throws
    {
        try await attack(["diagnose", "--script", system, "--", text], expecting: [2, 64])
    }

    @Test(arguments: texts) func anIDThatIsNoneIsRefused(_ text: String) async throws {
        try await attack(["explain", "--", text], expecting: [64])
    }

    @Test(arguments: ["/", "/dev/zero", "/dev/null", "/nowhere"]) func aPasteThatIsNoneIsRefused(
        _ file: String
    ) async throws {
        try await attack(["diagnose", "--from-script", file], expecting: [2])
        if file != "/dev/null" { try await attack(["mounts", "--fstab", file], expecting: [2]) }
    }
}
