import FileScanning
import ScanWire
import SensitiveContent
import StorageModel
import TestKit
import Testing

/// Mail, with all that hangs on it.
@Suite struct MailTests {
    static func base64(_ bytes: [UInt8]) -> String {
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

    /// The body of a message in its three forms, and a property of somebody's own.
    @Test func allFormsOfABodyOfOutlookAreRead() async throws {
        func wide(_ text: String) -> [UInt8] { text.utf16.flatMap { littleEndian(Int($0), 2) } }
        let richText = Array("{\\rtf1\\ansi \(Canary.sentence(3))}".utf8)
        var file = CompoundWriter()
        file.add("__properties_version1.0", [UInt8](repeating: 0, count: 32))
        file.add("__substg1.0_1000001F", wide(Canary.sentence(1)))
        file.add("__substg1.0_10130102", Array("<p>\(Canary.sentence(2))</p>".utf8))
        // What is compressed may also stand there as it is (MS-OXRTFCP section 2.1.3.1).
        file.add(
            "__substg1.0_10090102",
            littleEndian(richText.count + 12, 4) + littleEndian(richText.count, 4) + Array("MELA".utf8)
                + littleEndian(0, 4) + richText)
        file.add("__substg1.0_8005001F", wide(Canary.iban(4)))
        let report = try await scanned(file.finished(), name: "message.msg")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 4)
    }

    /// Each form of a body says the same, but a value that one of them has twice is there twice.
    @Test func whatAllFormsOfABodyOfOutlookSayCountsOnce() async throws {
        func wide(_ text: String) -> [UInt8] { text.utf16.flatMap { littleEndian(Int($0), 2) } }
        let groups = Canary.iban(1).prefix(4) + " " + Canary.iban(1).dropFirst(4)
        let richText = Array("{\\rtf1\\ansi \(Canary.sentence(1))\\par \(Canary.sentence(2))}".utf8)
        var file = CompoundWriter()
        file.add("__properties_version1.0", [UInt8](repeating: 0, count: 32))
        file.add("__substg1.0_1000001F", wide("Konto \(groups) and again \(groups)\r\n"))
        file.add(
            "__substg1.0_10130102",
            Array("<p>Konto \(groups.replacing(" ", with: "&nbsp;"))</p><p>\(Canary.sentence(3))</p>".utf8))
        file.add(
            "__substg1.0_10090102",
            littleEndian(richText.count + 12, 4) + littleEndian(richText.count, 4) + Array("MELA".utf8)
                + littleEndian(0, 4) + richText)
        let attachment = file.addFolder("__attach_version1.0_#00000000")
        file.add("__substg1.0_3707001F", wide("list.csv"), to: attachment)
        file.add("__substg1.0_37010102", Array("name;iban\nAnna;\(Canary.iban(1))\n".utf8), to: attachment)
        let report = try await scanned(file.finished(), name: "message.msg")
        #expect(report.state == .read, "\(report.gaps)")
        // Twice in the text, once in the attachment, and two that only one form has.
        #expect(report.accounts == 5)
        #expect(report.findings.first { $0.detector == "iban" }?.distinct == 3)
    }

    @Test func whatAllPartsOfAnAlternativeSayCountsOnce() async throws {
        let mail = """
            From: a@example.org
            Subject: x
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=abc

            --abc

            \(Canary.sentence(1))
            --abc
            Content-Type: text/html

            <p>\(Canary.sentence(1))</p><p>\(Canary.sentence(2))</p>
            --abc--
            """
        #expect(try await scanned(mail, name: "message.eml").accounts == 2)
        let mixed = mail.replacing("alternative", with: "mixed")
        #expect(try await scanned(mixed, name: "message.eml").accounts == 3)
    }

    @Test func richTextOfOutlookThatIsDamagedIsSaid() async throws {
        var file = CompoundWriter()
        file.add("__properties_version1.0", [UInt8](repeating: 0, count: 32))
        file.add("__substg1.0_10090102", [UInt8](repeating: 7, count: 40))
        let report = try await scanned(file.finished(), name: "message.msg")
        #expect(report.reasons == [.damaged])
    }

    /// A line of text that begins with the word is no message, and one with a sender and a date before a field is.
    @Test func messagesWithoutAnEmptyLineBetweenThemAreToldApart() async throws {
        let head = "From anna@example.org Mon Jan  1 00:00:00 2024\nFrom: anna@example.org\nSubject: x\n"
        let body = "Content-Transfer-Encoding: base64\n\n"
        let text =
            head + body + Self.base64(Array(Canary.sentence(1).utf8)) + "\n" + head + body
            + Self.base64(Array(Canary.sentence(2).utf8)) + "\n"
        #expect(try await scanned(text, name: "inbox").accounts == 2)
        let quoted = head + "\nFrom Monday on: \(Canary.iban(1))\nFrom a@b.example Mon Jan 1 00:00:00 2024\nno field\n"
        let report = try await scanned(quoted, name: "inbox")
        #expect(report.accounts == 1)
        #expect(report.accountPlaces.allSatisfy { $0.passage.members == ["message 1"] })
    }

