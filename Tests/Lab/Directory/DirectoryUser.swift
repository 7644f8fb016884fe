/// An account of the lab's domain; its name is the case's, its password is `pw-` and the name.
public enum DirectoryUser: String, Sendable, CaseIterable {
    /// May use every share.
    case anna
    /// Is not in the group that may use the share `archive`.
    case ben
    /// The account is disabled.
    case disabled
    /// The account has expired.
    case expired
    /// The account is locked after too many wrong passwords.
    case locked
    /// The password has to be changed before the first sign-in.
    case newcomer
    /// The password is older than passwords may be.
    case stale
    /// May never sign in, by the hours that are set.
    case nightowl
    /// May sign in on another computer alone.
    case homebody
    /// Comes into the group while a test looks.
    case joiner
    /// Is in the group, and leaves it while a test looks.
    case leaver
    /// May use every share, and has its keys in a file, as unattended checks do.
    case check

    /// The name.
    public var name: String { rawValue }

    /// The password.
    public var password: String { "pw-\(rawValue)" }

    /// What is the matter with the account, in a few words.
    public var summary: String {
        switch self {
        case .anna: "may use every share"
        case .ben: "is not in the group of archive"
        case .disabled: "is disabled"
        case .expired: "has expired"
        case .locked: "is locked out"
        case .newcomer: "has to choose a password first"
        case .stale: "has an expired password"
        case .nightowl: "may sign in at no hour"
        case .homebody: "may sign in on another computer alone"
        case .joiner: "is not in the group of archive, until the fault group-joined"
        case .leaver: "is in the group of archive, until the fault group-left"
        case .check: "may use every share; its keys are in \(LabDirectory.keytab)"
        }
    }

    /// The state that `directory-accounts.py` puts it into; empty for none.
    var state: String {
        switch self {
        case .disabled, .expired, .newcomer, .stale: rawValue
        case .nightowl: "night"
        case .homebody: "home"
        // It is locked by wrong passwords, once somebody counts them.
        case .locked, .anna, .ben, .joiner, .leaver, .check: ""
        }
    }

    /// Whether it is in the group that may use the share `archive`.
    var isInGroup: Bool { self == .anna || self == .leaver || self == .check }
}
