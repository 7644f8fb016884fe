import InventedDocuments
@testable import SensitiveContent
import Testing

/// What is passed in blocks is what would be passed byte by byte.
struct SkimmingTests {
    private static let seed: UInt64 = .random(in: 0...UInt64.max)

    /// A word, a number, or another byte that is no separator.
    private struct Event: Equatable {
        var start: Int
        var end: Int
        var hash: UInt64?
        var line = 0
        var lineStart = 0
    }

    @Test func blocksHoldTheWordsAndMarksThatTheirBytesDo() {
        var dice = Dice(seed: Self.seed)
        // Letters, digits and marks, whole characters of two and three bytes, and halves of some.
        let pieces: [[UInt8]] =
            ["a", "Z", "7", " ", "\n", ".", ",", "-", "@", "+", "<", "ä", "ß", "ž", "“", "€", "\u{A0}", "\"", "\0"]
            .map { Array($0.utf8) } + [[0x80], [0xBF], [0xC3], [0xE2], [0xEF], [0xF0], [0xFF]]
        for round in 0..<3_000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...200, using: &dice) {
                let piece = pieces[Int.random(in: 0..<pieces.count, using: &dice)]
                for _ in 0..<(round % 3 == 0 ? 1 : Int.random(in: 1...12, using: &dice)) { bytes += piece }
            }
            for kinds in [ByteKinds.prose, ByteKinds.table(separator: UInt8(ascii: ","))] {
                let limit = Int.random(in: 0...bytes.count, using: &dice)
                let expected = readByBytes(bytes, kinds, upTo: limit)
                let found = readInBlocks(bytes, kinds, upTo: limit, stopsAtWords: true)
                // Words that are passed are not told, but lead as far.
                let passed = readInBlocks(bytes, kinds, upTo: limit, stopsAtWords: false)
                let isSame =
                    found == expected && passed.filter { $0.hash == nil } == expected.filter { $0.hash == nil }
                guard isSame else {
                    Issue.record("seed \(Self.seed), round \(round), up to \(limit): \(bytes)")
                    return
                }
            }
        }
    }

    @Test(
        arguments: [
            ("date |of| birth", "date", "birth"), ("Straße / |Überweisung| an", "Straße", "an"),
            ("date_|of|\u{A0}birth", "date", "birth"), ("date    |of|\n    birth", nil, nil),
            // Quotation marks have bytes that letters have, too.
            ("date “|of|” birth", nil, nil), ("“|of|”", nil, nil), ("|of|", nil, nil), ("2|of|3", nil, nil),
        ] as [(String, String?, String?)])
    func neighboursOfAWordAreThoseThatStandClose(_ text: String, _ before: String?, _ behind: String?) {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false).map { Array($0.utf8) }
        let bytes = parts[0] + parts[1] + parts[2]
        func word(_ range: Range<Int>?) -> String? { range.map { String(decoding: bytes[$0], as: UTF8.self) } }
        let start = parts[0].count
        #expect(word(bytes.span.word(before: start, .prose)) == before)
        #expect(word(bytes.span.word(behind: start + parts[1].count, .prose)) == behind)
    }

    @Test func bytesAreToldByWhatTheyAre() {
        let text = Array("Größe12 abcdefgh".utf8) + [UInt8](repeating: 0, count: 64)
        let bytes = Bytes64(text.span)
        #expect(!bytes.areASCII)
        #expect(bytes.letters & ~bytes.others == 0b11_1111_1100_0100_0011)
        #expect(bytes.digits & ~bytes.others == 0b1_1000_0000)
        #expect(bytes.capitals & ~bytes.others == 1)
        #expect(bytes.otherLetters == 0b0011_1100)
        #expect(bytes.laterBytes == 0b0010_1000)
        #expect(Bytes64(text.span.extracting(8...)).areASCII)
    }

    @Test func bytesBehindTheEndAreZero() {
        let text = Array("Größe12 abcdefgh".utf8)
        #expect(text.span.eight(at: text.count - 2).bits == 0x6867)
        #expect(text.span.eight(at: text.count).bits == 0)
    }

    /// Each of the 256 bytes, alone among letters, at each place.
    @Test func eachByteIsOfItsKind() {
        for byte in UInt8.min...UInt8.max {
            let place = Int(byte) * 37 % 64
            var text = [UInt8](repeating: 0x61, count: 64)
            text[place] = byte
            let bytes = Bytes64(text.span)
            func isTold(_ answer: UInt64) -> Bool { answer >> UInt64(place) & 1 != 0 }
            let kind = ByteKind.of(byte)
            let (others, letters, capitals) = (bytes.others, bytes.letters, bytes.capitals)
            let words = letters & ~others | bytes.otherLetters
            #expect(isTold(words) == (kind & ByteKind.continuesWord != 0), "\(byte)")
            #expect(isTold(bytes.digits & ~others) == (kind == ByteKind.digit), "\(byte)")
            #expect(isTold(bytes.newlines & ~others) == (kind == ByteKind.newline), "\(byte)")
            #expect(isTold(capitals & ~others & ~letters | bytes.otherSigns) == (kind == ByteKind.anchor), "\(byte)")
            #expect(isTold(capitals & letters & ~others) == byte.isUpperCase, "\(byte)")
            #expect(isTold(bytes.places(of: byte & 0x7F)), "\(byte)")
            #expect(isTold(others) == (byte >= 0x80), "\(byte)")
            #expect(isTold(bytes.laterBytes) == (0x80...0xBF ~= byte), "\(byte)")
            #expect(words.nonzeroBitCount >= 63, "\(byte)")
        }
    }

    /// The events, the last of which is the end.
    private func readInBlocks(
        _ bytes: [UInt8], _ kinds: ByteKinds, upTo limit: Int, stopsAtWords: Bool
    ) -> [Event] {
        let filter = [UInt64](repeating: 0, count: 1 << (WordTable.filterBits - 6))
        var skimming = Skimming(at: 0)
        var events: [Event] = []
        while true {
            let stop = skimming.pass(
                bytes.span, upTo: limit, kinds: kinds, filter: filter.span, stopsAtWords: stopsAtWords)
            var event = Event(
                start: skimming.position, end: skimming.position, line: skimming.lines, lineStart: skimming.lineStart)
            switch stop {
            case .limit: return events + [event]
            case .word:
                event.start = skimming.wordStart
                event.hash = wordHash(bytes.span, from: skimming.wordStart, upTo: skimming.position)
            case .other: skimming.position = end(of: skimming.position, bytes, kinds)
            }
            event.end = skimming.position
            events.append(event)
        }
    }

    private func readByBytes(_ bytes: [UInt8], _ kinds: ByteKinds, upTo limit: Int) -> [Event] {
        var events: [Event] = []
        var position = 0
        var line = 0
        var lineStart = 0
        let isTable = kinds[UInt8(ascii: ",")] == ByteKind.separator
        while position < limit {
            let kind = kinds[bytes[position]]
            let start = position
            if kind & ByteKind.beginsWord != 0 {
                while position < bytes.count, kinds[bytes[position]] & ByteKind.continuesWord != 0 { position += 1 }
                let hash = wordHash(bytes[start..<position])
                events.append(Event(start: start, end: position, hash: hash, line: line, lineStart: lineStart))
            } else if kind == ByteKind.newline, !isTable {
                position += 1
                line += 1
                lineStart = position
            } else if kind & ~ByteKind.continuesWord == 0 || isPlain(bytes, position) {
                position += 1
            } else {
                position = end(of: start, bytes, kinds)
                events.append(Event(start: start, end: position, hash: nil, line: line, lineStart: lineStart))
            }
        }
        return events + [Event(start: position, end: position, line: line, lineStart: lineStart)]
    }

    /// Whether a mark and what follows it are none that anybody asks about.
    private func isPlain(_ bytes: [UInt8], _ position: Int) -> Bool {
        let next = position + 1 < bytes.count ? bytes[position + 1] : 0
        return switch bytes[position] {
        case UInt8(ascii: "<"): next != UInt8(ascii: "<")
        case 0xC2: next != 0xAB
        default: false
        }
    }

    /// Where a number, or one letter of what follows it, or a mark ends: in the middle of words, too.
    private func end(of start: Int, _ bytes: [UInt8], _ kinds: ByteKinds) -> Int {
        var end = start + 1
        guard bytes[start].isDigit else { return end }
        while end < bytes.count, bytes[end].isDigit, end < start + 20 { end += 1 }
        return end < bytes.count && bytes[end].isLetter ? end + 1 : end
    }
}
