import StorageModel

extension Obligation: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(id, kind, prerequisite)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(id: decoder.read(), kind: decoder.read(), prerequisite: decoder.read())
    }
}

extension Obligation.Kind: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        switch self {
        case .flag: encoder.append(0)
        case .atMost(let unit): encoder.store(UInt64(1), unit)
        case .atLeast(let unit): encoder.store(UInt64(2), unit)
        case .oneOf(let choices): encoder.store(UInt64(3), choices)
        }
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        switch try decoder.number() {
        case 0: self = .flag
        case 1: self = try .atMost(unit: decoder.read())
        case 2: self = try .atLeast(unit: decoder.read())
        case 3: self = try .oneOf(decoder.read())
        default: throw decoder.damaged(.unknownNumber)
        }
    }
}

extension Prerequisite: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(parties, witness)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(parties: decoder.read(), witness: decoder.read())
    }
}

extension Prerequisite.Witness: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        switch self {
        case .account: encoder.append(0)
        case .networks(let networks): encoder.store(UInt64(1), networks)
        }
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        switch try decoder.number() {
        case 0: self = .account
        case 1: self = try .networks(decoder.read())
        default: throw decoder.damaged(.unknownNumber)
        }
    }
}

extension ObligationValue: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        switch self {
        case .flag: encoder.append(0)
        case .atMost(let number): encoder.store(UInt64(1), number)
        case .atLeast(let number): encoder.store(UInt64(2), number)
        case .oneOf(let choices): encoder.store(UInt64(3), choices)
        }
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        switch try decoder.number() {
        case 0: self = .flag
        case 1: self = try .atMost(decoder.read())
        case 2: self = try .atLeast(decoder.read())
        case 3: self = try .oneOf(decoder.read())
        default: throw decoder.damaged(.unknownNumber)
        }
    }
}

extension Party: StorableByPlace {
    static let storedCases = allCases
}
