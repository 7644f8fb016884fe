/// What an institution looks for in files besides what every institution does: the numbers of its staff, names of projects.
public struct ContentDetector: Hashable, Sendable {
    /// Its name.
    public var id: Identifier<ContentDetector>
    /// What it finds, in words, by language.
    public var names: [Language: String]
    /// What data contain in which it is found.
    public var tag: TagID
    /// How what it finds is written, such as `'IST'-9{6}`; nil when it has a list.
    public var pattern: String?
    /// The name of the algorithm by which some characters of the pattern check the others.
    public var check: String?
    /// Words or numbers that it finds as they are.
    public var values: [String]
    /// Beginnings of words or numbers that it finds.
    public var prefixes: [String]
    /// Words that promote what stands near them.
    public var words: [String]
    /// How much it counts without such a word nearby; nil when one has to stand there.
    public var alone: Strength?
    /// How much it counts with such a word nearby.
    public var nearWord: Strength
    /// Texts in which it finds something.
    public var examples: [String]
    /// Texts in which it finds nothing.
    public var counterExamples: [String]
    /// Where it is told how they look.
    public var provenance: Provenance

    /// How much a finding counts.
    public enum Strength: String, CaseIterable, Sendable {
        /// A hint.
        case possible
        /// It counts.
        case likely
        /// It counts, and chance does not meet it.
        case certain
    }

    /// Puts the parts together.
    public init(
        id: Identifier<ContentDetector>, names: [Language: String], tag: TagID, pattern: String? = nil,
        check: String? = nil, values: [String] = [], prefixes: [String] = [], words: [String] = [],
        alone: Strength? = nil, nearWord: Strength = .likely, examples: [String], counterExamples: [String],
        provenance: Provenance
    ) {
        self.id = id
        self.names = names
        self.tag = tag
        self.pattern = pattern
        self.check = check
        self.values = values
        self.prefixes = prefixes
        self.words = words
        self.alone = alone
        self.nearWord = nearWord
        self.examples = examples
        self.counterExamples = counterExamples
        self.provenance = provenance
    }
}

/// Values that everybody may know, such as the institution's own account on its invoices.
public struct PublicValues: Hashable, Sendable {
    /// The detector that would find them, by its id.
    public var detector: String
    /// The values.
    public var values: [String]
    /// Where it is told that they are public.
    public var provenance: Provenance

    /// Puts the parts together.
    public init(detector: String, values: [String], provenance: Provenance) {
        self.detector = detector
        self.values = values
        self.provenance = provenance
    }
}
