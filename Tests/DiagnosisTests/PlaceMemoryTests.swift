import Diagnosis
import StorageModel
import Testing

/// What recorded checks from elsewhere decide, and what they do not.
@Suite struct PlaceMemoryTests {
    private static let now = Moment(secondsSince1970: 1_795_669_200)

    /// Silence, which many causes would explain.
    private func silence(_ memories: [PlaceMemory]) -> AccessDiagnosis {
        var question = AccessSamples.question(AccessSamples.unreached(.noAnswer), standing: .unknown, situation: nil)
        question.memories = memories
        return question.diagnosis()
    }

    private func memory(_ verdict: Verdict, _ cause: Cause?, isInside: Bool = true) -> PlaceMemory {
        PlaceMemory(
            vantage: "campus-1", isInside: isInside, verdict: verdict, cause: cause, at: Self.now,
            since: Self.now.adding(seconds: -3_600))
    }

    @Test func whatFailsOnTheInsideForTheSameReasonIsNotThisComputers() throws {
        let alone = silence([])
        let suspects = [alone.cause].compactMap(\.self) + alone.observation.alternatives
        #expect(suspects.contains(.tcpDropped) && suspects.contains(.port445Blocked))
        let told = silence([memory(.failed, .tcpDropped)])
        #expect(told.cause == .tcpDropped)
        #expect(!told.observation.alternatives.contains(.port445Blocked))
        #expect(told.ruledOut.contains { $0.cause == .port445Blocked })
        #expect(told.support.contains(.failsFrom("campus-1", since: Self.now.adding(seconds: -3_600))))
    }

    @Test func whatWorkedBeforeOrFailsOutsideDecidesNothing() {
        let alone = silence([])
        for memory in [
            memory(.healthy, nil), memory(.failed, .tcpDropped, isInside: false), memory(.failed, .diskFull),
            memory(.unknown, nil),
        ] {
            let told = silence([memory])
            #expect(told.cause == alone.cause && told.observation.alternatives == alone.observation.alternatives)
        }
    }
}
