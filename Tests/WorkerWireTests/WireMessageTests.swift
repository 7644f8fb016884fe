import StorageModel
import TestKit
import Testing

@testable import WorkerWire

/// Messages arrive as they were sent, and nothing else arrives.
@Suite struct WireMessageTests {
    static let orders = [
        VisitOrder(
            server: "files.example", share: "groups", stages: [],
            signIn: .password(user: "anna", password: Secret(Array("geheim".utf8)), domain: ""),
            answerLimit: .seconds(4), lifeLimit: .seconds(14)),
        VisitOrder(
            server: "fd00::1", port: 4450, share: "Gruppe ä", folder: "a/b c",
            check: ShareCheck(canary: "canary.txt", canaryDigest: String(repeating: "0f", count: 32), writeFolder: ""),
            stages: Set(Stage.allCases),
            signIn: .tickets(file: "/run/tickets", principal: "check/host", realm: "EXAMPLE.ORG"),
            answerLimit: .milliseconds(1500), requiresEncryption: true, lifeLimit: .nanoseconds(1)),
    ]

    static let events: [VisitEvent] =
        [
            .ready(knowsStatuses: true), .ready(knowsStatuses: false), .encryption(true), .encryption(false),
            .space(size: .max, free: 0), .ticketRemark("Ticket expired"), .writing("ä.txt"), .writing(""),
            .finished(staysAlive: true), .finished(staysAlive: false), .notPossible("no"),
        ] + Stage.allCases.map { .began($0) }
        + [
            ShareVisit.Outcome.done, .refused(NTStatus(rawValue: 0xC000_006D)), .failed(errno: -1), .failed(errno: 22),
            .otherContent, .leftBehind("x.txt"), .deadLink("198.51.100.7"),
        ].map { .ended(ShareVisit.Step(stage: .list, outcome: $0, duration: .microseconds(1234))) }

    @Test(arguments: orders)
    func anOrderArrivesAsItWasSent(order: VisitOrder) throws {
        #expect(try arrived(order.frame, as: VisitOrder.self) == [order])
    }

    @Test func allEventsArriveInOneStream() throws {
        #expect(try arrived(Self.events.flatMap(\.frame), as: VisitEvent.self) == Self.events)
    }

    @Test func bytesMayArriveOneByOne() throws {
        var reader = FrameReader()
        var found: [VisitEvent] = []
        for byte in Self.events.flatMap(\.frame) {
            reader.append([byte])
            while let body = try reader.next() { found.append(try VisitEvent(body: body)) }
        }
        #expect(found == Self.events)
        #expect(!reader.isInsideMessage)
    }

    @Test func aMessageThatIsCutShortIsNone() throws {
        let bodies = try Self.events.map { try #require(try body(of: $0.frame)) }
        for body in bodies {
            for length in 0..<body.count {
                #expect(throws: WireError.self) { try VisitEvent(body: Array(body.prefix(length))) }
            }
            #expect(throws: WireError.excess) { try VisitEvent(body: body + [0]) }
        }
        for order in Self.orders {
            let body = try #require(try body(of: order.frame))
            for length in 0..<body.count {
                #expect(throws: WireError.self) { try VisitOrder(body: Array(body.prefix(length))) }
            }
            #expect(throws: WireError.excess) { try VisitOrder(body: body + [0]) }
        }
    }

    @Test func damagedBytesAreReadOrRefusedButNeverCrash() throws {
        var dice = SeededGenerator(seed: 7)
        let frames = Self.orders.map(\.frame) + Self.events.map(\.frame)
        var refused = 0
        for _ in 0..<20_000 {
            var frame = frames[dice.below(frames.count)]
            for _ in 0...dice.below(4) { frame[dice.below(frame.count)] = UInt8(dice.below(256)) }
            do {
                _ = try arrived(frame, as: VisitOrder.self)
                _ = try arrived(frame, as: VisitEvent.self)
            } catch {
                refused += 1
            }
        }
        #expect(refused > 1000)
    }

    @Test func aMessageThatClaimsTooMuchIsRefusedBeforeItArrives() {
        var reader = FrameReader()
        reader.append([0, 1, 0, 1, 1])
        #expect(throws: WireError.tooLarge(claimed: 65_537)) { try reader.next() }
    }

    @Test func anotherVersionIsRefused() {
        var reader = FrameReader()
        reader.append([0, 0, 0, 2, 99, 0])
        #expect(throws: WireError.otherVersion(99)) { try reader.next() }
        let words = "it speaks version 99 of the messages, and this program version 1"
        #expect(WireError.otherVersion(99).description == words)
    }

    @Test func aTimeTooLongForTheWireIsCut() {
        #expect(Duration.seconds(Int64.max).nanoseconds == UInt64(Int64.max))
        #expect(Duration.seconds(-1).nanoseconds == 0)
        #expect(Duration.milliseconds(1500).nanoseconds == 1_500_000_000)
    }

    @Test func noDescriptionShowsAPassword() {
        var dumped = ""
        dump(Self.orders[0], to: &dumped)
        for text in [dumped, "\(Self.orders[0])", String(reflecting: Self.orders[0])] {
            #expect(!text.contains("geheim"))
            #expect(!text.contains("103"), "the bytes, as numbers")
            #expect(text.contains("(secret)"))
        }
    }
}

/// The messages in a stream of bytes.
private func arrived<Message: WireMessage>(_ bytes: [UInt8], as type: Message.Type) throws -> [Message] {
    var reader = FrameReader()
    reader.append(bytes)
    var found: [Message] = []
    while let body = try reader.next() { found.append(try Message(body: body)) }
    return found
}

private func body(of frame: [UInt8]) throws -> [UInt8]? {
    var reader = FrameReader()
    reader.append(frame)
    return try reader.next()
}
