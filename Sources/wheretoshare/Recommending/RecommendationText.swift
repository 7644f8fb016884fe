internal import Diagnosis
internal import HostFacts
internal import SensitiveContent
internal import StorageModel

/// Renders an answer for people: the place first, then what to do, why, and why not elsewhere.
struct RecommendationText {
    let document: RecommendationDocument
    let wording: Wording
    let width: Int
    let isColored: Bool

    /// The short answer, with the texts to send when asked for.
    func short(withMessages: Bool) -> String {
        var layout = TextLayout(width: width, labels: labels, isColored: isColored)
        head(&layout)
        layout.items(wording(.labelNow), LiveText(wording).lines(document), numbered: false)
        if let way = document.recommended {
            body(way, &layout)
        } else {
            unanswered(&layout)
        }
        layout.paragraph(wording(.labelData), dataLine)
        split(&layout)
        others(&layout)
        if withMessages { messages(&layout) }
        layout.gap()
        footer(&layout)
        return layout.text
    }

    private var labels: [String] {
        [
            Phrase.labelFirst, .labelThen, .labelMust, .labelWhy, .labelData, .labelAlso, .labelNot, .labelMind,
            .labelNear, .labelAsk, .labelSplit, .labelThey, .labelNow,
        ].map { wording($0) }
    }

    // MARK: The answer

    func head(_ layout: inout TextLayout) {
        guard let way = document.recommended else {
            let isAsking = document.outcome == Outcome.ask.rawValue
            return layout.headline(isAsking ? wording(.askFirst, contactLine) : wording(.noWay))
        }
        if let place = document.alreadyThere, place.reachesAudience, place.share == way.share {
            layout.headline(wording(.alreadyThere) + ":")
            layout.place(
                place.path ?? location(way) ?? place.share, remark: mountRemark(place.mountedAt, way.live.mountCause))
        } else {
            let location = location(way)
            layout.headline(way.headline + (location == nil ? "" : ":"))
            if let location { layout.place(location, remark: mountRemark(way.live.mountedAt, way.live.mountCause)) }
        }
    }

    private func mountRemark(_ point: String?, _ cause: String?) -> String? {
        guard let point else { return nil }
        guard let cause = cause.flatMap(Cause.init(rawValue:)) else { return wording(.mountedHere, point) }
        return wording(.mountedHereSick, point, cause.advice(in: wording.language).title)
    }

    func location(_ way: RecommendationDocument.Way) -> String? {
        way.locations.first { $0.os == document.question.on }?.path ?? way.locations.first?.path
    }

    private func body(_ way: RecommendationDocument.Way, _ layout: inout TextLayout) {
        let (first, then) = steps(of: way)
        layout.items(
            wording(.labelFirst), first.map { wording(.firstBecause, $0.withoutFullStop, networkClause) },
            numbered: false)
        layout.items(wording(.labelThen), then, numbered: true)
        layout.paragraph(wording(.labelMust), way.obligations.filter(\.required).map(\.text).joined(separator: " · "))
        layout.paragraph(wording(.labelThey), recipientNeeds(way))
        layout.items(wording(.labelWhy), why(way), numbered: false)
        layout.items(wording(.labelMind), cautions(way), numbered: false)
    }

    /// What to do first because a prerequisite is not met, and the steps after that.
    func steps(of way: RecommendationDocument.Way) -> (first: [String], then: [String]) {
        let count = way.stepIds.prefix { $0.hasPrefix("need-") }.count
        return (Array(way.steps.prefix(count)), Array(way.steps.dropFirst(count)))
    }

    var networkClause: String {
        let isAssumed = document.question.networkBecause == Request.NetworkGround.assumed.rawValue
        return wording(isAssumed ? .youCountAs : .youOnNetwork, document.question.networkName)
    }

    private func recipientNeeds(_ way: RecommendationDocument.Way) -> String {
        let needs = way.prerequisites.filter { $0.who == Party.recipient.rawValue }.map(\.text)
        return needs.isEmpty ? "" : wording(.theyNeed, needs.joined(separator: "; "))
    }

    /// The best founded reason with its source, and what lifted a rule.
    private func why(_ way: RecommendationDocument.Way) -> [String] {
        let order = [Basis.stated, .derived, .assumed].map(\.rawValue)
        let best = way.reasons.enumerated().min { left, right in
            (order.firstIndex(of: left.element.basis ?? "") ?? 9, left.offset)
                < (order.firstIndex(of: right.element.basis ?? "") ?? 9, right.offset)
        }
        let words = best.map { best -> String in
            best.element.source.map { "\(best.element.text.withoutFullStop) (\($0))" } ?? best.element.text
        }
        return [words].compactMap { $0 } + way.exemptions
    }

