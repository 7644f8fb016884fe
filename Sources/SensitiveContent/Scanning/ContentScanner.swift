/// Finds personal, financial and other sensitive content in text that is handed to it piece by piece.
///
/// For each passage call ``begin(_:)``, ``read(_:)`` as often as there are bytes, and ``end()``; when the file is done,
/// ``finish()``. The summary depends on the passages and their bytes, not on how the bytes were cut into pieces, which
/// may split a character. Memory does not grow with the text. No value that was found leaves the scanner: samples are
/// masked, and different values are counted by salted hashes.
public struct ContentScanner: Sendable {
    private var engine: Engine
    private var window: [UInt8]
    private let capacity: Int
    private var filled = 0
    private var cursor = 0
    private var bytesRead = 0
    /// The beginning of a character whose end may be in the next piece.
    private var rest: [UInt8] = []

    /// A detector may look so far behind a token.
    static let lookBehind = 1024
    /// A detector may look so far ahead of a token.
    static let lookAhead = 2048
    static let usualWindow = 1 << 16
    /// So much is converted at once when something in it has to be.
    private static let stretch = 4096

    /// A scanner that has read nothing yet.
    /// - Parameters:
    ///   - detectors: What to look for.
    ///   - salt: A random number, new in each run, so that hashes of values can be compared with nothing else.
    public init(detectors: DetectorSet = .standard, salt: UInt64) {
        self.init(detectors: detectors, salt: salt, window: Self.usualWindow)
    }

    /// A scanner whose window is smaller than usual, so that tests meet its edges.
    init(detectors: DetectorSet, salt: UInt64, window: Int) {
        engine = Engine(set: detectors, salt: salt)
        capacity = max(window, Self.lookBehind + Self.lookAhead + 1024)
        self.window = Array(repeating: 0, count: capacity)
    }

    /// Begins a passage; one that was not ended is ended.
    public mutating func begin(_ passage: Passage) {
        end()
        engine.begin(passage)
    }

    /// Reads the next bytes of the passage, in UTF-8; bytes that are not UTF-8 separate words.
    ///
    /// Bytes before the first passage belong to a passage of prose.
    public mutating func read(_ bytes: Span<UInt8>) {
        bytesRead += bytes.count
        var start = 0
        while start < bytes.count {
            let part = bytes.extracting(start..<min(bytes.count, start + Self.stretch))
            if rest.isEmpty, !PlainForm.mayBe(in: part) {
                take(part)
            } else {
                let converted = PlainForm.converted(part, rest: &rest)
                take(converted.span)
            }
            start += part.count
        }
    }

    private mutating func take(_ bytes: Span<UInt8>) {
        var taken = 0
        while taken < bytes.count {
            if filled == capacity { advance() }
            let count = min(capacity - filled, bytes.count - taken)
            let offset = filled
            let source = bytes.extracting(taken..<taken + count)
            var target = window.mutableSpan
            for index in 0..<count { target[offset + index] = source[index] }
            filled += count
            taken += count
        }
    }

    /// Ends the passage.
    public mutating func end() {
        if !rest.isEmpty {
            let held = rest
            rest = []
            let converted = PlainForm.converted(held.span, rest: &rest, isLast: true)
            take(converted.span)
        }
        guard filled > 0 || engine.isInPassage else { return }
        let held = window
        window = []
        let text = held.span.extracting(0..<filled)
        _ = engine.scan(text, from: cursor, upTo: filled, isLast: true)
        engine.end(text)
        window = held
        filled = 0
        cursor = 0
        engine.isInPassage = false
    }

    /// Begins records, whose values follow by ``read(_:under:)``; those that were begun there go on.
    /// - Parameter place: Where they stand.
    public mutating func beginRecords(at place: Passage.Place) {
        end()
        if engine.passage.form.isKeyed, engine.passage.place == place { return }
        begin(Passage(place: place, form: .keyed(path: "")))
        end()
    }

    /// What the path of a key is context of, for the values that stand under it.
    public func context(ofKey path: String) -> KeyContext {
        KeyContext(groups: engine.set.words.groups(ofKey: path))
    }

