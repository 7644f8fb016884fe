import FileScanning
import Glibc
import HostFacts
import ScanWire
import TestKit
import Testing

/// Documents that were cut or changed at random do not bring the reader down.
///
/// `FILE_SCANNING_MUTANTS=10000` makes so many of each instead of a few.
@Suite struct DamageSlowTests {
    static let documents: [(name: String, bytes: [UInt8], weight: Int)] = {
        func compound() -> [UInt8] {
            var file = CompoundWriter()
            file.add("__properties_version1.0", [UInt8](repeating: 0, count: 32))
            file.add("__substg1.0_1000001F", Canary.sentence(1).utf16.flatMap { littleEndian(Int($0), 2) })
            let folder = file.addFolder("__attach_version1.0_#00000000")
            file.add("__substg1.0_37010102", Array(Canary.sentence(2).utf8), to: folder)
            return file.finished()
        }
        let rtf = "{\\rtf1\\ansi{\\info{\\author x}}{\\header y}\\'fc \\u8364? \(Canary.sentence(1))\\par}"
        let html = "<html><!-- x --><script>a</script><p title=\"b\">\(Canary.sentence(1))&auml;</p></html>"
        let json = "{\"a\": [1, \"\\u00fc\", {\"b\": \"\(Canary.iban(1))\"}]}"
        let edf = Array("0       X X X X".utf8) + [UInt8](repeating: 0x20, count: 237) + Array("1   ".utf8)
        let tiff =
            [0x49, 0x49, 0x2A, 0] + littleEndian(8, 4) + littleEndian(1, 2) + littleEndian(270, 2) + littleEndian(2, 2)
            + littleEndian(40, 4) + littleEndian(30, 4) + littleEndian(0, 4) + Array(Canary.sentence(1).utf8)
        let dicom =
            [UInt8](repeating: 0, count: 128) + Array("DICM".utf8) + littleEndian(0x10, 2) + littleEndian(0x10, 2)
            + Array("PN".utf8) + littleEndian(4, 2) + Array("A^BC".utf8)
        return [
            ("a.docx", OfficeFiles.docx, 1), ("a.xlsx", OfficeFiles.xlsx, 1), ("a.pptx", OfficeFiles.pptx, 1),
            ("a.odt", OfficeFiles.odt, 1), ("a.ods", OfficeFiles.ods, 1), ("a.msg", compound(), 1),
            ("a.rar", RarArchive.of("a.txt", Array(Canary.sentence(1).utf8)), 1), ("a.rtf", Array(rtf.utf8), 1),
            ("a.html", Array(html.utf8), 1), ("a.json", Array(json.utf8), 1),
            ("a.eml", Array(MailTests.message.utf8), 1),
            ("a.edf", edf, 1), ("a.tif", tiff, 1), ("a.dcm", dicom, 1),
            ("a.pdf", PortableFile.of([.text([Canary.sentence(1)])], author: "x"), 10),
        ]
    }()

    @Test(arguments: documents.indices)
    func mutantsAreSurvived(index: Int) async throws {
        let (name, bytes, weight) = Self.documents[index]
        let wanted = environmentValue("FILE_SCANNING_MUTANTS").flatMap { Int($0) } ?? 40
        let seed = UInt64.random(in: 0..<1_000_000)
        var random = SeededGenerator(seed: seed)
        let pool = ReaderPool(program: try readerProgram(), options: ScanOptions(workers: 1))
        var sick: [String] = []
        for number in 0..<max(10, wanted / weight) {
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
            let report = try await withTemporaryFolder { folder in
                let path = try folder.write(bytes: mutant, to: name)
                let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
                return await pool.read(file: file, path: HostPath(path), size: UInt64(mutant.count))
            }
            if report.reasons.contains(where: { [.crashed, .noReader, .time].contains($0) }) {
                sick.append("\(number): \(report.gaps)")
            }
        }
        await pool.end()
        #expect(sick.isEmpty, "\(name), seed \(seed): \(sick)")
    }
}