    /// What to look out for, the gravest first; no more than people read.
    private func cautions(_ way: RecommendationDocument.Way) -> [String] {
        let first = document.question.contradictions + membershipCaution(way) + way.uncheckedLimits
        let shown = first + way.notes.prefix(2).map(\.text) + way.warnings.prefix(2)
        let rest = first.count + way.notes.count + way.warnings.count - shown.count
        return shown.map(\.asSentence) + (rest > 0 ? [wording(.moreNotShown, wording.number(rest))] : [])
    }

    /// Where nobody knows the asker's groups, the share is only right for those who can open it.
    private func membershipCaution(_ way: RecommendationDocument.Way) -> [String] {
        guard way.share != nil, document.question.askerGroups == nil, document.alreadyThere == nil else { return [] }
        guard let other = document.alternatives.first(where: { $0.share == nil }) else {
            return [wording(.onlyIfMember)]
        }
        return [wording(.onlyIfMemberElse, other.name)]
    }

    private func unanswered(_ layout: inout TextLayout) {
        let asking = document.excluded.filter { $0.state == "ask" }
        let refused = document.excluded.filter { $0.state == "forbidden" || $0.state == "not-permitted" }
        let ways = asking.isEmpty ? refused : asking
        var reasons = document.referrals.map(\.text)
        let hidden = document.excluded.filter { $0.state == "cannot" }.flatMap(\.because).filter { $0.rule != nil }
        for reason in (ways.flatMap(\.because) + hidden).map(\.text) where !reasons.contains(reason) {
            reasons.append(reason)
        }
        layout.items(wording(.labelWhy), reasons, numbered: false)
        layout.items(wording(.labelMind), document.question.contradictions.map(\.asSentence), numbered: false)
        layout.items(
            wording(.labelNear),
            document.nearest.filter(\.isInOnesHands).map { wording(.thenMethod, $0.text, $0.name) }, numbered: false)
        layout.paragraph(wording(.labelAsk), wording(.askContact, document.id))
    }

    private func split(_ layout: inout TextLayout) {
        let parts = document.split.map { part -> String in
            let people = wording.list(part.audience.map(\.name))
            guard let way = part.recommended else {
                let outcome = Outcome(rawValue: part.outcome) ?? .ask
                return wording(.splitFor, people, wording.outcome(outcome))
            }
            return wording(.splitFor, people, way.name)
        }
        guard !parts.isEmpty else { return }
        layout.items(
            wording(.labelSplit), [wording(.splitIntro) + ": " + parts.joined(separator: "; ")], numbered: false)
    }

    /// Other open ways in one paragraph, then the closed ones that somebody might have thought of.
    private func others(_ layout: inout TextLayout) {
        let open = document.alternatives.map { way -> String in
            let needs = way.obligations.filter(\.required).map(\.text)
            return needs.isEmpty ? way.name : wording(.alsoHere, way.name, needs.joined(separator: ", "))
        }
        layout.paragraph(wording(.labelAlso), open.joined(separator: " · "))
        let order = ["down", "forbidden", "ask", "unsupported", "not-permitted", "cannot"]
        let closed = document.excluded.sorted { left, right in
            (order.firstIndex(of: left.state) ?? 9, left.method) < (
                order.firstIndex(of: right.state) ?? 9, right.method
            )
        }
        let shown = closed.prefix(3).map { "\($0.name): \(($0.because.first?.text ?? "").firstSentence)" }
        let rest = closed.count - shown.count
        let more = rest > 0 ? [wording(.moreNotShown, wording.number(rest))] : []
        layout.paragraph(wording(.labelNot), (shown + more).joined(separator: " · "))
    }

    func messages(_ layout: inout TextLayout) {
        for message in document.recommended?.messages ?? [] {
            layout.gap()
            layout.headline("\(wording(.messagesHeading)): \(message.id)")
            layout.block(message.text)
        }
    }

    // MARK: The data

    var dataLine: String {
        let asked = document.question
        var parts: [String] = []
        if let volume = volumeLine { parts.append(volume) }
        if let place = document.alreadyThere, !place.reachesAudience {
            parts.append(wording(.alreadyThereNotAll, place.share, wording.list(place.visibleTo)))
        }
        parts.append(contentClause(asked))
        parts += unreadClauses
        if !document.problems.isEmpty {
            let named = document.problems.prefix(3).map { wording(.surveyProblems, $0.file, $0.reason) }
            parts.append(named.joined(separator: ", "))
        }
        return parts.joined(separator: "; ")
    }

