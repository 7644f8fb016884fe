internal import StorageModel

/// A ticket about an answer, in Markdown: what was asked, what was answered and by which rules; no file names.
struct TicketText {
    let document: RecommendationDocument
    let wording: Wording
    /// Whether the document was made without names; where not, only ids are told.
    let isNameless: Bool

    var markdown: String {
        let asked = document.question
        let isGerman = wording.language == "de"
        func words(_ english: String, _ german: String) -> String { isGerman ? german : english }
        let people = asked.audience.map { member in
            member.kind == AudienceKind.group.rawValue ? "\(member.name) (\(member.id ?? ""))" : kindName(member)
        }
        var lines = [
            "## wheretoshare \(document.id)", "",
            "| \(words("Question", "Frage")) | |", "|---|---|",
            row(words("Audience", "Empfänger"), wording.list(people)),
            row(words("Action", "Vorhaben"), asked.action),
            row(words("Level", "Stufe"), "\(asked.levelName) (\(asked.levelSetBy.joined(separator: ", ")))"),
            row(words("Content", "Inhalt"), asked.tags.map { "\($0.id) (\($0.because))" }.joined(separator: ", ")),
            row(words("Size", "Größe"), asked.bytes.map { wording.size($0) } ?? wording(.sizeUnknown)),
            row(words("Files", "Dateien"), asked.files.map { wording.number($0) } ?? "?"),
            row(words("Network", "Netz"), "\(asked.network) (\(asked.networkBecause))"),
            row(words("Inventory", "Inventar"), "\(document.inventory.institution) \(document.inventory.revision)"),
            row(words("Date", "Datum"), document.date), "",
            "**\(words("Answer", "Antwort")):** \(wording.outcome(Outcome(rawValue: document.outcome) ?? .ask))"
                + (document.recommended.map { ": \($0.name) (`\($0.method)`)" } ?? ""),
        ]
        lines += LiveText(wording).lines(document).map { "- \($0)" }
        lines += document.referrals.map { "- `\($0.rule ?? "")`: \($0.text)" }
        if let way = document.recommended {
            if isNameless { lines += [""] + way.steps.enumerated().map { "\($0.offset + 1). \($0.element)" } }
            lines += ["", "**\(words("Rules", "Regeln")):**"]
            lines += (way.reasons + way.notes).map(rule)
            lines += way.obligations.map { "- \($0.text): \($0.rules.map { "`\($0)`" }.joined(separator: ", "))" }
            if isNameless, !way.assumptions.isEmpty {
                lines += ["", "**\(words("Assumed, not confirmed", "Angenommen, nicht bestätigt")):**"]
                lines += way.assumptions.map { "- \($0)" }
            }
        }
        if !document.excluded.isEmpty { lines += ["", "**\(words("Closed ways", "Geschlossene Wege")):**"] }
        for way in document.excluded {
            lines.append("- `\(way.method)`: \(ExplanationText.state(way.state, wording))")
            lines += way.because.filter { isNameless || $0.rule != nil }.map { "  " + rule($0) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A reason as a list item; its words only where no name can stand in them.
    private func rule(_ reason: RecommendationDocument.Reason) -> String {
        guard let rule = reason.rule else { return "- \(reason.text)" }
        return isNameless ? "- `\(rule)`: \(reason.text)" : "- `\(rule)`"
    }

    /// Names and addresses of single people stay out of tickets.
    private func kindName(_ member: RecommendationDocument.Member) -> String {
        switch AudienceKind(rawValue: member.kind) {
        case .user: member.kind
        case .external: wording(.someoneOutside)
        default: member.name
        }
    }

    private func row(_ name: String, _ value: String) -> String {
        "| \(name) | \(value.map { $0 == "|" ? "\\|" : String($0) }.joined()) |"
    }
}
