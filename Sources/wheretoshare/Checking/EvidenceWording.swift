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

    private func words(_ english: String, _ german: String) -> String { wording.language == "de" ? german : english }

    /// What a value is; nil where it speaks for itself.
    private func label(_ name: String) -> String? {
        switch name {
        case "outcome", "name", "address", "addresses", "ntName", "ntStatus", "errnoName", "share", "shared", "source",
            "type", "icmp", "failureName", "outcomes", "error":
            nil
        case "port": words("port", "Port")
        case "unexpected": words("unexpected:", "unerwartet:")
        case "promised", "promisedNames", "expected": words("promised:", "zugesagt:")
        case "dead": words("no answer from", "keine Antwort von")
        case "retransmissions": words("packets sent again:", "erneut gesendete Pakete:")
        case "dialect": "SMB"
        case "signing": words("signing", "Signatur")
        case "encryption", "encrypted": words("encryption", "Verschlüsselung")
        case "skewSeconds": words("clocks apart by (s)", "Uhren auseinander um (s)")
        case "looksLike": words("looks like", "sieht aus wie")
        case "ticketRemark": words("Kerberos says:", "Kerberos sagt:")
        case "ruledOut": words("it is not", "es ist nicht")
        case "coveredBy": words("covered by", "verdeckt von")
        case "linkTarget": words("leads to", "führt zu")
        case "freeBytes": words("bytes free:", "Bytes frei:")
        case "sizeBytes": words("bytes in all:", "Bytes insgesamt:")
        case "reported": words("shown:", "gezeigt:")
        case "option", "options": words("option", "Option")
        case "also": words("also:", "außerdem:")
        case "certificateDaysLeft": words("days left for the certificate:", "Tage bis zum Ende des Zertifikats:")
        case "credentials": words("credentials file", "Zugangsdatei")
        case "credentialsMissing": words("there is no credentials file", "es fehlt die Zugangsdatei")
        case "fstabLine", "line": words("line", "Zeile")
        case "left": words("left behind:", "liegen geblieben:")
        case "missing": words("missing:", "es fehlt:")
        case "mounted": words("mounted there:", "dort eingehängt:")
        case "noShareOf": words("no share of", "keine Freigabe von")
        case "protection": words("protection", "Schutz")
        case "refusedFor": words("refused for", "abgewiesen wegen")
        case "signal": words("ended by signal", "beendet von Signal")
        case "status": words("status", "Status")
        case "unitResult": words("the service manager's result:", "Ergebnis des Dienstverwalters:")
        case "unsupported": words("the kernel cannot mount", "der Kernel kann nicht einhängen:")
        case "version": words("version", "Version")
        case "waits": words("waiting since an earlier look:", "wartet seit einem früheren Blick:")
        default: name
        }
    }

    private func outcome(_ word: String) -> String {
        switch word {
        case "found": words("found", "gefunden")
        case "unknown-name": words("no such name", "kein solcher Name")
        case "no-address": words("the name has no address", "der Name hat keine Adresse")
        case "server-failure": words("the name server reports a failure", "der Nameserver meldet einen Fehler")
        case "no-server": words("no name server is set", "kein Nameserver ist eingestellt")
        case "no-answer": words("no answer", "keine Antwort")
        case "connected": words("connected", "verbunden")
        case "refused": words("refused", "abgelehnt")
        case "rejected": words("turned away by a firewall", "von einer Firewall abgewiesen")
        case "host-unreachable": words("nobody at this address", "niemand an dieser Adresse")
        case "no-route": words("no way there", "kein Weg dorthin")
        case "forbidden-here": words("forbidden on this computer", "auf diesem Rechner verboten")
        case "closed", "reset": words("the server hung up", "der Server hat aufgelegt")
        case "turned-away": words("the server turned this computer away", "der Server hat diesen Rechner abgewiesen")
        case "not-smb": words("another service answers", "ein anderer Dienst antwortet")
        case "smb1-only": words("nothing newer than SMB 1", "nichts Neueres als SMB 1")
        case "no-common-dialect": words("no common version", "keine gemeinsame Version")
        case "unreadable": words("an answer that nobody understands", "eine Antwort, die niemand versteht")
        case "deadline-exceeded": words("no answer in time", "keine Antwort in der Zeit")
        case "other-content": words("other content than expected", "anderer Inhalt als erwartet")
        case "not-told": words("the server does not tell", "der Server sagt es nicht")
        default: word
        }
    }
}
