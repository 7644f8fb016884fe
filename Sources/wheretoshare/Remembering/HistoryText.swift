internal import CheckHistory
internal import Diagnosis
internal import StorageModel

/// The program's sentences about what checks found over time.
struct HistoryText {
    let wording: Wording

    private var isGerman: Bool { wording.language == "de" }

    /// One of two sentences, by the language.
    func pick(_ english: String, _ german: String) -> String { isGerman ? german : english }

    /// A change, in one sentence.
    /// - Parameters:
    ///   - change: The change.
    ///   - others: The other vantages from which the same was seen.
    /// - Returns: The sentence, without a full stop.
    func sentence(_ change: Change, andFrom others: [String] = []) -> String {
        let place = name(change)
        let from = seen(from: [change.vantage] + others)
        let reason = change.cause.map { ": \(title($0))" } ?? ""
        let time = change.at.local
        let count = change.consequences
        let others =
            count > 0
            ? pick(
                "; \(wording.number(count)) places fail because of it",
                "; \(wording.number(count)) Orte fallen deswegen aus") : ""
        switch change.kind {
        case .broke:
            return pick(
                "\(place) has been down since \(time), \(from)", "\(place) ist seit \(time) ausgefallen, \(from)")
                + reason + others
        case .causeChanged:
            return pick(
                "\(place) is still down, now for another cause, \(from)",
                "\(place) ist weiter ausgefallen, jetzt aus einem anderen Grund, \(from)") + reason
        case .degraded:
            return pick(
                "\(place) has worked, but not as it should, since \(time), \(from)",
                "\(place) geht, aber seit \(time) nicht so, wie es soll, \(from)") + reason
        case .recovered:
            return pick(
                "\(place) has been well again since \(time), \(from)", "\(place) geht seit \(time) wieder, \(from)")
                + after(change)
        case .improved:
            return pick(
                "\(place) has worked again since \(time), but not as it should, \(from)",
                "\(place) geht seit \(time) wieder, aber nicht so, wie es soll, \(from)") + reason
        case .unchecked:
            return pick(
                "\(place) could not be checked at \(time), \(from)",
                "\(place) konnte um \(time) nicht geprüft werden, \(from)") + reason
        case .flapping:
            return pick(
                "\(place) has gone up and down since \(time), \(from)",
                "\(place) fällt seit \(time) immer wieder aus, \(from)") + reason
        case .calm:
            let now = CheckWording(wording: wording).verdict(change.verdict)
            return pick(
                "\(place) has been steady again since \(time), \(from): \(now)",
                "\(place) ist seit \(time) wieder beständig, \(from): \(now)")
        }
    }

    /// How long what is over took.
    private func after(_ change: Change) -> String {
        guard let since = change.previousSince else { return "" }
        let time = duration(change.at.seconds(since: since))
        let title = change.previousCause.map(self.title)
        return pick(" (after \(time)", " (nach \(time)") + (title.map { ": \($0))" } ?? ")")
    }

    /// From where something was seen.
    func seen(from vantages: [String]) -> String {
        pick("from \(wording.list(vantages))", "von \(wording.list(vantages)) aus")
    }

    private func name(_ change: Change) -> String {
        change.isOfDependency ? dependency(change.target) : change.target
    }

    /// What several places depend on, in words.
    func dependency(_ name: String) -> String {
        switch name {
        case Dependencies.vantage: pick("the line of this computer", "die Leitung dieses Rechners")
        case Dependencies.names: pick("the look-up of names (DNS)", "die Namensauflösung (DNS)")
        case Dependencies.signIn: pick("the sign-in", "die Anmeldung")
        default: name
        }
    }

    /// What is wrong, in few words with the id.
    func title(_ cause: Cause) -> String {
        "\(CheckWording(wording: wording).advice(on: cause).title) (\(cause.rawValue))"
    }

    /// A time in its two largest units.
    func duration(_ seconds: Int64) -> String {
        let (days, hours, minutes) = (seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60)
        if days > 0 {
            let text = pick(days == 1 ? "1 day" : "\(days) days", days == 1 ? "1 Tag" : "\(days) Tagen")
            return hours > 0 ? "\(text) \(hours) h" : text
        }
        if hours > 0 { return minutes > 0 ? "\(hours) h \(minutes) min" : "\(hours) h" }
        return minutes > 0 ? "\(minutes) min" : "\(seconds) s"
    }

    /// A part of a whole as a percentage; never 100 when something is missing.
    func percent(_ share: Double) -> String {
        let hundredths = (share * 10_000).rounded(.down) / 100
        let whole = hundredths.rounded(.down)
        let text = hundredths == 100 ? "100" : "\(Int(whole)).\(two(Int(((hundredths - whole) * 100).rounded())))"
        return (isGerman ? text.replacing(".", with: ",") : text) + " %"
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
