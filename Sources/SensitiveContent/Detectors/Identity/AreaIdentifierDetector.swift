internal import StorageModel

/// Austrian identifiers of persons per area of administration (bPK): 28 characters of Base64.
///
/// Source: § 9 E-GovG and the specification of the bPK: a SHA-1 digest, whose Base64 ends in `=`.
struct AreaIdentifierDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "bpk", tag: "personal", english: "Austrian area-specific personal identifier (bPK)",
            german: "bereichsspezifisches Personenkennzeichen (bPK)")
    }
    var triggers: [Trigger] { [.anchor(.word)] }
    var words: [String] {
        [
            "bpk", "vbpk", "bpk gh", "bereichsspezifisches personenkennzeichen", "bereichsspezifisches",
            "personenkennzeichen",
        ]
    }

    func examine(_ text: Span<UInt8>, at start: Int, upTo end: Int) -> Match? {
        var position = end
        // The area may stand between the word and the value: bPK-GH: …, bPK (SA) = ….
        while position < end + 16 {
            var last = position
            while last < position + 29, isBase64(text.byte(last)) { last += 1 }
            if last == position + 27, text.byte(last) == UInt8(ascii: "="), text.byte(last + 1) != UInt8(ascii: "=") {
                return Match(position, last + 1, inContext: .possible, mask: .ends(2, 0))
            }
            position = max(last, position + 1)
        }
        return nil
    }

    private func isBase64(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
    }
}
