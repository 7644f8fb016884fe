import FileScanning
import ScanWire
import TestKit
import Testing

/// With which options of unshare(1) a file can be hidden in a view of the file system that is a test's alone; nil when with
/// none.
private func hidingOptions() async throws -> [String]? {
    for options in [["-m"], ["-rm"]] {
        let run = try await runProgram(
            "/usr/bin/unshare", options + ["mount", "--bind", "/dev/null", "/usr/bin/true"])
        if run.exitStatus == 0 { return options }
    }
    return nil
}

/// A program that is not installed is named by its package, in the text and in JSON, and nothing else is said of the file
/// than that it was not read, or not in full.
@Suite(.enabled("a file can be hidden where a mount namespace can be had") { try await hidingOptions() != nil })
struct AbsentProgramTests {
    struct Absence: Sendable, CustomTestStringConvertible {
        let hidden: String
        let package: String
        let name: String
        let kind: String
        let bytes: [UInt8]
        var state = "unreadable"
        var readsPictures = false

        var testDescription: String { "\(name) without \(hidden)" }
    }

    private static let harmless = "Nothing in here has to be protected."
    static let absences: [Absence] = {
        func compound(_ name: String) -> [UInt8] {
            var file = CompoundWriter()
            file.add(name, Array(String(repeating: harmless, count: 200).utf8))
            return file.finished()
        }
        let picture = Array("P5\n2 2\n255\n".utf8) + [1, 2, 3, 4]
        let scan = PortableFile.of([.picture(width: 10, height: 10, [UInt8](repeating: 0x80, count: 100))])
        let attached =
            PortableFile.of([.text([harmless])])
            + Array("\n99 0 obj\n<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream\nendobj\n".utf8)
        let box = Array("!BDN".utf8) + [UInt8](repeating: 0, count: 600)
        let languages = "/usr/share/tesseract-ocr/5/tessdata"
        return [
            Absence(
                hidden: "/usr/bin/pdftotext", package: "poppler-utils", name: "a.pdf", kind: "pdf",
                bytes: PortableFile.of([.text([harmless])])),
            Absence(
                hidden: "/usr/bin/pdfdetach", package: "poppler-utils", name: "a.pdf", kind: "pdf", bytes: attached,
                state: "partial"),
            Absence(
                hidden: "/usr/bin/pdfimages", package: "poppler-utils", name: "a.pdf", kind: "pdf",
                bytes: PortableFile.of([
                    .text([harmless]), .picture(width: 200, height: 200, [UInt8](repeating: 0x80, count: 40_000)),
                ]),
                state: "partial", readsPictures: true),
            Absence(
                hidden: "/usr/bin/pdftoppm", package: "poppler-utils", name: "a.pdf", kind: "pdf", bytes: scan,
                readsPictures: true),
            Absence(
                hidden: "/usr/bin/tesseract", package: "tesseract-ocr", name: "a.pdf", kind: "pdf", bytes: scan,
                readsPictures: true),
            Absence(
                hidden: "/usr/bin/tesseract", package: "tesseract-ocr", name: "a.pgm", kind: "picture", bytes: picture,
                readsPictures: true),
            Absence(
                hidden: "\(languages)/osd.traineddata", package: "tesseract-ocr-osd", name: "a.pgm", kind: "picture",
                bytes: picture, readsPictures: true),
            Absence(
                hidden: "\(languages)/deu.traineddata", package: "tesseract-ocr-deu", name: "a.pgm", kind: "picture",
                bytes: picture, readsPictures: true),
            Absence(
                hidden: "\(languages)/eng.traineddata", package: "tesseract-ocr-eng", name: "a.pgm", kind: "picture",
                bytes: picture, readsPictures: true),
            Absence(
                hidden: "/usr/bin/catdoc", package: "catdoc", name: "a.doc", kind: "doc",
                bytes: compound("WordDocument"), state: "partial"),
            Absence(
                hidden: "/usr/bin/xls2csv", package: "catdoc", name: "a.xls", kind: "xls", bytes: compound("Workbook"),
                state: "partial"),
            Absence(
                hidden: "/usr/bin/catppt", package: "catdoc", name: "a.ppt", kind: "ppt",
                bytes: compound("PowerPoint Document"), state: "partial"),
            Absence(hidden: "/usr/bin/readpst", package: "pst-utils", name: "a.pst", kind: "pst", bytes: box),
        ]
    }()

    @Test func everyProgramIsHiddenOnce() {
        #expect(Set(OutsideProgram.all.map(\.path)).isSubset(of: Self.absences.map(\.hidden)))
        let packages = OutsideProgram.all.flatMap { $0.tables.map(\.package) }
        #expect(Set(packages).isSubset(of: Self.absences.map(\.package)))
    }

