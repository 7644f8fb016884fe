/// Why the machine's user database gave no answer; an account it does not know is no error.
public struct AccountError: ExplainedError, Hashable {
    /// What was asked for.
    public enum Subject: Hashable, Sendable {
        /// An account by name.
        case name(String)
        /// An account by number.
        case userID(UInt32)
        /// The groups of an account.
        case groups(of: String)
    }

    /// What was asked for.
    public let subject: Subject

    /// What the system reported.
    public let errorNumber: ErrorNumber

    /// What happened, with the account in quotes.
    public var what: String {
        switch subject {
        case .name(let name): "the account '\(HostPath(name))' could not be looked up"
        case .userID(let number): "the account with the number \(number) could not be looked up"
        case .groups(let name): "the groups of '\(HostPath(name))' could not be looked up"
        }
    }

    /// Why it happened.
    public var why: String { errorNumber.description }

    /// What to do next.
    public var next: String { "try again; if it persists, the machine's user database (SSSD, LDAP) needs attention" }
}
