internal import Diagnosis
internal import StorageModel

/// Says how the places of an answer do just now.
struct LiveText {
    private let wording: Wording

    init(_ wording: Wording) { self.wording = wording }

    /// What people have to know of the best way before they begin; empty when it works, or nobody looked.
    func lines(_ document: RecommendationDocument) -> [String] {
        guard let way = document.recommended, way.live.checkedAt != nil else { return [] }
        var lines: [String] = []
        if way.isDown {
            let since = way.live.since.flatMap { Moment(rfc3339: $0) }
            let phrase = since.map { wording(.liveDownSince, down(way).asSentence, place(way), $0.recentLocal) }
            lines.append(phrase ?? wording(.liveDown, down(way).asSentence))
        }
        if way.isClosedToAsker, let advice = cause(way).map(CheckWording(wording: wording).advice) {
            lines.append(wording(.liveYours, advice.title.asSentence, advice.person))
        }
        if way.live.verdict == Verdict.degraded.rawValue, let title = title(way) {
            lines.append(wording(.liveDegraded, title.asSentence))
        }
        if way.hasTooLittleRoom(for: document.question.bytes) {
            lines.append(
                wording(
                    .liveNoRoom, wording.size(way.live.freeBytes ?? 0), wording.size(document.question.bytes ?? 0)))
        }
        if let other = document.meanwhileWay {
            let needs = other.obligations.filter(\.required).map(\.text)
            let name = needs.isEmpty ? other.name : wording(.alsoHere, other.name, needs.joined(separator: ", "))
            let works = [Verdict.healthy, .degraded].map(\.rawValue).contains(other.live.verdict)
            lines.append(wording(works ? .liveMeanwhile : .liveMeanwhileUnchecked, name))
        } else if way.isDown {
            lines.append(wording(.liveNoOther, document.contact.name))
        } else if way.hasTooLittleRoom(for: document.question.bytes) {
            lines.append(wording(.liveNoOtherRoom, document.contact.name))
        }
        return lines
    }

    /// How the best way does, in a few words for the last line.
    func remark(_ document: RecommendationDocument) -> String {
        guard let way = document.recommended, let moment = way.live.checkedAt.flatMap({ Moment(rfc3339: $0) }) else {
            return wording(.notCheckedNow)
        }
        let verdict = Verdict(rawValue: way.live.verdict) ?? .unknown
        if verdict == .unknown { return wording(way.isBehindClosedDoor ? .liveAfterFirst : .liveUnknown) }
        if verdict == .healthy, !document.isSignedIn(to: way) {
            return wording(.liveAnswered, way.system, moment.localTime)
        }
        let words = wording(
            .liveVerdict, way.share ?? way.system, CheckWording(wording: wording).verdict(verdict), moment.localTime)
        return way.live.freeBytes.map { "\(words), \(wording(.checkFree, wording.size($0)))" } ?? words
    }

    private func place(_ way: RecommendationDocument.Way) -> String { way.share ?? way.system }

    /// What is wrong with a way that does not work, and who has to act.
    func down(_ way: RecommendationDocument.Way) -> String {
        guard let cause = cause(way), let title = title(way) else {
            return CheckWording(wording: wording).verdict(.failed)
        }
        return wording(.liveCause, title, CheckWording(wording: wording).owner(cause.owner))
    }

    private func cause(_ way: RecommendationDocument.Way) -> Cause? { way.live.cause.flatMap(Cause.init(rawValue:)) }

    private func title(_ way: RecommendationDocument.Way) -> String? {
        cause(way).map { CheckWording(wording: wording).advice(on: $0).title }
    }
}

extension RecommendationDocument {
    /// Whether somebody signed in to look at a way; a share without an account is seen no further than its server.
    fileprivate func isSignedIn(to way: Way) -> Bool { checked.contains { $0.target == way.place } || way.share == nil }

    /// The way to use until the best one works again.
    fileprivate var meanwhileWay: Way? {
        alternatives.first { $0.method == meanwhile?.method && $0.share == meanwhile?.share }
    }
}
