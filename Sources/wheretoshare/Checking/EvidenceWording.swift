internal import StorageModel

/// What was seen of a step, in words instead of the keys of its evidence.
struct EvidenceWording {
    let wording: Wording

    /// What never helps people who read it, because a sentence of its own says it or programs alone need it.
    private static let unspoken: Set<String> = [
        "repair", "because", "during", "promisedGUID", "guid", "errno", "signIn", "failureCode",
    ]

    /// What was seen, as one line; empty when nothing was.
    func sentence(_ step: Observation.Step) -> String {
        step.evidence.filter { !Self.unspoken.contains($0.name) }.map(phrase).joined(separator: ", ")
    }

    private func phrase(_ evidence: Observation.Evidence) -> String {
        let value = evidence.name == "outcome" ? outcome(evidence.value) : evidence.value
        guard let label = label(evidence.name) else { return value }
        return "\(label) \(value)"
    }

    /// What a value is; nil where it speaks for itself.
    private func label(_ name: String) -> String? {
        switch name {
        case "outcome", "name", "address", "addresses", "ntName", "ntStatus", "errnoName", "share", "shared", "source",
            "type", "icmp", "failureName", "outcomes", "error":
            nil
        case "port": wording.say("port", "Port")
        case "unexpected": wording.say("unexpected:", "unerwartet:")
        case "promised", "promisedNames", "expected": wording.say("promised:", "zugesagt:")
        case "dead": wording.say("no answer from", "keine Antwort von")
        case "retransmissions": wording.say("packets sent again:", "erneut gesendete Pakete:")
        case "dialect": "SMB"
        case "signing": wording.say("signing", "Signatur")
        case "encryption", "encrypted": wording.say("encryption", "Verschlüsselung")
        case "skewSeconds": wording.say("clocks apart by (s)", "Uhren auseinander um (s)")
        case "looksLike": wording.say("looks like", "sieht aus wie")
        case "ticketRemark": wording.say("Kerberos says:", "Kerberos sagt:")
        case "ruledOut": wording.say("it is not", "es ist nicht")
        case "coveredBy": wording.say("covered by", "verdeckt von")
        case "linkTarget": wording.say("leads to", "führt zu")
        case "freeBytes": wording.say("bytes free:", "Bytes frei:")
        case "sizeBytes": wording.say("bytes in all:", "Bytes insgesamt:")
        case "reported": wording.say("shown:", "gezeigt:")
        case "option", "options": wording.say("option", "Option")
        case "also": wording.say("also:", "außerdem:")
        case "certificateDaysLeft": wording.say("days left for the certificate:", "Tage bis zum Ende des Zertifikats:")
        case "credentials": wording.say("credentials file", "Zugangsdatei")
        case "credentialsMissing": wording.say("there is no credentials file", "es fehlt die Zugangsdatei")
        case "fstabLine", "line": wording.say("line", "Zeile")
        case "left": wording.say("left behind:", "liegen geblieben:")
        case "missing": wording.say("missing:", "es fehlt:")
        case "mounted": wording.say("mounted there:", "dort eingehängt:")
        case "noShareOf": wording.say("no share of", "keine Freigabe von")
        case "protection": wording.say("protection", "Schutz")
        case "refusedFor": wording.say("refused for", "abgewiesen wegen")
        case "signal": wording.say("ended by signal", "beendet von Signal")
        case "status": wording.say("status", "Status")
        case "unitResult": wording.say("the service manager's result:", "Ergebnis des Dienstverwalters:")
        case "unsupported": wording.say("the kernel cannot mount", "der Kernel kann nicht einhängen:")
        case "version": wording.say("version", "Version")
        case "waits": wording.say("waiting since an earlier look:", "wartet seit einem früheren Blick:")
        default: name
        }
    }

    private func outcome(_ word: String) -> String {
        switch word {
        case "found": wording.say("found", "gefunden")
        case "unknown-name": wording.say("no such name", "kein solcher Name")
        case "no-address": wording.say("the name has no address", "der Name hat keine Adresse")
        case "server-failure": wording.say("the name server reports a failure", "der Nameserver meldet einen Fehler")
        case "no-server": wording.say("no name server is set", "kein Nameserver ist eingestellt")
        case "no-answer": wording.say("no answer", "keine Antwort")
        case "connected": wording.say("connected", "verbunden")
        case "refused": wording.say("refused", "abgelehnt")
        case "rejected": wording.say("turned away by a firewall", "von einer Firewall abgewiesen")
        case "host-unreachable": wording.say("nobody at this address", "niemand an dieser Adresse")
        case "no-route": wording.say("no way there", "kein Weg dorthin")
        case "forbidden-here": wording.say("forbidden on this computer", "auf diesem Rechner verboten")
        case "closed", "reset": wording.say("the server hung up", "der Server hat aufgelegt")
        case "turned-away":
            wording.say("the server turned this computer away", "der Server hat diesen Rechner abgewiesen")
        case "not-smb": wording.say("another service answers", "ein anderer Dienst antwortet")
        case "smb1-only": wording.say("nothing newer than SMB 1", "nichts Neueres als SMB 1")
        case "no-common-dialect": wording.say("no common version", "keine gemeinsame Version")
        case "unreadable": wording.say("an answer that nobody understands", "eine Antwort, die niemand versteht")
        case "deadline-exceeded": wording.say("no answer in time", "keine Antwort in der Zeit")
        case "other-content": wording.say("other content than expected", "anderer Inhalt als erwartet")
        case "not-told": wording.say("the server does not tell", "der Server sagt es nicht")
        default: word
        }
    }
}
