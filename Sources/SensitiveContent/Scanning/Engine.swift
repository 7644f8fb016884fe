internal import StorageModel

/// Reads the windows of a passage: finds words, numbers and anchors, asks the detectors, and judges what they answer.
///
/// A window is handed in with enough text behind and ahead that detectors can look around freely; positions without
/// further word are positions in the window, and `base` is where the window begins in the passage.
struct Engine: Sendable {
    let set: DetectorSet
    let salt: UInt64
    var passage = Passage()
    var isInPassage = false
    var base = 0
    var kinds = ByteKinds.prose
    /// The line, from 1, and where it begins in the passage.
    var line = 1
    var lineStart = 0
    /// Whether the scan is inside a run of letters and digits too long for any word.
    var isSkipping = false
    /// Up to here, counted in the passage, everything belongs to what was found.
    var consumedUntil = 0
    /// Up to here, counted in the passage, the text is an entry of a bibliography.
    var citedUntil = 0
    /// The last line that began with a date, and the last one counted as a dated amount.
    var dateLine = 0
    var amountLine = 0
    /// The line whose fillers were looked at.
    var fillerLine = 0
    var marks: [Mark] = []
    var pending: [Candidate] = []
    var isTable = false
    /// The table that is read when the passage is one.
    var table = TableReading()
    /// What the path of the key is context of.
    var pathGroups = GroupSet.none
    private var paths = KnownPaths()
    var document: DocumentReading
    var isInReferences = false
    var total: TallyBook
    var subjects = 0
    /// What was found, where somebody wants to mask it; nil otherwise.
    var masking: [Match]?
    /// The texts that say the same, where there are some; nil otherwise.
    var alternatives: AlternativeTexts?
    /// What is written in letters that stand for other bytes.
    var encoded = EncodedText()

    /// More than this is settled at once.
    static let mostPending = 64
    static let mostMarks = 1024
    /// No judgement looks further around a match.
    static let widestReach = 400

    init(set: DetectorSet, salt: UInt64) {
        self.set = set
        self.salt = salt
        document = DocumentReading(set)
        total = TallyBook(detectors: set.detectors.count)
    }

    /// Begins a passage, and a document when the passage is of another one.
    mutating func begin(_ next: Passage) {
        if next.place.members != passage.place.members { concludeDocument() }
        passage = next
        restart()
        switch passage.form {
        case .prose, .mailHeader: break
        case .sourceCode: document.isSourceCode = true
        case .keyed(let path): pathGroups = paths.groups(of: path, set.words)
        case .table(let separator):
            kinds = ByteKinds.table(separator: separator)
            isTable = true
            table = TableReading()
        }
    }

    /// Begins the value of another key of the records that the last passage was of.
    mutating func beginValue(under key: GroupSet) {
        restart()
        pathGroups = key
    }

    private mutating func restart() {
        isInPassage = true
        base = 0
        line = 1
        lineStart = 0
        isSkipping = false
        consumedUntil = 0
        citedUntil = 0
        dateLine = 0
        amountLine = 0
        fillerLine = 0
        if !marks.isEmpty { marks.removeAll(keepingCapacity: true) }
        if !pending.isEmpty { pending.removeAll(keepingCapacity: true) }
        pathGroups = .none
        encoded.restart()
    }

    /// Whether nothing can be found in a value: a short number or a word of a key that asks for none.
    func passesOver(_ text: Span<UInt8>, under key: GroupSet) -> Bool {
        guard !set.asksTokens, !key.meets(set.valueWords) else { return false }
        return text.isPlainNumber || text.isShortWord && !set.words.mayHold(text)
    }

    /// Ends a passage whose last window was handed in.
    mutating func end(_ text: Span<UInt8>) {
        if passage.form.isKeyed {
            askAboutValue(text)
            if base == 0 { encoded.meet(value: text) }
        }
        if isTable {
            endCell(text, at: text.count, isRowEnd: true)
            concludeTable()
        }
        settle(text, reached: .max)
        encoded.end()
    }

    /// Asks the detectors whose words the key holds about its value.
    private mutating func askAboutValue(_ text: Span<UInt8>) {
        guard pathGroups.meets(set.valueWords), base == 0, text.count > 0, text.count <= 512 else { return }
        for detector in set.anchors[Anchor.value.rawValue] where pathGroups.meets(set.ownGroups[detector]) {
            if let match = set.detectors[detector].examine(value: text) {
                consumedUntil = 0
                meet(match, of: detector, text)
            }
        }
    }

    /// Judges the document that was read, and begins another one.
    mutating func concludeDocument() {
        isInReferences = false
        document.conclude()
        total.add(document.book)
        subjects += document.subjects
        document = DocumentReading(set)
    }

    /// What was found in all documents.
    mutating func conclude() -> ContentSummary {
        concludeDocument()
        var summary = ContentSummary(subjects: subjects)
        for (index, detector) in set.detectors.enumerated() {
            let description = detector.description
            for confidence in Confidence.allCases {
                guard let tally = total[index, confidence], tally.count > 0 else { continue }
                summary.findings.append(
                    Finding(
                        detector: description.id, tag: description.tag, confidence: confidence, count: tally.count,
                        distinct: tally.distinct.count, places: tally.places, masked: tally.masked))
                summary.tags[description.tag] = max(summary.tags[description.tag] ?? confidence, confidence)
            }
            if total.samples[index] > 0 { summary.sampleValues[description.id] = total.samples[index] }
        }
        // A stable sort: the standard library's is, and the findings stand in the order of the detectors.
        summary.findings.sort { $0.confidence > $1.confidence }
        return summary
    }

    /// Where a position of the window stands, for people.
    @inline(__always)
    func place(_ match: Match, line: Int) -> Finding.Place {
        Finding.Place(passage: passage.place, line: line, offset: match.start)
    }
}
