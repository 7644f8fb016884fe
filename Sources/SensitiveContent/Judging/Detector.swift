internal import StorageModel

/// Looks for one kind of content.
///
/// A detector is asked where one of its triggers stands; what it then recognizes is judged once its surroundings have
/// been read. A profile has no trigger: it concludes from what a whole document holds.
protocol Detector: Sendable {
    /// What it looks for.
    var description: DetectorDescription { get }
    /// Where it is asked.
    var triggers: [Trigger] { get }
    /// Words that promote what stands near them; lower case, phrases with spaces, umlauts as such.
    var words: [String] { get }
    /// The sizes of the groups in which a code may be written, besides in one piece; nil for any.
    var groupings: [[Int]]? { get }
    /// Whether no code and no date in digits is anything to it without one of its words.
    var needsWord: Bool { get }
    /// Whether its form and its check digits tell it wherever it stands: in paths and links, after an underscore.
    var standsAnywhere: Bool { get }
    /// Whether it asks which of its words were headings.
    var countsHeadings: Bool { get }
    /// So many bytes around a match are context.
    var reach: Int { get }
    /// Well-known values of documentation, without separators, in capitals.
    var samples: [String] { get }
    /// Recognizes a prefix of a code; its ends are clean already.
    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match?
    /// Recognizes something at an anchor, a word, a date or a long token.
    func examine(_ text: Span<UInt8>, at start: Int, upTo end: Int) -> Match?
    /// Recognizes the whole value of a key, or a cell under a header, that is among the detector's words.
    func examine(value text: Span<UInt8>) -> Match?
    /// How sure the match is where it stands; nil for not at all.
    func judge(_ match: Match, in surroundings: Surroundings) -> Confidence?
    /// What this detector's judgements depend on, as far as it can be told.
    var revision: String { get }
    /// Judges a whole document.
    func conclude(_ document: inout DocumentReading)
}

extension Detector {
    var triggers: [Trigger] { [] }
    var words: [String] { [] }
    var groupings: [[Int]]? { nil }
    var needsWord: Bool { false }
    var standsAnywhere: Bool { false }
    var countsHeadings: Bool { false }
    var reach: Int { 60 }
    var samples: [String] { [] }
    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? { nil }
    func examine(_ text: Span<UInt8>, at start: Int, upTo end: Int) -> Match? { nil }
    func examine(value text: Span<UInt8>) -> Match? { nil }
    func judge(_ match: Match, in surroundings: Surroundings) -> Confidence? {
        surroundings.usual(match)
    }
    func conclude(_ document: inout DocumentReading) {}
}

/// Where a detector is asked.
enum Trigger: Hashable, Sendable {
    /// A code that begins with a digit, of one of these lengths.
    case digits([Int])
    /// A code that begins with so many letters, of one of these lengths.
    case letters(Int, [Int])
    /// Something else that the scan comes by.
    case anchor(Anchor)

    /// It in one word; what the standard library makes of a value of an enumeration takes long.
    var text: String {
        switch self {
        case .digits(let lengths): "digits-\(lengths.map { "\($0)" }.joined(separator: "-"))"
        case .letters(let count, let lengths): "letters-\(count)-\(lengths.map { "\($0)" }.joined(separator: "-"))"
        case .anchor(let anchor): "anchor-\(anchor.rawValue)"
        }
    }
}

/// What the scan comes by and a detector looks at, besides codes.
enum Anchor: Int, Hashable, Sendable, CaseIterable {
    /// An `@`.
    case at
    /// A `+`, or a number that begins with 0.
    case phone
    /// `<<`, or its likeness.
    case fillers
    /// A date in digits.
    case date
    /// Four or five digits before a capital.
    case postcode
    /// One of the detector's own words.
    case word
    /// Letters and digits without a break, of 16 or more.
    case longToken
    /// Eight or eleven capitals.
    case capitals
    /// Four groups of digits between dots.
    case dotted
    /// The whole value of a key that is among the detector's words.
    case value
    /// The whole cell of a column whose header is among the detector's words.
    case cell
    /// The beginning of any word or number.
    case token
}

/// What a detector recognized.
struct Match: Sendable {
    /// Where it begins in the window.
    var start: Int
    /// Where it ends in the window.
    var end: Int
    /// How sure it is where nothing around speaks for it; nil for not at all.
    var alone: Confidence?
    /// How sure it is where something around speaks for it.
    var inContext: Confidence?
    /// Whether it is a well-known example.
    var isSample = false
    /// How it is shown.
    var mask = Mask.ends(2, 2)
    /// Whether nothing else can be found in it.
    var consumes = false
    /// What the detector wants to remember until it judges.
    var note = 0
    /// Whether the detector wants to know the number of such values in a document.
    var countsApart = false
    /// Whether it is one piece of a longer row of groups.
    var isChained = false

    init(
        _ start: Int, _ end: Int, alone: Confidence? = nil, inContext: Confidence? = nil, isSample: Bool = false,
        mask: Mask = .ends(2, 2), consumes: Bool = false, note: Int = 0
    ) {
        self.start = start
        self.end = end
        self.alone = alone
        self.inContext = inContext
        self.isSample = isSample
        self.mask = mask
        self.consumes = consumes
        self.note = note
    }
}

extension Detector {
    var revision: String {
        ([description.id.text] + triggers.map(\.text) + words + ["\(reach)"] + samples).joined(separator: " ")
    }
}
