internal import StorageModel

/// Keeps an account from being locked out by our own tries.
///
/// Until a server has accepted the account, one visit at a time goes there; until any has, one visit at a time goes
/// anywhere, so that a wrong password is tried once. A server that takes long with its first answer does not hold up the
/// others (``passOver(_:)``). After a refusal that is about the account the others are spared.
struct SignInGuard {
    /// What a visit may do now.
    enum Verdict: Hashable {
        /// It may begin.
        case go
        /// It waits for what becomes of another one.
        case wait
        /// It is not to be made, since this was the answer before.
        case spare(NTStatus)
    }

    /// Whether a password is tried, which a server counts.
    private let usesPassword: Bool
    private var accepted: Set<String> = []
    private var isAccepted = false
    /// The servers that a first sign-in is under way to; whether others wait for it.
    private var trials: [String: Bool] = [:]
    private var refusals: [String: NTStatus] = [:]
    private var refusalEverywhere: NTStatus?

    init(usesPassword: Bool) {
        self.usesPassword = usesPassword
    }

    func verdict(_ server: String) -> Verdict {
        if let status = refusalEverywhere ?? refusals[server] { return .spare(status) }
        if accepted.contains(server) { return .go }
        if trials[server] != nil { return .wait }
        if !isAccepted, trials.values.contains(true) { return .wait }
        return .go
    }

    /// A visit begins.
    /// - Returns: Whether it is the first to its server, which others wait for.
    mutating func begin(_ server: String) -> Bool {
        guard !accepted.contains(server) else { return false }
        trials[server] = true
        return !isAccepted
    }

    /// A server takes long; visits to others need not wait for it any more.
    mutating func passOver(_ server: String) {
        if trials[server] != nil { trials[server] = false }
    }

    /// A sign-in ended.
    mutating func signInEnded(_ server: String, _ outcome: ShareVisit.Outcome) {
        switch outcome {
        case .done:
            accepted.insert(server)
            isAccepted = true
        case .refused(let status):
            if status.endsAllSignIns || usesPassword && status.isAboutThePassword {
                refusalEverywhere = refusalEverywhere ?? status
            } else if status.isAboutSigningIn {
                refusals[server] = status
            }
        // EACCES and EINVAL are what the library makes of refusals; one of them is no reason to try again.
        case .failed(errno: 13), .failed(errno: 22):
            if usesPassword { refusalEverywhere = refusalEverywhere ?? .unsuccessful }
        case .failed, .otherContent, .leftBehind, .deadLink: break
        }
        trials[server] = nil
    }

    /// A visit ended, however far it came.
    mutating func end(_ server: String) {
        if !accepted.contains(server) { trials[server] = nil }
    }
}

extension NTStatus {
    /// It did not work, and that is all (MS-ERREF 2.3.1).
    static let unsuccessful = NTStatus(rawValue: 0xC000_0001)

    /// Whether the account cannot sign in anywhere: unknown, disabled, expired, locked, or its password is to be changed.
    fileprivate var endsAllSignIns: Bool {
        [0xC000_0062, 0xC000_0064, 0xC000_0071, 0xC000_0072, 0xC000_0193, 0xC000_0224, 0xC000_0234].contains(rawValue)
    }

    /// Whether the name or the password is wrong, as far as the server tells.
    fileprivate var isAboutThePassword: Bool { [0xC000_006A, 0xC000_006D].contains(rawValue) }

    /// Whether the answer will be the same for the next share of the server.
    fileprivate var isAboutSigningIn: Bool {
        [
            0xC000_0022, 0xC000_006A, 0xC000_006D, 0xC000_006E, 0xC000_006F, 0xC000_0070, 0xC000_015B, 0xC000_0418,
        ].contains(rawValue)
    }
}
