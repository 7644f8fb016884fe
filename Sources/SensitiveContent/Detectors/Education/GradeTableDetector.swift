internal import StorageModel

/// Grades of a person: words of studies, marks, and a student or a name.
///
/// `Note` counts only in German, and `grade` and `gpa` stand in many tables without persons.
struct GradeTableDetector: Detector {
    let description = DetectorDescription(
        id: "grade-table", tag: "personal", english: "grades or transcript",
        german: "Noten oder Zeugnis")
    let words = [
        "beurteilung", "beurteilungen", "prüfung", "prüfungen", "prüfungsnote", "note", "noten",
        "notendurchschnitt", "gesamtnote", "ects", "ects credits", "sws", "lva", "lva nr",
        "semesterstunden", "studienerfolgsnachweis", "sammelzeugnis", "zeugnis", "abschlusszeugnis",
        "jahreszeugnis", "reifeprüfung", "studienkennzahl", "prüfungsdatum", "prüferin", "prüfer",
        "lehrveranstaltung", "lehrveranstaltungen", "grade", "grades", "final grade", "gpa", "transcript",
        "transcript of records", "credits", "credit points", "course", "course title", "examination",
        "examiner", "academic record", "marks", "semester", "student",
    ]

    func conclude(_ document: inout DocumentReading) {
        let words = document.distinctWords(of: description.id)
        guard words >= 3, !document.isSourceCode else { return }
        let own = document.words(of: description.id)
        let isTabled = document.tables.contains { $0.headers.meets(own) && $0.rows >= 2 }
        let hasMarks = document.uses(GroupSet(.mark)) >= 3 || document.distinctWords(GroupSet(.mark)) >= 2 || isTabled
        let isPersons =
            document.hasPerson || document.count("student-number", atLeast: .likely) > 0
            || document.tables.contains { $0.columns.contains(.name) && $0.headers.meets(own) }
        document.report(description.id, hasMarks && isPersons ? .likely : .topic)
        if hasMarks && isPersons { document.subjects = max(document.subjects, 1) }
    }
}
