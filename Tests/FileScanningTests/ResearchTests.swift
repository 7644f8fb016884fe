import FileScanning
import ScanWire
import SensitiveContent
import StorageModel
import Testing

/// Persons in the heads of research formats.
@Suite struct ResearchTests {
    private func found(_ report: FileReport, _ detector: DetectorID) -> Bool {
        report.findings.contains { $0.detector == detector }
    }

    private func dicom(_ fields: [(tag: Int, type: String, value: String)], implicit: Bool = false) -> [UInt8] {
        dicom(fields.map { ($0, $1, Array($2.utf8)) }, implicit: implicit)
    }

    private func dicom(_ fields: [(tag: Int, type: String, value: [UInt8])], implicit: Bool = false) -> [UInt8] {
        func field(_ tag: Int, _ type: String, _ value: [UInt8], explicit: Bool) -> [UInt8] {
            let padded = value.count % 2 == 0 ? value : value + [0x20]
            let head = littleEndian(tag >> 16, 2) + littleEndian(tag & 0xFFFF, 2)
            return head + (explicit ? Array(type.utf8) + littleEndian(padded.count, 2) : littleEndian(padded.count, 4))
                + padded
        }
        let syntax = implicit ? "1.2.840.10008.1.2\0" : "1.2.840.10008.1.2.1\0"
        var bytes = [UInt8](repeating: 0, count: 128) + Array("DICM".utf8)
        bytes += field(0x0002_0010, "UI", Array(syntax.utf8), explicit: true)
        for (tag, type, value) in fields { bytes += field(tag, type, value, explicit: !implicit) }
        return bytes
    }

    @Test(arguments: [false, true])
    func dicomPatientsAreFound(implicit: Bool) async throws {
        let bytes = dicom(
            [(0x0008_0080, "LO", "Clinic"), (0x0010_0010, "PN", "HUBER^ANNA"), (0x0010_0030, "DA", "19850403")],
            implicit: implicit)
        let report = try await scanned(bytes, name: "image")
        #expect(report.kind == "dicom")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(found(report, "research-subject"))
    }

    /// The examples of DICOM PS3.5 annexes H, I and J; each word shows as many dots as it has letters, up to three.
    @Test(arguments: [
        ("ISO 2022 IR 6\\ISO 2022 IR 87", "Yamada^Tarou=^[$B;3ED^[(B^^[$BB@O:^[(B", "Y•••^T•••=••^••"),
        ("ISO 2022 IR 13\\ISO 2022 IR 87", "\u{D4}\u{CF}\u{C0}\u{DE}^\u{C0}\u{DB}\u{B3}", "•••^•••"),
        ("ISO 2022 IR 6\\ISO 2022 IR 159", "A=^[$(D0!0\"^[(B", "A=••"),
        ("\\ISO 2022 IR 149", "Hong^Gildong=^[$)C\u{FB}\u{F3}^^[$)C\u{D1}\u{CE}\u{D4}\u{D7}", "H•••^G•••=•^••"),
        ("ISO_IR 144", "\u{BB}\u{EE}\u{DA} \u{BC}\u{D0}", "••• ••"),
        ("ISO_IR 100", "Buc^J\u{E9}r\u{F4}me", "B••^J•••"),
        ("GB18030", "Wang^XiaoDong=\u{CD}\u{F5}^\u{D0}\u{A1}\u{B6}\u{AB}", "W•••^X•••=•^••"),
        // Escapes that lead nowhere, in the middle and at the end.
        ("ISO_IR 100", "Buc^[Q^[[^J\u{E9}r^[", "B•• Q •^J•• "),
        ("ISO_IR 192", "Wang=\u{E7}\u{8E}\u{8B}", "W•••=•"),
    ])
    func namesInDICOMAreReadInTheirOwnCharacters(set: String, name: String, masked: String) async throws {
        // ^[ stands for the escape; the other characters are bytes.
        let bytes = name.replacing("^[", with: "\u{1B}").unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let report = try await scanned(
            dicom([
                (0x0008_0005, "CS", Array(set.utf8)), (0x0010_0010, "PN", bytes),
                (0x0010_0020, "LO", Array("4711".utf8)),
            ]), name: "image.dcm")
        let finding = try #require(report.findings.first { $0.detector == "research-subject" })
        #expect(finding.masked == masked)
    }

