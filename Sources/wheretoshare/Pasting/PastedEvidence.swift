internal import Diagnosis
internal import StorageModel

/// What a script saw, as values.
struct PastedEvidence {
    /// A place whose name was looked up and whose ports were tried.
    struct Place {
        var host: String
        var answer: NameLookup.Answer
        var duration: Duration
        var addresses: [IPAddress] = []
        var attempts: [ConnectionAttempt] = []
    }

    /// How an attempt to open a folder ended.
    enum Opening: Hashable {
        case opened
        /// Windows' own number.
        case failed(UInt32)
        case noAnswer
    }

    /// Where the account is known.
    enum Logon: Hashable {
        case domain(String)
        case computer
    }

    struct Mount: Hashable {
        var path: String
        /// Whether it answers; nil when nobody knows.
        var answers: Bool?
    }

    var target = ""
    var system: ScriptSystem
    /// The name and the version of the system.
    var systemName: String?
    var computer: String?
    /// When the script ran, by that computer's clock.
    var time: Int64?
    var account: String?
    var logon: Logon?
    /// The groups of the inventory that the account is in; nil when they are not known.
    var groups: [String]?
    var places: [String: Place] = [:]
    var resolver: ResolverSettings?
    var hostsEntries: [HostsEntry] = []
    /// The interfaces; nil when they are not known.
    var interfaces: [NetworkInterface]?
    var routes: [Route] = []
    var mounts: [Mount] = []
    /// How opening the share, and the folder in it, ended.
    var shareOpening: Opening?
    var folderOpening: Opening?
    /// Whether a password for the server is kept; nil when nobody knows.
    var isPasswordStored: Bool?
    /// The tickets; nil when they are not known.
    var tickets: HeldTickets?
    var client: SMBClientSettings?
    var firewall: LocalFirewall?

    /// Whether the person's own tickets or the domain's sign-in count at the server.
    var signInKind: AccessCase.SignInKind {
        if case .domain = logon { return .ownTicket }
        return tickets?.tickets.isEmpty == false ? .ownTicket : .password
    }
}
