import Testing

@testable import Probing

@Suite struct PlacesTests {
    @Test func whoeverFindsNoPlaceWaitsForOne() async throws {
        let places = Places(count: 2)
        try await places.take()
        try await places.take()
        #expect(places.freeCount == 0)
        let third = Task { try await places.take() }
        places.give()
        try await third.value
        #expect(places.freeCount == 0)
        places.give()
        places.give()
        #expect(places.freeCount == 2)
    }

    @Test func aCancelledWaitTakesNoPlace() async throws {
        let places = Places(count: 1)
        try await places.take()
        let waiter = Task { try await places.take() }
        waiter.cancel()
        await #expect(throws: CancellationError.self) { try await waiter.value }
        places.give()
        #expect(places.freeCount == 1)
    }

    @Test func thereAreNeverMoreThanThereArePlaces() async {
        let places = Places(count: 3)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    guard (try? await places.take()) != nil else { return false }
                    defer { places.give() }
                    await Task.yield()
                    return true
                }
            }
            for await isServed in group { #expect(isServed) }
        }
        #expect(places.freeCount == 3)
    }
}
