internal import StorageModel

/// Dutch citizen service numbers (BSN), nine digits.
///
/// Source: Wet algemene bepalingen burgerservicenummer; weights 9 to 2 and -1, divisible by 11.
struct DutchBSNDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "dutch-bsn", tag: "personal", english: "Dutch citizen service number (BSN)",
            german: "niederländische Bürgernummer (BSN)")
    }
    var triggers: [Trigger] { [.digits([9])] }
    var needsWord: Bool { true }
    var groupings: [[Int]]? { [[4, 2, 3], [3, 3, 3]] }
    var words: [String] {
        [
            "bsn", "burgerservicenummer", "sofinummer", "sofi nummer", "citizen service number", "dutch id",
        ]
    }
    var samples: [String] {
        [
            "111222333", "123456782", "999999990",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard Self.isValid(symbols), code.isGrouped(length, [4, 2, 3], [3, 3, 3]) else { return nil }
        return Match(code.start, code.end(length), alone: nil, inContext: .likely, mask: .ends(2, 2))
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        symbols.count == 9 && symbols.areDigits && symbols.variety >= 3
            && weightedSum(symbols, [9, 8, 7, 6, 5, 4, 3, 2, -1]).isMultiple(of: 11)
    }
}
