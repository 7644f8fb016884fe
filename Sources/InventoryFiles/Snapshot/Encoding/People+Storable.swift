import StorageModel

extension Group: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(id, name, kind, partOf, shares, accountGroups, aliases, provenance)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(
            id: decoder.read(), name: decoder.read(), kind: decoder.read(), partOf: decoder.read(),
            shares: decoder.read(), accountGroups: decoder.read(), aliases: decoder.read(), provenance: decoder.read()
        )
    }
}

extension AudienceMember: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        switch self {
        case .group(let id): encoder.store(UInt64(0), id)
        case .user(let name, let groups): encoder.store(UInt64(1), name, groups)
        case .internal: encoder.append(2)
        case .external(let address): encoder.store(UInt64(3), address)
        case .anyone: encoder.append(4)
        case .publish: encoder.append(5)
        }
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        switch try decoder.number() {
        case 0: self = try .group(decoder.read())
        case 1: self = try .user(decoder.read(), groups: decoder.read())
        case 2: self = .internal
        case 3: self = try .external(decoder.read())
        case 4: self = .anyone
        case 5: self = .publish
        default: throw decoder.damaged(.unknownNumber)
        }
    }
}

extension AudienceKind: StorableByPlace {
    static let storedCases = allCases
}
