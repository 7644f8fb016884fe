import TestKit
import Testing

@testable import Probing

/// Whatever arrives is read or refused with a reason: no crash, no hang, nothing taken from outside the message.
@Suite struct DamageTests {
    private static let seed: UInt64 = 0x05B0_5EED
    private static let mutations = 20_000

    @Test(arguments: CapturedReply.allCases)
    func refusesEveryBeginning(_ reply: CapturedReply) {
        for length in 0..<reply.message.count {
            let beginning = Array(reply.message.prefix(length))
            let negotiation = failure { () throws(SMBReplyError) in _ = try NegotiateResponse(parsing: beginning) }
            let challenge = failure { () throws(SMBReplyError) in _ = try Challenge(parsing: beginning) }
            #expect(negotiation != nil, "\(length) bytes")
            #expect(challenge != nil, "\(length) bytes")
            if length < 33 {
                // The header of SMB 1 is shorter, and tells which request it answers before it ends.
                let isOther = challenge == .unexpected(.answeredRequest) || negotiation == .unexpected(.answeredRequest)
                #expect(isOther || negotiation.map(isCutShort) == true, "\(length) bytes")
            }
        }
    }

    @Test func refusesEveryBeginningOfTheNTLMMessage() {
        let message = ntlmMessage(in: .challenge)
        for length in 0..<message.count {
            let reply = sessionSetupReply(blob: Array(message.prefix(length)))
            let found = failure { () throws(SMBReplyError) in _ = try Challenge(parsing: reply) }
            #expect(found.map { isCutShort($0) || $0 == .unexpected(.encoding) } == true, "\(length) bytes")
        }
    }

    @Test func survivesMutations() {
        print("SMB answers damaged with seed \(Self.seed)")
        var random = SeededGenerator(seed: Self.seed)
        let originals = CapturedReply.allCases.map(\.framed)
        var outcomes: [String: Int] = [:]
        var wrong: [[UInt8]] = []
        for index in 0..<Self.mutations {
            var stream = originals[index % originals.count]
            for _ in 0..<Int.random(in: 1...6, using: &random) { damage(&stream, &random) }
            if !isSound(stream, &outcomes) { wrong.append(stream) }
        }
        #expect(wrong == [], "seed \(Self.seed)")
        // The damage must go deep enough that each kind of outcome is met, the good one included.
        for outcome in ["read", "cut-short", "unexpected-content", "refused", "smb1-only", "not-smb", "too-large"] {
            #expect(outcomes[outcome, default: 0] > 20, "\(outcome), seed \(Self.seed)")
        }
    }

    @Test func survivesNoise() {
        var random = SeededGenerator(seed: Self.seed)
        var outcomes: [String: Int] = [:]
        var wrong: [[UInt8]] = []
        for _ in 0..<2_000 {
            let length = Int.random(in: 0...300, using: &random)
            var noise = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            if Bool.random(using: &random) { noise = MessageFramer.framed(noise) ?? [] }
            if !isSound(noise, &outcomes) { wrong.append(noise) }
        }
        #expect(wrong == [], "seed \(Self.seed)")
    }

    /// Reads a stream with all parsers; what they find must lie within it, and be found again.
    private func isSound(_ stream: [UInt8], _ outcomes: inout [String: Int]) -> Bool {
        var framer = MessageFramer()
        framer.append(stream)
        do {
            while let message = try framer.next() {
                guard message.count <= stream.count - 4, readsSoundly(message, &outcomes) else { return false }
            }
            try framer.finish()
        } catch {
            outcomes[error.id, default: 0] += 1
        }
        return true
    }

    private func readsSoundly(_ message: [UInt8], _ outcomes: inout [String: Int]) -> Bool {
        do throws(SMBReplyError) {
            let response = try NegotiateResponse(parsing: message)
            guard
                isPart(response.securityBlob, of: message),
                try response == NegotiateResponse(parsing: message)
            else { return false }
            let offer = try SecurityOffer(parsing: response.securityBlob)
            guard offer.mechanisms.allSatisfy({ isPart($0.bytes, of: message) && !$0.description.isEmpty }) else {
                return false
            }
            outcomes["read", default: 0] += 1
        } catch {
            outcomes[error.id, default: 0] += 1
        }
        do throws(SMBReplyError) {
            let challenge = try Challenge(parsing: message)
            let names = [
                challenge.targetName, challenge.netBIOSComputerName, challenge.netBIOSDomainName,
                challenge.dnsComputerName, challenge.dnsDomainName, challenge.dnsForestName,
            ]
            // A unit of UTF-16 takes two bytes of the message and at most three in UTF-8.
            guard names.allSatisfy({ ($0?.utf8.count ?? 0) <= message.count * 3 / 2 }) else { return false }
            outcomes["read", default: 0] += 1
        } catch {
            outcomes[error.id, default: 0] += 1
        }
        return true
    }

    private func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[index] ^= 1 << UInt8.random(in: 0...7, using: &random)
        case 2: bytes[index] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
        case 3: bytes.remove(at: index)
        case 4: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
        case 5: bytes.removeSubrange(index..<min(bytes.count, index + 20))
        case 6: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + 20)], at: index)
        default:
            // The length in the frame is set right again, so that damage reaches the parsers behind it.
            if bytes.count > 4, let framed = MessageFramer.framed(Array(bytes.dropFirst(4))) { bytes = framed }
        }
    }

    private func isCutShort(_ error: SMBReplyError) -> Bool {
        if case .cutShort = error { true } else { false }
    }

    private func isPart(_ part: [UInt8], of whole: [UInt8]) -> Bool {
        guard !part.isEmpty else { return true }
        guard part.count <= whole.count else { return false }
        return (0...whole.count - part.count).contains { whole[$0...].starts(with: part) }
    }
}
