internal import StorageModel

// The numbers that verdicts, steps and silences have in the file. They are written there for years: never change one.

extension Verdict {
    var code: Int64 {
        switch self {
        case .healthy: 0
        case .degraded: 1
        case .failed: 2
        case .unknown: 3
        }
    }

    init?(code: Int64) {
        guard let verdict = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = verdict
    }
}

extension Stage {
    var code: UInt8 {
        switch self {
        case .dns: 0
        case .tcp: 1
        case .negotiate: 2
        case .tls: 3
        case .http: 4
        case .rdp: 5
        case .auth: 6
        case .tree: 7
        case .stat: 8
        case .list: 9
        case .read: 10
        case .write: 11
        case .space: 12
        }
    }

    static let byCode: [UInt8: Stage] = Dictionary(uniqueKeysWithValues: allCases.map { ($0.code, $0) })
}

extension StageState {
    var code: UInt8 {
        switch self {
        case .ok: 0
        case .fail: 1
        case .warn: 2
        case .notChecked: 3
        }
    }

    static let byCode: [UInt8: StageState] = Dictionary(uniqueKeysWithValues: allCases.map { ($0.code, $0) })
}

extension Change.Kind {
    var code: Int64 {
        switch self {
        case .broke: 0
        case .causeChanged: 1
        case .degraded: 2
        case .recovered: 3
        case .improved: 4
        case .unchecked: 5
        case .flapping: 6
        case .calm: 7
        }
    }

    init?(code: Int64) {
        guard let kind = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = kind
    }
}

extension Silence {
    var code: Int64 {
        switch self {
        case .consequence: 1
        case .maintenance: 2
        case .expected: 3
        }
    }

    init?(code: Int64, name: String?) {
        guard let name else { return nil }
        switch code {
        case 1: self = .consequence(of: name)
        case 2: self = .maintenance(name)
        case 3: self = .expected(name)
        default: return nil
        }
    }
}
