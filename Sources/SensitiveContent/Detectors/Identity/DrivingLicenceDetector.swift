internal import StorageModel

/// Numbers of Austrian driving licences: eight digits, which only a word tells from others.
struct DrivingLicenceDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "driving-licence", tag: "personal", english: "number of a driving licence",
            german: "Führerscheinnummer")
    }
    var triggers: [Trigger] { [.digits([8])] }
    var needsWord: Bool { true }
    var groupings: [[Int]]? { [] }
    var words: [String] {
        [
            "führerschein", "führerscheinnummer", "führerschein nr", "führerscheinnr", "lenkberechtigung",
            "driving licence", "driving licence number", "driver license", "drivers license", "driver licence",
            "driving license", "driving license number",
        ]
    }
    var samples: [String] {
        [
            "12345678"
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        guard code.symbols.areDigits(0..<8), code.breaks(length) == 0, code.symbols.slice(0..<8).variety >= 3 else {
            return nil
        }
        let symbols = code.symbols
        // A day written as one number.
        if [19, 20].contains(symbols.number(0..<2)),
            WrittenDate.exists(day: symbols.number(6..<8), month: symbols.number(4..<6), year: symbols.number(0..<4))
        {
            return nil
        }
        return Match(code.start, code.end(length), inContext: .possible)
    }
}
