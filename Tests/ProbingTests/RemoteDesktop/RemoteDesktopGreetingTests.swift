import StorageModel
import TestKit
import Testing

@testable import Probing

@Suite struct RemoteDesktopGreetingTests {
    /// A connection confirm that chose TLS, as xrdp 0.9.21 sends it.
    static let tls = bytes(hex: "03000013 0ed00000123400 02 1f 0800 01000000")

    @Test func theChosenProtectionIsRead() {
        #expect(RemoteDesktopGreeting.outcome(of: Self.tls) == .answered(.tls))
        #expect(
            RemoteDesktopGreeting.outcome(of: bytes(hex: "0300000b 06d00000123400")) == .answered(.standard))
        #expect(
            RemoteDesktopGreeting.outcome(of: bytes(hex: "03000013 0ed00000123400 03 00 0800 05000000"))
                == .refused(code: 5))
    }

    @Test func moreIsWaitedForUntilTheAnswerIsWhole() {
        for count in 0..<Self.tls.count { #expect(RemoteDesktopGreeting.outcome(of: Array(Self.tls[..<count])) == nil) }
    }

    @Test(arguments: ["SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 400 Bad Request\r\n\r\n"])
    func anotherServiceIsNoRemoteDesktop(text: String) {
        #expect(RemoteDesktopGreeting.outcome(of: Array(text.utf8)) == .notRDP)
    }

    @Test func damagedAnswersAreSurvived() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<20_000 {
            var damaged = Self.tls
            for _ in 0...random.below(4) { damaged[random.below(damaged.count)] = UInt8(random.below(256)) }
            _ = RemoteDesktopGreeting.outcome(of: damaged)
        }
    }

    @Test func silenceAndAnEndAreToldApart() async throws {
        let loop = try EventLoop()
        let silent = try LoopbackServer.silent()
        defer { silent.stop() }
        let closing = try LoopbackServer.closing()
        defer { closing.stop() }
        let answering = try LoopbackServer.answering(Self.tls)
        defer { answering.stop() }
        for (server, expected) in [
            (silent, RemoteDesktopAnswer.Outcome.silent), (closing, .closed), (answering, .answered(.tls)),
        ] {
            let limit: Duration = expected == .silent ? .milliseconds(100) : patience
            let sighting = await sighting(of: server.port, on: loop, within: limit)
            #expect(sighting.remoteDesktop?.outcome == expected)
        }
    }

    private func sighting(of port: UInt16, on loop: EventLoop, within limit: Duration) async -> Sighting {
        var limits = ProbeLimits()
        limits.connection = patience
        limits.greeting = limit
        return await ServerProbe(on: loop).sighting(
            of: "127.0.0.1", speaking: .sample(.rdp, port: port), within: limits, until: .now + patience)
    }
}
