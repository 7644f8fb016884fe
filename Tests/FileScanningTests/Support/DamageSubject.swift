import FoundationEssentials
import TestKit

/// A whole document of which damaged ones are made.
struct DamageSubject: Sendable {
    let name: String
    let bytes: [UInt8]
    /// Whether a program of its own is started for each, which may itself crash, and costs more.
    var needsProgram = false

    /// One for each reader that there is, small, so that most changes hit something that matters.
    static let all: [DamageSubject] =
        byOthers + own + laidOut + signed + packets + [disc, udfDisc, brainImage, pieces]

    private static let own: [DamageSubject] = {
        func compound(_ fill: (inout CompoundWriter) -> Void) -> [UInt8] {
            var file = CompoundWriter()
            fill(&file)
            return file.finished()
        }
        let message = compound { file in
            file.add("__properties_version1.0", [UInt8](repeating: 0, count: 32))
            file.add("__substg1.0_1000001F", Canary.sentence(1).utf16.flatMap { littleEndian(Int($0), 2) })
            let folder = file.addFolder("__attach_version1.0_#00000000")
            file.add("__substg1.0_37010102", Array(Canary.sentence(2).utf8), to: folder)
        }
        let object = compound { file in
            let content = littleEndian(2, 2) + Array("a.txt\0a\0".utf8) + littleEndian(3 << 16, 4) + littleEndian(0, 4)
            let whole = content + littleEndian(9, 4) + Array("some text".utf8)
            file.add("\u{1}Ole10Native", littleEndian(whole.count, 4) + whole)
            file.add("CONTENTS", Array("name;iban\nAnna;\(Canary.iban(1))\n".utf8))
        }
        let words = Array((Canary.sentence(1) + String(repeating: "More text. ", count: 400)).utf8)
        let head = littleEndian(0xA5EC, 2) + littleEndian(0xC1, 2) + [UInt8](repeating: 0, count: 20)
        let word =
            head + littleEndian(0x200, 4) + littleEndian(0x200 + words.count, 4)
            + [UInt8](repeating: 0, count: 0x200 - 32) + words
        let row =
            littleEndian(0x204, 2) + littleEndian(28, 2) + littleEndian(0, 6) + littleEndian(20, 2)
            + Array(Canary.iban(1).utf8)
        let bof = littleEndian(0x809, 2) + littleEndian(16, 2) + littleEndian(0x600, 2)
        let sheet = bof + littleEndian(5, 2) + [UInt8](repeating: 0, count: 12) + littleEndian(0x0A, 4) + bof
        let formula = littleEndian(0x06, 2) + littleEndian(8, 2) + [0x17, 1, 0, 0x41, 0x17, 1, 0, 0x42]
        let cells =
            sheet + littleEndian(0x10, 2) + [UInt8](repeating: 0, count: 12) + row + formula + littleEndian(0x0A, 4)
        let slide = littleEndian(0x0FA8 << 16, 4) + littleEndian(words.count, 4) + words
        let padding = [UInt8](repeating: 0, count: 5000)
        let rtf =
            "{\\rtf1\\ansi{\\info{\\author x}}{\\header y}\\'fc \\u8364? \(Canary.sentence(1))"
            + "{\\object{\\*\\objdata 0105000002000000080000005061636b61676500000000000000000004000000d0cf11e0}}\\par}"
        let html = "<html><!-- x --><script>a</script><p title=\"b\">\(Canary.sentence(1))&auml;</p></html>"
        let json = "{\"a\": [1, \"\\u00fc\", {\"b\": \"\(Canary.iban(1))\"}]}"
        let edf = Array("0       X X X X".utf8) + [UInt8](repeating: 0x20, count: 237) + Array("1   ".utf8)
        let tiff =
            [0x49, 0x49, 0x2A, 0] + littleEndian(8, 4) + littleEndian(1, 2) + littleEndian(270, 2) + littleEndian(2, 2)
            + littleEndian(40, 4) + littleEndian(30, 4) + littleEndian(0, 4) + Array(Canary.sentence(1).utf8)
        let dicom =
            [UInt8](repeating: 0, count: 128) + Array("DICM".utf8) + littleEndian(0x10, 2) + littleEndian(0x10, 2)
            + Array("PN".utf8) + littleEndian(4, 2) + Array("A^BC".utf8)
        let letters =
            "Hello\nbegin 644 a.txt\n#86)C\n`\nend\nbegin-base64 644 b\nSGVsbG8=\n====\n\(Canary.sentence(1))\n"
        let card =
            "BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:a=0D=0A=\nb\\n\nPHOTO;ENCODING=b:SGVs\n bG8=\nEND:VCARD\n"
        let mbox = "From a Mon\nFrom: a\nSubject: b\nDate: c\n\n\(Canary.sentence(1))\n\n"
        let words16 = Canary.iban(1).utf16.flatMap { littleEndian(Int($0), 2) }
        let enhanced =
            littleEndian(1, 4) + littleEndian(88, 4) + littleEndian(0, 32) + Array(" EMF".utf8) + littleEndian(0, 44)
            + littleEndian(84, 4) + littleEndian(116, 4) + littleEndian(0, 36) + littleEndian(20, 4)
            + littleEndian(76, 4)
            + littleEndian(0, 24) + words16 + littleEndian(14, 4) + littleEndian(20, 4) + littleEndian(0, 12)
        let old =
            [1, 0, 9, 0, 0, 3] + littleEndian(0, 12) + littleEndian(16, 4) + littleEndian(0x0521, 2)
            + littleEndian(20, 2) + Array(Canary.iban(1).utf8) + littleEndian(5, 4) + littleEndian(3, 4) + [0, 0]
        let macros = compound { file in
            let folder = file.addFolder("VBA")
            let text = [0] + Array("Attribut".utf8) + [0] + Array("e VB_Nam".utf8) + [1, 5, 0x70]
            file.add("Module1", [1, 2, 3, 1] + littleEndian(text.count - 1 | 0xB000, 2) + text, to: folder)
        }
        let encoded = Data(([0x1F, 0x8B, 8] + Array(Canary.sentence(1).utf8))).base64EncodedString()
        let reads =
            Array("BAM\u{1}".utf8) + littleEndian(4, 4) + Array("@HD\n".utf8) + littleEndian(0, 4)
            + littleEndian(32 + 5 + 6, 4) + littleEndian(0, 8) + [5] + littleEndian(0, 23) + Array("read\0XYZab\0".utf8)
        let texts = [
            ("a.rtf", rtf), ("a.html", html), ("a.json", json), ("a.eml", MailTests.message), ("a.mbox", mbox + mbox),
            ("a.txt", letters), ("a.vcf", card), ("a.csv", "name;iban\nAnna;\"\(Canary.iban(1))\"\n"),
            ("a.xml", "<?xml version=\"1.0\"?><a b=\"c\"><d>\(Canary.sentence(1))</d></a>"),
            ("encoded.txt", "x \(encoded) y\nhttps://a.example/?b=c%20d%41\n\u{1B}[1ma\u{8}\u{FF11}\n"),
            (
                "escapes.txt",
                "\"\\u0041\\x54\\101\\u{41}\\00004f\\x31\\x32\\x33\" &#65;&#x42;=41=42%43 A T 4 8 3 2 0 0 0 0 1 2 3 4 5\n"
                    + "00000000: 4154 3438 2033 3230 3020 3030 3030 2031  AT\nMFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U\n"
            ),
            ("a.reg", "REGEDIT4\n\n[A]\n\"b\"=hex(2):41,00,54,00,\\\n  36,00\n"),
            ("yenc.txt", "=ybegin line=128 size=9 name=a.txt\n\u{6B}\u{4A}=\u{7D}\n=yend size=9\n"),
            ("a.ipynb", "{\"cells\": [{\"a\": \"<td>\(Canary.iban(1))<b>x</b>&amp;</td>\"}] // \(Canary.iban(2))\n}"),
            ("v.vcf", "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tNA1\n1\t2\n"),
        ].map { DamageSubject(name: $0.0, bytes: Array($0.1.utf8)) }
        return texts + [
            DamageSubject(name: "a.docx", bytes: OfficeFiles.docx),
            DamageSubject(name: "a.xlsx", bytes: OfficeFiles.xlsx),
            DamageSubject(name: "a.pptx", bytes: OfficeFiles.pptx),
            DamageSubject(name: "a.odt", bytes: OfficeFiles.odt),
            DamageSubject(name: "a.ods", bytes: OfficeFiles.ods), DamageSubject(name: "a.odp", bytes: OfficeFiles.odp),
            DamageSubject(name: "a.msg", bytes: message), DamageSubject(name: "a.bin", bytes: object),
            DamageSubject(name: "a.rar", bytes: RarArchive.of("a.txt", Array(Canary.sentence(1).utf8))),
            DamageSubject(name: "a.bam", bytes: reads), DamageSubject(name: "a.edf", bytes: edf),
            DamageSubject(name: "a.tif", bytes: tiff),
            DamageSubject(name: "a.dcm", bytes: dicom), DamageSubject(name: "a.emf", bytes: enhanced),
            DamageSubject(name: "a.wmf", bytes: old), DamageSubject(name: "vba.bin", bytes: macros),
            DamageSubject(
                name: "a.mso",
                bytes: Array("ActiveMime\0\0".utf8) + littleEndian(0, 38) + storedZlib(object)),
            DamageSubject(name: "a.doc", bytes: compound { $0.add("WordDocument", word) }, needsProgram: true),
            DamageSubject(name: "a.xls", bytes: compound { $0.add("Workbook", cells + padding) }, needsProgram: true),
            DamageSubject(
                name: "a.ppt", bytes: compound { $0.add("PowerPoint Document", slide + padding) }, needsProgram: true),
            DamageSubject(
                name: "a.pdf", bytes: PortableFile.of([.text([Canary.sentence(1)])], author: "x"), needsProgram: true),
            DamageSubject(
                name: "mixed.pdf",
                bytes: PortableFile.of([
                    .text([Canary.sentence(1)]),
                    .picture(width: 130, height: 130, [UInt8](repeating: 0x80, count: 16_900)),
                ]), needsProgram: true),
        ]
    }()

