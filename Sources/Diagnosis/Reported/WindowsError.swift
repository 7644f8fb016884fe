internal import StorageModel

/// An error number of Windows, as a dialog, `net use` or a program shows it.
///
/// Names are those of MS-ERREF 2.2. What each may mean is what the pages in `docs/causes` say of it.
public struct WindowsError: Hashable, Sendable {
    /// The number, such as 53.
    public let number: UInt32
    /// What it may mean.
    public let error: ReportedError

    init(_ number: UInt32, _ name: String, _ groups: (stage: Stage, causes: [Cause])...) {
        self.number = number
        error = ReportedError("\(number) \(name)", groups)
    }

    /// What a number means; nil when no table knows it.
    public static func named(_ number: UInt32) -> ReportedError? { byNumber[number] }

    /// What a status in hexadecimal means: the number of an error wrapped in an HRESULT (MS-ERREF 2.1), a status of the
    /// sign-in (`SEC_E_…`), or a status of the server (MS-ERREF 2.3).
    /// - Returns: Nil when no table knows it.
    public static func status(_ status: UInt32) -> ReportedError? {
        switch status >> 16 {
        case 0x8007: return named(status & 0xFFFF)
        case 0x8009: return signInStatuses[status]
        case 0xC000: return ReportedError(NTStatus(rawValue: status))
        default: return nil
        }
    }

    /// All numbers that are known.
    public static let all = ofPath + ofSignIn + ofShare

    private static let byNumber = Dictionary(all.map { ($0.number, $0.error) }) { first, _ in first }

    /// Statuses of the security packages (`winerror.h`), by number.
    private static let signInStatuses: [UInt32: ReportedError] = [
        0x8009_030C: ReportedError("0x8009030c SEC_E_LOGON_DENIED", [(.auth, [.wrongCredentials])]),
        0x8009_0311: ReportedError(
            "0x80090311 SEC_E_NO_AUTHENTICATING_AUTHORITY", [(.auth, [.kdcUnreachable, .accountsNotVerifiable])]),
        0x8009_0322: ReportedError("0x80090322 SEC_E_WRONG_PRINCIPAL", [(.auth, [.spnMissing])]),
        0x8009_0324: ReportedError("0x80090324 SEC_E_TIME_SKEW", [(.auth, [.clockSkew])]),
        0x8009_030E: ReportedError("0x8009030e SEC_E_NO_CREDENTIALS", [(.auth, [.noKerberosTicket])]),
        0x8009_0342: ReportedError("0x80090342 SEC_E_KDC_UNKNOWN_ETYPE", [(.auth, [.kerberosEtypeMismatch])]),
    ]
}

extension ReportedError {
    /// What a server's status may mean that a person's computer showed; nil when no table knows it.
    fileprivate init?(_ status: NTStatus) {
        let tables: [(Stage, StatusTable)] = [
            (.auth, .signIn), (.tree, .tree), (.stat, .stat), (.read, .read), (.write, .write), (.list, .anyLater),
        ]
        // What says nothing by itself is said of the share first: a sign-in is hardly ever refused with it.
        let found = tables.compactMap { stage, table in
            table[status].map { (stage, [$0.cause] + $0.alternatives) }
        }
        guard !found.isEmpty else { return nil }
        self.init([status.hexadecimal, status.name].compactMap(\.self).joined(separator: " "), found)
    }
}
