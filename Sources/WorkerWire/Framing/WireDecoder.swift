package import StorageModel

/// Reads the parts of a message, one after the other; no bytes can make it do anything but throw.
package struct WireDecoder {
    private var rest: ArraySlice<UInt8>

    package init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    /// Throws unless all was read.
    package func end() throws(WireError) {
        guard rest.isEmpty else { throw .excess }
    }

    package mutating func number<Number: FixedWidthInteger>(
        _ type: Number.Type = Number.self
    ) throws(WireError) -> Number {
        let size = Number.bitWidth / 8
        guard rest.count >= size else { throw .truncated }
        // Shifting a whole byte out of a number of one byte gives 0, as it should.
        let number = rest.prefix(size).reduce(Number.zero) { $0 << 8 | Number(truncatingIfNeeded: $1) }
        rest = rest.dropFirst(size)
        return number
    }

    package mutating func flag() throws(WireError) -> Bool {
        switch try number(UInt8.self) {
        case 0: false
        case 1: true
        case let other: throw .unknownNumber(UInt64(other))
        }
    }

    package mutating func string() throws(WireError) -> [UInt8] {
        guard let count = Int(exactly: try number(UInt32.self)), rest.count >= count else { throw .truncated }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    package mutating func text() throws(WireError) -> String {
        guard let text = String(validating: try string(), as: UTF8.self) else { throw .notText }
        return text
    }

    package mutating func secret() throws(WireError) -> Secret { Secret(try string()) }

    package mutating func duration() throws(WireError) -> Duration {
        let nanoseconds = try number(UInt64.self)
        guard let nanoseconds = Int64(exactly: nanoseconds) else { throw .unknownNumber(nanoseconds) }
        return .nanoseconds(nanoseconds)
    }

    package mutating func stage() throws(WireError) -> Stage {
        let place = try number(UInt8.self)
        guard place < Stage.allCases.count else { throw .unknownNumber(UInt64(place)) }
        return Stage.allCases[Int(place)]
    }

    package mutating func optional<Value>(
        _ body: (inout Self) throws(WireError) -> Value
    ) throws(WireError) -> Value? {
        guard try flag() else { return nil }
        return try body(&self)
    }
}
