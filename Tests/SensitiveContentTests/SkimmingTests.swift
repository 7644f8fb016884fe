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
                // Words that are passed are not told, but they are remembered, and lead as far.
                let passed = readInBlocks(bytes, kinds, upTo: limit, stopsAtWords: false)
                let isSame =
                    found.events == expected && found.words == lastWords(expected) && passed.words == found.words
                    && passed.events.filter { $0.hash == nil } == expected.filter { $0.hash == nil }
                guard isSame else {
                    Issue.record("seed \(Self.seed), round \(round), up to \(limit): \(bytes)")
                    return
                }
            }
        }
    }

    @Test func bytesAreToldByWhatTheyAre() {
        let text = Array("Größe12 abcdefgh".utf8) + [UInt8](repeating: 0, count: 64)
        let bytes = Bytes64(text.span)
        let (others, later) = bytes.othersAndLater
        #expect(!bytes.areASCII)
        #expect(bytes.lettersAndDigits.0 & ~others == 0b11_1111_1100_0100_0011)
        #expect(bytes.lettersAndDigits.1 & ~others == 0b1_1000_0000)
        #expect(bytes.newlinesAndCapitals.1 & ~others == 1)
        #expect(bytes.otherLettersAndSigns.0 == 0b0011_1100)
        #expect(later == 0b0010_1000)
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
            let (others, later) = bytes.othersAndLater
            let (letters, digits) = bytes.lettersAndDigits
            let (newlines, capitals) = bytes.newlinesAndCapitals
            let (otherLetters, signs) = bytes.otherLettersAndSigns
            #expect(isTold(letters & ~others | otherLetters) == (kind & ByteKind.continuesWord != 0), "\(byte)")
            #expect(isTold(digits & ~others) == (kind == ByteKind.digit), "\(byte)")
            #expect(isTold(newlines & ~others) == (kind == ByteKind.newline), "\(byte)")
            #expect(isTold(capitals & ~others & ~letters | signs) == (kind == ByteKind.anchor), "\(byte)")
            #expect(isTold(capitals & letters & ~others) == byte.isUpperCase, "\(byte)")
            #expect(isTold(bytes.either(byte & 0x7F, 0x61)), "\(byte)")
            #expect(isTold(others) == (byte >= 0x80), "\(byte)")
            #expect(isTold(later) == (0x80...0xBF ~= byte), "\(byte)")
            #expect((letters & ~others | otherLetters).nonzeroBitCount >= 63, "\(byte)")
        }
    }

    /// The events, the last of which is the end, and the last two words.
    private func readInBlocks(
        _ bytes: [UInt8], _ kinds: ByteKinds, upTo limit: Int, stopsAtWords: Bool
    ) -> (events: [Event], words: [Event]) {
        let filter = [UInt64](repeating: 0, count: 1 << (WordTable.filterBits - 6))
        var skimming = Skimming(at: 0, base: 0, after: WordHistory())
        var events: [Event] = []
        while true {
            let stop = skimming.pass(
                bytes.span, upTo: limit, kinds: kinds, filter: filter.span, stopsAtWords: stopsAtWords)
            var event = Event(
                start: skimming.position, end: skimming.position, line: skimming.lines, lineStart: skimming.lineStart)
            switch stop {
            case .limit: return (events + [event], lastWords(skimming.words))
            case .word:
                event.start = skimming.wordStart
                event.hash = wordHash(bytes.span, from: skimming.wordStart, upTo: skimming.position)
                skimming.addWord()
            case .other: skimming.position = end(of: skimming.position, bytes, kinds)
            }
            event.end = skimming.position
            events.append(event)
        }
    }

    private func lastWords(_ words: WordHistory) -> [Event] {
        [
            Event(start: words.beforeLast.start, end: words.beforeLast.end),
            Event(start: words.last.start, end: words.last.end),
        ].filter { $0.start >= 0 }
    }

    private func lastWords(_ events: [Event]) -> [Event] {
        events.filter { $0.hash != nil }.suffix(2).map { Event(start: $0.start, end: $0.end) }
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
