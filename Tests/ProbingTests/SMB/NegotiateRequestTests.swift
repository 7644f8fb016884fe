import StorageModel
import Testing

@testable import Probing

@Suite struct NegotiateRequestTests {
    private let client = GUID(0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908)
    private let salt = [UInt8](0..<32)

    // The bytes that the captured answers answer.
    @Test func offersEverything() {
        let header = "fe534d42 4000 0000 00000000 0000 0100 00000000 00000000 0000000000000000"
        let zeros = String(repeating: "0", count: 64)
        let body = "2400 0500 0100 0000 7f000000 000102030405060708090a0b0c0d0e0f 70000000 0300 0000"
        let dialects = "0202 1002 0003 0203 1103 0000"
        let integrity =
            "0100 2600 00000000 0100 2000 0100 000102030405060708090a0b0c0d0e0f"
            + "101112131415161718191a1b1c1d1e1f 0000"
        let ciphers = "0200 0a00 00000000 0400 0200 0100 0400 0300 000000000000"
        let signing = "0800 0800 00000000 0300 0200 0100 0000"
        let expected = bytes(hex: "000000c8" + header + zeros + body + dialects + integrity + ciphers + signing)
        #expect(NegotiateRequest(clientGUID: client, salt: salt).framedBytes == expected)
    }

    @Test func offersNoContextsWithoutTheDialectThatHasThem() {
        let request = NegotiateRequest(clientGUID: client, salt: salt, dialects: [.smb2_0_2, .smb2_1])
        let framed = request.framedBytes
        #expect(framed.prefix(4) == [0, 0, 0, 104])
        #expect(framed.count == 108)
        #expect(framed[76..<80] == [0, 0, 0, 0], "capabilities belong to SMB 3")
        #expect(framed[96..<104] == [0, 0, 0, 0, 0, 0, 0, 0], "no contexts")
        #expect(framed[104...] == [0x02, 0x02, 0x10, 0x02])
    }

    @Test(arguments: 0...65)
    func alignsContextsWhateverTheSalt(length: Int) {
        let request = NegotiateRequest(clientGUID: client, salt: Array(repeating: 7, count: length))
        let message = Array(request.framedBytes.dropFirst(4))
        #expect(request.salt.count == min(length, 64))
        let second = (112 + 8 + 6 + request.salt.count + 7) / 8 * 8
        #expect(message[second..<second + 4] == [2, 0, 10, 0])
    }

    @Test func asksInSMB1() {
        let expected = bytes(
            hex: "00000045 ff534d42 72 00000000 18 01c8 0000000000000000000000000000000000000000 00 2200")
        let names = Array("\u{2}NT LM 0.12\0\u{2}SMB 2.002\0\u{2}SMB 2.???\0".utf8)
        #expect(SMB1NegotiateRequest().framedBytes == expected + names)
    }
}