    /// The head of another format before the mark, and a small compressed picture among the fields.
    @Test func picturesOfDICOMDoNotEndIt() async throws {
        func mark(_ element: Int, _ content: [UInt8] = []) -> [UInt8] {
            littleEndian(0xFFFE, 2) + littleEndian(element, 2) + littleEndian(content.count, 4) + content
        }
        func open(_ group: Int, _ element: Int, _ type: String) -> [UInt8] {
            littleEndian(group, 2) + littleEndian(element, 2) + Array(type.utf8) + [0, 0] + littleEndian(0xFFFF_FFFF, 4)
        }
        var bytes = dicom([(0x0008_0080, "LO", "Clinic")])
        bytes.replaceSubrange(0..<8, with: [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0])
        let picture = open(0x7FE0, 0x10, "OB") + mark(0xE000) + mark(0xE000, [1, 2, 3, 4]) + mark(0xE0DD)
        bytes += open(0x0088, 0x0200, "SQ") + mark(0xE000, picture) + mark(0xE0DD) + picture
        let name = Array("HUBER^ANNA".utf8)
        bytes +=
            littleEndian(0x4008, 2) + littleEndian(0x0114, 2) + Array("PN".utf8) + littleEndian(name.count, 2) + name
        let report = try await scanned(bytes, name: "image.dcm")
        #expect(report.kind == "dicom")
        #expect(report.reasons == [.pictures], "\(report.gaps)")
        let body = try await scanned(bytes + dicomText(Canary.iban(1)), name: "image.dcm")
        #expect(body.accounts == 1)
    }

    private func dicomText(_ text: String) -> [UInt8] {
        littleEndian(0x4010, 2) + littleEndian(0x1040, 2) + Array("LT".utf8) + littleEndian(text.utf8.count, 2)
            + Array(text.utf8)
    }

    @Test func figuresAreNoRecording() async throws {
        let figures = String(repeating: "0       1.25    2.50    3.75    ", count: 20)
        let report = try await scanned(figures + Canary.iban(1), name: "figures.dat")
        #expect(report.kind == "text")
        #expect(report.accounts == 1)
    }

    @Test func sequencesOfDICOMAreEntered() async throws {
        var bytes = dicom([(0x0008_0080, "LO", "Clinic")])
        let name = Array("HUBER^ANNA".utf8)
        let inner =
            littleEndian(0x10, 2) + littleEndian(0x10, 2) + Array("PN".utf8) + littleEndian(name.count, 2) + name
        bytes +=
            littleEndian(0x10, 2) + littleEndian(0x1002, 2) + Array("SQ".utf8) + [0, 0] + littleEndian(0xFFFF_FFFF, 4)
        bytes += littleEndian(0xFFFE, 2) + littleEndian(0xE000, 2) + littleEndian(0xFFFF_FFFF, 4) + inner
        bytes += littleEndian(0xFFFE, 2) + littleEndian(0xE00D, 2) + littleEndian(0, 4)
        bytes += littleEndian(0xFFFE, 2) + littleEndian(0xE0DD, 2) + littleEndian(0, 4)
        let report = try await scanned(bytes, name: "image.dcm")
        #expect(found(report, "research-subject"), "\(report.gaps)")
        #expect(report.state == .read)
    }

