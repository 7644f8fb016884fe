internal import StorageModel

/// Finnish personal identity codes, `150785-1237`.
///
/// Source: Asetus väestötietojärjestelmästä 128/2010; date of birth, a sign for the century, three digits, and a check
/// character for the rest by 31.
struct FinnishHetuDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "finnish-hetu", tag: "personal", english: "Finnish personal identity code",
            german: "finnischer Personencode")
    }
    var triggers: [Trigger] { [.digits([10, 11])] }
    var groupings: [[Int]]? { [[6, 4]] }
    var words: [String] {
        [
            "hetu", "henkilötunnus", "henkilotunnus", "personbeteckning", "finnish personal",
            "personal identity code", "personencode",
        ]
    }
    var samples: [String] {
        [
            "131052308T", "131052A308T",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        var symbols = code.symbols.slice(0..<length)
        if length == 11 {
            // Since 2023 more letters stand for the centuries.
            guard code.breaks(length) == 0, Array("ABCDEFUVWXY".utf8).contains(symbols[6]) else { return nil }
            symbols = symbols.slice(0..<6)
            symbols.append(code.symbols.slice(7..<11))
        } else {
            guard code.breaks(length) == 1 << 6, code.separator(length) == UInt8(ascii: "-") else { return nil }
        }
        guard Self.isValid(symbols) else { return nil }
        return Match(
            code.start, code.end(length), alone: symbols[9].isDigit ? nil : .possible, inContext: .likely)
    }

    /// Judges the code without the sign for the century.
    static func isValid(_ symbols: Symbols) -> Bool {
        guard symbols.count == 10, symbols.areDigits(0..<9), symbols.number(6..<9) >= 2,
            WrittenDate.exists(day: symbols.number(0..<2), month: symbols.number(2..<4), year: 2000)
        else { return false }
        return Array("0123456789ABCDEFHJKLMNPRSTUVWXY".utf8)[symbols.number(0..<9) % 31] == symbols[9]
    }
}
