internal import Diagnosis
internal import StorageModel

/// A diagnosis as people read it: what, why and what next; and for the one who helps them, a page.
struct DiagnosisText {
    let report: DiagnosisReport
    let words: CheckWording

    private var wording: Wording { words.wording }
    private var diagnosis: AccessDiagnosis { report.diagnosis }
    private var observation: Observation { diagnosis.observation }
    private var witnesses: WitnessWording { WitnessWording(wording: words.wording) }
    private var evidenceWords: EvidenceWording { EvidenceWording(wording: words.wording) }

    /// What is said in a line or two.
    var headline: String {
        let place = report.place
        let who = report.person.map { "'\($0.shownOnOneLine)'" }
        switch diagnosis.outcome {
        case .works where observation.verdict == .degraded:
            return wording.say("\(place) can be used, with a flaw", "\(place) ist benutzbar, mit einem Mangel")
        case .works: return wording.say("\(place) can be used from here", "\(place) ist von hier aus benutzbar")
        case .worksAgainstInventory:
            return wording.say(
                "\(place) opens for \(who ?? "this account"), and by the inventory it should not",
                "\(place) öffnet sich für \(who ?? "dieses Konto") und sollte es laut Inventar nicht")
        case .deniedAsIntended:
            return wording.say(
                "\(place) is closed to \(who ?? "this account"), and that is right",
                "\(place) ist für \(who ?? "dieses Konto") geschlossen, und das ist richtig so")
        case .undecided:
            return observation.steps.contains { $0.state == .fail }
                ? wording.say(
                    "What is wrong with \(place) is not understood", "Was mit \(place) nicht stimmt, ist unklar")
                : wording.say(
                    "\(place) answers; whether you may use it was not tried",
                    "\(place) antwortet; ob Sie hineindürfen, wurde nicht probiert")
        case .broken: return brokenHeadline(place)
        }
    }

    private func brokenHeadline(_ place: String) -> String {
        switch observation.steps.first(where: { $0.state == .fail })?.stage {
        case .dns, .tcp, .negotiate, .tls, .http, .rdp:
            wording.say("\(place) cannot be reached from here", "\(place) ist von hier aus nicht erreichbar")
        case .auth: wording.say("The sign-in to \(place) does not succeed", "Die Anmeldung an \(place) gelingt nicht")
        case nil where diagnosis.cause.map(Self.ofMounts.contains) == true:
            wording.say(
                "\(place) answers, but it is not well mounted here",
                "\(place) antwortet, ist hier aber nicht richtig eingehängt")
        case nil: wording.say("\(place) cannot be used from here", "\(place) ist von hier aus nicht benutzbar")
        default: wording.say("\(place) cannot be opened", "\(place) lässt sich nicht öffnen")
        }
    }

    private static let ofMounts: Set<Cause> = [
        .notMounted, .mountWrongSource, .mountHung, .mountDead, .mountReadOnly, .automountFailed, .mountShadowed,
        .cifsModuleMissing, .credentialsFileExposed, .mountNameUnresolved, .mountPointMissing, .mountNotPermitted,
        .fstabError, .mountOptionsOutdated, .bootStallRisk, .mountLocalMode,
    ]

