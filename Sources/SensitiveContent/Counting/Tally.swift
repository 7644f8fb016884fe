/// What was found by one detector with one confidence.
struct Tally: Hashable, Sendable {
    var count = 0
    var distinct = DistinctCount()
    var places: [Finding.Place] = []
    var masked: String?

    mutating func add(_ other: Tally) {
        count += other.count
        distinct.formUnion(other.distinct)
        places += other.places.prefix(Finding.mostPlaces - places.count)
        masked = masked ?? other.masked
    }
}

/// All tallies of a document or of a whole scan.
struct TallyBook: Sendable {
    private var tallies: [Tally?]
    /// How many well-known examples were met, by detector.
    private(set) var samples: [Int]

    init(detectors: Int) {
        tallies = Array(repeating: nil, count: detectors * Confidence.allCases.count)
        samples = Array(repeating: 0, count: detectors)
    }

    subscript(detector: Int, confidence: Confidence) -> Tally? {
        get { tallies[index(detector, confidence)] }
        set { tallies[index(detector, confidence)] = newValue }
    }

    mutating func countSample(_ detector: Int) { samples[detector] += 1 }

    mutating func add(_ tally: Tally, detector: Int, confidence: Confidence) {
        add(tally, at: index(detector, confidence))
    }

    private mutating func add(_ tally: Tally, at index: Int) {
        if tallies[index] == nil { tallies[index] = Tally() }
        tallies[index]?.add(tally)
    }

    /// Counts one value that was found.
    mutating func count(
        detector: Int, confidence: Confidence, hash: UInt64, place: @autoclosure () -> Finding.Place,
        masked: @autoclosure () -> String?
    ) {
        let index = index(detector, confidence)
        if tallies[index] == nil { tallies[index] = Tally() }
        tallies[index]?.count(hash: hash, place: place(), masked: masked())
    }

    mutating func add(_ other: TallyBook) {
        for (index, tally) in other.tallies.enumerated() {
            if let tally { add(tally, at: index) }
        }
        for (index, count) in other.samples.enumerated() { samples[index] += count }
    }

    /// Gives what was found with one confidence another one.
    mutating func move(detector: Int, from old: Confidence, to new: Confidence) {
        guard let tally = self[detector, old] else { return }
        self[detector, old] = nil
        add(tally, detector: detector, confidence: new)
    }

    /// How often a detector found something with at least this confidence.
    func count(_ detector: Int, atLeast least: Confidence) -> Int {
        Confidence.allCases.filter { $0 >= least }.reduce(0) { $0 + (self[detector, $1]?.count ?? 0) }
    }

    /// How many different values a detector found with at least this confidence.
    func distinct(_ detector: Int, atLeast least: Confidence) -> Int {
        var all = DistinctCount()
        for confidence in Confidence.allCases where confidence >= least {
            if let tally = self[detector, confidence] { all.formUnion(tally.distinct) }
        }
        return all.count
    }

    private func index(_ detector: Int, _ confidence: Confidence) -> Int {
        detector * 4 + confidence.rank
    }
}

extension Tally {
    mutating func count(
        hash: UInt64, place: @autoclosure () -> Finding.Place, masked: @autoclosure () -> String?
    ) {
        count += 1
        distinct.insert(hash)
        if places.count < Finding.mostPlaces { places.append(place()) }
        if self.masked == nil { self.masked = masked() }
    }
}
