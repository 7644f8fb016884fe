import StorageModel

extension Service: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(kind, port.map(Int.init), promise, provenance)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        let kind: Kind = try decoder.read()
        let number: Int? = try decoder.read()
        let port = number.flatMap(UInt16.init(exactly:))
        guard (port == nil) == (number == nil) else { throw decoder.damaged(.numberOutOfRange) }
        try self.init(kind: kind, port: port, promise: decoder.read(), provenance: decoder.read())
    }
}

extension Gateway: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(host, service)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(host: decoder.read(), service: decoder.read())
    }
}

extension ShareCheck: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(canary, canaryDigest, writeFolder)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(canary: decoder.read(), canaryDigest: decoder.read(), writeFolder: decoder.read())
    }
}

extension ServicePromise: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(
            addresses, isInternalName, serverNames, serverGUID, leastDialect, requiresSigning, requiresEncryption)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(
            addresses: decoder.read(), isInternalName: decoder.read(), serverNames: decoder.read(),
            serverGUID: decoder.read(), leastDialect: decoder.read(), requiresSigning: decoder.read(),
            requiresEncryption: decoder.read())
    }
}

extension GUID: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(description)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        let text: String = try decoder.read()
        guard let guid = GUID(text), guid.description == text else { throw decoder.damaged(.unknownNumber) }
        self = guid
    }
}

extension Dialect: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.append(UInt64(rawValue))
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        guard let number = UInt16(exactly: try decoder.number()) else { throw decoder.damaged(.numberOutOfRange) }
        self.init(rawValue: number)
    }
}

extension Service.Kind: StorableByPlace {
    static let storedCases = allCases
}
