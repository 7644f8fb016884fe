import Testing

@testable import Probing

/// Whose turn it is.
@Suite struct VisitQueueTests {
    @Test func serversTakeTurns() {
        var queue = VisitQueue(places: 4, placesPerServer: 4)
        for server in ["a", "a", "a", "b", "c"] { _ = queue.join(server) }
        #expect(begin(&queue) == ["a", "b", "c", "a"])
        queue.giveBack("b")
        #expect(begin(&queue) == ["a"])
        #expect(queue.waitingCount == 0)
    }

    @Test func aConnectionThatIsThereIsUsedAgain() {
        var queue = VisitQueue(places: 2, placesPerServer: 2)
        for server in ["a", "b", "c", "b"] { _ = queue.join(server) }
        #expect(begin(&queue) == ["a", "b"])
        queue.giveBack("b")
        #expect(begin(&queue) == ["b"])
        queue.giveBack("a")
        #expect(begin(&queue) == ["c"])
    }

    @Test func aServerTakesNoMoreThanItsPlaces() {
        var queue = VisitQueue(places: 8, placesPerServer: 2)
        for server in ["hung", "hung", "hung", "hung", "well"] { _ = queue.join(server) }
        #expect(begin(&queue) == ["hung", "well", "hung"])
        queue.giveBack("well")
        #expect(begin(&queue).isEmpty)
        queue.giveBack("hung")
        #expect(begin(&queue) == ["hung"])
    }

    @Test func whoLeavesIsNotServed() throws {
        var queue = VisitQueue(places: 1, placesPerServer: 1)
        let first = queue.join("a")
        let second = queue.join("a")
        let left = [queue.leave(first, "a"), queue.leave(first, "a")]
        #expect(left == [true, false])
        let next = queue.next { _ in true }
        #expect(next?.number == second)
        #expect(queue.servers.isEmpty)
    }

    @Test func whoMayNotBeginDoesNotHoldUpOthers() {
        var queue = VisitQueue(places: 8, placesPerServer: 2)
        for server in ["a", "b"] { _ = queue.join(server) }
        let next = queue.next { $0 == "b" }
        #expect(next?.server == "b")
        let left = queue.leaveAll("a")
        #expect(left.count == 1)
        let none = queue.next { _ in true }
        #expect(none == nil)
    }

    private func begin(_ queue: inout VisitQueue) -> [String] {
        var servers: [String] = []
        while let next = queue.next(where: { _ in true }) { servers.append(next.server) }
        return servers
    }
}
