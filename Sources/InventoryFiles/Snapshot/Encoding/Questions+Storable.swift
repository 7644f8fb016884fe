import StorageModel

extension PolicyCase: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(name, question, expectation)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(name: decoder.read(), question: decoder.read(), expectation: decoder.read())
    }
}

extension Question: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(
            audience, action, declaredLevel, tags, inspection, bytes, largestFileBytes, files, network, asker, facets,
            lyingOn
        )
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        self.init(audience: [])
        audience = try decoder.read()
        action = try decoder.read()
        declaredLevel = try decoder.read()
        tags = try decoder.read()
        inspection = try decoder.read()
        bytes = try decoder.read()
        largestFileBytes = try decoder.read()
        files = try decoder.read()
        network = try decoder.read()
        asker = try decoder.read()
        facets = try decoder.read()
        lyingOn = try decoder.read()
    }
}

extension TagClaim: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(tag, because, files)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(decoder.read(), because: decoder.read(), files: decoder.read())
    }
}

extension Asker: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(account, groups)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(account: decoder.read(), groups: decoder.read())
    }
}

extension Expectation: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(outcome, recommended, share, obligations, alternatives, excluded, forbidden, steps, notes)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        self.init()
        outcome = try decoder.read()
        recommended = try decoder.read()
        share = try decoder.read()
        obligations = try decoder.read()
        alternatives = try decoder.read()
        excluded = try decoder.read()
        forbidden = try decoder.read()
        steps = try decoder.read()
        notes = try decoder.read()
    }
}

extension Inspection: StorableByPlace {
    static let storedCases = allCases
}

extension TagClaim.Ground: StorableByPlace {
    static let storedCases = allCases
}
