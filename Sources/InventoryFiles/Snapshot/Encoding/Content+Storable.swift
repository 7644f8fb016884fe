import StorageModel

extension ContentDetector: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(
            id, names, tag, pattern, check, values, prefixes, words, alone, nearWord, examples, counterExamples,
            provenance)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(
            id: decoder.read(), names: decoder.read(), tag: decoder.read(), pattern: decoder.read(),
            check: decoder.read(), values: decoder.read(), prefixes: decoder.read(), words: decoder.read(),
            alone: decoder.read(), nearWord: decoder.read(), examples: decoder.read(),
            counterExamples: decoder.read(), provenance: decoder.read())
    }
}

extension ContentDetector.Strength: StorableByPlace {
    static let storedCases = allCases
}

extension PublicValues: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(detector, values, provenance)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(detector: decoder.read(), values: decoder.read(), provenance: decoder.read())
    }
}
