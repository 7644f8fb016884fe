internal import CheckHistory
internal import Diagnosis
internal import StorageModel

/// The program's sentences about what checks found over time.
struct HistoryText {
    let wording: Wording

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
            ? wording.say(
                "; \(wording.number(count)) places fail because of it",
                "; \(wording.number(count)) Orte fallen deswegen aus") : ""
        switch change.kind {
        case .broke:
            return wording.say(
                "\(place) has been down since \(time), \(from)", "\(place) ist seit \(time) ausgefallen, \(from)")
                + reason + others
        case .causeChanged:
            return wording.say(
                "\(place) is still down, now for another cause, \(from)",
                "\(place) ist weiter ausgefallen, jetzt aus einem anderen Grund, \(from)") + reason
        case .degraded:
            return wording.say(
                "\(place) has worked, but not as it should, since \(time), \(from)",
                "\(place) geht, aber seit \(time) nicht so, wie es soll, \(from)") + reason
        case .recovered:
            return wording.say(
                "\(place) has been well again since \(time), \(from)", "\(place) geht seit \(time) wieder, \(from)")
                + after(change)
        case .improved:
            return wording.say(
                "\(place) has worked again since \(time), but not as it should, \(from)",
                "\(place) geht seit \(time) wieder, aber nicht so, wie es soll, \(from)") + reason
        case .unchecked:
            return wording.say(
                "\(place) could not be checked at \(time), \(from)",
                "\(place) konnte um \(time) nicht geprüft werden, \(from)") + reason
        case .flapping:
            return wording.say(
                "\(place) has gone up and down since \(time), \(from)",
                "\(place) fällt seit \(time) immer wieder aus, \(from)") + reason
        case .calm:
            let now = CheckWording(wording: wording).verdict(change.verdict)
            return wording.say(
                "\(place) has been steady again since \(time), \(from): \(now)",
                "\(place) ist seit \(time) wieder beständig, \(from): \(now)")
        }
    }

    /// How long what is over took.
    private func after(_ change: Change) -> String {
        guard let since = change.previousSince else { return "" }
        let time = duration(change.at.seconds(since: since))
        let title = change.previousCause.map(self.title)
        return wording.say(" (after \(time)", " (nach \(time)") + (title.map { ": \($0))" } ?? ")")
    }

    /// From where something was seen.
    func seen(from vantages: [String]) -> String {
        wording.say("from \(wording.list(vantages))", "von \(wording.list(vantages)) aus")
    }

    private func name(_ change: Change) -> String {
        change.isOfDependency ? dependency(change.target) : change.target
    }

    /// What several places depend on, in words.
    func dependency(_ name: String) -> String {
        switch name {
        case Dependencies.vantage: wording.say("the line of this computer", "die Leitung dieses Rechners")
        case Dependencies.names: wording.say("the look-up of names (DNS)", "die Namensauflösung (DNS)")
        case Dependencies.signIn: wording.say("the sign-in", "die Anmeldung")
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
            let text = wording.say(days == 1 ? "1 day" : "\(days) days", days == 1 ? "1 Tag" : "\(days) Tagen")
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
        return (wording.language == "de" ? text.replacing(".", with: ",") : text) + " %"
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
