import StorageModel

extension Institution: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(id, name, owner, languages, contact)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(
            id: decoder.read(), name: decoder.read(), owner: decoder.read(), languages: decoder.read(),
            contact: decoder.read()
        )
    }
}

extension Contact: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(name, email, phone, url, provenance)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(
            name: decoder.read(), email: decoder.read(), phone: decoder.read(), url: decoder.read(),
            provenance: decoder.read()
        )
    }
}

extension Language: StorableKey {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.append(text: code)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        self.init(try decoder.text())
    }

    func isStored(before other: Self) -> Bool { code < other.code }
}

extension Vocabulary: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(levels, tags, groupKinds, facets, obligations)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(
            levels: decoder.read(), tags: decoder.read(), groupKinds: decoder.read(), facets: decoder.read(),
            obligations: decoder.read()
        )
    }
}

extension Level: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(id, aliases)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(id: decoder.read(), aliases: decoder.read())
    }
}

extension Tag: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(id, level, aliases, foundAs, standsForUnknown, provenance)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(
            id: decoder.read(), level: decoder.read(), aliases: decoder.read(), foundAs: decoder.read(),
            standsForUnknown: decoder.read(), provenance: decoder.read()
        )
    }
}

extension GroupKind: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(id)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(id: decoder.read())
    }
}

extension Facet: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(id, values, ifUnknown)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(id: decoder.read(), values: decoder.read(), ifUnknown: decoder.read())
    }
}
