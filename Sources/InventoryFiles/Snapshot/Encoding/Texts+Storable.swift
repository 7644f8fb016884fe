import StorageModel

extension Texts: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(language, entries)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(language: decoder.read(), entries: decoder.read())
    }
}

extension Texts.Section: StorableByPlace {
    static let storedCases = allCases
}