    @Test(arguments: [
        ("windows-31j", "Gr\u{FC}\u{DF}e", [CoverageGap.Reason]()), ("unknown-8bit", "Gr\u{FC}\u{DF}e", []),
        ("windows-1257", "Gr\u{FC}\u{DF}e", []), ("x-nobodys", "plain", []),
        ("x-nobodys", "Gr\u{FC}\u{DF}e", [.unknownFormat]), ("hz-gb-2312", "~{<:~}", [.unknownFormat]),
    ])
    func lettersThatNobodyKnowsAreSaid(label: String, text: String, reasons: [CoverageGap.Reason]) async throws {
        let head = "From: a@example.org\r\nSubject: x\r\nContent-Type: text/plain; charset=\(label)\r\n\r\n"
        let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let report = try await scanned(Array(head.utf8) + bytes, name: "message.eml")
        #expect(report.reasons == reasons)
    }

    /// Lists of settings have such words too.
    @Test func textWithFieldsThatAreNoneOfMailIsNoMail() async throws {
        let settings = "subject: x\ndate: y\n" + (1...50).map { "setting\($0): \($0)\n" }.joined() + "from: z\n"
        #expect(try await scanned(settings, name: "settings.txt").kind == "text")
        let message = (1...50).map { "X-Setting-\($0): \($0)\n" }.joined() + "From: z\nSubject: x\n\ny\n"
        #expect(try await scanned(message, name: "message.txt").kind == "mail")
    }

    /// A mailbox with more messages than a socket holds, and one that needs a program of its own before others.
    @Test func everyMessageOfAnOutlookMailboxIsRead() async throws {
        let report = try await scannedDocument("mailbox.pst.gz")
        #expect(report.state == .read, "\(report.gaps)")
        // The letter has a number of its own.
        #expect(report.accounts == 9 + 1 + 320)
        #expect(report.accountPlaces.allSatisfy { $0.passage.members.first == "mailbox.pst" })
        try await withTemporaryFolder { folder in
            let packed = documentPath("mailbox.pst.gz")
            let box = folder.at("mailbox.pst")
            let run = try await runProgram("/bin/sh", ["-c", "exec gzip -dc \"$0\" > \"$1\"", packed, box])
            #expect(run.exitStatus == 0, "\(run.stderr)")
            let report = try #require(try await scanned(paths: [box]).first)
            #expect(report.kind == "pst")
            #expect(report.state == .read, "\(report.gaps)")
            #expect(report.accounts == 330)
            let kinds = Set(report.accountPlaces.compactMap { $0.passage.members.first?.split(separator: ".").last })
            #expect(kinds == ["eml", "vcf", "ics"])
            // What readpst wrote is gone.
            let cut = folder.at("cut.pst")
            try folder.write(bytes: Array(try bytes(of: box).prefix(200_000)), to: "cut.pst")
            let part = try #require(try await scanned(paths: [cut]).first)
            #expect(part.state != .read)
        }
    }

