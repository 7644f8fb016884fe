public import StorageModel

/// The detectors that a scan uses, prepared once and shared by all scanners of a process.
public struct DetectorSet: Sendable {
    /// All detectors that come with the library.
    public static let standard = DetectorSet()
    /// What each of them finds, for which nothing has to be prepared.
    public static var standardDescriptions: [DetectorDescription] { standardDetectors.map(\.description) }
    /// The revision of all of them, for which nothing has to be prepared.
    public static var standardRevision: String { revision(of: standardDetectors, ignoring: [:]) }

    /// Changes whenever the same text may be judged differently; a cache of results holds it in its key.
    public let revision: String

    let detectors: [any Detector]
    let words: WordTable
    /// The words of each detector alone.
    let ownGroups: [GroupSet]
    let reaches: [Int]
    /// Which detectors' own words a term is among.
    let detectorsOfTerm: [[Int32]]
    /// Hashes of well-known examples, by detector.
    let samples: [HashSlots]
    /// Codes that begin with a digit: detectors with a bit for each length.
    let digitCodes: [LengthsOfDetector]
    /// Codes that begin with letters, by the number of letters.
    let letterCodes: [[LengthsOfDetector]]
    /// All lengths of codes that begin with a digit, as bits.
    let digitLengths: UInt64
    /// Where groups may end inside a code, as bits, by detector; nil when they may anywhere.
    let breaks: [[UInt64]?]
    /// All ways in which groups of codes that begin with a digit may end, with the end of the code.
    let digitBreaks: HashSlots
    /// The sizes of a second group that may follow one of a size in codes that begin with a digit, as bits.
    let secondGroups: [UInt64]
    /// All lengths of codes, by the number of letters that they begin with.
    let letterLengths: [UInt64]
    /// The lengths of codes that stand anywhere, and of those that stand apart from other text, by the number of letters that
    /// they begin with.
    let anywhereLengths: [UInt64]
    let apartLengths: [UInt64]
    /// Which detectors make nothing of what stands without one of their words.
    let needWord: [Bool]
    /// Which detectors look at each anchor.
    let anchors: [[Int]]
    /// Whether any detector looks at every word and number.
    let asksTokens: Bool
    /// The words of the detectors that look at values.
    let valueWords: GroupSet
    /// The words of the detectors that look at cells.
    let cellWords: GroupSet
    /// What accounts and banks are called.
    let accountWords: GroupSet
    /// The words of the detectors that look at their words.
    let wordTriggers: GroupSet
    /// Words that count as headings, too.
    let headings: GroupSet
    /// Detectors whose finding tells one person from others.
    let identifying: [Int]
    /// Detectors whose distinct values are about as many persons.
    let countingSubjects: [Int]
    /// What a column that a detector recognizes says of a person.
    let columnKinds: [Int: TableShape.Column]
    private let indices: [DetectorID: Int]

    /// A detector and the lengths of the codes that it looks at.
    struct LengthsOfDetector: Sendable {
        var detector: Int
        var lengths: UInt64
        var needsWord: Bool
        var standsAnywhere: Bool

        init(_ index: Int, _ detector: some Detector, _ lengths: [Int]) {
            self.detector = index
            self.lengths = lengths.reduce(0) { $0 | 1 << UInt64($1) }
            needsWord = detector.needsWord
            standsAnywhere = detector.standsAnywhere
        }
    }

    static let mostLeadingLetters = 8

    /// Prepares the detectors that come with the library.
    public init() {
        self.init(standardDetectors)
    }