    /// What begins like a list of items and is none, and one that is, without types in it.
    @Test(arguments: [false, true]) func listsOfUnknownTypeAreRead(isList: Bool) async throws {
        let text = Array(Canary.iban(1).utf8)
        let field = littleEndian(0x10, 2) + littleEndian(0x4000, 2) + littleEndian(text.count, 4) + text
        let content = isList ? field : [0x41, 1, 2] + text + [0]
        let list = littleEndian(0xFFFE, 2) + littleEndian(0xE000, 2) + littleEndian(content.count, 4) + content
        var bytes = dicom([(0x0008_0080, "LO", "Clinic")])
        bytes += littleEndian(9, 2) + littleEndian(0x1001, 2) + Array("UN".utf8) + [0, 0] + littleEndian(list.count, 4)
        let after = littleEndian(0x10, 2) + littleEndian(0x10, 2) + Array("PN".utf8) + littleEndian(10, 2)
        let report = try await scanned(bytes + list + after + Array("HUBER^ANNA".utf8), name: "image.dcm")
        #expect(report.accounts == 1)
        #expect(report.accountPlaces.allSatisfy { $0.passage.part == (isList ? .metadata : .hidden) })
        #expect(report.state == .read, "\(report.gaps)")
        #expect(found(report, "research-subject"))
    }

    /// Tables of Siemens have texts among numbers, and only those that may be data are read.
    @Test func textsAmongTheNumbersOfAMakerAreRead() async throws {
        let value = "SV10\u{4}\u{3}\u{2}\u{1}anna huber\0\0\u{1}\(Canary.iban(1))\0\0\u{1}1.2.3\0\0\0"
        let report = try await scanned(dicom([(0x0029_1010, "LO", "")]) + Self.other(value), name: "image.dcm")
        #expect(report.accounts == 1)
        #expect(report.findings.count == 1)
        #expect(report.state == .read, "\(report.gaps)")
    }

    private static func other(_ value: String) -> [UInt8] {
        let bytes = Array(value.utf8) + (value.utf8.count.isMultiple(of: 2) ? [] : [0])
        return littleEndian(0x29, 2) + littleEndian(0x1011, 2) + Array("OB".utf8) + [0, 0]
            + littleEndian(bytes.count, 4) + bytes
    }

    @Test func edfPatientsAndRemarksAreFound() async throws {
        func text(_ text: String, _ count: Int) -> [UInt8] {
            Array((text + String(repeating: " ", count: count)).utf8.prefix(count))
        }
        var bytes =
            text("0", 8) + text("MCH-0234567 F 02-MAY-1951 Haagse_Harry", 80) + text("Startdate 02-MAR-2002", 80)
        bytes +=
            text("02.03.02", 8) + text("10.00.00", 8) + text("512", 8) + text("EDF+C", 44) + text("1", 8) + text("1", 8)
        bytes += text("1", 4) + text("EDF Annotations", 16) + text("", 80) + text("", 8) + text("-1", 8) + text("1", 8)
        bytes += text("-32768", 8) + text("32767", 8) + text("", 80) + text("60", 8) + text("", 32)
        bytes += text("+0\u{14}\u{14}\0+1\u{14}\(Canary.sentence(1))\u{14}\0", 120)
        let report = try await scanned(bytes, name: "sleep.edf")
        #expect(report.kind == "edf")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(found(report, "research-subject"))
        #expect(report.accounts == 1)
    }

    @Test func torrentsAreReadByTheirKeys() async throws {
        let whole = "d8:announce3:a/b7:comment20:\(Canary.iban(1))4:infod4:name1:a5:piecei-9eee"
        let report = try await scanned(whole, name: "a.torrent")
        #expect(report.kind == "torrent")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 1)
        let cut = try await scanned("\(whole.dropLast(20))99999999:\(Canary.sentence(2))", name: "a.torrent")
        #expect(cut.reasons == [.damaged])
        // What is damaged is read once more as it is.
        #expect(cut.findings.filter { $0.detector == "iban" }.map(\.distinct) == [2])
        #expect(try await scanned("d1:1 and more words\n", name: "a.txt").kind == "text")
        #expect(try await scanned("d1:ai1e", name: "a").state == .read)
    }

