internal import StorageModel

/// Curricula vitae: their headings, a way to reach the person, and ranges of years.
struct CurriculumVitaeDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "cv", tag: "personal", english: "curriculum vitae",
            german: "Lebenslauf")
    }
    var countsHeadings: Bool { true }
    var words: [String] {
        [
            "lebenslauf", "curriculum vitae", "curriculum", "resume", "résumé", "werdegang",
            "beruflicher werdegang", "berufserfahrung", "berufliche erfahrung", "berufspraxis", "ausbildung",
            "schulbildung", "studium", "persönliche daten", "persönliche angaben", "angaben zur person",
            "staatsbürgerschaft", "staatsangehörigkeit", "familienstand", "sprachkenntnisse", "sprachen",
            "edv kenntnisse", "kenntnisse", "fähigkeiten", "weiterbildung", "interessen", "hobbys", "praktika",
            "wehrdienst", "zivildienst", "work experience", "professional experience", "employment history",
            "employment", "education", "personal details", "personal information", "nationality",
            "marital status", "skills", "languages", "academic positions", "positions held", "awards",
            "hobbies", "interests", "referees", "career summary", "academic career", "beruflicher lebenslauf",
            "zur person", "nationalität", "bildungsweg", "schulischer werdegang", "fremdsprachen", "freizeit",
            "besondere kenntnisse", "kurse und weiterbildung", "experience", "academic background", "qualifications",
            "personal data", "technical skills", "key skills", "language skills", "education and training",
            "references",
            "publications", "awards and honours", "hobbies and interests", "cv",
        ]
    }

    func conclude(_ document: inout DocumentReading) {
        let headings = document.distinctWords(of: description.id, asHeadings: true)
        guard headings >= 3, !document.isSourceCode else { return }
        let isReachable =
            document.count("date-of-birth", atLeast: .likely) > 0 || document.count("email", atLeast: .possible) > 0
            || document.count("phone", atLeast: .possible) > 0 || document.count("postal-address", atLeast: .likely) > 0
        // With four headings, fewer stations will do: young people have few.
        let stations = document.yearRanges + document.distinct("date-of-birth", atLeast: .likely)
        let isCV = isReachable && (stations >= 3 || headings >= 4 && stations >= 1)
        document.report(description.id, isCV ? .likely : .topic)
        if isCV { document.subjects = max(document.subjects, 1) }
    }
}