    private var volumeLine: String? {
        let asked = document.question
        guard asked.bytes != nil || asked.files != nil else { return nil }
        let size = asked.bytes.map { wording.size($0) } ?? wording(.sizeUnknown)
        let volume =
            asked.files.map { $0 == 1 ? wording(.oneFile, size) : wording(.filesCount, wording.number($0), size) }
            ?? size
        let kinds = asked.kinds.prefix(3).map { kind in
            kind.name.isEmpty
                ? wording(.sortNone, wording.number(kind.count)) : "\(wording.number(kind.count)) \(kind.name)"
        }
        let named = wording.data(asked.data, andOthers: asked.otherPaths).map { "\($0): " } ?? ""
        return named
            + (kinds.isEmpty || asked.files == 1 ? volume : wording(.kindsOf, volume, kinds.joined(separator: ", ")))
    }

    private func contentClause(_ asked: RecommendationDocument.AskedQuestion) -> String {
        let found = asked.tags.filter { $0.because == "found" }.map(seen)
        let declared = asked.tags.filter { $0.because == "declared" }.map(\.name)
        if !found.isEmpty { return wording(.contentFound, wording.list(found), asked.levelName) }
        if !declared.isEmpty { return wording(.contentDeclared, wording.list(declared), asked.levelName) }
        if asked.declaredLevel != nil { return wording(.contentDeclaredLevel, asked.levelName) }
        if asked.inspection == "complete" { return wording(.contentNothing, asked.levelName) }
        return wording(asked.inspection == "partial" ? .contentPartlyUnknown : .contentUnknown, asked.levelName)
    }

    /// A tag with how sure it is, and where it was found.
    private func seen(_ claim: RecommendationDocument.Claim) -> String {
        let ranks = Confidence.allCases.map(\.rawValue)
        let best = document.scan.findings.filter { $0.tag == claim.id }.map(\.confidence)
            .max { (ranks.firstIndex(of: $0) ?? 0) < (ranks.firstIndex(of: $1) ?? 0) }
        guard let confidence = best.flatMap(Confidence.init(rawValue:)) else { return claim.name }
        let files = claim.files
        let place =
            files.count == 1
            ? HostPath(files[0]).components.last.map { HostPath(bytes: $0).description } ?? files[0]
            : wording(.scanFiles, wording.number(files.count))
        return wording(.contentSeen, claim.name, wording.confidence(confidence), place)
    }

    /// How much of the files could not be read, and how to learn more.
    private var unreadClauses: [String] {
        let unread = document.scan.unreadable.reduce(0) { $0 + ($1.count ?? 1) }
        let counted = wording(unread == 1 ? .contentUnreadOne : .contentUnread, wording.number(unread))
        let isWorthIt = unread > 0 || !document.scan.findings.isEmpty
        return (unread > 0 ? [counted] : [])
            + (isWorthIt ? [wording(.contentLookCloser, document.question.data ?? "…")] : [])
    }

    // MARK: The end

    private func footer(_ layout: inout TextLayout) {
        var parts = [document.id, LiveText(wording).remark(document)]
        if let way = document.recommended {
            if !way.assumptions.isEmpty {
                let some = way.assumptions.prefix(2) + (way.assumptions.count > 2 ? ["…"] : [])
                parts.append(wording(.assumedNotConfirmed, document.contact.name, some.joined(separator: ", ")))
            }
            if !way.overdue.isEmpty {
                parts.append(wording(.overdueReview, way.overdue.prefix(2).joined(separator: ", ")))
            }
            if !way.messages.isEmpty { parts.append(wording(.messagesFollow)) }
        }
        if document.recommended == nil {
            parts.removeLast()
            let rules = Set(
                (document.referrals + document.excluded.flatMap(\.because)).filter { $0.basis == "assumed" }
                    .compactMap(\.rule))
            if !rules.isEmpty {
                let some = rules.sorted().prefix(2).map { wording(.statementRule, $0) } + (rules.count > 2 ? ["…"] : [])
                parts.append(wording(.assumedNotConfirmed, document.contact.name, some.joined(separator: ", ")))
            }
        }
        parts.append(wording(.moreExplain))
        layout.footer(parts.joined(separator: " · "))
    }

    private var contactAddress: String {
        [document.contact.email, document.contact.phone, document.contact.url].compactMap { $0 }.first ?? ""
    }

    private var contactLine: String { "\(document.contact.name), \(contactAddress)" }
}

extension String {
    /// The text up to its first full stop, without it.
    var firstSentence: String { (firstRange(of: ". ").map { String(self[..<$0.lowerBound]) } ?? self).withoutFullStop }

    /// The text with a capital at its beginning and a full stop at its end.
    var asSentence: String {
        guard let first else { return self }
        let isEnded = last.map { ".!?".contains($0) } ?? false
        return first.uppercased() + dropFirst() + (isEnded ? "" : ".")
    }

    /// The text without a full stop at its end.
    var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
