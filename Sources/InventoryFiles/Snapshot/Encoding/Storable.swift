/// A value that has one compact form in bytes.
///
/// Every value takes at least one byte; the reader relies on this to refuse a count that cannot be true.
protocol Storable {
    /// Appends the value.
    func store(into encoder: inout SnapshotEncoder)

    /// Reads the value that ``store(into:)`` appended; refuses every other sequence of bytes.
    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged)
}

/// A value that dictionaries are keyed by.
protocol StorableKey: Storable, Hashable {
    /// Whether the value is stored earlier, so that equal dictionaries have equal bytes.
    func isStored(before other: Self) -> Bool
}

/// An enumeration without payloads, stored by the place of its case among all cases.
///
/// Moving a case therefore changes the encoding, as adding or removing one does; the golden digest in the tests
/// notices.
protocol StorableByPlace: StorableKey, CaseIterable {
    /// All cases, made once.
    static var storedCases: [Self] { get }
}

extension StorableByPlace {
    private var place: Int {
        // A case that is missing from the list gets a number that the reader refuses: never a wrong case.
        Self.storedCases.firstIndex(of: self) ?? Self.storedCases.count
    }

    func store(into encoder: inout SnapshotEncoder) {
        encoder.append(UInt64(place))
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        let place = try decoder.number()
        guard place < UInt64(Self.storedCases.count) else { throw decoder.damaged(.unknownNumber) }
        self = Self.storedCases[Int(place)]
    }

    func isStored(before other: Self) -> Bool { place < other.place }
}

extension Bool: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.append(self ? 1 : 0)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        switch try decoder.number() {
        case 0: self = false
        case 1: self = true
        default: throw decoder.damaged(.unknownNumber)
        }
    }
}

extension UInt64: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.append(self)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        self = try decoder.number()
    }
}

extension Int: Storable {
    // The sign goes into the lowest bit, so that small numbers of both signs are short.
    func store(into encoder: inout SnapshotEncoder) {
        let wide = Int64(self)
        encoder.append(UInt64(bitPattern: wide << 1 ^ wide >> 63))
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        let folded = try decoder.number()
        let wide = Int64(bitPattern: folded >> 1) ^ -Int64(bitPattern: folded & 1)
        guard let number = Int(exactly: wide) else { throw decoder.damaged(.numberOutOfRange) }
        self = number
    }
}

extension String: StorableKey {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.append(text: self)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        self = try decoder.text()
    }

    func isStored(before other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}

extension Optional: Storable where Wrapped: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        (self != nil).store(into: &encoder)
        self?.store(into: &encoder)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        self = try Bool(from: &decoder) ? Wrapped(from: &decoder) : nil
    }
}

extension Array: Storable where Element: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.append(UInt64(count))
        for element in self {
            element.store(into: &encoder)
        }
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        let count = try decoder.count()
        self.init()
        reserveCapacity(Swift.min(count, SnapshotDecoder.mostReserved))
        for _ in 0..<count {
            append(try Element(from: &decoder))
        }
    }
}

extension Dictionary: Storable where Key: StorableKey, Value: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.append(UInt64(count))
        for (key, value) in sorted(by: { $0.key.isStored(before: $1.key) }) {
            key.store(into: &encoder)
            value.store(into: &encoder)
        }
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        let count = try decoder.count()
        self.init(minimumCapacity: Swift.min(count, SnapshotDecoder.mostReserved))
        for _ in 0..<count {
            let key = try Key(from: &decoder)
            // Texts that differ in their bytes can be equal as keys, so the bytes alone would not show a repetition.
            guard updateValue(try Value(from: &decoder), forKey: key) == nil else {
                throw decoder.damaged(.repeatedKey)
            }
        }
    }
}
