import Mailing
import StorageModel
import TestKit
import Testing

@Suite struct MailMessageTests {
    static let sender = "checks@example.org"

    private func message(subject: String = "Places", body: String = "Well.\n") throws -> MailMessage {
        MailMessage(
            from: try #require(MailAddress(Self.sender)), to: [try #require(MailAddress("a.b+c@example.org"))],
            subject: subject, body: body, language: "en", date: Moment(secondsSince1970: 1_795_669_200), id: "report-1")
    }

    @Test func aLetterHasItsHeader() throws {
        let text = String(decoding: try message().bytes, as: UTF8.self)
        #expect(
            text
                == """
                Date: Thu, 26 Nov 2026 05:00:00 +0000
                From: checks@example.org
                To: a.b+c@example.org
                Message-ID: <report-1@example.org>
                Subject: Places
                Auto-Submitted: auto-generated
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable
                Content-Language: en

                Well.


                """.replacing("\n", with: "\r\n"))
    }

    /// Python's reader of letters reads what was written.
    @Test(arguments: [
        "Ablagen: 2 neu gestört, 1 wieder gut", "=?utf-8?B?aGk=?= is no encoded word",
        String(repeating: "größer ", count: 60),
        "a\nBcc: everybody@example.org", "istsmb3 ⇒ 空き容量 🗄️",
    ])
    func otherReadersReadIt(subject: String) async throws {
        let body = """
            .a line that begins with a dot
            From the beginning = not the end
            \(String(repeating: "Prüfung der Ablage; ", count: 20))
            trailing blank \n
            ✗ istsmb3/größe ist seit 02:31 ausgefallen

            """
        let bytes = try message(subject: subject, body: body).bytes
        #expect(bytes.split(separator: 0x0A).allSatisfy { $0.count <= 998 && $0.allSatisfy { $0 < 0x80 } })
        let script = """
            import sys, email, email.policy
            letter = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
            assert not letter.defects, letter.defects
            assert letter["Bcc"] is None
            sys.stdout.write(letter["Subject"] + "\\n" + letter.get_content())
            """
        let run = try await runProgram(
            "/usr/bin/python3", ["-c", script], input: String(decoding: bytes, as: UTF8.self))
        #expect(run.stderr == "")
        let line = String(subject.map { $0.isNewline ? " " : $0 })
        #expect(run.stdout.replacing("\r\n", with: "\n") == line + "\n" + body + "\n")
    }

    @Test(arguments: [
        "", "a", "a@", "@b", "a@b@c", "a b@c", "a@b c", "-a@b", "a..b@c", "a@-b", "a@b-", "a@b..c", "a@b\n", "Bcc: a@b",
        "a@b>",
        "ä@b", "\"a\"@b", String(repeating: "a", count: 65) + "@b",
    ])
    func whatIsNoAddressIsRefused(text: String) { #expect(MailAddress(text) == nil) }

    @Test func aServerHasAPort() {
        #expect(MailServer.hostAndPort("mail.example.org").map { "\($0)" } == #"(host: "mail.example.org", port: 25)"#)
        #expect(MailServer.hostAndPort("192.0.2.1:587").map { "\($0)" } == #"(host: "192.0.2.1", port: 587)"#)
        #expect(MailServer.hostAndPort("[2001:db8::1]:465").map { "\($0)" } == #"(host: "2001:db8::1", port: 465)"#)
        for text in ["", ":25", "a:0", "a:65536", "a:b", "-a", "a b", "smtp://a", "[::1", "[x]:1", "a/b", "a@b"] {
            #expect(MailServer.hostAndPort(text) == nil, "\(text)")
        }
    }
}