    @Test(arguments: absences)
    func thePackageIsNamedInText(_ absence: Absence) async throws {
        let isPartial = absence.state == "partial"
        let found =
            isPartial
            ? "Nothing was found that would have to be protected."
            : "Nothing could be read, so what is in it is not known."
        try await withRun(of: absence, ["--lang", "en"]) { run in
            #expect(
                run.stdout == """
                    \(absence.name)
                        \(isPartial ? "read in part" : "not read"): install the Debian package \(absence.package) to read it

                    \(found)
                    1 file, SIZE: 0 read, \(isPartial ? 1 : 0) in part, \(isPartial ? 0 : 1) not at all.
                    What was not found may be there all the same, most of all in what could not be read.

                    """)
            #expect(run.stderr == "")
            #expect(run.exitStatus == 3)
        }
    }

    @Test func thePackageIsNamedInGerman() async throws {
        let absence = try #require(Self.absences.first)
        try await withRun(of: absence, ["--lang", "de"]) { run in
            #expect(
                run.stdout == """
                    a.pdf
                        nicht gelesen: zu lesen mit dem Debian-Paket poppler-utils

                    Nichts konnte gelesen werden; was darin steht, ist nicht bekannt.
                    1 Datei, SIZE: 0 gelesen, 0 zum Teil, 1 gar nicht.
                    Was nicht gefunden wurde, kann trotzdem da sein, vor allem in dem, was nicht zu lesen
                    war.

                    """)
        }
    }

    @Test(arguments: absences)
    func thePackageIsNamedInJSON(_ absence: Absence) async throws {
        let isPartial = absence.state == "partial"
        let size = absence.bytes.count
        try await withRun(of: absence, ["--format", "json"]) { run in
            #expect(
                run.stdout == """
                    {
                      "files" : [
                        {
                          "bytes" : \(size),
                          "bytesRead" : \(isPartial ? size : 0),
                          "file" : "\(absence.name)",
                          "findings" : [

                          ],
                          "fromCache" : false,
                          "gaps" : [
                            {
                              "detail" : "\(absence.package)",
                              "member" : null,
                              "reason" : "needs-program"
                            }
                          ],
                          "kind" : "\(absence.kind)",
                          "sampleValues" : {

                          },
                          "state" : "\(absence.state)",
                          "subjects" : 0
                        }
                      ],
                      "interrupted" : false,
                      "leftOut" : 0,
                      "links" : 0,
                      "sandbox" : "full",
                      "schema" : "wheretoshare.scan/1",
                      "tags" : [

                      ],
                      "totals" : {
                        "bytes" : \(size),
                        "bytesRead" : \(isPartial ? size : 0),
                        "files" : 1,
                        "partial" : \(isPartial ? 1 : 0),
                        "read" : 0,
                        "subjects" : 0,
                        "unreadable" : \(isPartial ? 0 : 1),
                        "withFindings" : 0
                      }
                    }

                    """)
        }
    }

    /// Scans a document where a file is hidden behind one that cannot be executed, or read as what it should be.
    private func withRun(
        of absence: Absence, _ arguments: [String], _ body: (ProgramRun) throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            try folder.write(bytes: absence.bytes, to: absence.name)
            // What cannot be executed is as good as absent, and a table that is taken away is covered by an empty folder.
            let script = """
                case $1 in
                *.traineddata) mount -t tmpfs none "${1%/*}" && for language in deu eng; do
                    [ "$language" = "$(basename "$1" .traineddata)" ] || : > "${1%/*}/$language.traineddata"; done ;;
                *) mount --bind /dev/null "$1" ;;
                esac && shift && exec "$@"
                """
            let options = (absence.readsPictures ? ["--ocr"] : []) + arguments
            let run = try await runProgram(
                "/usr/bin/unshare",
                (try await hidingOptions() ?? []) + ["/bin/bash", "-c", script, "bash", absence.hidden]
                    + [
                        try builtProduct(named: "wheretoshare"), "scan", absence.name, "--inventory",
                        "\(repositoryRoot)/Inventory",
                    ] + options,
                environment: bareEnvironment.merging(["HOME": folder.path, "COLUMNS": "88"]) { $1 }, in: folder.path)
            let stdout = run.stdout.replacing(#/, [0-9.,]+ k?B:/#, with: ", SIZE:")
            try body(ProgramRun(ending: run.ending, stdout: stdout, stderr: run.stderr))
        }
    }
}
