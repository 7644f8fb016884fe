/// Letters and digits as wide as Chinese ones, which stand for those of ASCII (Unicode, Halfwidth and Fullwidth Forms).
enum FullWidth {
    /// Whether any may be among some bytes.
    @inline(__always)
    static func mayBe(in bytes: Span<UInt8>) -> Bool {
        var position = 0
        while position < bytes.count {
            // Most stretches are ASCII alone.
            var all: UInt64 = 0
            for offset in 0..<8 { all |= bytes.eight(at: position &+ offset &* 8).bits }
            if all & EightBytes.highs != 0, next(in: bytes, from: position, upTo: position + 64) != nil {
                return true
            }
            position &+= 64
        }
        return false
    }

    /// The bytes with those of ASCII in their place.
    /// - Parameters:
    ///   - bytes: UTF-8.
    ///   - rest: The beginning of a character that the last piece ended in, and this one may.
    /// - Returns: The same text, without the rest.
    static func narrowed(_ bytes: Span<UInt8>, rest: inout [UInt8]) -> [UInt8] {
        guard rest.isEmpty else {
            var whole = rest
            for index in bytes.indices { whole.append(bytes[index]) }
            rest = []
            return narrowed(whole.span, rest: &rest)
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var position = 0
        while position < bytes.count {
            let place = next(in: bytes, from: position, upTo: bytes.count) ?? bytes.count
            for index in position..<place { result.append(bytes[index]) }
            guard place < bytes.count else { break }
            guard place + 2 < bytes.count else {
                for index in place..<bytes.count { rest.append(bytes[index]) }
                break
            }
            if let narrow = narrow(bytes[place + 1], bytes[place + 2]) {
                result.append(narrow)
            } else {
                for index in place..<place + 3 { result.append(bytes[index]) }
            }
            position = place + 3
        }
        return result
    }

    private static let first: UInt8 = 0xEF

    /// Where the next of them begins before a limit, or may once more bytes are there; nil when none does.
    private static func next(in bytes: Span<UInt8>, from start: Int, upTo limit: Int) -> Int? {
        for position in start..<min(limit, bytes.count) where bytes[position] == first {
            let second = bytes.byte(position + 1)
            if second == 0xBC || second == 0xBD || position + 1 == bytes.count { return position }
        }
        return nil
    }

    /// What the second and third byte of a character stand for.
    private static func narrow(_ second: UInt8, _ third: UInt8) -> UInt8? {
        switch (second, third) {
        case (0xBC, 0x81...0xBF): third - 0x60
        case (0xBD, 0x80...0x9E): third - 0x20
        default: nil
        }
    }
}
