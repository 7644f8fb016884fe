import SensitiveContent
import StorageModel

/// What is found in a text that is read in one piece.
func scan(
    _ text: String, as form: Passage.Form = .prose, part: Passage.Part = .body, with set: DetectorSet = .standard
) -> ContentSummary {
    scan(Array(text.utf8), as: form, part: part, pieces: [], with: set)
}

/// What is found in bytes that are read in pieces which end at the given positions.
func scan(
    _ bytes: [UInt8], as form: Passage.Form = .prose, part: Passage.Part = .body, pieces: [Int],
    with set: DetectorSet = .standard
) -> ContentSummary {
    var scanner = ContentScanner(detectors: set, salt: 7)
    var part = part
    if case .keyed = form { part = .metadata }
    scanner.begin(Passage(place: Passage.Place(part: part), form: form))
    var start = 0
    for end in pieces + [bytes.count] {
        scanner.read(bytes.span.extracting(start..<end))
        start = end
    }
    scanner.end()
    return scanner.finish()
}

extension ContentSummary {
    /// The highest confidence of a detector's findings.
    func confidence(of detector: DetectorID) -> Confidence? {
        findings.filter { $0.detector == detector }.map(\.confidence).max()
    }

    /// The detectors that found something with at least a confidence.
    func detectors(atLeast least: Confidence) -> Set<String> {
        Set(findings.filter { $0.confidence >= least }.map(\.detector.text))
    }
}
