import StorageModel
import Testing

@testable import Probing

@Suite struct ChallengeTests {
    // The bytes that the captured challenges answer.
    @Test func asksWithoutNamingAnyone() {
        let header = "fe534d42 4000 0000 00000000 0100 0100 00000000 00000000 0100000000000000"
        let zeros = String(repeating: "0", count: 64)
        let body = "1900 00 01 00000000 00000000 5800 4a00 0000000000000000"
        let token = "6048 06062b0601050502 a03e 303c a00e 300c 060a2b06010401823702020a a22a 0428"
        let ntlm = "4e544c4d53535000 01000000 058208a2 0000000000000000 0000000000000000 0a0000000000000f"
        let expected = bytes(hex: "000000a2" + header + zeros + body + token + ntlm)
        #expect(SessionSetupRequest().framedBytes == expected)
    }

    @Test(arguments: [CapturedReply.challenge, .challengeEncryptionRequired])
    func readsTheNamesOfAServerOfItsOwn(_ reply: CapturedReply) throws {
        let challenge = try Challenge(parsing: reply.message)
        #expect(challenge.targetName == "EXAMPLE-NAS")
        #expect(challenge.netBIOSComputerName == "EXAMPLE-NAS")
        #expect(challenge.netBIOSDomainName == "EXAMPLE-NAS")
        #expect(challenge.dnsComputerName == "example-nas.example.org")
        #expect(challenge.dnsDomainName == "example.org")
        #expect(challenge.dnsForestName == nil)
        #expect(challenge.version?.description == "6.1.0")
        #expect(challenge.version?.revision == 15)
    }

    @Test func readsTheDomainOfAMember() throws {
        let challenge = try Challenge(parsing: CapturedReply.challengeOfMember.message)
        #expect(challenge.targetName == "EXAMPLE")
        #expect(challenge.netBIOSDomainName == "EXAMPLE")
        #expect(challenge.netBIOSComputerName == "EXAMPLE-NAS")
        #expect(challenge.timestamp?.sinceEpoch == .seconds(1_795_347_025) + .nanoseconds(748_658_000))
    }

    // The two clocks of one server are one clock: the sign-in came some milliseconds after the negotiation.
    @Test func agreesWithTheNegotiationOnTheTime() throws {
        let before = try #require(NegotiateResponse(parsing: CapturedReply.signingOptional.message).systemTime)
        let after = try #require(Challenge(parsing: CapturedReply.challenge.message).timestamp)
        #expect(before < after)
        #expect(after.sinceEpoch - before.sinceEpoch < .milliseconds(100))
    }

    @Test func readsAChallengeWithoutSPNEGO() throws {
        let plain = sessionSetupReply(blob: ntlmMessage(in: .challenge))
        #expect(try Challenge(parsing: plain) == Challenge(parsing: CapturedReply.challenge.message))
    }

    @Test func readsTheForestAndNamesInPlainBytes() throws {
        // No Unicode, a version, and of the names the forest alone (MS-NLMP 2.2.1.2).
        let message = bytes(
            hex: """
                4e544c4d53535000 02000000 0300 0300 38000000 00008002 0102030405060708 0000000000000000
                0a00 0a00 3b000000 0a007c4f0000000f 4e4153 0500 0200 6100 0000 0000
                """)
        let challenge = try Challenge(parsing: sessionSetupReply(blob: message))
        #expect(challenge.targetName == "NAS")
        #expect(challenge.dnsForestName == "a")
        #expect(challenge.netBIOSComputerName == nil)
        #expect(challenge.timestamp == nil)
        #expect(challenge.version?.description == "10.0.20348")
    }

    @Test func passesOverLongUnknownAttributes() throws {
        // Attribute 9, the target's service name, in 600 bytes before the end mark.
        var message = ntlmMessage(in: .challenge)
        let list = [9, 0, 0x58, 2] + [UInt8](repeating: 0x61, count: 600) + message[78...]
        message.replaceSubrange(78..., with: list)
        message.replaceSubrange(40..<42, with: [UInt8(list.count & 0xFF), UInt8(list.count >> 8)])
        let challenge = try Challenge(parsing: sessionSetupReply(blob: message))
        #expect(try challenge == Challenge(parsing: CapturedReply.challenge.message))
    }

    // Half a character, as only a hostile server sends one, must not become a crash or a lost name.
    @Test func replacesWhatIsNoCharacter() throws {
        var message = ntlmMessage(in: .challenge)
        message[56] = 0x00
        message[57] = 0xD8
        #expect(try Challenge(parsing: sessionSetupReply(blob: message)).targetName == "\u{FFFD}XAMPLE-NAS")
    }

    @Test func readsOldChallengesWithoutNames() throws {
        let message = bytes(
            hex: "4e544c4d53535000 02000000 0000 0000 00000000 01000000 0102030405060708")
        let challenge = try Challenge(parsing: sessionSetupReply(blob: message))
        #expect(challenge.targetName == nil)
        #expect(challenge.version == nil)
    }

    /// One change each to the captured NTLM message: where, what is written there, and the outcome.
    @Test(arguments: [
        (0, [UInt8(0)], SMBReplyError.unexpected(.encoding)),
        (8, [3], .unexpected(.challenge)),
        (12, [0xFF, 0xFF], .cutShort(.targetName)),
        (12, [3, 0], .unexpected(.targetName)),  // half a letter
        (16, [31], .unexpected(.targetName)),  // the name lies in the fixed part
        (16, [0xFF, 0xFF, 0xFF, 0xFF], .cutShort(.targetName)),
        (40, [0xFF, 0xFF], .cutShort(.targetNames)),
        (40, [0x8C, 0], .cutShort(.targetNames)),  // no end mark
        (80, [0xFF, 0xFF], .cutShort(.targetNames)),  // a name ends behind the list
        (78, [1], .unexpected(.targetNames)),  // two computer names
    ])
    func namesWhatIsWrong(at offset: Int, _ replacement: [UInt8], _ error: SMBReplyError) {
        var message = ntlmMessage(in: .challenge)
        message.replaceSubrange(offset..<offset + replacement.count, with: replacement)
        #expect(throws: error) { try Challenge(parsing: sessionSetupReply(blob: message)) }
    }

    @Test(arguments: [
        ("", SMBReplyError.cutShort(.encoding)),
        ("a107 3005 a003 0a0101", .cutShort(.challenge)),  // no token
        ("a10f 300d a10b 06092a864886f712010202", .unexpected(.mechanisms)),  // Kerberos, which was not offered
        ("a108 3006 a204 0402 4e54", .unexpected(.challenge)),
    ])
    func namesWhatIsWrongAroundIt(_ hex: String, _ error: SMBReplyError) {
        #expect(throws: error) { try Challenge(parsing: sessionSetupReply(blob: bytes(hex: hex))) }
    }

    @Test(arguments: [0, 0xC000_0022, 0xC000_0418, 0xC000_0103] as [UInt32])
    func passesOnEveryOtherStatus(_ status: UInt32) {
        var message = CapturedReply.challenge.message
        var digits: [UInt8] = []
        digits.append(littleEndian: status)
        message.replaceSubrange(8..<12, with: digits)
        #expect(throws: SMBReplyError.refused(NTStatus(rawValue: status))) { try Challenge(parsing: message) }
    }

    @Test func isNotANegotiation() {
        #expect(throws: SMBReplyError.unexpected(.answeredRequest)) {
            try Challenge(parsing: CapturedReply.signingOptional.message)
        }
    }
}
