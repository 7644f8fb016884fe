internal import StorageModel

/// Letters, contracts and references about a person: their words, and a person.
struct PersonnelDocumentDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "personnel-document", tag: "personal",
            english: "contract, application, reference or review of a person",
            german: "Vertrag, Bewerbung, Zeugnis oder Gutachten zu einer Person")
    }
    var words: [String] {
        [
            "dienstvertrag", "dienstvertrags", "arbeitsvertrag", "arbeitsvertrags", "werkvertrag",
            "dienstzettel", "dienstverhältnis", "arbeitsverhältnis", "probezeit", "kündigung",
            "kündigungsfrist", "bewerbung", "bewerbungsschreiben", "bewerberin", "bewerber",
            "motivationsschreiben", "arbeitszeugnis", "dienstzeugnis", "empfehlungsschreiben",
            "referenzschreiben", "mitarbeitergespräch", "leistungsbeurteilung", "verwarnung", "abmahnung",
            "gutachten", "entgelt", "urlaubsanspruch", "visum", "employment contract",
            "contract of employment", "employment agreement", "notice period", "probation",
            "probationary period", "cover letter", "letter of motivation", "motivation letter",
            "job application", "applicant", "recommendation letter", "letter of recommendation",
            "reference letter", "performance review", "performance appraisal", "appraisal", "annual leave",
            "letter of reference", "visa application", "work permit", "offer letter", "termination",
        ]
    }

    func conclude(_ document: inout DocumentReading) {
        guard document.distinctWords(of: description.id) >= 2, !document.isSourceCode else { return }
        let isPersons = document.hasPerson || document.count("person-name", atLeast: .possible) > 0
        document.report(description.id, isPersons ? .possible : .topic)
        if isPersons { document.subjects = max(document.subjects, 1) }
    }
}
