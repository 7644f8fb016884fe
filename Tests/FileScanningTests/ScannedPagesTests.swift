import FileScanning
import ScanWire
import SensitiveContent
import StorageModel
import TestKit
import Testing

/// Pages of a PDF that are pictures: said to be unread, or read as pictures are, each program in a jail of its own.
@Suite struct ScannedPagesTests {
    @Test func picturesAreNotTakenForNothing() async throws {
        let picture = PortableFile.Page.picture(width: 100, height: 100, [UInt8](repeating: 0x80, count: 10_000))
        let report = try await scanned(PortableFile.of([picture]), name: "scan.pdf")
        #expect(report.state == .unreadable)
        #expect(report.reasons == [.pictures])
        #expect(report.bytesRead == 0)
    }

    /// A passport among the pages of a contract.
    @Test func aPictureAmongPagesOfTextIsSaid() async throws {
        let report = try await scanned(PortableFile.of([contract(1), blank(600, 400), contract(2)]), name: "a.pdf")
        #expect(report.state == .partial)
        #expect(report.gaps.map(\.description) == ["it has pictures, whose text was not read"])
        #expect(report.accounts == 2)
        // A line of text, cut out of a screen.
        let line = try await scanned(PortableFile.of([contract(1), blank(400, 40)]), name: "a.pdf")
        #expect(line.reasons == [.pictures])
        let plain = try await scanned(PortableFile.of([contract(1), blank(40, 40), contract(2)]), name: "a.pdf")
        #expect(plain.state == .read, "\(plain.gaps)")
    }

    /// Pictures that a page's drawing holds itself, unless they are the shape of a letter.
    @Test(arguments: [("", 400, FileState.partial), ("", 40, .read), ("0 0 0 0 400 40 d1 ", 400, .read)])
    func picturesInsideADrawingAreSeen(before: String, width: Int, state: FileState) async throws {
        let picture = "BI /W \(width) /H 40 /CS /G /BPC 8 /F /AHx ID 80> EI"
        let page = "\(before)BT /F1 12 Tf (\(Canary.sentence(1))) Tj ET \(picture)"
        let report = try await scanned(PortableFile.of([.drawing(page)]), name: "a.pdf")
        #expect(report.state == state, "\(report.gaps)")
        #expect(report.reasons == (state == .partial ? [.pictures] : []))
    }

    /// The size of a picture is looked up in the bytes; where it is not written there, a program is asked.
    @Test(arguments: [
        ("/Width 400 /Height 300", true), ("/Width 40 /Height 30", false), ("/Height 300/Width 400", true),
        ("/Width 8 0 R /Height 300", true), ("/Width\n400\n/Height\t300", true), ("/Width 99999999999 /Height 9", true),
        ("", true),
    ])
    func aPictureIsAsLargeAsItsBytesSay(size: String, isUnread: Bool) async throws {
        let page = PortableFile.Page.picture(width: 400, height: 300, [UInt8](repeating: 0x80, count: 400 * 300))
        let whole = PortableFile.of([contract(1), page])
        let text = String(decoding: whole, as: Unicode.ASCII.self)
        #expect(text.contains("/Width 400 /Height 300"))
        // Offsets do not hold then, which costs the program a search and no page.
        let written = text.replacing("/Width 400 /Height 300", with: size)
        let report = try await scanned(written.unicodeScalars.map { UInt8($0.value & 0xFF) }, name: "a.pdf")
        #expect((report.state == .partial) == isUnread, "\(report.gaps)")
        #expect(report.accounts == 1)
    }

    @Test func manySmallPicturesOnPagesOfTheirOwnHoldNoText() async throws {
        let logos = PortableFile.of([contract(1)] + (0..<12).map { _ in blank(40, 40) } + [contract(2)])
        let report = try await scanned(logos, name: "a.pdf")
        #expect(report.state == .read, "\(report.gaps)")
    }

