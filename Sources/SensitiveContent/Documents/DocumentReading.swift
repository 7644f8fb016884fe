/// What is known of a document after its passages: which words it used, what was found, how its tables look.
struct DocumentReading: Sendable {
    /// What was found in it.
    var book: TallyBook
    /// Ranges of years, as in the stations of a life.
    var yearRanges = 0
    /// Amounts of money, as `1.234,56`.
    var amounts = 0
    /// Lines that begin with a date and hold an amount.
    var datedAmounts = 0
    /// Its tables, at most ``mostTables``.
    var tables: [TableShape] = []
    /// Whether it holds a program's text.
    var isSourceCode = false
    /// The number of persons that the tables' columns and the profiles speak of.
    var subjects = 0

    private let set: DetectorSet
    private var uses: [Int32]
    private var headings: [Bool]
    private var met: [Int32] = []
    private var apart: [Int: DistinctCount] = [:]
    private var firstPlaces: [Int: Finding.Place] = [:]

    static let mostTables = 64

    init(_ set: DetectorSet) {
        self.set = set
        book = TallyBook(detectors: set.detectors.count)
        uses = Array(repeating: 0, count: set.words.count)
        headings = Array(repeating: false, count: set.words.count)
    }

    /// Counts a value that a detector wants to know the number of.
    mutating func countApart(_ detector: Int, _ hash: UInt64) {
        apart[detector, default: DistinctCount()].insert(hash)
    }

    /// How many different values a detector wanted to know the number of.
    func distinctApart(_ detector: DetectorID) -> Int {
        set.index(of: detector).flatMap { apart[$0]?.count } ?? 0
    }

    /// Notes a word or phrase.
    /// - Returns: Whether it is the first time.
    mutating func meet(_ term: Int, isHeading: Bool) -> Bool {
        if isHeading { headings[term] = true }
        uses[term] &+= uses[term] < .max ? 1 : 0
        guard uses[term] == 1 else { return false }
        met.append(Int32(term))
        return true
    }

    /// Notes where a term stands for the first time.
    mutating func place(_ term: Int, _ place: Finding.Place) {
        for detector in set.detectorsOfTerm[term] where firstPlaces[Int(detector)] == nil {
            firstPlaces[Int(detector)] = place
        }
    }

    /// How many different words of a group were met.
    func distinctWords(_ groups: GroupSet, asHeadings: Bool = false) -> Int {
        met.count { set.words.groups[Int($0)].meets(groups) && (!asHeadings || headings[Int($0)]) }
    }

    /// How often words of a group were met.
    func uses(_ groups: GroupSet) -> Int {
        met.reduce(0) { set.words.groups[Int($1)].meets(groups) ? $0 + Int(uses[Int($1)]) : $0 }
    }

    /// The words that stand for a detector.
    func words(of detector: DetectorID) -> GroupSet {
        set.index(of: detector).map { GroupSet(detector: $0) } ?? .none
    }

    /// How many different words of a detector were met.
    func distinctWords(of detector: DetectorID, asHeadings: Bool = false) -> Int {
        distinctWords(words(of: detector), asHeadings: asHeadings)
    }

    /// How often a detector found something with at least this confidence.
    func count(_ detector: DetectorID, atLeast least: Confidence) -> Int {
        set.index(of: detector).map { book.count($0, atLeast: least) } ?? 0
    }

    /// How many different values a detector found with at least this confidence.
    func distinct(_ detector: DetectorID, atLeast least: Confidence) -> Int {
        set.index(of: detector).map { book.distinct($0, atLeast: least) } ?? 0
    }

    /// Raises or lowers what a detector found.
    mutating func move(_ detector: DetectorID, from old: Confidence, to new: Confidence) {
        guard let index = set.index(of: detector) else { return }
        book.move(detector: index, from: old, to: new)
    }

    /// Records that the document as a whole is what a detector looks for.
    mutating func report(_ detector: DetectorID, _ confidence: Confidence, count: Int = 1) {
        guard let index = set.index(of: detector) else { return }
        var tally = Tally()
        tally.count = count
        tally.distinct.insert(saltedHash(UInt64(index), salt: 0))
        if let place = firstPlaces[index] { tally.places = [place] }
        book.add(tally, detector: index, confidence: confidence)
    }

    /// Whether somebody's number or date of birth stands in it, so that what it tells is told of a person.
    var hasPerson: Bool {
        self.set.identifying.contains { book.count($0, atLeast: .likely) > 0 }
            || tables.contains { $0.identifies && $0.rows >= 2 }
    }

    /// Lets every detector conclude, and says how many persons it is about.
    mutating func conclude() {
        for detector in set.detectors { detector.conclude(&self) }
        for detector in set.countingSubjects {
            subjects = max(subjects, book.distinct(detector, atLeast: .likely))
        }
    }
}

/// What the columns of a table hold.
struct TableShape: Hashable, Sendable {
    /// What a column says of a person.
    enum Column: Hashable, Sendable {
        case name, mail, phone, address, birth, number
    }

    /// How many rows there are below the header.
    var rows: Int
    /// The columns that say something of a person.
    var columns: Set<Column>
    /// Those of them whose cells say it, too, and not the header alone.
    var filledColumns: Set<Column> = []
    /// What all headers together are context of.
    var headers: GroupSet

    /// Whether its rows speak of persons that can be told apart.
    var identifies: Bool {
        columns.contains(.birth) && columns.contains(.name) || columns.contains(.number) && columns.contains(.name)
    }
}
