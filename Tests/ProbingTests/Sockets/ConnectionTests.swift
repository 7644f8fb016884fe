import Glibc
import StorageModel
import TestKit
import Testing

@testable import Probing

@Suite struct ConnectionTests {
    private func soon(_ time: Duration = patience) -> ContinuousClock.Instant { .now + time }

    @Test func whatIsSentComesBack() async throws {
        let server = try LoopbackServer { connection in
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = unsafe recv(connection, &buffer, buffer.count, 0)
                guard count > 0 else { return }
                unsafe send(connection, buffer, count, Int32(MSG_NOSIGNAL))
            }
        }
        defer { server.stop() }
        let loop = try EventLoop()
        let connection = try await Connection.open(
            to: LoopbackServer.address, port: server.port, on: loop, until: soon())
        var random = SeededGenerator(seed: 9)
        let sent = (0..<10_000).map { _ in UInt8(random.below(256)) }
        try await connection.write(sent, until: soon())
        var received: [UInt8] = []
        while received.count < sent.count {
            let chunk = try await connection.read(until: soon())
            try #require(!chunk.isEmpty, "the server closed the connection")
            received += chunk
        }
        #expect(received == sent)
    }

    @Test func aClosedPortIsRefused() async throws {
        let loop = try EventLoop()
        await #expect(throws: ConnectionFailure.outcome(.refused)) {
            _ = try await Connection.open(
                to: LoopbackServer.address, port: try LoopbackServer.closedPort(), on: loop, until: self.soon())
        }
        #expect(loop.waitCount == 0)
    }

    @Test func silenceEndsAtTheDeadline() async throws {
        let server = try LoopbackServer.silent()
        defer { server.stop() }
        let loop = try EventLoop()
        let connection = try await Connection.open(
            to: LoopbackServer.address, port: server.port, on: loop, until: soon())
        await #expect(throws: SocketFailure.deadline) {
            _ = try await connection.read(until: self.soon(.milliseconds(50)))
        }
        #expect(loop.waitCount == 0)
    }

    /// The queue of a listener that accepts nothing fills up; what comes then is not answered, as behind a filter.
    @Test func aFullQueueIsNoAnswer() async throws {
        let loop = try EventLoop()
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(listener) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe bind(listener, $0, length) }
        }
        listen(listener, 0)
        _ = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe getsockname(listener, $0, &length)
            }
        }
        let port = UInt16(bigEndian: address.sin_port)
        let first = try await Connection.open(to: LoopbackServer.address, port: port, on: loop, until: soon())
        await #expect(throws: ConnectionFailure.outcome(.noAnswer)) {
            while true {
                let more = try await Connection.open(
                    to: LoopbackServer.address, port: port, on: loop, until: self.soon(.milliseconds(200)))
                try await more.write([0], until: self.soon())
                _ = try? await more.read(until: self.soon(.milliseconds(200)))
            }
        }
        #expect(first.address == LoopbackServer.address)
    }

    @Test func aResetIsToldFromAnEnd() async throws {
        let loop = try EventLoop()
        let resetting = try LoopbackServer.resetting()
        defer { resetting.stop() }
        let closing = try LoopbackServer.closing()
        defer { closing.stop() }
        let first = try await Connection.open(
            to: LoopbackServer.address, port: resetting.port, on: loop, until: soon())
        try await first.write(Array("hello".utf8), until: soon())
        await #expect(throws: SocketFailure.reset) { _ = try await first.read(until: self.soon()) }
        let second = try await Connection.open(to: LoopbackServer.address, port: closing.port, on: loop, until: soon())
        try await second.write([1], until: soon())
        #expect(try await second.read(until: soon()).isEmpty)
    }

    @Test func aCancelledTaskLeavesNoWait() async throws {
        let server = try LoopbackServer.silent()
        defer { server.stop() }
        let loop = try EventLoop()
        let port = server.port
        let connection = try await Connection.open(
            to: LoopbackServer.address, port: port, on: loop, until: .now + patience)
        let reader = Task { _ = try await connection.read(until: .now + patience) }
        while loop.waitCount == 0 { try await Task.sleep(for: .milliseconds(5)) }
        reader.cancel()
        await #expect(throws: SocketFailure.cancelled) { try await reader.value }
        #expect(loop.waitCount == 0)
    }

    @Test func aThousandConnectionsAreOpenedTogetherAndClosed() async throws {
        let server = try LoopbackServer.silent()
        defer { server.stop() }
        let loop = try EventLoop()
        let port = server.port
        let free = loop.places.freeCount
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<1_000 {
                group.addTask {
                    let connection = try? await Connection.open(
                        to: LoopbackServer.address, port: port, on: loop, until: .now + patience)
                    return connection != nil
                }
            }
            var count = 0
            for await isOpen in group where isOpen { count += 1 }
            return count
        }
        #expect(outcomes == 1_000)
        #expect(loop.waitCount == 0)
        #expect(loop.places.freeCount == free)
    }
}
