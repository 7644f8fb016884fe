import Glibc
import StorageModel
import TestKit
import Testing

@testable import Probing

@Suite struct ServerProbeTests {
    private func greeting(
        of server: LoopbackServer, within limit: Duration = patience
    ) async throws -> GreetingAttempt {
        defer { server.stop() }
        var limits = ProbeLimits()
        limits.connection = patience
        limits.greeting = limit
        let sighting = await ServerProbe(on: try EventLoop()).sighting(
            of: "127.0.0.1", speaking: .sample(.smb, port: server.port), within: limits, until: .now + patience)
        #expect(sighting.lookup == nil)
        #expect(sighting.connections.map(\.outcome) == [.connected])
        return try #require(sighting.greetings.first)
    }

    @Test func whatHangsUpOrStaysSilentIsNamed() async throws {
        let silence = try await greeting(of: .silent(), within: .milliseconds(100))
        #expect(silence.outcome == .silent)
        #expect(try await greeting(of: .closing()).outcome == .closed)
        #expect(try await greeting(of: .resetting()).outcome == .reset)
    }

    @Test(arguments: [
        ("SSH-2.0-OpenSSH_9.2p1 Debian\r\n", "SSH"), ("HTTP/1.1 400 Bad Request\r\n\r\n", "HTTP"),
        ("220 mail.example.org ESMTP\r\n", "unknown"),
    ])
    func anotherServiceIsNamed(banner: String, name: String) async throws {
        #expect(try await greeting(of: .answering(Array(banner.utf8))).outcome == .notSMB(name))
    }

    @Test func aServerThatTurnsAddressesAwayIsToldFromGarbage() async throws {
        #expect(try await greeting(of: .closing(after: [0x83, 0, 0, 1, 0x81])).outcome == .turnedAway)
        guard
            case .unreadable = try await greeting(of: .closing(after: [0, 0, 0, 5, 0xFE, 0x53, 0x4D, 0x42, 0])).outcome
        else { return #expect(Bool(false), "a message that is cut short was read") }
    }

    /// SMB 2 is hung up on; SMB 1, on a connection of its own, is answered.
    @Test func aServerOfSMB1AloneIsRecognised() async throws {
        let server = try LoopbackServer { connection in
            var buffer = [UInt8](repeating: 0, count: 4_096)
            let count = unsafe recv(connection, &buffer, buffer.count, 0)
            if count > 4, buffer[4] == 0xFF {
                let reply = CapturedReply.smb1.framed
                unsafe send(connection, reply, reply.count, Int32(MSG_NOSIGNAL))
            } else {
                shutdown(connection, Int32(SHUT_RDWR))
            }
        }
        defer { server.stop() }
        #expect(try await greeting(of: server).outcome == .smb1Only)
        #expect(server.connectionCount == 2)
    }

    @Test func aCapturedConversationIsTold() async throws {
        let server = try LoopbackServer { connection in
            var buffer = [UInt8](repeating: 0, count: 4_096)
            for reply in [CapturedReply.signingRequired.framed, CapturedReply.challenge.framed] {
                guard unsafe recv(connection, &buffer, buffer.count, 0) > 0 else { return }
                unsafe send(connection, reply, reply.count, Int32(MSG_NOSIGNAL))
            }
        }
        defer { server.stop() }
        let told = try #require(try await greeting(of: server).greeting)
        #expect(told.dialect == .smb3_1_1)
        #expect(told.requiresSigning)
        #expect(told.cipher == "AES-128-GCM")
        #expect(told.netBIOSName == "EXAMPLE-NAS")
        #expect(told.dnsName == "example-nas.example.org")
        // The answer was captured long ago, so that its clock is far behind.
        #expect((told.clockSkewSeconds ?? 0) < -3_600)
    }

    /// A server may say anything: whatever arrives, the probe ends with an outcome.
    @Test func hostileAnswersEndInAnOutcome() async throws {
        var random = SeededGenerator(seed: 21)
        for _ in 0..<60 {
            var reply = CapturedReply.signingOptional.framed
            for _ in 0...random.below(6) { reply[random.below(reply.count)] = UInt8(random.below(256)) }
            let server = try LoopbackServer.closing(after: reply)
            defer { server.stop() }
            _ = try await greeting(of: server)
        }
    }

    @Test func aClosedPortIsRefusedAndNotGreeted() async throws {
        let sighting = await ServerProbe(on: try EventLoop()).sighting(
            of: "127.0.0.1", speaking: .sample(.smb, port: try LoopbackServer.closedPort()), within: .patient,
            until: .now + patience)
        #expect(sighting.connections.map(\.outcome) == [.refused])
        #expect(sighting.greetings.isEmpty)
    }

    @Test func aLookUpAloneOpensNoConnection() async throws {
        let server = try LoopbackServer.silent()
        defer { server.stop() }
        let sighting = await ServerProbe(on: try EventLoop()).sighting(
            of: "localhost", speaking: .sample(.smb, port: server.port), reaching: .lookup, within: .patient,
            until: .now + patience)
        #expect(sighting.lookup?.addresses.isEmpty == false)
        #expect(sighting.connections.isEmpty)
        #expect(server.connectionCount == 0)
    }
}