    /// Nearly all documents name the kinds of their pictures, whether they have any or not.
    @Test func aNameThatOnlyBeginsAlikeIsNoPicture() async throws {
        let named = PortableFile.of([contract(1)], extra: "/X << /ProcSet [/PDF /Text /ImageC] >>")
        #expect(try await scanned(named, name: "a.pdf").state == .read)
    }

    @Test func eachPageOfAScanIsReadWhenWanted() async throws {
        try await withTemporaryFolder { folder in
            let scan = try await folder.scan([[7], [8]])
            let reports = try await scanned(
                paths: [scan, folder.at("page-1.pgm")], options: ScanOptions(readsPictures: true))
            for report in reports { #expect(report.state == .read, "\(report.path): \(report.gaps)") }
            #expect(reports.map(\.accounts) == [2, 1])
            #expect(Set(reports[0].accountPlaces.compactMap(\.passage.page)) == [1, 2])
            let unread = try #require(try await scanned(paths: [scan]).first)
            // Cairo's fields are all that was read.
            #expect(unread.state == .partial)
            #expect(unread.reasons == [.pictures])
            #expect(unread.findings.isEmpty)
        }
    }

    /// Only the page with the picture is read as one, so nothing of the others is found twice.
    @Test func pagesOfTextAndScansAreBothRead() async throws {
        try await withTemporaryFolder { folder in
            let scan = try await folder.scan([[7]])
            let first = try folder.write(bytes: PortableFile.of([contract(1)]), to: "first.pdf")
            let last = try folder.write(bytes: PortableFile.of([contract(2)]), to: "last.pdf")
            let whole = folder.at("whole.pdf")
            try await folder.run("/usr/bin/pdfunite", [first, scan, last, whole])
            let packed = try folder.write(
                bytes: ZipArchive.of([("in/whole.pdf", try bytes(of: whole))]), to: "whole.zip")
            let reports = try await scanned(paths: [whole, packed], options: ScanOptions(readsPictures: true))
            for report in reports {
                #expect(report.state == .read, "\(report.path): \(report.gaps)")
                #expect(report.accounts == 3, "\(report.path)")
                #expect(report.accountPlaces.compactMap(\.passage.page).sorted() == [1, 2, 3])
            }
            let unread = try #require(try await scanned(paths: [whole]).first)
            #expect(unread.state == .partial)
            #expect(unread.accounts == 2)
        }
    }

    /// What office machines write: the picture, and the text that they saw in it, which may be wrong.
    @Test func aScanWithATextOfItsOwnIsReadInPart() async throws {
        try await withTemporaryFolder { folder in
            _ = try await folder.scan([[7]])
            try await folder.run(
                "/usr/bin/tesseract", [folder.at("page-1.pgm"), folder.at("searchable"), "-l", "deu+eng", "pdf"])
            let report = try #require(try await scanned(paths: [folder.at("searchable.pdf")]).first)
            #expect(report.state == .partial)
            #expect(report.reasons == [.pictures])
            #expect(report.accounts == 1)
        }
    }

    /// As a page lies that was put into the scanner on its side.
    @Test func aPageOnItsSideIsRead() async throws {
        try await withTemporaryFolder { folder in
            _ = try await folder.scan([Array(1...12)])
            let picture = try bytes(of: folder.at("page-1.pgm"))
            let fields = String(decoding: picture.prefix(32), as: UTF8.self).split(whereSeparator: \.isWhitespace)
            let (width, height) = (try #require(Int(fields[1])), try #require(Int(fields[2])))
            let points = Array(picture.suffix(width * height))
            var turned = Array("P5\n\(height) \(width)\n255\n".utf8)
            for column in 0..<width {
                for row in (0..<height).reversed() { turned.append(points[row * width + column]) }
            }
            let path = try folder.write(bytes: turned, to: "turned.pgm")
            let report = try #require(
                try await scanned(paths: [path], options: ScanOptions(readsPictures: true)).first)
            #expect(report.accounts == 12)
            #expect(report.state == .read, "\(report.gaps)")
        }
    }

    /// A program reads the first picture alone.
    @Test(arguments: [1, 2]) func picturesOfAnAnimationAreSaid(count: Int) async throws {
        let head =
            Array("GIF89a".utf8) + littleEndian(1, 2) + littleEndian(1, 2) + [0x80, 0, 0] + [0, 0, 0, 255, 255, 255]
        let picture = [0x2C] + littleEndian(0, 4) + littleEndian(1, 2) + littleEndian(1, 2) + [0, 2, 2, 0x44, 1, 0]
        let bytes = head + (0..<count).flatMap { _ in picture } + [0x3B]
        let report = try await scanned(bytes, name: "a.gif", options: ScanOptions(readsPictures: true))
        #expect(report.gaps.contains { $0.detail == "those of an animation after the first" } == (count > 1))
    }

    /// What looks like an account number and is none was read wrongly, as far as anybody can tell.
    @Test(arguments: [
        ("AT61 1904 3002 3457 3202", true), ("ATOY 1904 3002 3457 3201 BIC", true), ("AT61 1904 3002", false),
    ])
    func aNumberThatIsNotRightIsSaid(text: String, isSaid: Bool) async throws {
        try await withTemporaryFolder { folder in
            _ = try await folder.scan(texts: [["Please pay to the account", text, "by Friday."]])
            let options = ScanOptions(readsPictures: true)
            let report = try #require(try await scanned(paths: [folder.at("page-1.pgm")], options: options).first)
            let details = report.gaps.compactMap(\.detail)
            #expect(details == (isSaid ? ["what looks like an account number was not read rightly"] : []))
            #expect(report.accounts == 0)
        }
    }

    /// What recognizes letters takes a zero behind two capitals for one more.
    @Test func aLetterForAZeroIsRead() async throws {
        try await withTemporaryFolder { folder in
            let numbers = try [0, 1].map { digit in
                try #require((1...).lazy.map(Canary.iban).first { Array($0)[2 + digit] == "0" })
            }
            let misread = numbers.enumerated().map { digit, number in
                var letters = Array(number)
                letters[2 + digit] = "O"
                return stride(from: 0, to: 20, by: 4).map { String(letters[$0..<$0 + 4]) }.joined(separator: " ")
            }
            _ = try await folder.scan(texts: [misread + ["LTO 7 und ATON 2 sind keine Konten"]])
            let plain = try bytes(of: folder.at("page-1.pgm"))
            let options = ScanOptions(readsPictures: true)
            let report = try await scanned(plain, name: "a.pgm", options: options)
            #expect(report.accounts == 2)
            let scan = try #require(try await scanned(paths: [folder.at("scan.pdf")], options: options).first)
            #expect(scan.accounts == 2)
        }
    }

    /// Each picture gives a file twenty seconds; here they have hardly any, as many slow ones would.
    @Test func picturesAreReadUntilTheTimeIsUp() async throws {
        try await withTemporaryFolder { folder in
            let scan = try await folder.scan((0..<8).map { page in Array(page * 30..<page * 30 + 30) })
            var options = ScanOptions(timePerFile: .seconds(8 - 20 * 8), readsPictures: true)
            options.limits.picturePages = 8
            let start = ContinuousClock.now
            let report = try #require(try await scanned(paths: [scan], options: options).first)
            #expect(report.state != .read, "eight such pages take longer than eight seconds")
            // Either no further page was begun, or one took so long that the whole file was given up.
            #expect(Set(report.reasons).isSubset(of: [.pictures, .time, .complained]), "\(report.gaps)")
            #expect(
                report.reasons.contains(.time) || report.gaps.contains { $0.description.contains("after the first") })
            #expect(start.duration(to: .now) < .seconds(180), "it ended when the time was up, also on a slow machine")
        }
    }

