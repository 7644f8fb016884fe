import FileScanning
import SensitiveContent
import StorageModel
import TestKit
import Testing

@testable import ScanWire
@testable import WorkerWire

/// What supervisor and reader say to each other arrives as it was said.
@Suite struct ScanWireTests {
    static let requests: [ScanRequest] =
        [
            .read(ScanOrder(name: "a ä.txt", size: .max, salt: 7, readsPictures: true, lifeLimit: .seconds(3))),
            .read(ScanOrder(name: "", size: 0, salt: 0, limits: ScanLimits(depth: 0, sampleBytes: 9))),
            .text, .file(name: "inbox/mbox", size: 3), .files(folder: 2, count: 70_000),
            .absent(package: "poppler-utils"), .prepare(size: 9),
        ] + ProgramEnding.allCases.map { .ended($0) }

    static let events: [ScanEvent] = {
        let place = Passage.Place(members: ["a.zip", "b.docx"], page: 3, sheet: "S", part: .comment)
        let finding = Finding(
            detector: "iban", tag: "financial", confidence: .certain, count: 3, distinct: 2,
            places: [
                Finding.Place(passage: place, line: 4, offset: 5),
                Finding.Place(passage: Passage.Place(), line: 1, offset: 0),
            ], masked: "AT•• 3201")
        let tasks: [OutsideTask] = [
            .pdfText, .pdfDrawnText, .pdfPicture(page: 9), .pdfFiles, .pdfFile(3), .pdfPictures, .picture, .word,
            .excel, .powerPoint, .mailbox,
            .fetch(folder: 1, file: 300),
        ]
        return [
            .ready(JailLevel(), revision: "r"), .ready(JailLevel(missing: ["a", "b"], holds: false), revision: ""),
            .found(finding),
            .done(
                DocumentReading(
                    kind: "pdf", bytesRead: 1, textBytes: 2, gapCount: 3, subjects: 4,
                    tags: ["personal": .likely, "secret": .topic], sampleValues: ["iban": 2])),
        ] + tasks.map { .needs($0, handsOver: $0 == .picture) }
            + CoverageGap.Reason.allCases.map { .missed(CoverageGap($0, members: ["x"], detail: "d")) }
    }()

    @Test func everythingArrives() throws {
        for request in Self.requests { #expect(try ScanRequest(body: body(request.frame)) == request) }
        for event in Self.events { #expect(try ScanEvent(body: body(event.frame)) == event) }
    }

    @Test func whatIsCutShortIsNone() throws {
        for event in Self.events {
            let body = try body(event.frame)
            for length in 0..<body.count {
                #expect(throws: WireError.self) { try ScanEvent(body: Array(body.prefix(length))) }
            }
        }
    }

    @Test func randomBytesDoNoHarm() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<20_000 {
            var body = (0..<random.below(60)).map { _ in UInt8.random(in: 0...255, using: &random) }
            if !body.isEmpty { body[0] = UInt8(random.below(7)) }
            _ = try? ScanEvent(body: body)
            _ = try? ScanRequest(body: body)
        }
    }

    @Test func anInstitutionsDetectorsArriveAndAreUsed() async throws {
        let pattern = try CustomPattern("'IST-'9{6}")
        let description = DetectorDescription(id: "staff-number", tag: "personal", english: "staff", german: "Personal")
        let own = OwnDetectors(
            custom: [
                CustomDetector(
                    description: description, rule: .pattern(pattern, check: .luhn), words: ["staff"], alone: .possible,
                    inContext: .certain),
                CustomDetector(description: description, rule: .values(["a", "b"])),
                CustomDetector(description: description, rule: .prefixes(["x"]), inContext: .topic),
            ], ignored: ["iban": [Canary.iban(1)]])
        #expect(try OwnDetectors(bytes: own.bytes) == own)
        #expect(throws: WireError.self) { try OwnDetectors(bytes: Array(own.bytes.dropLast())) }

        let used = OwnDetectors(
            custom: [CustomDetector(description: description, rule: .pattern(pattern), alone: .likely)],
            ignored: ["iban": [Canary.iban(1)]])
        let text = "Number IST-123456 pays to \(Canary.iban(1)) and \(Canary.iban(2)). "
        let report = try await scanned(text, name: "a.txt", options: ScanOptions(detectors: used))
        #expect(report.findings.contains { $0.detector == "staff-number" })
        #expect(report.accounts == 1)
    }

    @Test func aGapIsSaidInWords() {
        #expect(CoverageGap(.needsProgram, detail: "poppler-utils").description == "install poppler-utils")
        #expect(
            CoverageGap(.encrypted, members: ["a.zip", "b.pdf"]).description
                == "a.zip › b.pdf: it is locked with a password")
        #expect(JailLevel(missing: ["no Landlock"]).description == "partial: no Landlock")
        #expect(JailLevel(missing: ["x"], holds: false).description == "none: x")
        #expect(JailLevel().description == "full")
    }

    private func body(_ frame: [UInt8]) throws -> [UInt8] {
        var reader = FrameReader()
        reader.append(frame)
        return try #require(try reader.next())
    }
}