    @Test func samplesOfVariantsAndAlignmentsAreFound() async throws {
        let variants =
            "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tNA12878\n1\t2\t.\tA\tC\t9\t.\t.\tGT\t0/1\n"
        let vcf = try await scanned(variants, name: "a.vcf")
        #expect(vcf.kind == "vcf")
        #expect(found(vcf, "research-subject"))
        let head = "@HD\tVN:1.6\n@RG\tID:1\tSM:NA12878\n"
        let bam = try await scanned(
            Array("BAM\u{1}".utf8) + littleEndian(head.utf8.count, 4) + Array(head.utf8) + littleEndian(0, 4),
            name: "a.bam")
        #expect(bam.kind == "bam")
        #expect(found(bam, "research-subject"))
        let block = littleEndian(head.utf8.count, 4) + Array(head.utf8)
        var cram = Array("CRAM".utf8) + [3, 0] + [UInt8](repeating: 0x61, count: 20)
        cram += littleEndian(200, 4) + [0, 0, 0, 0, 0, 0, 1, 0] + littleEndian(0, 4)
        cram += [0, 0, 0, UInt8(block.count), UInt8(block.count)] + block + littleEndian(0, 4)
        let report = try await scanned(cram, name: "a.cram")
        #expect(report.kind == "cram")
        #expect(found(report, "research-subject"), "\(report.gaps)")
    }

    /// A TIFF with these text fields.
    private func tiff(_ fields: [(tag: Int, value: String)]) -> [UInt8] {
        var list = littleEndian(fields.count, 2)
        var texts: [UInt8] = []
        let after = 8 + 2 + fields.count * 12 + 4
        for (tag, value) in fields {
            let bytes = Array(value.utf8) + [0]
            list += littleEndian(tag, 2) + littleEndian(2, 2) + littleEndian(bytes.count, 4)
            list +=
                bytes.count <= 4
                ? bytes + [UInt8](repeating: 0, count: 4 - bytes.count) : littleEndian(after + texts.count, 4)
            if bytes.count > 4 { texts += bytes }
        }
        return [0x49, 0x49, 0x2A, 0] + littleEndian(8, 4) + list + littleEndian(0, 4) + texts
    }

    /// Where a photo was taken may be said in words, behind the name of their letters.
    @Test(arguments: [27, 28]) func wordsAboutAPlaceAreFound(tag: Int) async throws {
        let text = Array("ASCII\0\0\0\(Canary.sentence(1))".utf8)
        let list = littleEndian(1, 2) + littleEndian(34853, 2) + littleEndian(4, 2) + littleEndian(1, 4)
        let places = littleEndian(1, 2) + littleEndian(tag, 2) + littleEndian(7, 2) + littleEndian(text.count, 4)
        let image =
            [0x49, 0x49, 0x2A, 0] + littleEndian(8, 4) + list + littleEndian(26, 4) + littleEndian(0, 4) + places
            + littleEndian(44, 4) + littleEndian(0, 4) + text
        #expect(try await scanned(image, name: "a.tif").accounts == 1)
    }