    @Test func whatIsBeyondTheBoundIsSaid() async throws {
        try await withTemporaryFolder { folder in
            let scan = try await folder.scan([[7], [8]])
            var options = ScanOptions(readsPictures: true)
            options.limits.picturePages = 1
            let report = try #require(try await scanned(paths: [scan], options: options).first)
            #expect(report.state == .partial)
            #expect(
                report.gaps.map(\.description)
                    == ["it has pictures, whose text was not read (those after the first 1)"])
            #expect(report.accounts == 1)
            // What lies in an archive counts together.
            let picture = try bytes(of: folder.at("page-1.pgm"))
            let pair = try folder.write(
                bytes: ZipArchive.of([("a.pgm", picture), ("b.pdf", try bytes(of: scan))]), to: "pair.zip")
            let both = try #require(try await scanned(paths: [pair], options: options).first)
            #expect(both.accounts == 1)
            #expect(both.gaps.map(\.members) == [["b.pdf"]])
            #expect(both.reasons == [.pictures])
        }
    }

    /// The beginnings of WebP's three forms, PNG and GIF, and the box of HEIF that says the size.
    private static func icons(_ size: Int) -> [(name: String, bytes: [UInt8])] {
        func webP(_ type: String, _ content: [UInt8]) -> [UInt8] {
            let chunk = Array(type.utf8) + littleEndian(content.count, 4) + content
            return Array("RIFF".utf8) + littleEndian(chunk.count + 4, 4) + Array("WEBP".utf8) + chunk
        }
        let sides = littleEndian(size, 2) + littleEndian(size, 2)
        let bits = littleEndian((size - 1) | (size - 1) << 14, 4)
        let box = bigEndian(20, 4) + Array("ispe".utf8) + bigEndian(0, 4) + bigEndian(size, 4) + bigEndian(size, 4)
        let type = bigEndian(16, 4) + Array("ftypheic".utf8) + bigEndian(0, 4)
        let header = Array("IHDR".utf8) + bigEndian(size, 4) + bigEndian(size, 4) + [8, 0, 0, 0, 0]
        let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        return [
            ("a.webp", webP("VP8 ", [0, 0, 0, 0x9D, 1, 0x2A] + sides)), ("b.webp", webP("VP8L", [0x2F] + bits + [0])),
            (
                "c.webp",
                webP("VP8X", littleEndian(0, 4) + littleEndian(size - 1, 3) + littleEndian(size - 1, 3))
            ),
            ("a.heic", type + box), ("a.gif", Array("GIF89a".utf8) + sides + [0, 0, 0, 0x3B]),
            ("a.png", png + bigEndian(13, 4) + header + bigEndian(0, 8) + Array("IEND".utf8) + bigEndian(0, 4)),
        ]
    }

    /// No program is asked about one; these hold no pixels.
    @Test func anIconHasNoRoomForText() async throws {
        for (name, bytes) in Self.icons(64) {
            let report = try await scanned(bytes, name: name, options: ScanOptions(readsPictures: true))
            #expect(report.state == .read, "\(name) \(report.gaps)")
        }
        for (name, bytes) in Self.icons(65) {
            let report = try await scanned(bytes, name: name, options: ScanOptions(readsPictures: true))
            #expect(report.reasons == [.complained], "\(name)")
        }
    }

    @Test func aPictureWithoutTextIsNotTakenForNothing() async throws {
        let report = try await scanned(
            PortableFile.of([blank(300, 300)]), name: "a.pdf", options: ScanOptions(readsPictures: true))
        #expect(report.state == .unreadable)
        #expect(
            report.gaps.map(\.description) == ["it has pictures, whose text was not read (no text was found in them)"])
    }

    @Test(arguments: [true, false])
    func tenThousandPagesEnd(readsPictures: Bool) async throws {
        var options = ScanOptions(readsPictures: readsPictures)
        options.limits.picturePages = 1
        let pages = [contract(1)] + [PortableFile.Page](repeating: blank(2, 2), count: 9_999)
        let report = try await scanned(PortableFile.of(pages), name: "a.pdf", options: options)
        #expect(report.state == .partial)
        #expect(report.reasons == [.pictures])
        #expect(report.findings.contains { $0.detector == "iban" })
        let texts = [PortableFile.Page](repeating: contract(1), count: 9_999) + [blank(200, 200)]
        let contracts = try await scanned(PortableFile.of(texts), name: "a.pdf", options: options)
        #expect(contracts.state == (readsPictures ? .read : .partial), "\(contracts.gaps)")
    }

    /// A picture that says that it has ten thousand million pixels.
    @Test(arguments: [true, false])
    func aGiantIsSaid(readsPictures: Bool) async throws {
        let giant = PortableFile.Page.picture(width: 100_000, height: 100_000, [1, 2, 3])
        let options = ScanOptions(readsPictures: readsPictures)
        for pages in [[giant], [contract(1), giant]] {
            let report = try await scanned(PortableFile.of(pages), name: "a.pdf", options: options)
            #expect(report.state == (pages.count == 1 ? .unreadable : .partial), "\(report.gaps)")
            #expect(report.accounts == pages.count - 1)
        }
    }

    @Test func aLockedOrCutScanIsSaid() async throws {
        try await withTemporaryFolder { folder in
            let options = ScanOptions(readsPictures: true)
            let locked = PortableFile.of([blank(300, 300)], locked: true)
            let report = try await scanned(locked, name: "a.pdf", options: options)
            #expect(report.state == .unreadable)
            #expect(report.reasons.contains(.encrypted), "\(report.gaps)")
            let scan = try bytes(of: try await folder.scan([[7], [8]]))
            let cut = try await scanned(Array(scan.prefix(scan.count * 2 / 3)), name: "a.pdf", options: options)
            #expect(cut.state != .read)
        }
    }

    private func contract(_ number: Int) -> PortableFile.Page {
        .text([Canary.sentence(number), String(repeating: "A contract has many words. ", count: 3)])
    }

    private func blank(_ width: Int, _ height: Int) -> PortableFile.Page {
        .picture(width: width, height: height, [UInt8](repeating: 0x80, count: width * height))
    }
}

