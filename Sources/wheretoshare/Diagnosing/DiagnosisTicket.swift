internal import Diagnosis
internal import StorageModel

/// A ticket about a diagnosis, in Markdown: what does not work, why, who acts and what was seen; nothing secret.
struct DiagnosisTicket {
    let report: DiagnosisReport
    let words: CheckWording

    private var wording: Wording { words.wording }

    var markdown: String {
        let text = DiagnosisText(report: report, words: words)
        let diagnosis = report.diagnosis
        let cause = diagnosis.cause
        var lines = [
            "## \(report.id): \(text.headline)", "", "| | |", "|---|---|",
            row(wording.say("Place", "Ort"), "`\(diagnosis.observation.target)`"),
            row(wording.say("Result", "Ergebnis"), "`\(diagnosis.outcome.rawValue)`"),
            row(
                wording.say("Cause", "Ursache"), cause.map { "`\($0.rawValue)`: \(words.advice(on: $0).title)" } ?? "–"),
            row(wording.say("Who acts", "Wer handelt"), text.who.isEmpty ? "–" : text.who),
            row(wording.say("Seen from", "Gesehen von"), report.vantage.name.shownOnOneLine),
            row(wording.say("At", "Um"), report.at.description),
        ]
        if let person = report.person { lines.append(row(wording.say("For", "Für"), "`\(person.shownOnOneLine)`")) }
        lines += ["", "**\(wording.say("Why", "Warum")):** \(text.why)"]
        if let cause {
            lines += ["", "**\(wording.say("What to do", "Was zu tun ist")):** \(words.advice(on: cause).helpdesk)"]
        }
        lines += ["", "**\(wording.say("Steps", "Schritte")):**", ""]
        lines += diagnosis.observation.steps.map { "- \(text.line(of: $0).drop { $0 == " " })" }
        if !diagnosis.observation.alternatives.isEmpty {
            lines += ["", "**\(wording.say("Cannot be told apart from", "Nicht zu unterscheiden von")):**", ""]
            lines += diagnosis.observation.alternatives.map { rival in
                "- `\(rival.rawValue)`: " + (rival.decidingTest(in: words.wording.language)?.text ?? "")
            }
        }
        if !diagnosis.ruledOut.isEmpty {
            lines += ["", "**\(wording.say("Ruled out", "Ausgeschlossen")):**", ""]
            let witnesses = WitnessWording(wording: words.wording)
            lines += diagnosis.ruledOut.map { "- `\($0.cause.rawValue)`: \(witnesses.text($0.witness))" }
        }
        if !report.evidence.earlier.isEmpty {
            lines += ["", "**\(wording.say("As the history knows it", "Was der Verlauf weiß")):**", ""]
            lines += report.evidence.earlier.map { "- \(text.line(of: $0))" }
        }
        lines += ["", "**\(wording.say("The computer", "Der Rechner")):**", ""]
        lines += DiagnosisFacts(report, words).lines.map { "- \($0.0): \($0.1)" }
        return lines.joined(separator: "\n") + "\n"
    }

    private func row(_ name: String, _ value: String) -> String {
        "| \(name) | \(value.replacing("|", with: "\\|")) |"
    }
}