    @Test func fieldsOfPhotosAreFound() async throws {
        let fields = tiff([(270, Canary.sentence(1)), (315, "Anna Huber")])
        let image = try await scanned(fields, name: "a.tif")
        #expect(image.kind == "tiff")
        #expect(image.accounts == 1)
        #expect(found(image, "document-author"))
        #expect(image.reasons == [.pictures])
        #expect(image.state == .partial)
        let jpeg: [UInt8] =
            [0xFF, 0xD8, 0xFF, 0xE1] + bigEndian(fields.count + 8, 2) + Array("Exif\0\0".utf8) + fields + [0xFF, 0xD9]
        let photo = try await scanned(jpeg, name: "a.jpg")
        #expect(photo.kind == "jpeg")
        #expect(photo.accounts == 1)
        func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
            let body = Array(type.utf8) + content
            return bigEndian(content.count, 4) + body + bigEndian(Int(checkSum(body)), 4)
        }
        let png =
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("tEXt", Array("Comment\0\(Canary.sentence(2))".utf8)) + chunk("IEND", [])
        let picture = try await scanned(png, name: "a.png")
        #expect(picture.kind == "png")
        #expect(picture.accounts == 1)
    }

    @Test(arguments: [
        ("picture.webp", 2), ("picture.heic", 2), ("picture.avif", 2), ("picture.jpg", 2), ("picture.gif", 1),
        ("picture.png", 5),
    ])
    func fieldsOfPicturesByOtherProgramsAreFound(name: String, accounts: Int) async throws {
        let report = try await scannedDocument(name)
        #expect(report.accounts == accounts)
        #expect(report.accountPlaces.allSatisfy { $0.passage.part == .metadata })
        #expect(report.reasons == [.pictures], "\(report.gaps)")
        #expect(name.hasSuffix("gif") || found(report, "document-author"))
    }

    private static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + content
        return bigEndian(content.count, 4) + body + bigEndian(Int(checkSum(body)), 4)
    }

    private static let pngMark: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    @Test func fieldsThatImageMagickKeepsInPNGAreFound() async throws {
        let fields = tiff([(270, Canary.sentence(1))])
        let hex = (Array("Exif\0\0".utf8) + fields).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let profile = "Raw profile type exif\0\nexif\n \(fields.count + 6)\n\(hex.prefix(72))\n\(hex.dropFirst(72))\n"
        let bytes = Self.pngMark + Self.chunk("tEXt", Array(profile.utf8)) + Self.chunk("IEND", [])
        #expect(try await scanned(bytes, name: "a.png").accounts == 1)
    }

    @Test func compressedTextThatIsDamagedIsSaid() async throws {
        let text = Array("Comment\0\0".utf8) + [0x78, 0x9C, 0xFF, 0xFF, 1, 2, 3, 4]
        let bytes =
            Self.pngMark + Self.chunk("zTXt", text) + Self.chunk("tEXt", Array("Title\0\(Canary.sentence(1))".utf8))
            + Self.chunk("IEND", [])
        let report = try await scanned(bytes, name: "a.png")
        #expect(report.accounts == 1)
        #expect(report.reasons == [.damaged, .pictures])
    }

    @Test func fieldsThatNeedManySegmentsOfJPEGAreFound() async throws {
        let xml = Array("<x:xmpmeta xmlns:x=\"x\"><a>\(Canary.sentence(1))</a></x:xmpmeta>".utf8)
        let mark = Array("http://ns.adobe.com/xmp/extension/\0".utf8) + [UInt8](repeating: 0x41, count: 32)
        var bytes: [UInt8] = [0xFF, 0xD8]
        // The last part first, and a canary that lies in both.
        for range in [40..<xml.count, 0..<40] {
            let part = mark + bigEndian(xml.count, 4) + bigEndian(range.lowerBound, 4) + xml[range]
            bytes += [0xFF, 0xE1] + bigEndian(part.count + 2, 2) + part
        }
        let report = try await scanned(bytes + [0xFF, 0xD9], name: "a.jpg")
        #expect(report.accounts == 1, "\(report.gaps)")
    }

    @Test func whatNobodyKnowsOfPicturesIsReadOnce() async throws {
        let own = Self.chunk("prVt", [1, 2] + Array(Canary.iban(1).utf8) + [3])
        let bytes = Self.pngMark + own + Self.chunk("IEND", []) + Array(Canary.sentence(2).utf8)
        let report = try await scanned(bytes, name: "a.png")
        #expect(report.accounts == 2)
        #expect(report.accountPlaces.allSatisfy { $0.passage.part == .hidden })
        #expect(report.reasons == [.pictures], "\(report.gaps)")
    }

    /// A picture that refers to itself, and one whose smaller version lies nowhere.
    @Test(arguments: [8, 90_000]) func listsOfFieldsEndAndMayBeAbsent(place: Int) async throws {
        let text = Array(Canary.iban(1).utf8)
        let fields =
            littleEndian(2, 2) + littleEndian(270, 2) + littleEndian(2, 2) + littleEndian(text.count, 4)
            + littleEndian(38, 4) + littleEndian(330, 2) + littleEndian(4, 2) + littleEndian(1, 4)
            + littleEndian(place, 4)
        let bytes = [0x49, 0x49, 0x2A, 0] + littleEndian(8, 4) + fields + littleEndian(0, 4) + text
        let report = try await scanned(bytes, name: "a.tif")
        #expect(report.accounts == 1)
        #expect(report.reasons == [.pictures], "\(report.gaps)")
    }

    @Test func deflatedDICOMIsRead() async throws {
        let report = try await scannedDocument("deflated.dcm")
        #expect(report.kind == "dicom")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 1)
        #expect(found(report, "research-subject"))
    }

    @Test func experimentersOfMicroscopyAreFound() async throws {
        let xml =
            "<?xml version=\"1.0\"?><OME><Experimenter ID=\"1\" Email=\"anna.huber@research.institute.at\" LastName=\"Huber\"/></OME>"
        let report = try await scanned(tiff([(270, xml)]), name: "a.ome.tif")
        #expect(found(report, "email"))
    }

    @Test func whatStandsBehindABrainImageIsFound() async throws {
        var head = littleEndian(348, 4) + [UInt8](repeating: 0, count: 36)
        head += [3, 4, 4, 4].flatMap { littleEndian($0, 2) } + [UInt8](repeating: 0, count: 24) + littleEndian(16, 2)
        head += [UInt8](repeating: 0, count: 108 - head.count) + littleEndian(Int(Float(352).bitPattern), 4)
        head += [UInt8](repeating: 0, count: 344 - head.count) + Array("n+1\0".utf8) + littleEndian(0, 4)
        // Voxels are no text, whatever they look like.
        let voxels = Array(Canary.iban(1).utf8) + [UInt8](repeating: 0, count: 108)
        let bytes = head + voxels + Array(Canary.sentence(2).utf8)
        for (file, name) in [(bytes, "brain.nii"), (storedGzip(bytes), "brain.nii.gz")] {
            let report = try await scanned(file, name: name)
            #expect(report.accounts == 1, "\(name)")
            #expect(report.state == .read, "\(report.gaps)")
        }
    }

    /// ImageJ lists the first picture of many alone; what follows it are the others, and behind them something else.
    @Test func whatStandsBehindTheLastPictureOfImageJIsFound() async throws {
        let description = Array("ImageJ=1.54f\nimages=3\n\0".utf8)
        let place = 8 + 2 + 3 * 12 + 4
        let fields = [(270, 2, description.count, place), (273, 4, 1, place + description.count), (279, 4, 1, 40)]
        var bytes = [0x49, 0x49, 0x2A, 0] + littleEndian(8, 4) + littleEndian(fields.count, 2)
        for (tag, type, count, value) in fields {
            bytes += littleEndian(tag, 2) + littleEndian(type, 2) + littleEndian(count, 4) + littleEndian(value, 4)
        }
        bytes += littleEndian(0, 4) + description
        // Pixels are no text, whatever they look like.
        bytes += [UInt8](repeating: 0, count: 80) + Canary.iban(1).utf8 + [UInt8](repeating: 0, count: 20)
        let report = try await scanned(bytes + Array(Canary.sentence(2).utf8), name: "a.tif")
        #expect(report.accounts == 1)
        #expect(report.reasons == [.pictures], "\(report.gaps)")
    }

    @Test func notesOfBrainImagesAreFound() async throws {
        var bytes = littleEndian(348, 4) + [UInt8](repeating: 0, count: 144) + Array(Canary.sentence(1).utf8)
        bytes +=
            [UInt8](repeating: 0, count: 344 - bytes.count) + Array("n+1\0".utf8) + [UInt8](repeating: 0, count: 1000)
        let report = try await scanned(bytes, name: "brain.nii")
        #expect(report.kind == "nifti")
        #expect(report.accounts == 1)
        #expect(report.state == .read, "\(report.gaps)")
    }
}
