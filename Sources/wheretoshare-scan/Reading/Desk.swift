internal import Glibc
internal import ScanWire
internal import SensitiveContent

/// Where one file is read: what was found and missed so far, and how much may still be done.
final class Desk {
    let order: ScanOrder
    private let office: Office
    private let detectors: DetectorSet
    private var scanner: ContentScanner
    /// The way through archives to what is read now.
    private(set) var members: [String] = []
    private(set) var textBytes: UInt64 = 0
    private(set) var gapCount = 0
    /// How many bytes of the file itself are known to be left out.
    var unreadBytes: UInt64 = 0
    /// What the file itself was taken for.
    var kind = "unknown"

    private var unpackedBytes: UInt64 = 0
    private var memberCount = 0
    private var pictureCount = 0
    private let start = ContinuousClock.now
    private var toldGaps: Set<CoverageGap> = []
    /// Names as they are told.
    private var maskedNames: [String: String] = [:]

    /// So many gaps are told, each once.
    private static let mostGaps = 20
    /// A name that is longer is cut, so that a place fits into a message.
    private static let longestName = 300

    init(order: ScanOrder, office: Office, detectors: DetectorSet) {
        self.order = order
        self.office = office
        self.detectors = detectors
        scanner = ContentScanner(detectors: detectors, salt: order.salt)
    }

    // MARK: Text

    /// Begins a passage of the document that is read now.
    func begin(_ part: Passage.Part = .body, page: Int? = nil, sheet: String? = nil, form: Passage.Form = .prose) {
        scanner.begin(Passage(place: place(part, page: page, sheet: sheet), form: form))
    }

    /// Where a passage of the document that is read now stands.
    func place(_ part: Passage.Part = .body, page: Int? = nil, sheet: String? = nil) -> Passage.Place {
        let sheet = sheet.map { String($0.prefix(Self.longestName)) }
        return Passage.Place(members: members, page: page, sheet: sheet, part: part)
    }

    /// Reads the passage's next bytes, in UTF-8.
    func read(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        textBytes += UInt64(bytes.count)
        scanner.read(bytes.span)
    }

    func read(_ text: String) { read(Array(text.utf8)) }

    func end() { scanner.end() }

    /// Hands the scanner to whoever reads many short passages of the document that is read now.
    /// - Parameter body: Reads them, and answers how many bytes they had.
    func scan(_ body: (inout ContentScanner) -> Int) {
        textBytes += UInt64(body(&scanner))
    }

    /// Reads texts of the document of which each says the same in another form.
    /// - Parameters:
    ///   - count: How many there are.
    ///   - body: Reads one of them.
    /// - Throws: What the body does.
    func readAlternatives<Failure: Error>(_ count: Int, _ body: (Int) throws(Failure) -> Void) throws(Failure) {
        end()
        let outer = scanner.alternatives
        scanner.alternatives = AlternativeTexts(of: members)
        defer {
            end()
            scanner.alternatives = outer
        }
        for number in 0..<count {
            try body(number)
            end()
            scanner.alternatives?.next()
        }
    }

    /// Reads a field about the document.
    func tell(_ path: String, _ value: String) {
        guard !value.isEmpty else { return }
        begin(.metadata, form: .keyed(path: path))
        read(value)
        end()
    }

    /// Looks at a name as at text, without taking that for the content.
    func tell(name: String) {
        begin(.metadata, form: .keyed(path: "file/name"))
        scanner.read(Array(name.utf8).span)
        end()
    }

    // MARK: Gaps

    /// Notes that something was not read.
    func miss(_ reason: CoverageGap.Reason, _ detail: String? = nil) {
        gapCount += 1
        let gap = CoverageGap(reason, members: members.map(masked), detail: detail)
        guard toldGaps.count < Self.mostGaps, toldGaps.insert(gap).inserted else { return }
        office.send(.missed(gap))
    }

    /// Reads what may turn out to be unreadable; the rest goes on then.
    func attempt(_ body: () throws(Obstacle) -> Void) {
        do throws(Obstacle) {
            try body()
        } catch {
            end()
            miss(error.reason, error.detail)
        }
    }

    // MARK: Members

    /// Reads a member of an archive, or an attachment, as a document of its own.
    func enter(_ name: String, _ body: () throws(Obstacle) -> Void) {
        readEncoded()
        memberCount += 1
        members.append(String(name.prefix(Self.longestName)))
        defer { members.removeLast() }
        guard memberCount <= order.limits.members else {
            if memberCount == order.limits.members + 1 { miss(.tooManyMembers) }
            return
        }
        guard members.count <= order.limits.depth else { return miss(.tooDeep) }
        tell(name: name)
        attempt(body)
        readEncoded()
    }