    /// Texts that are put together before they are read.
    private static let laidOut: [DamageSubject] = {
        let cards = ["SIMPLE  = T", "REMARK  = 'AT48&'", "CONTINUE  '3200 0000&'", "CONTINUE  '1234 5'", "END"]
        let long = String(repeating: "x ", count: 125)
        let texts: [(name: String, text: String)] = [
            ("a.dxf", "  0\nMTEXT\n  3\n\(long)\n  1\n{\\C1;%%u\(Canary.iban(1))\\P}\n  0\nEOF\n"),
            ("a.fits", cards.map { $0.padding(to: 80) }.joined()),
            ("a.mf", "Manifest-Version: 1.0\r\nMade-By: \(Canary.iban(1))\r\n  and more\r\n"),
            ("a.ldif", "version: 1\ndn: cn=a\nnote:: QVQ0ODMy\n MDAwMDAw\n"),
            ("a.sub", "{25}{75}<b>AT48|3200</b>\n{80}{90}{\\b1}0000 0123\n"),
            ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nAT48 3200\n\n2\n00:00:02,000 --> 00:00:03,000\n0123\n"),
            ("terminal.txt", "a \u{1B}]8;;https://a.example/b\u{7}\(Canary.iban(1))\u{1B}]8;;\u{1B}\\ c\u{1B}[0m\n"),
            (
                "document.json",
                """
                {"a": "{\\\\rtf1 \(Canary.sentence(1))}", "b": {"0": 65, "1": 84},
                "c": "From: a\\nSubject: b\\nContent-Transfer-Encoding: base64\\n\\nSGVs"}
                """
            ),
            (
                "laid-out.txt",
                """
                Konto AT48 3200
                Konto 0000 0123
                "AT48","32000","00001234567"
                [A][T][4][8][3][2]
                (AT) 483200
                0000000   A   T   4   8  \\n
                0000005
                \u{B2}\u{B3}\u{B9}\u{2070}\u{2074}\u{2075}\u{2076}\u{2077}\u{2078}
                """
            ),
        ]
        return texts.map { DamageSubject(name: $0.name, bytes: Array($0.text.utf8)) }
    }()

