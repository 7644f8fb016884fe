import Glibc
import StorageModel
import TestKit
import Testing

@testable import Probing

/// A server with many addresses is not overrun.
@Suite struct TurnTests {
    @Test func aTurnIsGivenBackOnce() async throws {
        let places = Places(count: 2)
        let first = try await Turn(among: places)
        let second = try await Turn(among: places)
        #expect(places.freeCount == 0)
        first.end()
        first.end()
        #expect(places.freeCount == 1)
        withExtendedLifetime(second) {}
    }

    @Test func patienceEndsATurn() async throws {
        let places = Places(count: 1)
        let turn = try await Turn(among: places)
        await turn.end(after: .milliseconds(1))
        #expect(places.freeCount == 1)
    }

    @Test func whoIsDoneEarlyWaitsForNoPatience() async throws {
        let places = Places(count: 1)
        let turn = try await Turn(among: places)
        let waiting = Task { await turn.end(after: .seconds(3_600)) }
        waiting.cancel()
        await waiting.value
        #expect(places.freeCount == 0)
        turn.end()
        #expect(places.freeCount == 1)
    }

    /// The server takes one connection at a time, as one that begins a process for each, and its queue holds 64.
    @Test func aQueueOfASlowServerIsNotOverrun() async throws {
        let server = try LoopbackServer(everywhere: true) { connection in
            usleep(2_000)
            shutdown(connection, Int32(SHUT_RDWR))
        }
        defer { server.stop() }
        let targets = (0..<200).map { number in
            SweepTarget(
                host: "127.0.31.\(number + 1)", service: .sample(.smb, port: server.port),
                stages: [.tcp, .negotiate])
        }
        var limits = ProbeLimits()
        limits.connection = patience
        limits.greeting = patience
        var attempts: [ConnectionAttempt] = []
        await Sweep(on: try EventLoop(), within: limits, deadline: patience).run(targets) { _, sighting in
            attempts += sighting.connections
        }
        #expect(attempts.count == 200)
        #expect(attempts.allSatisfy { $0.outcome == .connected && $0.retransmissions == 0 })
    }
}
