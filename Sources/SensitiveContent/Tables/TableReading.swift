/// The table that is being read: where in it the scan is, what its headers say, and what its columns hold.
struct TableReading: Sendable {
    /// The column, from 0.
    var column = 0
    /// How many rows have ended.
    var row = 0
    /// Where the cell begins, counted from the beginning of the passage.
    var cellStart = 0
    /// Whether a quote was opened in this cell.
    var isQuoted = false
    /// Whether a row was recognized as the header.
    private(set) var hasHeader = false
    private var headers: [GroupSet] = []
    private var rowGroups: [GroupSet] = []
    private var texts = 0
    private var numbers = 0
    private(set) var filled: [Int] = []
    /// By column; a column holds matches of few detectors.
    private var tallies: [[(detector: Int, tally: ColumnTally)]] = []
    private var tallyCount = 0

    /// Columns further right are read without a memory of their own.
    static let mostColumns = 256
    private static let mostTallies = 1024
    private static let headerRows = 10

    /// What the header of a column is context of.
    func header(_ column: Int) -> GroupSet { column < headers.count ? headers[column] : .none }

    /// Whether the header says that this column holds names of people.
    func holdsName() -> Bool { column < headers.count && headers[column].contains(.nameLabel) }

    /// What all headers are context of.
    var allHeaders: GroupSet {
        headers.reduce(into: GroupSet.none) { $0.insert($1) }
    }

    /// Notes a word of a row that may be the header.
    mutating func meet(_ groups: GroupSet) {
        guard !hasHeader, column < Self.mostColumns else { return }
        while rowGroups.count <= column { rowGroups.append(.none) }
        rowGroups[column].insert(groups)
    }

    /// Ends a cell.
    /// - Parameters:
    ///   - isFilled: Whether anything stands in it.
    ///   - isNumber: Whether it begins like a number.
    ///   - position: Where the next cell begins.
    mutating func endCell(isFilled: Bool, isNumber: Bool, next position: Int) {
        if isFilled {
            if column < Self.mostColumns {
                while filled.count <= column { filled.append(0) }
                filled[column] += 1
            }
            if isNumber { numbers += 1 } else { texts += 1 }
        }
        column += 1
        cellStart = position
        isQuoted = false
    }

    /// Ends a row; the first row without numbers is the header.
    mutating func endRow() {
        if !hasHeader, row < Self.headerRows, numbers == 0, texts >= 2 || texts == 1 && column == 1 {
            hasHeader = true
            headers = rowGroups
            filled = []
        }
        rowGroups.removeAll(keepingCapacity: true)
        texts = 0
        numbers = 0
        column = 0
        row += 1
    }

    /// Counts a match in the column.
    /// - Returns: Whether there was room; otherwise it has to be counted elsewhere.
    mutating func count(
        _ candidate: Candidate, confidence: Confidence, value: UInt64, hash: UInt64,
        place: @autoclosure () -> Finding.Place, masked: @autoclosure () -> String?
    ) -> Bool {
        guard column < Self.mostColumns else { return false }
        while tallies.count <= column { tallies.append([]) }
        var index = 0
        while index < tallies[column].count, tallies[column][index].detector != candidate.detector { index += 1 }
        if index == tallies[column].count {
            guard tallyCount < Self.mostTallies else { return false }
            tallyCount += 1
            tallies[column].append((candidate.detector, ColumnTally()))
        }
        tallies[column][index].tally.note(
            candidate.match, confidence: confidence, value: value, hash: hash, place: place(), masked: masked())
        return true
    }

    /// What the columns come to: each detector's tallies, and the shape of the table.
    func conclude(_ set: DetectorSet) -> (tallies: [(detector: Int, confidence: Confidence, tally: Tally)], TableShape?)
    {
        var result: [(Int, Confidence, Tally)] = []
        var shape = TableShape(rows: max(0, row - (hasHeader ? 1 : 0)), columns: [], headers: allHeaders)
        for (column, ofColumn) in tallies.enumerated() {
            let cells = column < filled.count ? filled[column] : 0
            for (detector, tally) in ofColumn.sorted(by: { $0.detector < $1.detector }) {
                let isLabelled = header(column).meets(GroupSet(detector: detector))
                let isMostly = tally.count * 2 >= cells
                if isMostly || isLabelled, let kind = set.columnKinds[detector] {
                    shape.columns.insert(kind)
                    if tally.count * 4 >= cells { shape.filledColumns.insert(kind) }
                }
                for confidence in Confidence.allCases {
                    guard let part = tally[confidence],
                        let judged = tally.judge(confidence, isLabelled: isLabelled, isMostly: isMostly, cells: cells)
                    else { continue }
                    result.append((detector, judged, part))
                }
            }
        }
        for groups in headers {
            if groups.contains(.nameLabel) { shape.columns.insert(.name) }
            if groups.contains(.birth) { shape.columns.insert(.birth) }
            if groups.contains(.personNumber) { shape.columns.insert(.number) }
        }
        return (result, shape.rows > 0 ? shape : nil)
    }
}
