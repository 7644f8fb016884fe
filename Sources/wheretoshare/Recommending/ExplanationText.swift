internal import StorageModel

/// Renders an answer with everything it rests on: for the helpdesk, the policy's owner and anybody who doubts it.
struct ExplanationText {
    let text: RecommendationText

    private var document: RecommendationDocument { text.document }
    private var wording: Wording { text.wording }

    /// The full explanation.
    func full(withMessages: Bool) -> String {
        var layout = TextLayout(width: text.width, labels: ["      "], isColored: text.isColored)
        text.head(&layout)
        layout.items("", LiveText(wording).lines(document), numbered: false)
        if let way = document.recommended { recommended(way, &layout) }
        question(&layout)
        if !document.alternatives.isEmpty {
            layout.gap()
            layout.headline(wording(.alternativesHeading))
            for way in document.alternatives {
                layout.items("", ["\(way.name) (\(way.method))"], numbered: false)
                layout.items(
                    "", (way.obligations.map { demand($0) } + way.reasons.map(reason)).map { "- " + $0 },
                    numbered: false)
            }
        }
        closed(&layout)
        foundations(&layout)
        if withMessages { text.messages(&layout) }
        layout.gap()
        layout.footer(
            "\(document.id) · \(document.date) · \(document.inventory.institution) \(document.inventory.revision)")
        return layout.text
    }

    private func recommended(_ way: RecommendationDocument.Way, _ layout: inout TextLayout) {
        for location in way.locations where location.path != text.location(way) {
            layout.place(location.path, named: location.os)
        }
        layout.gap()
        layout.items("", way.steps, numbered: true)
        layout.gap()
        layout.items("", way.obligations.map { demand($0) }, numbered: false)
        layout.items("", way.prerequisites.map(need), numbered: false)
        layout.items(
            "", way.reasons.map(reason) + way.notes.map(reason) + way.warnings + way.exemptions, numbered: false)
        if !way.reliesOnPeople.isEmpty {
            layout.items("", [wording(.reliesOnPeople, wording.list(way.reliesOnPeople))], numbered: false)
        }
        layout.items("", way.uncheckedLimits, numbered: false)
    }

    private func question(_ layout: inout TextLayout) {
        let asked = document.question
        layout.gap()
        layout.headline(wording(.explainHeading))
        let tags = asked.tags.map { "\($0.id) (\($0.because))" }.joined(separator: ", ")
        let setBy = asked.levelSetBy.isEmpty ? "" : " ← \(asked.levelSetBy.joined(separator: ", "))"
        layout.items(
            "",
            [
                "audience: \(asked.audience.map { "\($0.kind)\($0.id.map { " \($0)" } ?? "")" }.joined(separator: ", "))",
                "action: \(asked.action)", "level: \(asked.level)\(setBy)", tags.isEmpty ? "" : "tags: \(tags)",
                "network: \(asked.network) (\(asked.networkBecause))",
                "asker: \(asked.asker ?? "?")\(asked.askerGroups.map { " (\($0.joined(separator: ", ")))" } ?? "")",
                text.dataLine,
            ] + asked.contradictions + asked.facets.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" },
            numbered: false)
    }

    private func closed(_ layout: inout TextLayout) {
        guard !document.excluded.isEmpty || !document.referrals.isEmpty else { return }
        layout.gap()
        layout.headline(wording(.excludedHeading))
        layout.items("", document.referrals.map(reason), numbered: false)
        for way in document.excluded {
            layout.items("", ["\(way.name) (\(way.method)): \(Self.state(way.state, wording))"], numbered: false)
            layout.items("", way.because.map { "- " + reason($0) }, numbered: false)
            layout.items("", way.wouldNeed.map { ["- " + wording(.wouldOpen, $0)] } ?? [], numbered: false)
        }
    }

    private func foundations(_ layout: inout TextLayout) {
        guard let way = document.recommended, !way.assumptions.isEmpty || !way.overdue.isEmpty else { return }
        layout.gap()
        layout.headline(wording(.foundationsHeading))
        layout.items(
            "",
            way.assumptions.map { wording(.assumedNotConfirmed, document.contact.name, $0) }
                + way.overdue.map { wording(.overdueReview, $0) }, numbered: false)
    }

    private func demand(_ demand: RecommendationDocument.Demand) -> String {
        let words = demand.required ? demand.text : wording(.suggestion, demand.text)
        return "\(words) [\(demand.rules.joined(separator: ", "))]"
    }

    private func need(_ need: RecommendationDocument.Need) -> String {
        let party = need.who == Party.sender.rawValue ? wording(.partySender) : wording(.partyRecipient)
        let met =
            switch need.met {
            case "yes": wording(.metYes)
            case "no": wording(.metNo)
            default: wording(.metUnknown)
            }
        return "\(party): \(need.text): \(met) [\(need.rules.joined(separator: ", "))]"
    }

    private func reason(_ reason: RecommendationDocument.Reason) -> String {
        guard let rule = reason.rule else { return reason.text }
        let basis = reason.basis.flatMap(Basis.init(rawValue:)).map { basis -> String in
            switch basis {
            case .stated: wording(.basisStated)
            case .derived: wording(.basisDerived)
            case .assumed: wording(.basisAssumed)
            }
        }
        return "\(reason.text) [\(([rule] + [basis, reason.source].compactMap { $0 }).joined(separator: "; "))]"
    }

    static func state(_ state: String, _ wording: Wording) -> String {
        switch state {
        case "forbidden": wording(.stateForbidden)
        case "not-permitted": wording(.stateNotPermitted)
        case "unsupported": wording(.stateUnsupported)
        case "ask": wording(.stateAsk)
        case "down": wording(.stateDown)
        default: wording(.stateCannot)
        }
    }
}
