import StorageModel

extension Network: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(id, addresses, interfaces, isFallback, gateway, aliases, provenance)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(
            id: decoder.read(), addresses: decoder.read(), interfaces: decoder.read(), isFallback: decoder.read(),
            gateway: decoder.read(), aliases: decoder.read(), provenance: decoder.read()
        )
    }
}

extension AddressBlock: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(first, prefixLength)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        let address: IPAddress = try decoder.read()
        guard let block = AddressBlock(around: address, prefixLength: try decoder.read()), block.first == address
        else { throw decoder.damaged(.unknownNumber) }
        self = block
    }
}

extension IPAddress: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.append(UInt64(family.rawValue))
        switch family {
        case .ipv4: encoder.append(UInt64(truncatingIfNeeded: bits))
        case .ipv6: encoder.store(UInt64(truncatingIfNeeded: bits >> 64), UInt64(truncatingIfNeeded: bits))
        }
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        let family = try decoder.number()
        let bits = try decoder.number()
        switch UInt8(exactly: family).flatMap(Family.init(rawValue:)) {
        case .ipv4:
            guard let bits = UInt32(exactly: bits) else { throw decoder.damaged(.numberOutOfRange) }
            self.init(ipv4: bits)
        case .ipv6: self.init(ipv6: UInt128(bits) << 64 | UInt128(try decoder.number()))
        case nil: throw decoder.damaged(.unknownNumber)
        }
    }
}
