import StorageModel

extension Inventory: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(
            institution, vocabulary, sources, systems, groups, networks, rules, invariants, impossibilities, exemptions,
            cases, detectors, publicValues, texts, checks, revision
        )
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(
            institution: decoder.read(), vocabulary: decoder.read(), sources: decoder.read(), systems: decoder.read(),
            groups: decoder.read(), networks: decoder.read(), rules: decoder.read(), invariants: decoder.read(),
            impossibilities: decoder.read(), exemptions: decoder.read(), cases: decoder.read(),
            detectors: decoder.read(),
            publicValues: decoder.read(), texts: decoder.read(), checks: decoder.read(), revision: decoder.read()
        )
    }
}

extension Identifier: StorableKey, Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.append(text: text)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        self.init(try decoder.text())
    }

    func isStored(before other: Self) -> Bool { self < other }
}
