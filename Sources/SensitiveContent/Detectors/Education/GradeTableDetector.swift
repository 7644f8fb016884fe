internal import StorageModel

/// Grades of a person: words of studies, marks, and a student or a name.
///
/// `Note` counts only in German, and `grade` and `gpa` stand in many tables without persons.
struct GradeTableDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "grade-table", tag: "personal", english: "grades or transcript",
            german: "Noten oder Zeugnis")
    }
    var words: [String] {
        [
            "beurteilung", "beurteilungen", "prüfung", "prüfungen", "prüfungsnote", "note", "noten",
            "notendurchschnitt", "gesamtnote", "ects", "ects credits", "sws", "lva", "lva nr",
            "semesterstunden", "studienerfolgsnachweis", "sammelzeugnis", "zeugnis", "abschlusszeugnis",
            "jahreszeugnis", "reifeprüfung", "studienkennzahl", "prüfungsdatum", "prüferin", "prüfer",
            "lehrveranstaltung", "lehrveranstaltungen", "grade", "grades", "final grade", "gpa", "transcript",
            "transcript of records", "credits", "credit points", "course", "course title", "examination",
            "examiner", "academic record", "marks", "mark", "semester", "student", "academic transcript", "report card",
            "school report", "certificate of examination", "subjects", "points", "punkte", "pflichtgegenstände",
            "pflichtgegenstand", "fächer", "schulnachricht", "schulstufe", "reifeprüfungszeugnis",
            "prüfungsvorsitzende",
        ]
    }

    func conclude(_ document: inout DocumentReading) {
        let words = document.distinctWords(of: description.id)
        guard !document.isSourceCode else { return }
        let own = document.words(of: description.id)
        // Whose marks stand in rows of their own needs no more words.
        let isSheet = document.tables.contains {
            $0.rows >= 3 && $0.filledColumns.contains(.number) && $0.headers.contains(.grading)
        }
        guard isSheet || words >= 2 else { return }
        let isTabled = document.tables.contains { $0.headers.meets(own) && $0.rows >= 2 }
        let hasMarks = document.uses(GroupSet(.mark)) >= 3 || document.distinctWords(GroupSet(.mark)) >= 2 || isTabled
        let isPersons =
            document.hasPerson || document.count("student-number", atLeast: .likely) > 0
            || document.tables.contains { $0.columns.contains(.name) && $0.headers.meets(own) }
        let isGraded = words >= 4 && document.distinctWords(GroupSet(.grading)) > 0
        let isFound = isSheet || isPersons && (hasMarks || isGraded)
        guard isFound || words >= 3 else { return }
        document.report(description.id, isFound ? .likely : .topic)
        if isFound { document.subjects = max(document.subjects, 1) }
    }
}
