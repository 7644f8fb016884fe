import StorageModel

extension Condition: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(method, system, audience, groupKind, action, level, knownLevel, tags, network, bytes, facets)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        self.init()
        method = try decoder.read()
        system = try decoder.read()
        audience = try decoder.read()
        groupKind = try decoder.read()
        action = try decoder.read()
        level = try decoder.read()
        knownLevel = try decoder.read()
        tags = try decoder.read()
        network = try decoder.read()
        bytes = try decoder.read()
        facets = try decoder.read()
    }
}

extension Test: Storable where Value: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(anyOf, noneOf, atLeast, atMost)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(anyOf: decoder.read(), noneOf: decoder.read(), atLeast: decoder.read(), atMost: decoder.read())
    }
}

extension TagTest: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(hasAnyOf, hasNoneOf)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(hasAnyOf: decoder.read(), hasNoneOf: decoder.read())
    }
}