    /// Prepares the library's detectors and those of an institution.
    /// - Parameters:
    ///   - custom: The institution's own detectors.
    ///   - ignored: Values that everybody may know, such as the institution's own account on its invoices, by the
    ///     detector that would find them. They are counted as examples are.
    /// - Throws: ``CustomDetectorError`` for what cannot be looked for.
    public init(custom: [CustomDetector], ignoring ignored: [DetectorID: [String]] = [:]) throws(CustomDetectorError) {
        let most = GroupSet.mostDetectors - standardDetectors.count
        guard custom.count <= most else { throw .tooMany(most: most) }
        var detectors = standardDetectors
        var names = Set(detectors.map(\.description.id))
        for detector in custom {
            guard names.insert(detector.description.id).inserted else { throw .takenName(detector.description.id) }
            detectors.append(try CustomRecognizer(detector))
        }
        for id in ignored.keys.sorted() where !names.contains(id) {
            throw .unknownDetector(id, didYouMean: StorageModel.didYouMean(id.text, among: names.map(\.text)))
        }
        self.init(detectors, ignoring: ignored)
    }

    init(_ detectors: [any Detector], ignoring ignored: [DetectorID: [String]] = [:]) {
        self.detectors = detectors
        let groups = detectors.indices.map { GroupSet(detector: $0) }
        ownGroups = groups
        reaches = detectors.map(\.reach)
        needWord = detectors.map(\.needsWord)
        var vocabulary: [(String, GroupSet)] = SharedWords.allCases.flatMap { shared in
            shared.words.map { ($0, GroupSet(shared)) }
        }
        for (index, detector) in detectors.enumerated() {
            vocabulary += detector.words.map { ($0, groups[index]) }
        }
        words = WordTable(vocabulary)
        detectorsOfTerm = words.groups.map { term in
            groups.indices.filter { term.meets(groups[$0]) }.map { Int32($0) }
        }
        samples = detectors.map { detector in
            HashSlots(
                Dictionary(
                    (detector.samples + (ignored[detector.description.id] ?? [])).map { (valueHash($0.utf8), 1) },
                    uniquingKeysWith: { first, _ in first }))
        }
        var digits: [LengthsOfDetector] = []
        var letters: [[LengthsOfDetector]] = Array(repeating: [], count: Self.mostLeadingLetters + 1)
        var anchors: [[Int]] = Array(repeating: [], count: Anchor.allCases.count)
        var triggering = GroupSet.none
        for (index, detector) in detectors.enumerated() {
            for trigger in detector.triggers {
                switch trigger {
                case .digits(let lengths):
                    digits.append(
                        LengthsOfDetector(index, detector, lengths))
                case .letters(let count, let lengths):
                    letters[count].append(
                        LengthsOfDetector(index, detector, lengths))
                case .anchor(.word): triggering.insert(groups[index])
                case .anchor(let anchor): anchors[anchor.rawValue].append(index)
                }
            }
        }
        digitCodes = digits
        letterCodes = letters
        digitLengths = digits.reduce(0) { $0 | $1.lengths }
        let breaks = detectors.map { $0.groupings?.map { groupBreaks($0) } }
        self.breaks = breaks
        let ends = Self.breaks(of: digits, breaks)
        digitBreaks = HashSlots(ends.reduce(into: [:]) { $0[$1] = 1 })
        secondGroups = Self.secondGroups(in: ends)
        letterLengths = letters.map { $0.reduce(0) { $0 | $1.lengths } }
        anywhereLengths = letters.map { $0.filter(\.standsAnywhere).reduce(0) { $0 | $1.lengths } }
        apartLengths = letters.map { $0.filter { !$0.standsAnywhere }.reduce(0) { $0 | $1.lengths } }
        self.anchors = anchors
        asksTokens = !anchors[Anchor.token.rawValue].isEmpty
        valueWords = anchors[Anchor.value.rawValue].reduce(into: GroupSet.none) { $0.insert(groups[$1]) }
        cellWords = anchors[Anchor.cell.rawValue].reduce(into: GroupSet.none) { $0.insert(groups[$1]) }
        accountWords = detectors.indices.reduce(into: GroupSet(.account)) {
            if ["iban", "bank-account"].contains(detectors[$1].description.id) { $0.insert(groups[$1]) }
        }
        wordTriggers = triggering
        var headings = GroupSet(.references)
        for (index, detector) in detectors.enumerated() where detector.countsHeadings { headings.insert(groups[index]) }
        self.headings = headings
        let indices = Dictionary(
            detectors.enumerated().map { ($1.description.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.indices = indices
        identifying = identifyingDetectors.compactMap { indices[$0] }
        countingSubjects = subjectDetectors.compactMap { indices[$0] }
        columnKinds = Dictionary(
            columnDetectors.compactMap { id, kind in indices[id].map { ($0, kind) } },
            uniquingKeysWith: { first, _ in first })
        revision = Self.revision(of: detectors, ignoring: ignored)
    }

    private static func revision(of detectors: [any Detector], ignoring ignored: [DetectorID: [String]]) -> String {
        var digest = valueHash(engineRevision.utf8)
        for detector in detectors { digest = phraseHash(digest, valueHash(detector.revision.utf8)) }
        for (id, values) in ignored.sorted(by: { $0.key < $1.key }) {
            for value in values { digest = phraseHash(digest, valueHash("\(id) \(value)".utf8)) }
        }
        return String(digest, radix: 16)
    }

    /// The lengths of a code that any detector looks at, given where its groups end.
    @inline(__always)
    func digitEnds(_ ends: Code.Ends) -> UInt64 {
        var rest = ends.clean & digitLengths
        var kept: UInt64 = 0
        while rest != 0 {
            let length = rest.trailingZeroBitCount
            rest &= rest - 1
            let end: UInt64 = 1 << UInt64(length)
            let breaks = ends.all & (end - 1)
            if breaks == 0 || digitBreaks.contains(breaks | end) { kept |= end }
        }
        return kept
    }

    /// All ways in which groups of codes may end, with the end of the code.
    private static func breaks(of codes: [LengthsOfDetector], _ breaks: [[UInt64]?]) -> Set<UInt64> {
        let all = codes.flatMap { breaks[$0.detector] ?? [] }
        var found: Set<UInt64> = []
        for code in codes {
            for wanted in breaks[code.detector] ?? all {
                // Each length that reaches behind the last break.
                var rest = code.lengths & ~(UInt64.max >> UInt64(wanted.leadingZeroBitCount))
                while rest != 0 {
                    found.insert(wanted | rest & ~(rest - 1))
                    rest &= rest - 1
                }
            }
        }
        return found
    }

    private static func secondGroups(in ends: Set<UInt64>) -> [UInt64] {
        var sizes = Array(repeating: UInt64(0), count: 257)
        for end in ends {
            let first = end.trailingZeroBitCount
            let second = (end & (end - 1)).trailingZeroBitCount
            if second < UInt64.bitWidth { sizes[first] |= 1 << UInt64(second - first) }
        }
        return sizes
    }

    /// Whether a group of a size and the one at a position can begin a number of a person: the rest are rows of figures.
    @inline(__always)
    func mayContinue(_ text: Span<UInt8>, _ first: Int, from position: Int) -> Bool {
        let second = secondGroups.span[first]
        guard second != 0 else { return false }
        var end = position
        while end < position + Code.longest, text.byte(end).isLetterOrDigit { end += 1 }
        return second &>> UInt64(truncatingIfNeeded: end - position) & 1 != 0
    }

    /// Whether a detector looks at codes whose groups end there.
    @inline(__always)
    func accepts(_ found: UInt64, detector: Int) -> Bool {
        guard found != 0, let breaks = breaks[detector] else { return true }
        for wanted in breaks where wanted == found { return true }
        return false
    }

    /// A detector's place in the order.
    func index(of id: DetectorID) -> Int? { indices[id] }
}

/// Where groups of some sizes end, as bits, without the end of the last.
func groupBreaks(_ sizes: [Int]) -> UInt64 {
    var bits: UInt64 = 0
    var sum = 0
    for size in sizes.dropLast() {
        sum += size
        bits |= 1 << UInt64(sum)
    }
    return bits
}

/// The hash of a value without what separates its characters; case does not count.
func valueHash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
        byte.isLetterOrDigit || byte >= 0x80 ? (hash ^ UInt64(byte.upperCased)) &* 0x100_0000_01B3 : hash
    }
}