    /// Reads the whole value of a key: what a passage of its own comes to, without a copy of the bytes.
    public mutating func read(_ value: Span<UInt8>, under key: KeyContext) {
        end()
        if value.count <= capacity, engine.passesOver(value, under: key.groups) {
            bytesRead += value.count
            return
        }
        engine.beginValue(under: key.groups)
        guard value.count <= capacity, !PlainForm.mayBe(in: value) else {
            read(value)
            return end()
        }
        bytesRead += value.count
        _ = engine.scan(value, from: 0, upTo: value.count, isLast: true)
        engine.end(value)
        engine.isInPassage = false
    }

    /// The texts that say the same as each other, while there are some; a passage has to end before this changes.
    public var alternatives: AlternativeTexts? {
        get { engine.alternatives }
        set { engine.alternatives = newValue }
    }

    /// Whether what stands under a key is of an account.
    public func isOfAccount(_ key: KeyContext) -> Bool { key.groups.meets(engine.set.accountWords) }

    /// Takes bytes that stood in the text in a way that only its format tells, such as a list of their numbers; those of
    /// a text or a file are encoded content.
    public mutating func take(decoded bytes: [UInt8]) { engine.encoded.meet(decoded: bytes) }

    /// Takes a value that is a document of another format, which is encoded content; false when there is no more room.
    public mutating func take(document: Span<UInt8>) -> Bool { engine.encoded.meet(document: document) }

    /// What stood encoded in the text that was read since the last call, to be read as documents of their own.
    public mutating func takeEncoded() -> EncodedContent { engine.encoded.take() }

    /// Judges what was read, and makes the scanner ready for another file.
    public mutating func finish() -> ContentSummary {
        end()
        var summary = engine.conclude()
        summary.bytesRead = bytesRead
        bytesRead = 0
        engine = Engine(set: engine.set, salt: engine.salt)
        return summary
    }

    /// A name, such as a sheet's or an archive member's, with what the detectors find in it masked.
    public static func masked(name: String, detectors: DetectorSet) -> String {
        let bytes = Array(name.utf8)
        guard bytes.count <= lookAhead else { return "•••" }
        // In names, words are also held together by what in prose belongs to them, as in IBAN_AT48….xlsx.
        let joints = Set("_-./\\".utf8)
        let words = bytes.map { joints.contains($0) ? UInt8(ascii: " ") : $0 }
        let matches = (matches(in: bytes, detectors) + matches(in: words, detectors)).sorted {
            ($0.start, $1.end) < ($1.start, $0.end)
        }
        guard !matches.isEmpty else { return name }
        var shown = ""
        var position = 0
        for match in matches where match.end > position {
            if match.start >= position {
                shown += String(decoding: bytes[position..<match.start], as: UTF8.self)
                shown += match.mask.apply(bytes.span, match.start, match.end)
            } else {
                shown += "•••"
            }
            position = match.end
        }
        return shown + String(decoding: bytes[position...], as: UTF8.self)
    }

    private static func matches(in name: [UInt8], _ detectors: DetectorSet) -> [Match] {
        var scanner = ContentScanner(detectors: detectors, salt: 0, window: 0)
        scanner.engine.masking = []
        scanner.begin(Passage(place: Passage.Place(part: .metadata), form: .keyed(path: "file/name")))
        scanner.read(name.span)
        scanner.end()
        return scanner.engine.masking ?? []
    }

    /// Scans the full window up to its edge, and makes room.
    private mutating func advance() {
        // Moved, it needs not be copied when it is changed.
        var held: [UInt8] = []
        swap(&held, &window)
        scanWindow(held.span.extracting(0..<filled))
        let dropped = cursor - Self.lookBehind
        let kept = Array(held[dropped..<filled])
        held.replaceSubrange(kept.indices, with: kept)
        swap(&held, &window)
        filled -= dropped
        cursor -= dropped
        engine.base += dropped
    }

    private mutating func scanWindow(_ text: Span<UInt8>) {
        cursor = engine.scan(text, from: cursor, upTo: text.count - Self.lookAhead, isLast: false)
        engine.settle(text, reached: engine.base + cursor)
    }
}
