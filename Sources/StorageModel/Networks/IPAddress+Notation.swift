extension IPAddress: LosslessStringConvertible {
    /// The address in its canonical notation: dotted decimal, or RFC 5952 for IPv6.
    public var description: String {
        switch family {
        case .ipv4: Self.dotted(UInt32(truncatingIfNeeded: bits))
        case .ipv6: Self.colonSeparated(bits)
        }
    }

    /// The address written in `text`, or nil when it is not one; `init(parsing:)` says why.
    public init?(_ text: String) {
        guard let address = try? IPAddress(parsing: text) else { return nil }
        self = address
    }

    /// The address written in `text`.
    ///
    /// IPv4 is four decimal numbers without leading zeros, which some readers take for octal (RFC 6943, section 3.1.1).
    /// IPv6 is any form of RFC 4291, section 2.2. Zones (`%eth0`), ports, brackets and surrounding spaces are refused.
    public init(parsing text: String) throws(AddressNotationError) {
        do {
            self = try Self.parse(text.utf8)
        } catch {
            throw AddressNotationError(text: text, kind: .address, reason: error)
        }
    }

    /// The longest notation of any address: six groups of four digits and an embedded IPv4 address.
    static let longestNotation = 45

    static func parse(_ text: some Collection<UInt8>) throws(AddressNotationError.Reason) -> IPAddress {
        guard !text.isEmpty else { throw .empty }
        // Checked first, so that a text of any size costs no more than a look at its first bytes.
        guard text.prefix(longestNotation + 1).count <= longestNotation else { throw .tooLong }
        let bytes = Array(text)
        if let percent = bytes.firstIndex(of: UInt8(ascii: "%")) {
            throw .zone(String(decoding: bytes[percent...], as: UTF8.self))
        }
        if bytes.contains(UInt8(ascii: ":")) {
            return IPAddress(ipv6: try parseIPv6(bytes))
        }
        guard let first = bytes.first, isDigit(first) || first == UInt8(ascii: ".") else { throw .notNumeric }
        return IPAddress(ipv4: try parseIPv4(bytes[...]))
    }

    // MARK: IPv4

    private static func parseIPv4(_ bytes: ArraySlice<UInt8>) throws(AddressNotationError.Reason) -> UInt32 {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { throw .partCount(parts.count) }
        var bits: UInt32 = 0
        for part in parts {
            guard let number = decimal(part, atMost: 255) else { throw .part(String(decoding: part, as: UTF8.self)) }
            guard part.count == 1 || part.first != UInt8(ascii: "0") else {
                throw .leadingZero(String(decoding: part, as: UTF8.self))
            }
            bits = bits << 8 | UInt32(number)
        }
        return bits
    }

    private static func dotted(_ bits: UInt32) -> String {
        "\(bits >> 24).\(bits >> 16 & 255).\(bits >> 8 & 255).\(bits & 255)"
    }

    // MARK: IPv6

    private static func parseIPv6(_ bytes: [UInt8]) throws(AddressNotationError.Reason) -> UInt128 {
        let colon = UInt8(ascii: ":")
        var groups: [UInt16] = []
        var gap: Int?
        var index = 0
        if bytes.starts(with: [colon, colon]) {
            gap = 0
            index = 2
        }
        while index < bytes.count {
            let end = bytes[index...].firstIndex(of: colon) ?? bytes.count
            let token = bytes[index..<end]
            guard !token.isEmpty else { throw .strayColon }
            if token.contains(UInt8(ascii: ".")) {
                guard end == bytes.count else { throw .group(String(decoding: token, as: UTF8.self)) }
                let embedded = try parseIPv4(token)
                groups += [UInt16(embedded >> 16), UInt16(embedded & 0xFFFF)]
                break
            }
            groups.append(try parseGroup(token))
            guard end < bytes.count else { break }
            index = end + 1
            guard index < bytes.count else { throw .strayColon }
            if bytes[index] == colon {
                guard gap == nil else { throw .secondGap }
                gap = groups.count
                index += 1
            }
        }
        if let gap {
            guard groups.count < 8 else { throw .groupCount(groups.count) }
            groups.insert(contentsOf: repeatElement(0, count: 8 - groups.count), at: gap)
        }
        guard groups.count == 8 else { throw .groupCount(groups.count) }
        return groups.reduce(0) { $0 << 16 | UInt128($1) }
    }

    private static func parseGroup(_ token: ArraySlice<UInt8>) throws(AddressNotationError.Reason) -> UInt16 {
        var value: UInt16 = 0
        for byte in token {
            guard token.count <= 4, let digit = hexDigit(byte) else {
                throw .group(String(decoding: token, as: UTF8.self))
            }
            value = value << 4 | digit
        }
        return value
    }

    private static func colonSeparated(_ bits: UInt128) -> String {
        // RFC 5952, section 5: an IPv4-mapped address shows the IPv4 address it holds.
        if bits >> 32 == 0xFFFF {
            return "::ffff:" + dotted(UInt32(truncatingIfNeeded: bits))
        }
        let groups = (0..<8).map { UInt16(truncatingIfNeeded: bits >> (112 - 16 * $0)) }
        guard let gap = longestZeroRun(groups) else { return hexadecimal(groups[...]) }
        return hexadecimal(groups[..<gap.lowerBound]) + "::" + hexadecimal(groups[gap.upperBound...])
    }

    /// The first of the longest runs of zero groups; a single zero group is no run (RFC 5952, section 4.2).
    private static func longestZeroRun(_ groups: [UInt16]) -> Range<Int>? {
        var longest = 0..<0
        var start = 0
        while start < groups.count {
            let end = groups[start...].firstIndex { $0 != 0 } ?? groups.count
            if end - start > longest.count {
                longest = start..<end
            }
            start = end + 1
        }
        return longest.count > 1 ? longest : nil
    }

    private static func hexadecimal(_ groups: ArraySlice<UInt16>) -> String {
        groups.map { String($0, radix: 16) }.joined(separator: ":")
    }

    // MARK: Digits

    /// The number in `digits` when it is one to three ASCII digits and at most `maximum`.
    static func decimal(_ digits: some Collection<UInt8>, atMost maximum: Int) -> Int? {
        guard (1...3).contains(digits.prefix(4).count), digits.allSatisfy(isDigit) else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return number <= maximum ? number : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func hexDigit(_ byte: UInt8) -> UInt16? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
