import StorageModel

extension Rule: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(id, effect, when, obligations, weight, isGuardrail, provenance)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(
            id: decoder.read(), effect: decoder.read(), when: decoder.read(), obligations: decoder.read(),
            weight: decoder.read(), isGuardrail: decoder.read(), provenance: decoder.read()
        )
    }
}

extension Invariant: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(id, title, when, promise, provenance)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(
            id: decoder.read(), title: decoder.read(), when: decoder.read(), promise: decoder.read(),
            provenance: decoder.read()
        )
    }
}

extension Invariant.Promise: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        switch self {
        case .neverAllowed: encoder.append(0)
        case .carries(let obligations, let suggested): encoder.store(UInt64(1), obligations, suggested)
        case .hasSteps(let steps): encoder.store(UInt64(2), steps)
        case .lacksSteps(let steps): encoder.store(UInt64(3), steps)
        case .outcome(let outcomes): encoder.store(UInt64(4), outcomes)
        }
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        switch try decoder.number() {
        case 0: self = .neverAllowed
        case 1: self = try .carries(decoder.read(), suggestionIsEnough: decoder.read())
        case 2: self = try .hasSteps(decoder.read())
        case 3: self = try .lacksSteps(decoder.read())
        case 4: self = try .outcome(decoder.read())
        default: throw decoder.damaged(.unknownNumber)
        }
    }
}

extension Impossibility: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(id, when)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(id: decoder.read(), when: decoder.read())
    }
}

extension Exemption: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(id, lifts, when, grantedBy, reason, until)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(
            id: decoder.read(), lifts: decoder.read(), when: decoder.read(), grantedBy: decoder.read(),
            reason: decoder.read(), until: decoder.read()
        )
    }
}

extension Rule.Effect: StorableByPlace {
    static let storedCases = allCases
}

extension Outcome: StorableByPlace {
    static let storedCases = allCases
}
