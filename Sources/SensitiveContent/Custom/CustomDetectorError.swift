public import StorageModel

/// What is wrong with a detector of an institution's own.
public enum CustomDetectorError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A pattern cannot be read; the character is counted from 1.
    case pattern(String, at: Int?, String)
    /// Two detectors have the same name.
    case takenName(DetectorID)
    /// There are more detectors than words can be told apart for.
    case tooMany(most: Int)
    /// A detector that asks for a word nearby names none.
    case noWords(DetectorID)
    /// A word is none: it has to consist of letters, at most three words in a row.
    case word(DetectorID, String)
    /// A list of values is empty, or one of them is too short to be looked for.
    case value(DetectorID, String?)
    /// Something is to be ignored for a detector that does not exist.
    case unknownDetector(DetectorID, didYouMean: [String])

    /// The problem in one sentence.
    public var description: String {
        switch self {
        case .pattern(let text, let place?, let problem): "pattern \"\(text)\", character \(place): \(problem)"
        case .pattern(let text, nil, let problem): "pattern \"\(text)\": \(problem)"
        case .takenName(let id): "there is a detector '\(id)' already; choose another name"
        case .tooMany(let most): "an institution can have \(most) detectors of its own; merge some into lists of values"
        case .noWords(let id): "detector '\(id)' asks for a word nearby, but names none"
        case .word(let id, let word):
            "detector '\(id)': \"\(word)\" cannot be looked for; a word consists of letters, and a phrase of three words at most"
        case .value(let id, nil): "detector '\(id)' has neither values nor prefixes"
        case .value(let id, let value?):
            "detector '\(id)': \"\(value)\" is too short; a value has three characters or more, without spaces"
        case .unknownDetector(let id, let near):
            "there is no detector '\(id)'"
                + (near.isEmpty ? "" : "; did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?")
        }
    }
}