    /// Reads what stood encoded in the text of the document that was read, as documents of their own.
    private func readEncoded() {
        let encoded = scanner.takeEncoded()
        guard !encoded.isEmpty else { return }
        end()
        if encoded.isCut { miss(.tooLarge, "encoded text") }
        if !encoded.texts.isEmpty {
            enter("encoded text") { () throws(Obstacle) in
                begin()
                read(encoded.texts)
                end()
            }
        }
        for file in encoded.files {
            enter("encoded file") { () throws(Obstacle) in try readEncoded(file) }
        }
        for packed in encoded.packed { readPacked(packed) }
    }

    /// Reads what deflate may have packed; most of what only looks so does not unpack to text.
    private func readPacked(_ packed: [UInt8]) {
        let limit = Int(clamping: order.limits.heldBytes)
        guard let content = try? Inflating.bytes(bare: packed, limit: limit, to: self), !content.isEmpty,
            Kind(head: Array(content.prefix(Kind.head)), name: "") != .binary
        else { return }
        enter("encoded file") { () throws(Obstacle) in try Document(desk: self, name: "").read(Source(content)) }
    }

    /// Reads a file that stood encoded in a text; what only looks like one in zlib's frame is nothing but a long word.
    private func readEncoded(_ file: [UInt8]) throws(Obstacle) {
        guard file.first == 0x78 else { return try Document(desk: self, name: "").read(Source(file)) }
        let limit = Int(clamping: order.limits.heldBytes)
        guard let content = try? Inflating.bytes(framed: file[...], limit: limit, to: self) else {
            return try PrintableRuns.read(ReadyStream(file), to: self)
        }
        try Document(desk: self, name: "").read(Source(content))
    }

    /// Whether another member may be looked at.
    var mayGoOn: Bool { memberCount <= order.limits.members && unpackedBytes <= order.limits.unpackedBytes }

    /// Counts bytes that came out of an archive of this size.
    func count(unpacked count: Int, ofArchive size: Int, soFar: UInt64) throws(Obstacle) {
        unpackedBytes += UInt64(count)
        guard unpackedBytes <= order.limits.unpackedBytes else { throw Obstacle(.tooLarge) }
        // Pictures of mostly one colour are small, too.
        guard soFar <= 64 << 20 || soFar / order.limits.expansion <= UInt64(max(1, size)) else { throw Obstacle(.bomb) }
    }

    // MARK: Pictures

    /// Whether text may be looked for in another picture; each answer counts as one.
    ///
    /// So many are read for one file, whatever they lie in, and until so much of its time is over that what was found
    /// by then can still be told.
    func takesPicture() -> Bool {
        let whole = order.lifeLimit
        guard pictureCount < order.limits.picturePages, start.duration(to: .now) < max(whole / 2, whole - .seconds(300))
        else { return false }
        pictureCount += 1
        return true
    }

    /// Notes that pictures came after those that could be read.
    func missFurtherPictures() { miss(.pictures, "those after the first \(pictureCount)") }

    // MARK: Outside programs

    /// Has an outside program read a document, which is the file itself unless another is given; the body takes each
    /// answer, and asks nothing itself.
    func ask(
        _ task: OutsideTask, about source: Source?, _ body: (OutsideAnswer) throws(Obstacle) -> Void
    ) throws(Obstacle) -> ProgramEnding {
        try office.ask(task, about: source, body)
    }

    /// Notes what an ending means for coverage.
    func note(_ ending: ProgramEnding) {
        switch ending {
        case .quiet: break
        case .complained: miss(.complained)
        case .wantsPassword: miss(.encrypted)
        case .outOfMemory: miss(.memory)
        case .tooLong: miss(.time)
        case .crashed: miss(.crashed)
        case .passedOver: miss(.complained, "notes, tasks or lists were passed over")
        case .notStarted: miss(.noReader, "the jail for outside programs")
        }
    }

    // MARK: Names

    /// A name as it is told: what the detectors find in it never leaves the worker.
    private func masked(_ name: String) -> String {
        if let known = maskedNames[name] { return known }
        let masked = ContentScanner.masked(name: name, detectors: detectors)
        maskedNames[name] = masked
        return masked
    }

    private func masked(_ finding: Finding) -> Finding {
        var finding = finding
        for index in finding.places.indices {
            let place = finding.places[index].passage
            finding.places[index].passage.members = place.members.map(masked)
            finding.places[index].passage.sheet = place.sheet.map(masked)
        }
        return finding
    }

    // MARK: The end

    /// Judges all that was read, and tells the supervisor.
    func finish() {
        scanner.end()
        readEncoded()
        let summary = scanner.finish()
        for finding in summary.findings { office.send(.found(masked(finding))) }
        let bytesRead = textBytes == 0 && gapCount > 0 ? 0 : order.size - min(order.size, unreadBytes)
        office.send(
            .done(
                DocumentReading(
                    kind: kind, bytesRead: bytesRead, textBytes: textBytes, gapCount: gapCount,
                    subjects: summary.subjects, tags: summary.tags, sampleValues: summary.sampleValues)))
    }
}