    /// Files and mail that somebody signed, and the messages of a program.
    private static let signed: [DamageSubject] = {
        let sentence = Array(Canary.sentence(1).utf8)
        return [
            DamageSubject(name: "a.txt.p7m", bytes: SignedFile.of(sentence)),
            DamageSubject(name: "pieces.txt.p7m", bytes: SignedFile.of(sentence, cutInto: 20)),
            DamageSubject(
                name: "compressed.p7m", bytes: SignedFile.of(storedZlib(SignedFile.part), type: SignedFile.compressed)),
            DamageSubject(name: "signed.eml", bytes: Array(SignedFile.mail(SignedFile.of(SignedFile.part)).utf8)),
            DamageSubject(
                name: "a.mo", bytes: MessageCatalogueTests.compiled(MessageCatalogueTests.messages, rest: "beside it")),
        ]
    }()

    /// A document of Word 97, whose text is in pieces.
    private static let pieces = DamageSubject(
        name: "pieces.doc",
        bytes: oldDocument(
            "Hello \u{13} MERGEFIELD a \u{14}\(Canary.iban(1).prefix(9))",
            "\(Canary.iban(1).dropFirst(9))\u{15}\r\u{7}\u{7}",
            changes: [(0..<3, [0x00, 0x08, 1]), (3..<6, [0x3C, 0x08, 1])],
            comment: Canary.sentence(2), beside: Canary.iban(3)))

