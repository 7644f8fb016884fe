import StorageModel

extension StorageSystem: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(id, host, hostAliases, locations, shares, methods, service, availableFrom, retiresOn, provenance)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(
            id: decoder.read(), host: decoder.read(), hostAliases: decoder.read(), locations: decoder.read(),
            shares: decoder.read(), methods: decoder.read(), service: decoder.read(), availableFrom: decoder.read(),
            retiresOn: decoder.read(), provenance: decoder.read()
        )
    }
}

extension Share: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(id, method, name, folder, check, provenance)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(
            id: decoder.read(), method: decoder.read(), name: decoder.read(), folder: decoder.read(),
            check: decoder.read(), provenance: decoder.read()
        )
    }
}

extension Method: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(id, reach, actions, exposure, limits, capabilities, steps, messages, warnings, provenance)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(
            id: decoder.read(), reach: decoder.read(), actions: decoder.read(), exposure: decoder.read(),
            limits: decoder.read(), capabilities: decoder.read(), steps: decoder.read(), messages: decoder.read(),
            warnings: decoder.read(), provenance: decoder.read()
        )
    }
}

extension Reach: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(audience, through)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(audience: decoder.read(), through: decoder.read())
    }
}

extension Limits: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(totalBytes, fileBytes, files)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(totalBytes: decoder.read(), fileBytes: decoder.read(), files: decoder.read())
    }
}

extension MethodPart: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(id, obligation, movesData)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(id: decoder.read(), obligation: decoder.read(), movesData: decoder.read())
    }
}

extension Reach.Through: StorableByPlace {
    static let storedCases = allCases
}

extension Support: StorableByPlace {
    static let storedCases = allCases
}

extension Action: StorableByPlace {
    static let storedCases = allCases
}

extension OperatingSystem: StorableByPlace {
    static let storedCases = allCases
}
