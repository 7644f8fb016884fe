internal import CheckHistory
internal import Diagnosis
internal import StorageModel

/// What a report says: what broke, what recovered, what will break and what lasts, each with who has to act.
struct NightReport {
    /// One thing that is said.
    struct Item {
        enum Mark: String {
            case bad
            case warning
            case good
            case unknown
        }

        var mark: Mark
        var text: String
        /// Who has to act; nil when nobody does.
        var owner: Owner?
        /// What to do.
        var next = ""
        /// Whether the reader was not told before.
        var isNew: Bool
    }

    /// Things of one sort.
    struct Section {
        enum Kind: String, CaseIterable {
            case broke
            case recovered
            case ahead
            case lasting
        }

        var kind: Kind
        var items: [Item]
    }

    /// The last 30 days.
    let view: HistoryView
    /// What changed since the reader was told last.
    let news: [Change]
    /// What lasts.
    let conditions: [Condition]
    /// The conditions that the reader was not told of.
    let fresh: Set<Condition>
    /// When the reader was told last.
    let since: Moment
    /// Whom it is for; empty for everybody.
    let owners: Set<Owner>
    let institution: Institution
    let words: HistoryText

    /// At most how many items of one sort are shown; the others are counted.
    static let mostItems = 50

    /// Whether there is something that the reader was not told.
    var hasNews: Bool { sections.contains { $0.items.contains(where: \.isNew) } }

    /// How the report ends: 1 when something is wrong now, or a run is missing.
    var exitStatus: ExitStatus { view.exitStatus }

    /// All sections that have something to say.
    var sections: [Section] {
        // That a place works from here and not from there is one line that says just that.
        let differing = Set(fresh.filter { $0.kind == .differs }.map(\.target))
        let worse = news.filter { !$0.kind.isGood && !($0.kind == .broke && differing.contains($0.target)) }
        let told = Set(worse.map(\.target))
        let broke =
            items(worse) + conditions(.differs, isNew: true) + conditions(.missing, isNew: true)
        let recovered = items(news.filter(\.kind.isGood))
        let ahead = conditions(.full) + conditions(.slow)
        let lasting =
            stillDown(except: told) + conditions(.differs, isNew: false, except: told)
            + conditions(.missing, isNew: false)
        return [
            Section(kind: .broke, items: broke), Section(kind: .recovered, items: recovered),
            Section(kind: .ahead, items: ahead), Section(kind: .lasting, items: lasting),
        ].map { section in
            var section = section
            section.items = section.items.filter { item in
                owners.isEmpty || item.owner.map { owners.contains($0) } ?? true
            }
            return section
        }.filter { !$0.items.isEmpty }
    }

    /// What it is about, in one line.
    var subject: String {
        let sections = sections
        func count(_ kind: Section.Kind) -> Int { sections.first { $0.kind == kind }?.items.count ?? 0 }
        func part(_ number: Int, _ english: String, _ german: String) -> String? {
            number > 0 ? "\(words.wording.number(number)) \(words.wording.say(english, german))" : nil
        }
        let parts = [
            part(
                count(.broke), count(.broke) == 1 ? "new fault" : "new faults",
                count(.broke) == 1 ? "neue Störung" : "neue Störungen"),
            part(count(.recovered), "recovered", "wieder gut"),
            part(
                count(.ahead), count(.ahead) == 1 ? "warning" : "warnings", count(.ahead) == 1 ? "Warnung" : "Warnungen"
            ),
            part(count(.lasting), "still wrong", "weiter gestört"),
        ].compactMap(\.self)
        let name = institution.name.shownOnOneLine
        return "\(name): "
            + (parts.isEmpty
                ? words.wording.say("places for data are well", "Ablagen in Ordnung") : parts.joined(separator: ", "))
    }

    /// The heading of a sort.
    func title(_ kind: Section.Kind) -> String {
        switch kind {
        case .broke: words.wording.say("Broke", "Neu gestört")
        case .recovered: words.wording.say("Recovered", "Wieder gut")
        case .ahead: words.wording.say("Will break", "Bald gestört")
        case .lasting: words.wording.say("Still wrong", "Weiter gestört")
        }
    }

    /// The changes, each once for all vantages that saw it.
    private func items(_ changes: [Change]) -> [Item] {
        changes.grouped { [$0.kind.rawValue, $0.target, $0.cause?.rawValue, $0.previousCause?.rawValue] }.map { group in
            let change = group[0]
            let mark: Item.Mark =
                switch change.kind {
                case .broke, .causeChanged, .flapping: .bad
                case .degraded, .improved: .warning
                case .recovered, .calm: .good
                case .unchecked: .unknown
                }
            let others = group.dropFirst().map(\.vantage).filter { $0 != change.vantage }
            return Item(
                mark: mark, text: words.sentence(change, andFrom: others),
                owner: (change.cause ?? change.previousCause)?.reportOwner,
                next: change.kind.isGood ? "" : next(on: change.cause), isNew: true)
        }
    }

    /// What is down and was told before.
    private func stillDown(except told: Set<String>) -> [Item] {
        let differing = Set(view.differences.map(\.target))
        let down = view.standings.filter { one in
            one.verdict == .failed && one.silence == nil && !differing.contains(one.target)
                && !told.contains(one.target)
        }
        return down.grouped { [$0.target, $0.cause?.rawValue] }.map { group in
            let first = group.min { ($0.troubledSince ?? $0.since) < ($1.troubledSince ?? $1.since) } ?? group[0]
            let others = group.map(\.vantage).filter { $0 != first.vantage }
            return Item(
                mark: .bad, text: words.stillDown(first, andFrom: others), owner: first.cause?.reportOwner,
                next: next(on: first.cause), isNew: false)
        }
    }

    private func conditions(_ kind: Condition.Kind, isNew: Bool? = nil, except told: Set<String> = []) -> [Item] {
        conditions.filter { one in
            one.kind == kind && !told.contains(one.target) && isNew.map { $0 == fresh.contains(one) } ?? true
        }.map { one in
            Item(
                mark: kind == .full || kind == .slow ? .warning : .bad, text: one.text, owner: one.owner,
                next: next(on: one.cause), isNew: fresh.contains(one))
        }
    }

    private func next(on cause: Cause?) -> String {
        cause.map { CheckWording(wording: words.wording).advice(on: $0).helpdesk } ?? ""
    }
}

extension Change.Kind {
    /// Whether something became better.
    var isGood: Bool {
        switch self {
        case .recovered, .improved, .calm: true
        case .broke, .causeChanged, .degraded, .unchecked, .flapping: false
        }
    }
}

extension Cause {
    /// Who has to act on it where nobody is at a screen: what people can help themselves with is the helpdesk's.
    var reportOwner: Owner { owner == .user ? .helpdesk : owner }
}

extension Sequence {
    /// The elements that are alike together, in the order in which their first ones come.
    fileprivate func grouped<Key: Hashable>(by key: (Element) -> Key) -> [[Element]] {
        var places: [Key: Int] = [:]
        var groups: [[Element]] = []
        for element in self {
            let key = key(element)
            if let place = places[key] {
                groups[place].append(element)
            } else {
                places[key] = groups.count
                groups.append([element])
            }
        }
        return groups
    }
}
