import StorageModel
import Testing

@testable import Probing

@Suite struct NegotiateResponseTests {
    @Test func readsTheNewestDialect() throws {
        let reply = try NegotiateResponse(parsing: CapturedReply.signingOptional.message)
        #expect(reply.dialect == .smb3_1_1)
        #expect(reply.securityMode == .signingEnabled)
        // Samba makes the number from the NetBIOS name.
        #expect(reply.serverGUID.bytes == Array("example-nas".utf8) + [0, 0, 0, 0, 0])
        #expect(reply.serverGUID.description == "6d617865-6c70-2d65-6e61-730000000000")
        #expect(reply.capabilities == [.dfs, .leasing, .largeMTU, .multiChannel])
        #expect(reply.maxTransactSize == 8_388_608)
        #expect(reply.maxReadSize == 8_388_608)
        #expect(reply.maxWriteSize == 8_388_608)
        #expect(reply.systemTime?.sinceEpoch == .seconds(1_795_347_022) + .nanoseconds(42_455_000))
        #expect(reply.startTime == nil)
        #expect(reply.hasPreauthIntegrity)
        #expect(reply.negotiatedCipher == .aes128GCM)
        #expect(reply.cipher == .aes128GCM)
        #expect(reply.negotiatedSigning == .aesGMAC)
        let offer = try SecurityOffer(parsing: reply.securityBlob)
        #expect(offer.mechanisms == [.ntlmssp])
        #expect(offer.hintName == "not_defined_in_RFC4178@please_ignore")
        #expect(offer.offersNTLM)
        #expect(!offer.offersKerberos)
    }

    /// What a captured answer says the server chose.
    struct Choice: Sendable {
        let reply: CapturedReply
        let dialect: Dialect
        var mode = SecurityMode.signingEnabled
        var cipher: Cipher?
    }

    @Test(arguments: [
        Choice(reply: .signingOptional, dialect: .smb3_1_1, cipher: .aes128GCM),
        Choice(
            reply: .signingRequired, dialect: .smb3_1_1, mode: [.signingEnabled, .signingRequired], cipher: .aes128GCM),
        Choice(reply: .newestOnly, dialect: .smb3_1_1, cipher: .aes128GCM),
        Choice(reply: .encryptionByCapability, dialect: .smb3_0_2, cipher: .aes128CCM),
        Choice(reply: .encryptionRequired, dialect: .smb3_1_1, cipher: .aes128GCM),
        Choice(reply: .smb21, dialect: .smb2_1),
        Choice(reply: .askAgain, dialect: .smb2Wildcard),
    ])
    func readsWhatWasChosen(_ choice: Choice) throws {
        let response = try NegotiateResponse(parsing: choice.reply.message)
        #expect(response.dialect == choice.dialect)
        #expect(response.securityMode == choice.mode)
        #expect(response.cipher == choice.cipher)
        #expect(response.hasPreauthIntegrity == (choice.dialect == .smb3_1_1))
        #expect(response.negotiatedSigning == (choice.dialect == .smb3_1_1 ? .aesGMAC : nil))
        #expect(try SecurityOffer(parsing: response.securityBlob).offersNTLM)
    }

    @Test(arguments: [
        (CapturedReply.refusedDialect, SMBReplyError.refused(NTStatus(rawValue: 0xC000_00BB))),
        (.smb1, .smb1Only),
        (.smb1Refused, .noCommonDialect),
        (.challenge, .unexpected(.answeredRequest)),
    ])
    func tellsRefusalsApart(_ reply: CapturedReply, _ error: SMBReplyError) {
        #expect(throws: error) { try NegotiateResponse(parsing: reply.message) }
    }

