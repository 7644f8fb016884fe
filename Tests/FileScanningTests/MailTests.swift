import FileScanning
import ScanWire
import SensitiveContent
import Testing

/// Mail, with all that hangs on it.
@Suite struct MailTests {
    private static func base64(_ bytes: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let three = bytes[start..<min(start + 3, bytes.count)]
            let bits = three.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - three.count))
            for index in 0..<4 { text.append(index <= three.count ? letters[bits >> (18 - index * 6) & 63] : "=") }
            if start % 57 == 54 { text += "\r\n" }
        }
        return text
    }

    static let message = """
        From: Anna <anna@example.org>\r
        To: Bert <bert@example.org>\r
        Subject: =?utf-8?B?\(base64(Array("Konto \(Canary.iban(1))".utf8)))?=\r
        MIME-Version: 1.0\r
        Content-Type: multipart/mixed; boundary="xyz"\r
        \r
        --xyz\r
        Content-Type: multipart/alternative; boundary=abc\r
        \r
        --abc\r
        Content-Type: text/plain; charset=iso-8859-1\r
        Content-Transfer-Encoding: quoted-printable\r
        \r
        Gr=FC=DFe, \(Canary.iban(2).prefix(10))=\r
        \(Canary.iban(2).dropFirst(10))\r
        --abc\r
        Content-Type: text/html; charset=utf-8\r
        \r
        <p>\(Canary.iban(3))</p>\r
        --abc--\r
        --xyz\r
        Content-Type: application/octet-stream\r
        Content-Disposition: attachment; filename*=utf-8''Vertr%C3%A4ge.docx\r
        Content-Transfer-Encoding: base64\r
        \r
        \(base64(OfficeFiles.docx))\r
        --xyz\r
        Content-Type: message/rfc822\r
        \r
        From: c@example.org\r
        Subject: inner\r
        \r
        \(Canary.iban(4))\r
        --xyz--\r

        """

    @Test func allPartsOfAMessageAreRead() async throws {
        let report = try await scanned(Self.message, name: "message.eml")
        #expect(report.kind == "mail")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 4 + 15)
        #expect(report.accountPlaces.contains { $0.passage.members.first == "Verträge.docx" })
    }

    @Test func aMailboxIsReadMessageByMessage() async throws {
        let text = String(repeating: "From anna@example.org Mon Jan  1 00:00:00 2024\n\(Self.message)\n", count: 3)
        let report = try await scanned(text, name: "inbox")
        #expect(report.kind == "mbox")
        #expect(report.accounts == 3 * 19)
        #expect(
            Set(report.accountPlaces.compactMap { $0.passage.members.first }).isSubset(of: [
                "message 1", "message 2", "message 3",
            ]))
    }

    @Test func anOutlookMessageIsRead() async throws {
        func wide(_ text: String) -> [UInt8] { text.utf16.flatMap { littleEndian(Int($0), 2) } }
        var file = CompoundWriter()
        file.add("__properties_version1.0", [UInt8](repeating: 0, count: 32))
        file.add("__substg1.0_0037001F", wide("Subject \(Canary.iban(1))"))
        file.add("__substg1.0_1000001F", wide(String(repeating: "Long text. ", count: 400) + Canary.sentence(2)))
        let receiver = file.addFolder("__recip_version1.0_#00000000")
        file.add("__substg1.0_3001001F", wide("Bert \(Canary.iban(3))"), to: receiver)
        let attachment = file.addFolder("__attach_version1.0_#00000000")
        file.add("__substg1.0_3707001F", wide("list.csv"), to: attachment)
        file.add("__substg1.0_37010102", Array("name;iban\nAnna;\(Canary.iban(4))\n".utf8), to: attachment)
        let embedded = file.addFolder("__attach_version1.0_#00000001")
        let inner = file.addFolder("__substg1.0_3701000D", to: embedded)
        file.add("__properties_version1.0", [UInt8](repeating: 0, count: 24), to: inner)
        file.add("__substg1.0_1000001E", Array(Canary.sentence(5).utf8), to: inner)
        let report = try await scanned(file.finished(), name: "message.msg")
        #expect(report.kind == "msg")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 5)
        #expect(report.accountPlaces.contains { $0.passage.members == ["list.csv"] })
    }

    @Test func aDamagedMailboxOfOutlookIsSaid() async throws {
        let head: [UInt8] = Array("!BDN".utf8) + [0, 0, 0, 0] + Array("SM".utf8) + [0x0E, 0, 0x13, 0, 1, 1]
        let report = try await scanned(head + [UInt8](repeating: 0, count: 600), name: "archive.pst")
        #expect(report.kind == "pst")
        #expect(report.state == .unreadable)
        #expect(report.reasons == [.complained])
    }
}