    /// readpst writes no tasks, and says so in a number alone.
    @Test func messagesThatArePassedOverAreSaid() async throws {
        let report = try await scannedDocument("tasks.pst.gz")
        #expect(report.accounts == 0)
        #expect(report.state != .read)
        #expect(
            report.gaps.map(\.description) == [
                "tasks.pst: the program that reads it complained (notes, tasks or lists were passed over)"
            ])
    }

    /// The program writes its files into a folder in memory or in TMPDIR, and none stays there.
    @Test func nothingOfAMailboxIsLeftBehind() async throws {
        try await withTemporaryFolder { folder in
            let packed = documentPath("mailbox.pst.gz")
            let run = try await runProgram(
                try builtProduct(named: "wheretoshare"), ["scan", packed],
                environment: bareEnvironment.merging(["TMPDIR": folder.path]) { $1 })
            #expect(run.exitStatus == 1, "\(run.stdout)\(run.stderr)")
            #expect(run.stdout.contains("330 times"), "\(run.stdout)")
            let list = try await runProgram("/bin/ls", ["-A", folder.path])
            #expect(list.stdout.isEmpty, "\(list.stdout)")
        }
    }

    @Test(arguments: ["BEGIN:VCARD\r\nVERSION:3.0", "BEGIN:VCALENDAR\r\nVERSION:2.0", "BEGIN:VCARD\r\nVERSION:2.1"])
    func cardsAreReadAsPeopleWroteThem(head: String) async throws {
        let (one, two, three) = (Canary.iban(1), Canary.iban(2), Canary.iban(3))
        let text =
            "\(head)\r\nNOTE:first\\n\(one)\\n\r\nDESCRIPTION:Pay to \(two.prefix(9))\r\n \(two.dropFirst(9))\\, soon\r\n"
            + "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gr=C3=BC=C3=9Fe=0D=0A\(three.prefix(6))=\r\n"
            + "\(three.dropFirst(6))\r\nPHOTO;ENCODING=b;TYPE=TEXT:\(Self.base64(Array(Canary.sentence(4).utf8)))\r\n"
            + "END:VCARD\r\n"
        let report = try await scanned(text, name: "anna.vcf")
        #expect(report.kind == (head.contains("VCARD") ? "vcard" : "icalendar"))
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 4)
    }

    /// Three bytes as four letters, as long lines as the form has.
    private static func letters(_ name: String, _ bytes: [UInt8]) -> String {
        var text = "begin 644 \(name)\n"
        for start in stride(from: 0, to: bytes.count, by: 45) {
            let line = Array(bytes[start..<min(start + 45, bytes.count)])
            text.unicodeScalars.append(Unicode.Scalar(UInt8(0x20 + line.count)))
            for at in stride(from: 0, to: line.count, by: 3) {
                let bits = (0..<3).reduce(0) { $0 << 8 | (at + $1 < line.count ? Int(line[at + $1]) : 0) }
                for shift in [18, 12, 6, 0] {
                    let six = UInt8(bits >> shift & 63)
                    text.unicodeScalars.append(Unicode.Scalar(six == 0 ? 0x60 : 0x20 + six))
                }
            }
            text += "\n"
        }
        return text + "`\nend\n"
    }

    @Test func filesInLinesOfLettersAreTakenOut() async throws {
        let file = Self.letters("vertrag.docx", OfficeFiles.docx)
        let base64 = "begin-base64 644 b.txt\n\(Self.base64(Array(Canary.sentence(2).utf8)))\n====\n"
        let text = "Hello,\nbegin with \(Canary.sentence(1))\n\(file)and then\n\(base64)Bye \(Canary.iban(3))\n"
        for (name, bytes, extra) in [
            ("note.txt", text, []), ("old.eml", "From: a@example.org\nSubject: x\nDate: now\n\n\(text)", []),
            (
                "in.eml",
                "From: a@example.org\nMIME-Version: 1.0\nContent-Type: application/octet-stream; name=v.docx\n"
                    + "Content-Transfer-Encoding: x-uuencode\n\n\(file)", ["v.docx"]
            ),
        ] as [(String, String, [String])] {
            let report = try await scanned(bytes, name: name)
            #expect(report.state == .read, "\(name): \(report.gaps)")
            #expect(report.accounts == (extra.isEmpty ? 18 : 15), "\(name)")
            let members = Set(report.accountPlaces.compactMap { $0.passage.members.first })
            #expect(members == (extra.isEmpty ? ["vertrag.docx", "b.txt"] : Set(extra)), "\(name): \(members)")
        }
    }

    /// Text is read in pieces of 64 kB, which end anywhere in the lines that begin and end a file.
    @Test(arguments: Array(-14...3)) func aFileInLettersIsTakenOutWhereverAPieceEnds(shift: Int) async throws {
        let file = Self.letters("a.txt", Array(Canary.sentence(1).utf8))
        let lines = "to begin with, a line\nbeginning with a line\nbegin again\n"
        let length = (64 << 10) + shift
        var text = String(repeating: lines, count: length / lines.utf8.count)
        text += String(repeating: "x", count: length - text.utf8.count - 1) + "\n"
        #expect(text.utf8.count == length)
        let report = try await scanned("\(text)\(file)\(text)\(Canary.sentence(2))\n", name: "note.txt")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 2)
        #expect(report.accountPlaces.map(\.passage.members).sorted { $0.count < $1.count } == [[], ["a.txt"]])
    }

    @Test func aFileInLettersThatBreaksOffIsSaidAndNoTextIsLost() async throws {
        let lines = Self.letters("a.txt", Array(String(repeating: Canary.sentence(1), count: 9).utf8)).split(
            separator: "\n")
        let cut = lines.prefix(5).joined(separator: "\n") + "\nand so on \(Canary.sentence(2))\n"
        let report = try await scanned(cut, name: "note.txt")
        #expect(report.accounts >= 4)
        #expect(report.accountPlaces.contains { $0.passage.members.isEmpty })
        #expect(report.reasons == [.damaged])
        let none = try await scanned("begin 644 the work\nas \(Canary.sentence(3))\nbegin 644 x", name: "note.txt")
        #expect(none.accounts == 1)
        #expect(none.state == .read, "\(none.gaps)")
    }

    @Test func aDamagedMailboxOfOutlookIsSaid() async throws {
        let head: [UInt8] = Array("!BDN".utf8) + [0, 0, 0, 0] + Array("SM".utf8) + [0x0E, 0, 0x13, 0, 1, 1]
        let report = try await scanned(head + [UInt8](repeating: 0, count: 600), name: "archive.pst")
        #expect(report.kind == "pst")
        #expect(report.state == .unreadable)
        #expect(report.reasons == [.complained])
    }
}
