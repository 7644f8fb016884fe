import Lab
import TestKit
import Testing

/// A short run of what `lab soak` does for minutes.
extension LabSlowTests {
    @Suite struct SoakTests {
        @Test func nothingIsCalledHealthyThatIsBroken() async throws {
            let lab = try await LabNetwork.shared()
            let seed = UInt64.random(in: 0...UInt64.max)
            var generator = SeededGenerator(seed: seed)
            let summary = try await withTemporaryFolder { folder in
                try await Soak(lab, in: folder).run(for: .seconds(20), with: &generator)
            }
            #expect(summary.problems == [], "seed \(seed): \(summary)")
            #expect(summary.checks > 0)
        }
    }
}
