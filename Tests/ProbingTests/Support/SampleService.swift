import StorageModel

extension Service {
    /// A service for tests.
    static func sample(_ kind: Kind, port: UInt16) -> Service {
        Service(
            kind: kind, port: port,
            provenance: Provenance(basis: .assumed, source: SourceID("test"), reviewBy: CalendarDate(daysSince1970: 0)))
    }
}
