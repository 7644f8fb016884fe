import StorageModel

extension CheckPolicy: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(
            observationDays, summaryDays, failingLooks, looks, pauseSeconds, jitterSeconds, missingHours, windows,
            outages)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(
            observationDays: decoder.read(), summaryDays: decoder.read(), failingLooks: decoder.read(),
            looks: decoder.read(), pauseSeconds: decoder.read(), jitterSeconds: decoder.read(),
            missingHours: decoder.read(), windows: decoder.read(), outages: decoder.read())
    }
}

extension MaintenanceWindow: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(id, targets, time, reason)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(id: decoder.read(), targets: decoder.read(), time: decoder.read(), reason: decoder.read())
    }
}

extension MaintenanceWindow.Time: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        switch self {
        case .weekly(let weekday, let minute, let minutes):
            encoder.append(0)
            encoder.store(weekday, minute, minutes)
        case .days(let first, let last):
            encoder.append(1)
            encoder.store(first, last)
        }
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        switch try decoder.number() {
        case 0: self = .weekly(weekday: try decoder.read(), minute: try decoder.read(), minutes: try decoder.read())
        case 1: self = .days(try decoder.read(), try decoder.read())
        default: throw decoder.damaged(.unknownNumber)
        }
    }
}

extension ExpectedOutage: Storable {
    func store(into encoder: inout SnapshotEncoder) {
        encoder.store(id, targets, networks, until, reason)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamaged) {
        try self.init(
            id: decoder.read(), targets: decoder.read(), networks: decoder.read(), until: decoder.read(),
            reason: decoder.read())
    }
}
