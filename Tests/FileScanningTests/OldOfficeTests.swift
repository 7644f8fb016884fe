import FileScanning
import ScanWire
import SensitiveContent
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

    @Test func xls() async throws {
        func record(_ type: Int, _ content: [UInt8]) -> [UInt8] {
            littleEndian(type, 2) + littleEndian(content.count, 2) + content
        }
        func label(_ row: Int, _ column: Int, _ text: String) -> [UInt8] {
            record(
                0x204,
                littleEndian(row, 2) + littleEndian(column, 2) + littleEndian(0, 2) + littleEndian(text.utf8.count, 2)
                    + [0]
                    + Array(text.utf8))
        }
        let start = record(0x809, littleEndian(0x600, 2) + littleEndian(5, 2) + [UInt8](repeating: 0, count: 12))
        let sheet = record(0x809, littleEndian(0x600, 2) + littleEndian(0x10, 2) + [UInt8](repeating: 0, count: 12))
        var book = start + record(0x0A, []) + sheet
        book +=
            label(0, 0, "name") + label(0, 1, "iban") + label(1, 0, "Anna") + label(1, 1, Canary.iban(2))
            + record(0x0A, [])
        book += [UInt8](repeating: 0, count: 5000)
        var file = CompoundWriter()
        file.add("Workbook", book)
        let report = try await scanned(file.finished(), name: "old.xls")
        #expect(report.kind == "xls")
        #expect(report.accounts == 1, "\(report.gaps)")
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
