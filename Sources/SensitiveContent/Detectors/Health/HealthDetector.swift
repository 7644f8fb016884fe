internal import StorageModel

/// What is told of somebody's health: words of medicine, codes of diagnoses, and a person.
///
/// Source: article 9 GDPR; ICD-10 for the codes, a letter and two digits, which may have a point and one or two more.
struct HealthDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "health", tag: "special-category", english: "health of a person",
            german: "Gesundheit einer Person")
    }
    var triggers: [Trigger] { [.anchor(.word)] }
    var words: [String] {
        [
            "diagnose", "diagnosen", "hauptdiagnose", "befund", "befunde", "arztbrief", "entlassungsbrief",
            "krankenstand", "krankmeldung", "arbeitsunfähigkeit", "arbeitsunfähig", "krankheit", "anamnese",
            "medikation", "medikamente", "therapie", "behandlung", "icd", "icd 10", "blutgruppe",
            "laborbefund", "impfung", "impfpass", "behinderung", "schwerbehinderung", "behinderungsgrad",
            "pflegestufe", "pflegegeld", "schwangerschaft", "mutterschutz", "psychotherapie", "allergie",
            "allergien", "krankengeschichte", "überweisung an", "hausarzt", "patient", "patientin",
            "patienten", "diagnosis", "diagnoses", "medical history", "medical report", "sick leave",
            "sick note", "unfit for work", "patient id", "medical record", "discharge letter", "medication",
            "prescription", "blood type", "blood group", "disability", "pregnancy", "allergies", "vaccination",
            "hiv", "mental health", "health record", "treatment", "symptoms",
        ]
    }

    func examine(_ text: Span<UInt8>, at start: Int, upTo end: Int) -> Match? {
        // F32.1 after the word that announces it.
        var position = end
        let limit = end + 40
        while position < limit, position < text.count, text[position] != 0x0A {
            if text[position].isUpperCase, !text.byte(position - 1).isLetterOrDigit, text.byte(position + 1).isDigit,
                text.byte(position + 2).isDigit
            {
                var last = position + 3
                if text.byte(last) == UInt8(ascii: "."), text.byte(last + 1).isDigit {
                    last += 2
                    if text.byte(last).isDigit { last += 1 }
                }
                guard !text.byte(last).isLetterOrDigit else { return nil }
                return Match(position, last, alone: .topic, inContext: .topic, mask: .all)
            }
            position += 1
        }
        return nil
    }

    func conclude(_ document: inout DocumentReading) {
        let words = document.distinctWords(of: description.id)
        let codes = document.count(description.id, atLeast: .topic)
        guard words + min(codes, 1) >= 2, !document.isSourceCode else { return }
        // Two words beside a number are a form; a report speaks of more.
        let isReport = document.hasPerson && (words >= 3 || codes > 0)
        if isReport { document.move(description.id, from: .topic, to: .likely) }
        document.report(description.id, isReport ? .likely : .topic)
    }
}
