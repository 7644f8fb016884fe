import FileScanning
import ScanWire
import SensitiveContent
import StorageModel
import Testing

/// Documents of Office before 2007, read by catdoc and its sisters.
@Suite struct OldOfficeTests {
    @Test func doc() async throws {
        let text = Array((Canary.sentence(1) + String(repeating: "More text follows here. ", count: 300)).utf8)
        var head =
            littleEndian(0xA5EC, 2) + littleEndian(0xC1, 2) + [UInt8](repeating: 0, count: 6) + littleEndian(0, 2)
        head += [UInt8](repeating: 0, count: 12) + littleEndian(0x200, 4) + littleEndian(0x200 + text.count, 4)
        head += [UInt8](repeating: 0, count: 0x200 - head.count)
        var file = CompoundWriter()
        file.add("WordDocument", head + text)
        let report = try await scanned(file.finished(), name: "old.doc")
        #expect(report.kind == "doc")
        #expect(report.accounts == 1, "\(report.gaps)")
    }

    /// Marks of remarks, pictures and fields stand in the middle of text that people see in one piece.
    @Test(arguments: ["\u{5}", "\u{8}", "\u{1}", "\u{13} SHAPE \u{14}\u{8}\u{15}", "\u{13} MERGEFIELD a \u{14}"])
    func textOfWordIsReadAcrossItsMarks(mark: String) async throws {
        let number = Canary.iban(1)
        let text = "Hello\rKonto " + number.prefix(8) + mark
        let report = try await scanned(
            oldDocument(text, number.dropFirst(8) + "\u{15} bitte\r", comment: Canary.sentence(2)), name: "old.doc")
        #expect(report.kind == "doc")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 2)
        #expect(Set(report.accountPlaces.map(\.passage.part)) == [.body, .comment])
    }

    /// What was deleted, or is not shown, does not cut what a reader sees, and is read as well.
    @Test(arguments: [([0x00, 0x08, 1], Passage.Part.trackedChange), ([0x3C, 0x08, 1], .hidden)])
    func textOfWordIsReadAcrossWhatIsNotShown(change: [UInt8], part: Passage.Part) async throws {
        let number = Canary.iban(1)
        let second = number.prefix(9) + Canary.iban(2) + number.dropFirst(9) + "\rmore"
        let bold: [UInt8] = [0x35, 0x08, 1, 0x43, 0x4A, 24, 0]
        let changes = [(0..<4, bold), (9..<20, bold + change), (20..<29, change), (33..<35, bold)]
        let report = try await scanned(oldDocument("Konto ", String(second), changes: changes), name: "old.doc")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(Set(report.accountPlaces.map(\.passage.part)) == [.body, part])
        let shown = [(9..<29, Array(change.dropLast()) + [0])]
        let other = try await scanned(oldDocument("", String(second), changes: shown), name: "old.doc")
        #expect(Set(other.accountPlaces.map(\.passage.part)) == [.body])
    }