extension TemporaryFolder {
    /// A scan of pages with these accounts, packed by Cairo; the pages lie beside it as `page-1.pgm` and so on.
    fileprivate func scan(_ accounts: [[Int]]) async throws -> String {
        try await scan(texts: accounts.map { $0.map(Canary.iban) + ["Kontonummer und Anschrift"] })
    }

    /// A scan of pages with these lines.
    fileprivate func scan(texts: [[String]]) async throws -> String {
        let printed = try write(bytes: PortableFile.of(texts.map { .text($0) }), to: "printed.pdf")
        // What letters look like, and so which are misread, does not depend on the fonts that the machine has.
        let fonts = try write("<fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir></fontconfig>", to: "fonts.conf")
        try await run(
            "/usr/bin/pdftoppm", ["-gray", "-r", "150", printed, at("page")], environment: ["FONTCONFIG_FILE": fonts])
        let pages = try texts.indices.map { index in
            let picture = try bytes(of: at("page-\(index + 1).pgm"))
            let fields = String(decoding: picture.prefix(32), as: UTF8.self).split(whereSeparator: \.isWhitespace)
            let (width, height) = (try #require(Int(fields[1])), try #require(Int(fields[2])))
            return PortableFile.Page.picture(width: width, height: height, picture.suffix(width * height))
        }
        let plain = try write(bytes: PortableFile.of(pages), to: "plain.pdf")
        try await run("/usr/bin/pdftocairo", ["-pdf", plain, at("scan.pdf")])
        return at("scan.pdf")
    }

    fileprivate func run(_ program: String, _ arguments: [String], environment: [String: String] = [:]) async throws {
        let environment = bareEnvironment.merging(environment) { $1 }
        let run = try await runProgram(program, arguments, environment: environment, in: path)
        try #require(run.exitStatus == 0, "\(program): \(run.stderr)")
    }
}