    /// Why, in a sentence.
    var why: String {
        let title = diagnosis.cause.map { words.advice(on: $0).title }
        let seen = observation.steps.first { $0.state == .fail || $0.state == .warn }.map(sentence)
        let support = diagnosis.support.map(witnesses.text)
        let facts = (support.isEmpty ? [seen].compactMap(\.self) : support).joined(separator: "; ")
        return [title, facts].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ": ")
    }

    /// What the person does next.
    var next: String {
        switch diagnosis.outcome {
        case .works where diagnosis.cause == nil: return ""
        case .deniedAsIntended:
            return wording.say(
                "If you need it, ask a member of one of those groups, who can ask for you; nothing is broken.",
                "Wenn Sie es brauchen, bitten Sie ein Mitglied einer dieser Gruppen darum; nichts ist kaputt.")
        case .worksAgainstInventory:
            return wording.say(
                "Tell the helpdesk: either the rights on the server or the inventory should change.",
                "Sagen Sie es dem Helpdesk: Entweder die Rechte am Server oder das Inventar gehören geändert.")
        case .undecided where report.isPasted && diagnosis.cause == nil:
            return wording.say(
                "Have the person open it once more, and add the error that is shown then to the paste.",
                "Lassen Sie die Person es noch einmal öffnen, und fügen Sie den Fehler hinzu, der dann erscheint.")
        case .undecided where diagnosis.cause == nil && !observation.steps.contains { $0.state == .fail }:
            return wording.say(
                "Sign in: with a Kerberos ticket (kinit), or with --credentials FILE.",
                "Melden Sie sich an: mit einem Kerberos-Ticket (kinit) oder mit --credentials DATEI.")
        default:
            let advice = diagnosis.cause.map { words.advice(on: $0).person }
            return (advice ?? words.wording(.checkAskWithEvidence)) + " "
                + wording.say(
                    "If it persists, tell the helpdesk \(report.id).",
                    "Bleibt es so, nennen Sie dem Helpdesk \(report.id).")
        }
    }

    /// Who has to act.
    var who: String {
        switch diagnosis.outcome {
        case .works where diagnosis.cause == nil, .undecided where diagnosis.cause == nil: return ""
        case .deniedAsIntended: return words.owner(.user)
        case .worksAgainstInventory: return words.owner(.helpdesk)
        default: return diagnosis.cause.map { words.owner($0.owner) } ?? words.owner(.helpdesk)
        }
    }

    /// The text; with all that is known when it is asked for.
    func text(width: Int, isColored: Bool, explained: Bool) -> String {
        let labels = [
            words.wording(.labelWhy), words.wording(.checkLabelNext), words.wording(.checkLabelWho),
            wording.say("Or", "Oder"),
        ]
        var layout = TextLayout(width: width, labels: labels, isColored: isColored)
        layout.headline(headline)
        layout.paragraph(labels[0], why + (diagnosis.cause.map { " (\($0.rawValue))" } ?? ""))
        layout.paragraph(labels[1], next)
        layout.paragraph(labels[2], who)
        for (place, rival) in observation.alternatives.enumerated() {
            layout.paragraph(place == 0 ? labels[3] : "", alternative(rival))
        }
        if let worked = report.lastWorked, observation.verdict == .failed {
            layout.paragraph(
                "",
                wording.say(
                    "It last worked on \(worked.at.local), seen from \(worked.from.shownOnOneLine).",
                    "Zuletzt ging es am \(worked.at.local), gesehen von \(worked.from.shownOnOneLine)."))
        }
        if observation.verdict == .failed, let seen = seenElsewhere { layout.paragraph("", seen) }
        if explained { explain(in: &layout) }
        layout.gap()
        layout.footer(footer(explained: explained))
        return layout.text
    }

    /// What other vantages say, when it is not said as the reason already.
    private var seenElsewhere: String? {
        let evidence = report.evidence
        var witness: Witness?
        if let well = evidence.workedElsewhere {
            witness = .workedElsewhere(vantage: well.vantage, at: well.at)
        } else if let since = evidence.failsEverywhereSince {
            witness = .failsEverywhere(vantages: evidence.failingVantages, since: since)
        }
        guard let witness, !diagnosis.support.contains(witness) else { return nil }
        return witnesses.text(witness).capitalisedStart + "."
    }

    private func alternative(_ rival: Cause) -> String {
        let title = words.advice(on: rival).title
        let test = rival.decidingTest(in: words.wording.language)?.text
        return "\(title) (\(rival.rawValue))." + (test.map { " " + $0 } ?? "")
    }

    private func explain(in layout: inout TextLayout) {
        layout.gap()
        for step in observation.steps { layout.line(line(of: step)) }
        if let seemed = diagnosis.seemed {
            layout.gap()
            layout.paragraph(
                "",
                wording.say("By itself it would look like: ", "Für sich allein sähe es aus wie: ")
                    + "\(words.advice(on: seemed).title) (\(seemed.rawValue))")
        }
        if !diagnosis.ruledOut.isEmpty {
            layout.gap()
            layout.headline(wording.say("Ruled out", "Ausgeschlossen"))
            for out in diagnosis.ruledOut {
                layout.paragraph(
                    "", "\(words.advice(on: out.cause).title) (\(out.cause.rawValue)): \(witnesses.text(out.witness))")
            }
        }
        let others = report.evidence.witnesses + report.evidence.gateways + report.evidence.ticketServers
        if !others.isEmpty {
            layout.gap()
            layout.headline(wording.say("Other places, seen from here", "Andere Orte, von hier aus gesehen"))
            for other in others {
                let cause = other.cause.map { " (\($0.rawValue))" } ?? ""
                layout.line("  \(mark(other.verdict)) \(other.target): \(words.verdict(other.verdict))\(cause)")
            }
        }
        if !report.evidence.earlier.isEmpty {
            layout.gap()
            layout.headline(wording.say("As the history knows it", "Was der Verlauf weiß"))
            for look in report.evidence.earlier { layout.line("  \(mark(look.verdict)) \(line(of: look))") }
        }
        let facts = DiagnosisFacts(report, words).lines
        if !facts.isEmpty {
            layout.gap()
            layout.headline(wording.say("This computer", "Dieser Rechner"))
            layout.pairs(facts)
        }
        if let cause = diagnosis.cause {
            layout.gap()
            layout.paragraph(wording.say("Desk", "Desk"), words.advice(on: cause).helpdesk)
        }
    }

    /// What a vantage saw when it last looked.
    func line(of look: EarlierLook) -> String {
        func moment(_ seconds: Int64) -> String { Moment(secondsSince1970: seconds).local }
        let cause = look.cause.map { " (\($0.rawValue))" } ?? ""
        var parts = ["\(look.vantage.shownOnOneLine), \(moment(look.at)): \(words.verdict(look.verdict))\(cause)"]
        if look.verdict != .healthy {
            parts.append(wording.say("since \(moment(look.since))", "seit \(moment(look.since))"))
            parts.append(
                look.lastWorked.map { wording.say("last worked \(moment($0))", "zuletzt ging es \(moment($0))") }
                    ?? wording.say("never seen to work", "nie als gehend gesehen"))
        }
        return parts.joined(separator: " · ")
    }

    /// A step with what was seen of it.
    func line(of step: Observation.Step) -> String {
        let sign = ["ok": "✓", "warn": "!", "fail": "✗"][step.state.rawValue] ?? "·"
        let time = step.duration.map { " · \(Int(($0.seconds * 1_000).rounded())) ms" } ?? ""
        let because = step.evidence.first { $0.name == "because" }.map { ": " + reason($0.value) } ?? ""
        let seen = evidenceWords.sentence(step)
        let text =
            step.state == .notChecked
            ? wording.say("not checked", "nicht geprüft") + because
            : seen.isEmpty ? wording.say("fine", "in Ordnung") : seen
        return "  \(sign) \(words.stage(step.stage)): \(text)\(time)"
    }

    private func sentence(_ step: Observation.Step) -> String {
        let seen = evidenceWords.sentence(step)
        return seen.isEmpty ? words.stage(step.stage) : "\(words.stage(step.stage)): \(seen)"
    }

    /// Why a step was not tried, in this language.
    private func reason(_ english: String) -> String {
        guard words.wording.language == "de" else { return english }
        return Self.germanReasons[english] ?? english
    }

    private static let germanReasons: [String: String] = [
        "nobody signed in": "niemand hat sich angemeldet",
        "the connection was not opened again": "die Verbindung wurde nicht noch einmal geöffnet",
        "no name server answered": "kein Nameserver hat geantwortet",
        "the name leads to another address": "der Name führt zu einer anderen Adresse",
        "the name was not found": "der Name wurde nicht gefunden",
        "the server was not reached": "der Server wurde nicht erreicht",
        "another server answers": "ein anderer Server antwortet",
        "no SMB session can begin": "keine SMB-Sitzung kommt zustande",
        "there is no protected connection": "es gibt keine geschützte Verbindung",
        "the page did not come": "die Seite kam nicht",
        "Remote Desktop did not answer": "Remote Desktop hat nicht geantwortet",
        "the sign-in did not succeed": "die Anmeldung ist nicht gelungen",
        "the share was not opened": "die Freigabe wurde nicht geöffnet",
        "the folder was not reached": "der Ordner wurde nicht erreicht",
        "the folder was not listed": "der Ordner wurde nicht aufgelistet",
        "the file was not read": "die Datei wurde nicht gelesen",
        "nothing was written": "nichts wurde geschrieben",
        "the check itself broke off": "die Prüfung selbst brach ab",
        "the check ran out of time": "der Prüfung ging die Zeit aus",
        "nothing was seen of it": "davon war nichts zu sehen",
    ]

    private func footer(explained: Bool) -> String {
        let network = report.vantage.network.map { ", \(words.wording.texts[.networks, $0])" } ?? ""
        let parts = [
            report.id, report.vantage.name.shownOnOneLine + network,
            "\(words.wording.tenths(report.duration.seconds)) s",
            explained
                ? nil
                : wording.say(
                    "more: --explain · for the helpdesk: --ticket", "mehr: --explain · für den Helpdesk: --ticket"),
        ]
        return parts.compactMap(\.self).joined(separator: " · ")
    }

    private func mark(_ verdict: Verdict) -> String {
        switch verdict {
        case .healthy: "✓"
        case .degraded: "!"
        case .failed: "✗"
        case .unknown: "?"
        }
    }
}

extension String {
    /// The text with its first letter in upper case.
    fileprivate var capitalisedStart: String { prefix(1).uppercased() + dropFirst() }
}
