/// Whether all bytes are ASCII.
func isASCII(_ bytes: [UInt8]) -> Bool {
    var all: UInt8 = 0
    let span = bytes.span
    for index in span.indices { all |= span[index] }
    return all < 0x80
}

/// How many bytes the character at a place has; 0 when there is none (RFC 3629 section 4).
func sequenceLength(_ bytes: [UInt8], _ at: Int) -> Int {
    func isFollower(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
        at + offset < bytes.count && range.contains(bytes[at + offset])
    }
    switch bytes[at] {
    case 0..<0x80: return 1
    case 0xC2...0xDF: return isFollower(1) ? 2 : 0
    case 0xE0: return isFollower(1, 0xA0...0xBF) && isFollower(2) ? 3 : 0
    case 0xED: return isFollower(1, 0x80...0x9F) && isFollower(2) ? 3 : 0
    case 0xE1...0xEF: return isFollower(1) && isFollower(2) ? 3 : 0
    case 0xF0: return isFollower(1, 0x90...0xBF) && isFollower(2) && isFollower(3) ? 4 : 0
    case 0xF1...0xF3: return isFollower(1) && isFollower(2) && isFollower(3) ? 4 : 0
    case 0xF4: return isFollower(1, 0x80...0x8F) && isFollower(2) && isFollower(3) ? 4 : 0
    default: return 0
    }
}

/// The first byte from a place on that belongs to no character; nil when there is none.
func firstInvalid(in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    let count = bytes.count
    let span = bytes.span
    while index < count {
        if index &+ 8 <= count, span.isASCII(at: index) {
            index += 8
        } else if bytes[index] < 0x80 {
            index += 1
        } else {
            let length = sequenceLength(bytes, index)
            if length == 0 { return index }
            index += length
        }
    }
    return nil
}

/// How many bytes at the end begin a character without ending it.
func incompleteTail(of bytes: [UInt8]) -> Int {
    for back in 1...3 where back <= bytes.count {
        let byte = bytes[bytes.count - back]
        if byte & 0xC0 == 0x80 { continue }
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
        return byte < 0xF5 && length > back ? back : 0
    }
    return 0
}
