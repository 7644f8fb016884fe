import Testing

@testable import Probing

@Suite struct SecurityOfferTests {
    /// The token of a Windows server in a domain, put together by hand after MS-SPNG 2.2.1: five mechanisms and a hint.
    private let windows = bytes(
        hex: """
            6076 06062b0601050502 a06c 306a
            a03c 303a 060a2b06010401823702021e 06092a864882f712010202 06092a864886f712010202
            060a2a864886f71201020203 060a2b06010401823702020a
            a32a 3028 a026 1b24 6e6f745f646566696e65645f696e5f5246433431373840706c656173655f69676e6f7265
            """)

    @Test func readsWhatWindowsOffers() throws {
        let offer = try SecurityOffer(parsing: windows)
        #expect(
            offer.mechanisms.map(\.description) == [
                "NEGOEX", "MS-Kerberos", "Kerberos", "1.2.840.113554.1.2.2.3", "NTLMSSP",
            ])
        #expect(offer.hintName == "not_defined_in_RFC4178@please_ignore")
        #expect(offer.offersKerberos)
        #expect(offer.offersNTLM)
    }

    // Flags and a first token, as NEGOEX sends one, stand between the mechanisms and the hint.
    @Test func passesOverFlagsAndToken() throws {
        let offer = try SecurityOffer(
            parsing: withFields("a00d300b06092a864886f712010202 a10403020780 a2020400 a308 3006 a004 1b02 6869"))
        #expect(offer.mechanisms == [.kerberos])
        #expect(offer.hintName == "hi")
        #expect(!offer.offersNTLM)
    }

    // RFC 4178 has a checksum in the place of the hint.
    @Test func passesOverAChecksum() throws {
        let offer = try SecurityOffer(parsing: withFields("a00d300b06092a864886f712010202 a3040402beef"))
        #expect(offer.mechanisms == [.kerberos])
        #expect(offer.hintName == nil)
    }

    @Test func readsNothingFromNothing() throws {
        let offer = try SecurityOffer(parsing: [])
        #expect(offer.mechanisms == [])
        #expect(offer.hintName == nil)
        #expect(try SecurityOffer(parsing: withFields("")).mechanisms == [])
    }

    @Test func refusesEveryBeginning() {
        for length in 1..<windows.count {
            #expect(throws: SMBReplyError.cutShort(.encoding)) {
                try SecurityOffer(parsing: Array(windows.prefix(length)))
            }
        }
    }

    @Test(arguments: [
        ("30 00", SMBReplyError.unexpected(.encoding)),
        ("60 80 0000", .unexpected(.encoding)),  // indefinite length
        ("60 84 00000002 0600", .unexpected(.encoding)),  // more length than any message has
        ("60 02 0600", .unexpected(.mechanisms)),
        ("60 0b 06092a864886f712010202", .unexpected(.mechanisms)),  // Kerberos itself
        ("60 08 06062b0601050502", .cutShort(.encoding)),
    ])
    func namesWhatIsWrong(_ hex: String, _ error: SMBReplyError) {
        #expect(throws: error) { try SecurityOffer(parsing: bytes(hex: hex)) }
    }

    @Test(arguments: [
        ("2a 86 48 86 f7 12 01 02 02", "1.2.840.113554.1.2.2"),
        ("00", "0.0"),
        ("27", "0.39"),
        ("78", "2.40"),
        ("88 37", "2.999"),
        ("2b 06 01 04 01 82 37 02 02 1e", "1.3.6.1.4.1.311.2.2.30"),
    ])
    func writesIdentifiersAsNumbers(_ hex: String, _ numbers: String) {
        #expect(SecurityMechanism(bytes: bytes(hex: hex)).numbers == numbers)
    }

    @Test(arguments: ["", "2a 86", "2a ff ff ff ff ff ff ff ff ff ff 7f"])
    func doesNotGuessIdentifiers(_ hex: String) {
        let mechanism = SecurityMechanism(bytes: bytes(hex: hex))
        #expect(mechanism.numbers == nil)
        #expect(mechanism.description == "unreadable identifier")
    }

    /// A token with these fields.
    private func withFields(_ hex: String) -> [UInt8] {
        let name = DERReader.value(0x06, [0x2B, 0x06, 0x01, 0x05, 0x05, 0x02])
        return DERReader.value(
            0x60, name + DERReader.value(0xA0, DERReader.value(0x30, bytes(hex: hex))))
    }
}
