@testable import SensitiveContent
import Testing

/// The summary does not depend on how the bytes were handed in, nor on where in the window they stood.
struct ChunkTests {
    private static let texts: [(text: String, form: String?)] = ExampleFile.all.sorted { $0.key < $1.key }.flatMap {
        file in
        file.value.examples.map { (String(repeating: $0.text, count: $0.times ?? 1), $0.form) }
            + file.value.counterExamples.map { (String(repeating: $0.text, count: $0.times ?? 1), $0.form) }
    }

    @Test func aTextThatIsCutAnywhereIsTheSameText() {
        for (text, form) in Self.texts where text.utf8.count < 400 {
            let bytes = Array(text.utf8)
            let whole = scan(bytes, as: passageForm(form), pieces: [])
            for cut in 0...bytes.count {
                let found = scan(bytes, as: passageForm(form), pieces: [cut])
                if found != whole { #expect(found == whole, "cut at \(cut): \(text)") }
            }
        }
    }

    @Test func aTextThatIsReadByteByByteIsTheSameText() {
        for (text, form) in Self.texts {
            let bytes = Array(text.utf8)
            let whole = scan(bytes, as: passageForm(form), pieces: [])
            let found = scan(bytes, as: passageForm(form), pieces: Array(0..<bytes.count))
            if found != whole { #expect(found == whole, "\(text)") }
        }
    }

    @Test func whatStandsAtTheEdgeOfTheWindowIsFoundLikeAnythingElse() {
        // The window's edge moves through each text in steps that no text's structure shares.
        for (text, form) in Self.texts where passageForm(form) == .prose && text.utf8.count < 400 {
            let alone = scan(text)
            for distance in stride(from: 0, through: text.utf8.count + 120, by: 23) {
                let filler = Array(repeating: UInt8(ascii: "."), count: 2048 - 1 - distance) + [0x0A]
                var scanner = ContentScanner(detectors: .standard, salt: 7, window: 4096)
                let tail = Array(repeating: UInt8(ascii: "\n"), count: 4200)
                scanner.begin(Passage())
                scanner.read(filler.span)
                scanner.read(Array(text.utf8).span)
                scanner.read(tail.span)
                let found = scanner.finish()
                let same =
                    found.findings.map(\.detector) == alone.findings.map(\.detector)
                    && found.findings.map(\.confidence) == alone.findings.map(\.confidence)
                    && found.findings.map(\.count) == alone.findings.map(\.count)
                    && found.sampleValues == alone.sampleValues
                if !same { #expect(found.findings == alone.findings, "\(distance) before the edge: \(text)") }
            }
        }
    }
}
