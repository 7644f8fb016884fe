internal import SensitiveContent

/// Reads what looks like text in bytes of an unknown format: runs of at least six printable characters, in ASCII or
/// UTF-8 and in UTF-16.
///
/// Most bytes of an institute are of this kind, so the bytes between runs are passed over one table look-up at a time.
struct PrintableRuns {
    private static let shortest = 6
    /// A longer run is read in pieces.
    private static let longest = 64 << 10
    private static let isPlain: [Bool] = (0...255).map { (0x20...0x7E).contains($0) || $0 == 0x09 }

    /// The blank that does not break and the hyphen that is not shown, in western text of one byte.
    private static let blanks: [UInt8] = [0xA0, 0xAD]
    /// Blanks, hyphens and dashes of U+2000 to U+202F that stand between groups.
    private static let generalBlanks: [UInt8] = [0x07, 0x08, 0x09, 0x0A, 0x10, 0x11, 0x12, 0x13, 0x2F]

    /// A run that goes on in the next piece.
    private var rest: [UInt8] = []
    private var collected: [UInt8] = []

    private init() {}

    /// Reads a stream.
    static func read(
        _ stream: ByteStream, _ part: Passage.Part = .body, form: Passage.Form = .prose, to desk: Desk
    ) throws(Obstacle) {
        desk.begin(part, form: form)
        defer { desk.end() }
        try eachText(of: stream) { desk.read($0) }
    }

    /// Hands on what looks like text in a stream, whole lines at a time.
    static func eachText(of stream: ByteStream, _ body: ([UInt8]) -> Void) throws(Obstacle) {
        var runs = PrintableRuns()
        while true {
            let piece = try stream.next()
            // A byte that is no text ends the last run.
            runs.take(piece.isEmpty ? [1] : piece)
            body(runs.collected)
            runs.collected.removeAll(keepingCapacity: true)
            if piece.isEmpty { break }
        }
    }

    /// What looks like text in bytes, one run in each line.
    static func text(in bytes: [UInt8]) -> [UInt8] {
        var runs = PrintableRuns()
        runs.take(bytes + [1])
        return runs.collected
    }

    private mutating func take(_ piece: [UInt8]) {
        let bytes = rest.isEmpty ? piece : rest + piece
        rest = []
        let count = bytes.count
        var index = 0
        while index < count {
            guard Self.isPlain[Int(bytes[index])] else {
                index += 1
                continue
            }
            let end = endOfRun(bytes, from: index)
            if end == count {
                keep(bytes[index...])
                return
            }
            if end - index >= Self.shortest {
                add(bytes[index..<end])
                collected.append(0x0A)
            } else if end - index == 1, bytes[end] == 0 {
                // The low half of a character in UTF-16, and its empty high half.
                var wide = index
                while wide + 1 < count,
                    Self.isPlain[Int(bytes[wide])] && bytes[wide + 1] == 0 || isWideBlank(bytes, wide)
                {
                    wide += 2
                }
                if wide == count || wide + 1 == count && Self.isPlain[Int(bytes[wide])] {
                    keep(bytes[index...])
                    return
                }
                // Where the empty halves come first, the last character has none behind it.
                let isLast = index > 0 && bytes[index - 1] == 0 && Self.isPlain[Int(bytes[wide])]
                if isLast, !Self.isPlain[Int(bytes[wide + 1])] { wide += 1 }
                endWide(bytes[index..<wide])
                index = wide
                continue
            }
            index = end
        }
    }

    /// Where the run of text ends that begins at a place.
    private func endOfRun(_ bytes: [UInt8], from start: Int) -> Int {
        var end = start + 1
        let count = bytes.count
        while end < count {
            if Self.isPlain[Int(bytes[end])] {
                end += 1
            } else if Self.blanks.contains(bytes[end]), end + 1 < count, Self.isPlain[Int(bytes[end + 1])] {
                // Alone, or the end of the same in UTF-8.
                end += 1
            } else if bytes[end] == 0xC2, end + 1 == count || Self.blanks.contains(bytes[end + 1]) {
                end += 1
            } else if bytes[end] >= 0xC3, bytes[end] < 0xF0, end + 3 > count || sequenceLength(bytes, end) > 0 {
                end = min(count, end + max(1, sequenceLength(bytes, end)))
            } else {
                break
            }
        }
        return end
    }

    /// Whether a blank that does not break, or a hyphen of that kind or one that is not shown, stands in UTF-16 between two
    /// characters.
    private func isWideBlank(_ bytes: [UInt8], _ at: Int) -> Bool {
        guard at + 3 < bytes.count, Self.isPlain[Int(bytes[at + 2])], bytes[at + 3] == 0 else { return false }
        return bytes[at + 1] == 0 && Self.blanks.contains(bytes[at])
            || bytes[at + 1] == 0x20 && Self.generalBlanks.contains(bytes[at])
    }

    /// Adds a run with plain blanks.
    private mutating func add(_ run: ArraySlice<UInt8>) {
        guard run.contains(where: { Self.blanks.contains($0) }) else { return collected += run }
        var index = run.startIndex
        while index < run.endIndex {
            let byte = run[index]
            if byte >= 0xC3 {
                let end = min(run.endIndex, index + max(1, sequenceLength(Array(run[index...].prefix(4)), 0)))
                collected += run[index..<end]
                index = end
                continue
            }
            if byte == 0xA0 { collected.append(0x20) } else if byte < 0x80 { collected.append(byte) }
            index += 1
        }
    }

    /// Puts a run off until the next piece is there; what is too long is text already.
    private mutating func keep(_ run: ArraySlice<UInt8>) {
        guard run.count > Self.longest else {
            rest = Array(run)
            return
        }
        if run.prefix(16).contains(0) { endWide(run) } else { add(run) }
    }

    private mutating func endWide(_ run: ArraySlice<UInt8>) {
        guard run.count + 1 >= 2 * Self.shortest else { return }
        var place = run.startIndex
        while place < run.endIndex {
            let isBlank = run[place] == 0xA0 || place + 1 < run.endIndex && run[place + 1] == 0x20
            if isBlank { collected.append(0x20) } else if run[place] < 0x80 { collected.append(run[place]) }
            place += 2
        }
        collected.append(0x0A)
    }
}
