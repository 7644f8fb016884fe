internal import SensitiveContent

/// Collects the text of an office document's part: the main text in one passage, and remarks, notes and deleted text in
/// passages of their own after it.
final class OfficeText {
    private let desk: Desk
    private let part: Passage.Part
    private var page: Int?
    private var main: [UInt8] = []
    private var others: [(part: Passage.Part, text: [UInt8])] = []
    /// The parts that text goes to now, the innermost last; nil is nowhere.
    private var targets: [Passage.Part?] = []
    /// An account number with what stands in it for another part, and that part.
    private var other: (reading: OtherReading, part: Passage.Part)?
    private var isInOther = false
    /// The end of the main text that was handed on.
    private var handed: [UInt8] = []
    /// What it holds besides.
    var remains = Remains()

    private static let piece = 64 << 10
    private static let mostOther = 8 << 20

    init(_ desk: Desk, part: Passage.Part = .body, page: Int? = nil) {
        self.desk = desk
        self.part = part
        self.page = page
        desk.begin(part, page: page)
    }

    /// Text goes to another part until ``leave()``; nil is nowhere.
    func enter(_ part: Passage.Part?) { targets.append(part) }

    /// What is hidden or was deleted goes to another part until ``leave()``; in the middle of an account number, the rest of the
    /// number goes there, too.
    func enterUnshown(_ part: Passage.Part) {
        if targets.isEmpty {
            beginOther(in: part)
            isInOther = other != nil
        }
        enter(part)
    }

    func leave() {
        _ = targets.popLast()
        if targets.isEmpty { isInOther = false }
    }

    /// What follows up to ``endInsertion()`` was inserted: an account number in whose middle it stands was another one before.
    func beginInsertion() {
        guard targets.isEmpty else { return }
        beginOther(in: .trackedChange)
        other?.reading.leavesOut = true
    }

    func endInsertion() {
        followMain()
        other?.reading.leavesOut = false
    }

    /// The main text goes on as the next page.
    func turn(to page: Int, hidden: Bool = false) {
        hand()
        self.page = page
        desk.begin(hidden ? .hidden : part, page: page)
    }

    func append(_ bytes: [UInt8]) {
        guard let target = targets.last else {
            main += bytes
            if main.count >= Self.piece { hand() }
            return
        }
        guard let target else { return remains.add(bytes) }
        guard !isInOther || other?.part != target else {
            other?.reading.add(bytes)
            return
        }
        add(bytes, to: target)
    }

    private func add(_ bytes: [UInt8], to target: Passage.Part) {
        if let index = others.firstIndex(where: { $0.part == target }) {
            if others[index].text.count < Self.mostOther { others[index].text += bytes }
        } else {
            others.append((target, bytes))
        }
    }

    /// Ends a cell, whose last paragraph does not end its line.
    func endCell() {
        if targets.isEmpty, main.last == 0x0A { main.removeLast() }
        append("\t")
    }

    /// Adds a text that stands in the middle of the main text without being of it, such as a picture's description.
    func appendAside(_ text: String) {
        let isMain = targets.isEmpty
        if isMain { enter(part) }
        append(Array("\(text)\n".utf8))
        if isMain { leave() }
    }

    func append(_ text: StaticString) {
        append(text.description.utf8.map { $0 })
    }

    private func beginOther(in part: Passage.Part) {
        followMain()
        if other?.part != part { endOther() }
        if other == nil, let reading = OtherReading(behind: main, after: handed) { other = (reading, part) }
    }

    private func followMain() {
        other?.reading.follow(main)
        if other?.reading.isEnded == true { endOther() }
    }

    private func endOther() {
        guard let (reading, part) = other else { return }
        other = nil
        add(reading.text + [0x0A], to: part)
    }

    /// Ends all passages.
    func finish() {
        hand()
        endOther()
        desk.end()
        for other in others {
            desk.begin(other.part, page: page)
            desk.read(other.text)
            desk.end()
        }
        others = []
        remains.hand(to: desk, page: page)
    }

    private func hand() {
        followMain()
        desk.read(main)
        handed = OtherReading.rest(of: handed + OtherReading.rest(of: main))
        main.removeAll(keepingCapacity: true)
        other?.reading.restart()
    }
}
