import Testing

@testable import Probing

@Suite struct MessageFramerTests {
    /// Everything that comes out when the chunks go in one after another.
    private func messages(
        _ chunks: [ArraySlice<UInt8>], limit: Int = 65_536
    ) -> (whole: [[UInt8]], failure: SMBReplyError?) {
        var framer = MessageFramer(limit: limit)
        var whole: [[UInt8]] = []
        do {
            for chunk in chunks {
                framer.append(chunk)
                while let message = try framer.next() { whole.append(message) }
            }
            try framer.finish()
            return (whole, nil)
        } catch {
            return (whole, error)
        }
    }

    @Test(arguments: CapturedReply.allCases)
    func joinsTwoPiecesCutAnywhere(_ reply: CapturedReply) {
        let framed = reply.framed
        for cut in 0...framed.count {
            let (whole, failure) = messages([framed[..<cut], framed[cut...]])
            #expect(whole == [reply.message], "cut at \(cut)")
            #expect(failure == nil)
        }
    }

    @Test func joinsSingleBytes() {
        let stream = CapturedReply.allCases.flatMap(\.framed)
        let (whole, failure) = messages(stream.indices.map { stream[$0...$0] })
        #expect(whole == CapturedReply.allCases.map(\.message))
        #expect(failure == nil)
    }

    @Test func partsMessagesThatCameTogether() {
        let keepAlive: [UInt8] = [0x85, 0, 0, 0]
        let stream = keepAlive + CapturedReply.smb21.framed + keepAlive + [0, 0, 0, 0] + CapturedReply.challenge.framed
        for cut in 0...stream.count {
            let (whole, failure) = messages([stream[..<cut], stream[cut...]])
            #expect(whole == [CapturedReply.smb21.message, [], CapturedReply.challenge.message])
            #expect(failure == nil)
        }
    }

    @Test(arguments: CapturedReply.allCases)
    func saysThatAMessageIsCutShort(_ reply: CapturedReply) {
        for length in 1..<reply.framed.count {
            let (whole, failure) = messages([reply.framed.prefix(length)])
            #expect(whole == [])
            #expect(failure == .cutShort(.frame))
        }
    }

    // What answers is named the same however its first bytes are cut, and no waiting for a length that text spells.
    @Test(arguments: [
        // An alert of 2 bytes, "protocol_version" (RFC 8446 section 6).
        ([0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46], SMBReplyError.notSMB(.tls)),
        ([0x16, 0x03, 0x03, 0x00, 0x7A, 0x02], .notSMB(.tls)),
        (Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8), .notSMB(.http)),
        (Array("SSH-2.0-example\r\n".utf8), .notSMB(.ssh)),
        (Array("220 mail.example.org ESMTP\r\n".utf8), .notSMB(.unknown)),
        (Array("RFB 003.008\n".utf8), .notSMB(.unknown)),
        ([0xFE, 0x53, 0x4D, 0x42, 0x40, 0x00], .notSMB(.unknown)),  // no frame
        ([0x83, 0, 0, 1, 0x82], .turnedAway),  // a refused session of NetBIOS
        ([0x85, 0, 0, 1], .unexpected(.frame)),
        ([0, 1, 0, 1], .tooLarge(length: 65_537, limit: 65_536)),
        ([0, 0xFF, 0xFF, 0xFF, 1], .tooLarge(length: 16_777_215, limit: 65_536)),
        ([0x15, 0x03, 0x01], .cutShort(.frame)),
    ])
    func namesWhatIsNoMessage(_ stream: [UInt8], _ error: SMBReplyError) {
        for cut in 0...stream.count {
            let (whole, failure) = messages([stream[..<cut], stream[cut...]])
            #expect(whole == [])
            #expect(failure == error, "cut at \(cut)")
        }
    }

    @Test func handsOutWhatCameBeforeNonsense() {
        let stream = CapturedReply.challenge.framed + Array("SSH-2.0-example".utf8)
        let (whole, failure) = messages([stream[...]])
        #expect(whole == [CapturedReply.challenge.message])
        #expect(failure == .notSMB(.ssh))
    }

    @Test func staysFailed() {
        var framer = MessageFramer()
        framer.append(Array("HTTP".utf8))
        #expect(throws: SMBReplyError.notSMB(.http)) { try framer.next() }
        framer.append(CapturedReply.challenge.framed)
        #expect(throws: SMBReplyError.notSMB(.http)) { try framer.next() }
        #expect(throws: SMBReplyError.notSMB(.http)) { try framer.finish() }
    }

    @Test func acceptsTheLimitItself() {
        let stream = [0, 0, 0, 5] + [UInt8](repeating: 7, count: 5)
        #expect(messages([stream[...]], limit: 5).whole == [[7, 7, 7, 7, 7]])
        #expect(messages([stream[...]], limit: 4).failure == .tooLarge(length: 5, limit: 4))
    }

    @Test func writesTheLengthHighestByteFirst() {
        #expect(MessageFramer.framed([UInt8](repeating: 0, count: 0x01_02_03))?.prefix(4) == [0, 1, 2, 3])
        #expect(MessageFramer.framed([UInt8](repeating: 0, count: 1 << 24)) == nil)
    }
}
