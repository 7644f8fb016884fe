import StorageModel

extension Provenance: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(basis, source, paragraph, reviewBy)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(
            basis: decoder.read(), source: decoder.read(), paragraph: decoder.read(), reviewBy: decoder.read()
        )
    }
}

extension Fact: Storable where Value: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(value, provenance)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(decoder.read(), decoder.read())
    }
}

extension Source: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(id, title, url, read, reviewBy)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(
            id: decoder.read(), title: decoder.read(), url: decoder.read(), read: decoder.read(),
            reviewBy: decoder.read()
        )
    }
}

extension CalendarDate: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(daysSince1970)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(daysSince1970: decoder.read())
    }
}

extension Basis: StorableByPlace {
    static let storedCases = allCases
}