    // A port that sends back what it gets, as the echo service does, is no server.
    @Test func seesThroughAnEcho() {
        let request = NegotiateRequest(clientGUID: GUID(1, 2), salt: [])
        #expect(throws: SMBReplyError.unexpected(.answeredRequest)) {
            try NegotiateResponse(parsing: Array(request.framedBytes.dropFirst(4)))
        }
        #expect(throws: SMBReplyError.unexpected(.answeredRequest)) {
            try NegotiateResponse(parsing: Array(SMB1NegotiateRequest().framedBytes.dropFirst(4)))
        }
        #expect(throws: SMBReplyError.unexpected(.answeredRequest)) {
            try Challenge(parsing: Array(SessionSetupRequest().framedBytes.dropFirst(4)))
        }
    }

    /// One change each to the captured answer of the newest dialect: where, what is written there, and the outcome.
    @Test(arguments: [
        (4, [UInt8(65), 0], SMBReplyError.unexpected(.header)),
        (12, [1, 0], .unexpected(.answeredRequest)),
        (16, [0], .unexpected(.answeredRequest)),
        (24, [1], .unexpected(.answeredRequest)),
        (64, [9, 0], .unexpected(.body)),
        (68, [0x12, 0x03], .unexpected(.dialect)),
        (70, [0xFF, 0xFF], .cutShort(.negotiateContexts)),  // far more contexts than there are bytes
        (120, [127, 0], .unexpected(.securityBlob)),  // the blob begins in the fixed part
        (122, [0xFF, 0xFF], .cutShort(.securityBlob)),  // the blob ends behind the message
        (124, [0xD1], .unexpected(.negotiateContexts)),  // not aligned
        (124, [0x40, 0, 0, 0], .unexpected(.negotiateContexts)),  // contexts begin in the fixed part
        (124, [0xF8, 0xFF, 0xFF, 0xFF], .cutShort(.negotiateContexts)),
        (208, [2], .unexpected(.negotiateContexts)),  // two of the same kind
        (216, [2], .unexpected(.negotiateContexts)),  // two hashes chosen
        (210, [0xFF, 0xFF], .cutShort(.negotiateContexts)),  // a context ends behind the message
        (0, [0xFD], .unexpected(.header)),
        (0, [0xFC], .unexpected(.header)),
        (0, Array("HTTP".utf8), .notSMB(.http)),
        (0, Array("SSH-".utf8), .notSMB(.ssh)),
        (0, [0, 0, 0, 0], .notSMB(.unknown)),
    ])
    func namesWhatIsWrong(at offset: Int, _ replacement: [UInt8], _ error: SMBReplyError) {
        var message = CapturedReply.signingOptional.message
        message.replaceSubrange(offset..<offset + replacement.count, with: replacement)
        #expect(throws: error) { try NegotiateResponse(parsing: message) }
    }

    @Test func passesOverUnknownContexts() throws {
        var message = CapturedReply.signingOptional.message
        message[208] = 0x99
        let response = try NegotiateResponse(parsing: message)
        #expect(!response.hasPreauthIntegrity)
        #expect(response.cipher == .aes128GCM)
    }

    // Before SMB 3.1.1 the count and the offset of the contexts are reserved, and a server may leave anything there.
    @Test func ignoresReservedFields() throws {
        var message = CapturedReply.smb21.message
        message.replaceSubrange(70..<72, with: [0xFF, 0xFF])
        message.replaceSubrange(124..<128, with: [0x41, 0, 0, 0x80])
        #expect(try NegotiateResponse(parsing: message) == NegotiateResponse(parsing: CapturedReply.smb21.message))
    }

    @Test func readsNoCommonCipherAsNone() throws {
        var message = CapturedReply.signingOptional.message
        message.replaceSubrange(266..<268, with: [0, 0])
        #expect(message[256..<260] == [2, 0, 4, 0])
        #expect(try NegotiateResponse(parsing: message).cipher == nil)
    }

    @Test func namesStatuses() {
        #expect(NTStatus(rawValue: 0xC000_00BB).description == "STATUS_NOT_SUPPORTED (0xc00000bb)")
        #expect(NTStatus(rawValue: 0x0000_0999).description == "0x00000999")
    }

    @Test func namesWhatIsNegotiated() {
        #expect(
            (Dialect.all + [.smb2Wildcard]).sorted().map(\.description) == [
                "2.0.2", "2.1", "2.?", "3.0", "3.0.2", "3.1.1",
            ])
        #expect(Dialect(rawValue: 0x0400).description == "0x400")
        #expect(
            (0...3).map { SigningAlgorithm(rawValue: $0).description } == [
                "HMAC-SHA256", "AES-CMAC", "AES-GMAC", "signing algorithm 3",
            ])
        #expect(
            (1...5).map { Cipher(rawValue: $0).description } == [
                "AES-128-CCM", "AES-128-GCM", "AES-256-CCM", "AES-256-GCM", "cipher 5",
            ])
    }

    @Test func convertsTimes() {
        #expect(FileTime(rawValue: 116_444_736_000_000_000).sinceEpoch == .zero)
        #expect(FileTime(rawValue: 116_444_735_999_999_999).sinceEpoch == .nanoseconds(-100))
        #expect(FileTime(rawValue: 0).sinceEpoch == .seconds(-11_644_473_600))
        // Windows counts in 64 bits without sign; the last moment is far beyond any calendar but must not trap.
        #expect(FileTime(rawValue: .max).sinceEpoch > .seconds(1_800_000_000_000))
    }

    @Test(arguments: ["6d617865-6c70-2d65-6e61-730000000000", "6D617865-6C70-2D65-6E61-730000000000"])
    func readsWrittenGUIDs(_ text: String) throws {
        let guid = try #require(GUID(text))
        #expect(guid.bytes == Array("example-nas".utf8) + [0, 0, 0, 0, 0])
        #expect(guid.description == text.lowercased())
    }

    @Test(arguments: [
        "", "6d617865-6c70-2d65-6e61-73000000000", "6d6178656c702d656e61730000000000",
        "6d617865-6c70-2d65-6e61-73000000000g", "ßßßß-6c70-2d65-6e61-730000000000",
    ])
    func rejectsOtherTexts(_ text: String) {
        #expect(GUID(text) == nil)
        #expect(GUID(bytes: Array(text.utf8.prefix(15))) == nil)
    }

    @Test func saysWhatItSaw() {
        let sentences: [(SMBReplyError, String, String)] = [
            (.notSMB(.ssh), "not-smb", "SSH answers on this port, not SMB"),
            (.notSMB(.unknown), "not-smb", "something other than SMB answers on this port"),
            (.smb1Only, "smb1-only", "the server speaks SMB 1 only"),
            (.noCommonDialect, "no-common-dialect", "the server speaks none of the SMB dialects that were offered"),
            (
                .refused(NTStatus(rawValue: 0xC000_0418)), "refused",
                "the server answered with STATUS_NTLM_BLOCKED (0xc0000418)"
            ),
            (.cutShort(.header), "cut-short", "the answer ends before the end of its header"),
            (.unexpected(.dialect), "unexpected-content", "the answer holds an unexpected dialect"),
            (
                .tooLarge(length: 70_000, limit: 65_536), "too-large",
                "the answer announces 70000 bytes, and at most 65536 are read"
            ),
        ]
        for (error, id, sentence) in sentences {
            #expect(error.id == id)
            #expect(error.description == sentence)
        }
    }
}
