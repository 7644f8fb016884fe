internal import StorageModel

/// Austrian student numbers (Matrikelnummern), seven or eight digits.
///
/// Source: § 4 UHSBV: since 2017 a digit for the kind of school, two for the year, and five; before, two for the year
/// and five. There is no check digit, so that a word has to stand nearby.
struct StudentNumberDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "student-number", tag: "personal", english: "student number",
            german: "Matrikelnummer")
    }
    var triggers: [Trigger] { [.digits([7, 8])] }
    var needsWord: Bool { true }
    var groupings: [[Int]]? { [] }
    var words: [String] {
        [
            "matrikelnummer", "matrikelnr", "matrikel nr", "matrikel", "matr nr", "matrnr", "mat nr", "matnr",
            "matrikelnummern", "student id", "student number", "student no", "studentid",
            "matriculation number", "matriculation no", "matriculation", "matric no", "studierendennummer",
            "personenkennzeichen",
        ]
    }
    var samples: [String] {
        [
            "1234567", "12345678", "0123456", "01234567",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard symbols.areDigits, code.breaks(length) == 0, symbols.variety >= 3 else { return nil }
        if length == 8 {
            // A day written as one number, 20190312, is no student.
            let isDay =
                [19, 20].contains(symbols.number(0..<2))
                && WrittenDate.exists(
                    day: symbols.number(6..<8), month: symbols.number(4..<6), year: symbols.number(0..<4))
            guard symbols.digit(0) <= 6, !isDay else { return nil }
        }
        return Match(code.start, code.end(length), inContext: .likely)
    }
}