    private static let disc: DamageSubject = {
        let descriptor = [1] + Array("CD001\u{1}\(Canary.iban(1))".utf8) + littleEndian(0, 2100)
        return DamageSubject(
            name: "a.iso", bytes: littleEndian(0, 16 * 2048) + descriptor.prefix(2048) + [0xFF] + Array("CD001".utf8))
    }()

    /// A message of OpenPGP: signed, compressed, in letters and as it is.
    private static let packets: [DamageSubject] = {
        let text = Array("b\u{5}a.txt\0\0\0\0\(Canary.sentence(1))".utf8)
        let signed: [UInt8] =
            [0x90, 0x0D, 3, 0, 8, 1, 7, 7, 7, 7, 7, 7, 7, 7, 1, 0xCB, 0xE4] + text.prefix(16)
            + [UInt8(text.count - 16)] + text.dropFirst(16) + [0x88, 4, 4, 0, 1, 8]
        let packed = [0xA3, 2] + storedZlib(signed)
        let letters = Data(packed).base64EncodedString()
        let armored = "x\n-----BEGIN PGP MESSAGE-----\nComment: a\n\n\(letters)\n=abcd\n-----END PGP MESSAGE-----\n"
        return [
            DamageSubject(name: "a.gpg", bytes: signed), DamageSubject(name: "packed.gpg", bytes: packed),
            DamageSubject(name: "a.asc", bytes: Array(armored.utf8)),
        ]
    }()

    private static let udfDisc = DamageSubject(
        name: "udf.iso", bytes: DiscImage.of([Canary.iban(1), "Zażółć \(Canary.iban(2))"]))

    /// An image of one line of eight voxels, and a sentence behind them.
    private static let brainImage: DamageSubject = {
        var head = littleEndian(348, 4) + littleEndian(0, 36) + littleEndian(1, 2) + littleEndian(8, 2)
        head += littleEndian(0, 28) + littleEndian(8, 2) + littleEndian(0, 34)
        head += littleEndian(Int(Float(352).bitPattern), 4) + littleEndian(0, 232) + Array("n+1\0".utf8)
        return DamageSubject(name: "a.nii", bytes: head + littleEndian(0, 12) + Array(Canary.sentence(1).utf8))
    }()

    /// Documents that programs of others made.
    private static let byOthers: [DamageSubject] = [
        "attached.pdf", "remarks.pdf", "deflated.dcm", "payroll.xlsb", "picture.avif", "picture.gif", "picture.heic",
        "picture.jpg",
        "picture.png", "picture.webp", "letter.zip", "letter.tar", "letter.tar.gz", "letter.tar.bz2", "letter.tar.xz",
        "letter.tar.zst", "letter.tar.lzma", "letter.7z", "letter.cpio",
    ].map { name in
        DamageSubject(name: name, bytes: (try? documentBytes(name)) ?? [], needsProgram: name.hasSuffix("pdf"))
    }

    /// The document cut, with some bytes changed, or with a piece replaced by another.
    func damaged(_ random: inout SeededGenerator) -> [UInt8] {
        var mutant = bytes
        switch random.below(3) {
        case 0: mutant = Array(mutant.prefix(random.below(mutant.count)))
        case 1: for _ in 0...random.below(8) { mutant[random.below(mutant.count)] = UInt8(random.below(256)) }
        default:
            let place = random.below(mutant.count)
            let length = min(random.below(64), mutant.count - place)
            mutant.replaceSubrange(
                place..<place + length, with: (0..<random.below(64)).map { _ in UInt8(random.below(256)) })
        }
        return mutant
    }
}
