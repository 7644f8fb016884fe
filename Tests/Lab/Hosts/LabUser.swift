/// An account that every file server of the lab knows; its name is the case's, its password is `pw-` and the name.
public enum LabUser: String, Sendable, CaseIterable {
    /// May use every share.
    case alice
    /// May not use the share `projects`.
    case bob
    /// The account is disabled.
    case disabled
    /// The account is locked after too many wrong passwords.
    case locked
    /// The account has expired.
    case expired
    /// The password has to be changed before the first sign-in.
    case newcomer
    /// The password is older than passwords may be.
    case stale

    /// The name.
    public var name: String { rawValue }

    /// The password.
    public var password: String { "pw-\(rawValue)" }

    /// What is the matter with the account, in a few words.
    public var summary: String {
        switch self {
        case .alice: "may use every share"
        case .bob: "may use every share but projects"
        case .disabled: "is disabled"
        case .locked: "is locked out"
        case .expired: "has expired"
        case .newcomer: "has to choose a password first"
        case .stale: "has an expired password"
        }
    }

    /// The number of the Unix account.
    var number: Int { 40_000 + (LabUser.allCases.firstIndex(of: self) ?? 0) }
}
