internal import StorageModel

/// Identifiers of devices and places: addresses of hosts and network cards, coordinates of a photo, licence plates.
struct OnlineIdentifierDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "online-identifier", tag: "personal", english: "identifier of a device or place",
            german: "Kennung eines Geräts oder Orts")
    }
    var triggers: [Trigger] { [.anchor(.dotted), .anchor(.word), .anchor(.value)] }
    var words: [String] {
        [
            "ip", "ip address", "ip adresse", "client ip", "remote addr", "remote address", "mac address",
            "mac adresse", "kennzeichen", "kfz kennzeichen", "licence plate", "license plate", "number plate",
            "gps", "gps latitude", "gps longitude", "gps position", "gpslatitude", "gpslongitude",
            "gps coordinates",
        ]
    }

    func examine(_ text: Span<UInt8>, at start: Int, upTo end: Int) -> Match? {
        text[start].isDigit ? address(text, start, end) : plateOrCard(text, after: end)
    }

    func examine(value text: Span<UInt8>) -> Match? {
        Match(0, min(text.count, 64), alone: .possible, inContext: .possible, mask: .all)
    }

    func judge(_ match: Match, in surroundings: Surroundings) -> Confidence? {
        if surroundings.isCited || surroundings.isSoftware || surroundings.isThing { return nil }
        return surroundings.hasContext ? .possible : match.alone
    }

    /// An address that is no version and belongs to no private network (RFC 1918, RFC 5737).
    private func address(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Match? {
        var octets: InlineArray<4, Int> = [0, 0, 0, 0]
        var count = 0
        for position in start..<end {
            guard text[position].isDigit else {
                count += 1
                guard count < 4 else { return nil }
                continue
            }
            octets[count] = octets[count] * 10 + text[position].digitValue
            guard octets[count] <= 255 else { return nil }
        }
        guard count == 3, octets[0] >= 11, octets[0] < 224, octets[0] != 127 else { return nil }
        let isPrivate = octets[0] == 192 && octets[1] == 168 || octets[0] == 172 && 16...31 ~= octets[1]
        let isSample =
            octets[0] == 192 && octets[1] == 0 && octets[2] == 2 || octets[0] == 198 && octets[1] == 51
            || octets[0] == 203 && octets[1] == 0 && octets[2] == 113
        guard !isPrivate, text.byte(start - 1) != UInt8(ascii: "."),
            text.byte(end) != UInt8(ascii: ".") || !text.byte(end + 1).isDigit
        else { return nil }
        return Match(start, end, alone: .topic, inContext: .possible, isSample: isSample, mask: .ends(2, 0))
    }

    /// 00:1A:2B:3C:4D:5E, or W-12345A.
    private func plateOrCard(_ text: Span<UInt8>, after end: Int) -> Match? {
        var position = end
        while position < end + 6, !text.byte(position).isLetterOrDigit { position += 1 }
        var pairs = 0
        var place = position
        while isHex(text.byte(place)), isHex(text.byte(place + 1)) {
            pairs += 1
            place += 2
            guard pairs < 6, text.byte(place) == UInt8(ascii: ":") || text.byte(place) == UInt8(ascii: "-") else {
                break
            }
            place += 1
        }
        if pairs == 6, !text.byte(place).isLetterOrDigit { return Match(position, place, inContext: .possible) }
        place = position
        while place < position + 3, text.byte(place).isUpperCase { place += 1 }
        guard place > position, text.byte(place) == 0x20 || text.byte(place) == 0x2D else { return nil }
        var last = place + 1
        var digits = 0
        while last < place + 8,
            text.byte(last).isUpperCase || text.byte(last).isDigit
                || text.byte(last) == 0x20 && text.byte(last + 1).isDigit
        {
            if text.byte(last).isDigit { digits += 1 }
            last += 1
        }
        guard digits >= 1, last - place >= 4, !text.byte(last).isLetterOrDigit else { return nil }
        return Match(position, last, inContext: .possible, mask: .ends(1, 1))
    }

    private func isHex(_ byte: UInt8) -> Bool { byte.isDigit || (byte | 0x20) &- 0x61 < 6 }
}
