import TestKit
import Testing

@testable import Probing

@Suite struct DeadlineHeapTests {
    @Test(arguments: [UInt64(1), 2, 3])
    func entriesComeOutEarliestFirst(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let start = ContinuousClock.now
        let deadlines = (0..<500).map { _ in start + .milliseconds(random.below(200)) }
        var heap = DeadlineHeap()
        for (wait, deadline) in deadlines.enumerated() {
            heap.insert(DeadlineHeap.Entry(deadline: deadline, wait: UInt64(wait)))
        }
        heap.keep { !$0.isMultiple(of: 3) }
        var taken: [ContinuousClock.Instant] = []
        while let entry = heap.removeFirst() {
            #expect(!entry.wait.isMultiple(of: 3))
            taken.append(entry.deadline)
        }
        let kept = deadlines.enumerated().filter { !$0.offset.isMultiple(of: 3) }.map(\.element)
        #expect(taken == kept.sorted())
        #expect(heap.removeFirst() == nil)
    }
}
