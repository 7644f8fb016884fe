public import StorageModel

/// What one detector found with one confidence; never the text itself.
public struct Finding: Hashable, Sendable {
    /// The detector that found it.
    public var detector: DetectorID
    /// What the data contain by this finding.
    public var tag: TagID
    /// How sure the detector is.
    public var confidence: Confidence
    /// How often it was found.
    public var count: Int
    /// How many different values were found; exact up to 64, an estimate within some percent above.
    public var distinct: Int
    /// The first places, at most ``mostPlaces`` of them, in the order of reading.
    public var places: [Place]
    /// The first value with most of it hidden, such as `AT•• •••• •••• •••• 3201`; nil for profiles and vocabulary.
    public var masked: String?

    /// Puts the parts together.
    public init(
        detector: DetectorID, tag: TagID, confidence: Confidence, count: Int, distinct: Int, places: [Place],
        masked: String?
    ) {
        self.detector = detector
        self.tag = tag
        self.confidence = confidence
        self.count = count
        self.distinct = distinct
        self.places = places
        self.masked = masked
    }

    /// So many places are kept per finding.
    public static let mostPlaces = 20
}

extension Finding {
    /// Where something was found.
    public struct Place: Hashable, Sendable {
        /// The passage.
        public var passage: Passage.Place
        /// The line of the passage, from 1.
        public var line: Int
        /// The first byte, counted from the beginning of the passage's text in UTF-8.
        public var offset: Int

        /// Puts the parts together.
        public init(passage: Passage.Place, line: Int, offset: Int) {
            self.passage = passage
            self.line = line
            self.offset = offset
        }
    }
}

/// Names a detector.
public typealias DetectorID = Identifier<DetectorDescription>