    @Test func whatWordKeepsBesideItsTextIsRead() async throws {
        let link = "\u{13} HYPERLINK \"https://a.example/\(Canary.iban(1))\" \u{14}here\u{15} without an end"
        let report = try await scanned(oldDocument("Hello ", link, beside: Canary.iban(2)), name: "old.doc")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 2)
        #expect(report.accountPlaces.allSatisfy { $0.passage.part == .hidden })
    }

    @Test func piecesOfWordThatAreNotThereAreSaid() async throws {
        var bytes = oldDocument("Hello ", Canary.sentence(1))
        let place = try #require(
            bytes.indices.first { bytes[$0...].starts(with: littleEndian(0x400 * 2 | 0x4000_0000, 4)) })
        bytes.replaceSubrange(place..<place + 4, with: littleEndian(0x3FFF_FFFF, 4))
        let report = try await scanned(bytes, name: "old.doc")
        #expect(report.reasons.contains(.damaged))
    }

    private static func record(_ type: Int, _ content: [UInt8]) -> [UInt8] {
        littleEndian(type, 2) + littleEndian(content.count, 2) + content
    }

    private static func label(_ row: Int, _ column: Int, _ text: String) -> [UInt8] {
        let place = littleEndian(row, 2) + littleEndian(column, 2) + littleEndian(0, 2)
        return record(0x204, place + littleEndian(text.utf8.count, 2) + [0] + Array(text.utf8))
    }

    /// A workbook of one sheet, with these records before the sheets and in it.
    private static func workbook(globals: [UInt8] = [], _ cells: [UInt8]) -> [UInt8] {
        var file = CompoundWriter()
        file.add("Workbook", book(globals: globals, cells))
        return file.finished()
    }

    private static func book(globals: [UInt8] = [], _ cells: [UInt8]) -> [UInt8] {
        func start(_ kind: Int) -> [UInt8] {
            record(0x809, littleEndian(0x600, 2) + littleEndian(kind, 2) + [UInt8](repeating: 0, count: 12))
        }
        let records = start(5) + globals + record(0x0A, []) + start(0x10) + cells + record(0x0A, [])
        return records + [UInt8](repeating: 0, count: 5000)
    }

    @Test func xls() async throws {
        let (label, number) = (Self.label, Canary.iban(2))
        let cells = label(0, 0, "name") + label(0, 1, "iban") + label(1, 0, "Anna") + label(1, 1, number)
        let report = try await scanned(Self.workbook(cells), name: "old.xls")
        #expect(report.kind == "xls")
        #expect(report.accounts == 1, "\(report.gaps)")
    }

    /// A link that a formula makes, and a remark with a blank that does not break.
    @Test func formulasAndRemarksAreRead() async throws {
        let link = "https://a.example/?iban=\(Canary.iban(1))"
        let tokens = [0x17, UInt8(link.utf8.count), 0] + Array(link.utf8) + [0x17, 1, 0, 0x61]
        let place = littleEndian(0, 2) + littleEndian(0, 2) + littleEndian(0, 2)
        let formula = Self.record(0x06, place + littleEndian(0, 14) + littleEndian(tokens.count, 2) + tokens)
        let number = Canary.iban(2)
        let western = Array("Kto ".utf8) + number.prefix(4).utf8 + [0xA0] + number.dropFirst(4).utf8
        let wide = (Canary.iban(3).prefix(4) + "\u{202F}" + Canary.iban(3).dropFirst(4)).utf16
            .flatMap { littleEndian(Int($0), 2) }
        let remarks = Self.record(0x3C, [0] + western) + Self.record(0x1B6, [1] + wide + [1])
        let cells = Self.label(0, 0, "name") + formula + Self.record(0x1B6, [0, 0]) + remarks
        let report = try await scanned(Self.workbook(cells), name: "old.xls")
        #expect(report.accounts == 3, "\(report.gaps)")
    }

    /// Texts that a formula joins, one of one byte for a character and one of two; and the link of a drawing.
    @Test func joinedTextsOfFormulasAndLinksOfDrawingsAreRead() async throws {
        func wide(_ text: some StringProtocol) -> [UInt8] { text.utf16.flatMap { littleEndian(Int($0), 2) } }
        let number = Canary.iban(1)
        let joined: [UInt8] =
            [0x17, 2, 0] + Array(number.prefix(2).utf8) + [0x17, 18, 1] + wide(number.dropFirst(2)) + [8]
        let formula = Self.record(
            0x06, littleEndian(0x17, 6) + littleEndian(0, 14) + littleEndian(joined.count, 2) + joined)
        let drawing = Self.record(
            0xEC, [0, 0, 0, 90] + wide("https://a.example/?iban=\(Canary.iban(2))") + [0, 0, 0, 0])
        let report = try await scanned(Self.workbook(Self.label(0, 0, "name") + formula + drawing), name: "old.xls")
        #expect(report.accounts == 2, "\(report.gaps)")
    }

    /// A text with several fonts, as older programs write one into a cell, and the keywords, which are a list.
    @Test func textsWithFontsAndKeywordsAreRead() async throws {
        let text = Canary.sentence(1)
        let cell = littleEndian(1, 2) + littleEndian(0, 4) + littleEndian(text.utf8.count, 2) + Array(text.utf8)
        let rich = Self.record(0xD6, cell + [1, 5, 3])
        let keyword = Array("\(Canary.iban(2))\0".utf8)
        let list = littleEndian(0x101E, 4) + littleEndian(1, 4) + littleEndian(keyword.count, 4) + keyword
        let head = littleEndian(0, 44) + littleEndian(48, 4)
        let properties =
            head + littleEndian(list.count + 16, 4) + littleEndian(1, 4) + littleEndian(5, 4) + littleEndian(16, 4)
        var file = CompoundWriter()
        file.add("\u{5}SummaryInformation", properties + list)
        file.add("Workbook", Self.book(Self.label(0, 0, "name") + rich))
        let report = try await scanned(file.finished(), name: "old.xls")
        #expect(report.accounts == 2, "\(report.gaps)")
        #expect(Set(report.accountPlaces.map(\.passage.part)) == [.hidden, .metadata])
    }

    /// A chart stands behind the cells of its sheet, as a workbook of its own.
    @Test(arguments: [true, false]) func chartsAreRead(isWide: Bool) async throws {
        let title = Canary.sentence(2)
        let letters = isWide ? title.utf16.flatMap { littleEndian(Int($0), 2) } : Array(title.utf8)
        let text = Self.record(0x100D, [0, 0, UInt8(title.utf8.count), isWide ? 1 : 0] + letters)
        let start = Self.record(
            0x809, littleEndian(0x600, 2) + littleEndian(0x20, 2) + [UInt8](repeating: 0, count: 12))
        let chart = start + Self.record(0x1033, []) + text + Self.record(0x1034, []) + Self.record(0x0A, [])
        let cells = Self.label(0, 0, "name") + Self.label(1, 0, Canary.iban(1))
        for after in [[], Self.label(2, 0, Canary.iban(3))] {
            let report = try await scanned(Self.workbook(cells + chart + after), name: "old.xls")
            #expect(report.accounts == (after.isEmpty ? 2 : 3))
            #expect(report.state == .read, "\(report.gaps)")
        }
    }

    /// What cells held before they were changed, and what a table was made from.
    @Test func changesOfASharedWorkbookAreRead() async throws {
        let change = Self.record(0x13B, [1, 0, 0x1A, 0, 0] + Array(Canary.iban(2).utf8) + [1, 0, 0, 0x78])
        var file = CompoundWriter()
        file.add("Workbook", Self.book(Self.label(0, 0, Canary.iban(1))))
        file.add("Revision Log", change)
        let folder = file.addFolder("_SX_DB_CUR")
        file.add("0001", Self.record(0xCD, [20, 0, 0] + Array(Canary.iban(3).utf8)), to: folder)
        let report = try await scanned(file.finished(), name: "old.xls")
        #expect(report.accounts == 3)
        #expect(report.state == .read, "\(report.gaps)")
    }

    /// As in the boxes of a form.
    @Test func charactersInCellsOfTheirOwnAreOneNumber() async throws {
        let cells = Canary.iban(2).enumerated().flatMap { place, character in Self.label(0, place, String(character)) }
        #expect(try await scanned(Self.workbook(cells), name: "old.xls").accounts == 1)
        let others = (0..<3).flatMap { Self.label(1, $0, "a \"b\" c") } + Self.label(2, 0, Canary.iban(3))
        #expect(try await scanned(Self.workbook(cells + others), name: "old.xls").accounts == 2)
    }

    /// Texts that were deleted from cells stay among those that cells share, and may be cut by the end of a record.
    @Test(arguments: [0, 1, 5, 20]) func textsThatNoCellShowsAreRead(cut: Int) async throws {
        func text(_ text: String) -> [UInt8] { littleEndian(text.utf8.count, 2) + [0] + Array(text.utf8) }
        let shown = text("Anna") + littleEndian(3, 2) + [8] + littleEndian(1, 2) + Array("abc".utf8) + [0, 0, 1, 0]
        let hidden = text(Canary.iban(1))
        let strings = littleEndian(1, 4) + littleEndian(3, 4) + shown
        // In the middle of a text, the next record says first how wide its characters are.
        let rest = (cut < 20 ? [0] : []) + hidden.dropFirst(3 + cut)
        let (record, font) = (Self.record, [UInt8](repeating: 0, count: 14) + [20, 0])
        let globals =
            record(0x31, font + Array(Canary.iban(2).utf8)) + record(0xFC, strings + hidden.prefix(3 + cut))
            + (cut < 20 ? record(0x3C, rest) : [])
        let cells = record(0xFD, littleEndian(0, 6) + littleEndian(0, 4))
        let report = try await scanned(Self.workbook(globals: globals, cells), name: "old.xls")
        #expect(report.findings.filter { $0.detector == "iban" }.map(\.distinct) == [2], "\(report.gaps)")
    }

    /// Where a stream ends, what was written before stays up to the sector's end.
    @Test func whatNoStreamOwnsIsRead() async throws {
        var file = CompoundWriter()
        file.add("CONTENTS", Array(repeating: 0x78, count: 5000))
        file.add("small", Array("yyyyyyyyyyyy".utf8))
        var bytes = file.finished()
        #expect(try await scanned(bytes, name: "a.ole").accounts == 0)
        bytes.replaceSubrange(512 + 5001..<512 + 5021, with: Array(Canary.iban(1).utf8))
        let small = try #require(bytes.firstRange(of: Array("yyyyyyyyyyyy".utf8))).upperBound
        bytes.replaceSubrange(small + 1..<small + 21, with: Array(Canary.iban(2).utf8))
        let report = try await scanned(bytes + Array(Canary.sentence(3).utf8), name: "a.ole")
        #expect(report.accounts == 3)
        #expect(report.state == .read, "\(report.gaps)")
        #expect(Set(report.accountPlaces.map(\.passage.part)) == [.hidden])
    }

    @Test func ppt() async throws {
        let text = Canary.sentence(3)
        let atom = littleEndian(0, 2) + littleEndian(0x0FA8, 2) + littleEndian(text.utf8.count, 4) + Array(text.utf8)
        let end = littleEndian(0, 2) + littleEndian(0x03EA, 2) + littleEndian(0, 4)
        var file = CompoundWriter()
        file.add("PowerPoint Document", atom + end + [UInt8](repeating: 0, count: 5000))
        let report = try await scanned(file.finished(), name: "old.ppt")
        #expect(report.kind == "ppt")
        #expect(report.accounts == 1, "\(report.gaps)")
    }

    @Test func aLockedPackageIsSaid() async throws {
        var file = CompoundWriter()
        file.add("EncryptionInfo", [4, 0, 4, 0])
        file.add("EncryptedPackage", [UInt8](repeating: 7, count: 6000))
        let report = try await scanned(file.finished(), name: "locked.xlsx")
        #expect(report.state == .unreadable)
        #expect(report.reasons == [.encrypted])
        #expect(report.gaps.first?.detail?.contains("Office's own") == true)
    }

    /// Excel locks a workbook that is only protected from changes with a password that it does not ask for.
    @Test func aLockedWorkbookIsSaid() async throws {
        let lock = Self.record(0x2F, littleEndian(1, 2) + littleEndian(1, 2) + [UInt8](repeating: 9, count: 50))
        let globals = Self.record(0xE1, [0xB0, 4]) + lock
        let report = try await scanned(Self.workbook(globals: globals, Self.label(0, 0, "???")), name: "old.xls")
        #expect(report.reasons == [.encrypted], "\(report.gaps)")
        #expect(report.gaps.first?.detail?.contains("Office's own") == true)
        // The same record further on locks nothing.
        let late = Self.label(0, 0, Canary.iban(1)) + lock
        #expect(try await scanned(Self.workbook(late), name: "old.xls").accounts == 1)
    }

    @Test func oneWithoutADirectoryIsDamaged() async throws {
        var bytes = CompoundWriter().finished()
        // Where the directory is: nowhere.
        bytes.replaceSubrange(48..<52, with: littleEndian(0xFFFF_FFFE, 4))
        let report = try await scanned(bytes, name: "old.doc")
        #expect(report.state == .unreadable)
        #expect(report.reasons == [.damaged])
    }

    @Test func oneInAnArchiveIsRead() async throws {
        let text = Array((Canary.sentence(4) + String(repeating: "More text follows here. ", count: 300)).utf8)
        var head = littleEndian(0xA5EC, 2) + littleEndian(0xC1, 2) + [UInt8](repeating: 0, count: 20)
        head += littleEndian(0x200, 4) + littleEndian(0x200 + text.count, 4)
        head += [UInt8](repeating: 0, count: 0x200 - head.count)
        var file = CompoundWriter()
        file.add("WordDocument", head + text)
        let report = try await scanned(ZipArchive.of([("old.doc", file.finished())]), name: "all.zip")
        #expect(report.accountPlaces.map(\.passage.members) == [["old.doc"]], "\(report.gaps)")
    }
}
