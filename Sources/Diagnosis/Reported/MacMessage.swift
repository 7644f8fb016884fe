internal import StorageModel

/// What the Finder and macOS' own programs say, in small letters, with what it may mean.
///
/// Written down from memory, and shortened to what most versions have in common.
struct MacMessage {
    let sentence: String
    let error: ReportedError

    private init(_ sentence: String, means groups: [(stage: Stage, causes: [Cause])]) {
        self.sentence = sentence
        error = ReportedError(sentence, groups)
    }

    private init(_ sentence: String, like other: MacMessage) {
        self.sentence = sentence
        error = other.error
    }

    private static let problem = MacMessage(
        "problem connecting to the server",
        means: [
            (.tcp, [.tcpDropped, .vpnDown, .hostUnreachable, .noRoute, .port445Blocked]),
            (.dns, [.dnsNameUnknown, .dnsInternalOnly]), (.negotiate, [.networkNotAllowed, .notSMB, .smb1Only]),
        ])
    private static let noShare = MacMessage(
        "the share does not exist on the server",
        means: [(.tree, [.shareNotOffered, .shareUnknown, .backendUnavailable])])
    private static let denied = MacMessage(
        "do not have permission to access this server",
        means: [(.tree, [.shareDenied, .shareNetworkNotAllowed]), (.auth, [.encryptionRequired])])
    private static let credentials = MacMessage(
        "invalid username or password",
        means: [(.auth, [.wrongCredentials, .clockSkew, .kerberosTicketExpired])])
    private static let interrupted = MacMessage(
        "server connections interrupted", means: [(.list, [.sessionExpired, .packetLoss])])
    private static let tooOld = MacMessage(
        "version of the server you are trying to connect to is not supported",
        means: [(.negotiate, [.smb1Only, .clientDialectTooOld])])

    /// The messages; the more telling come first.
    static let all: [MacMessage] = [
        noShare, MacMessage("share ist auf dem server nicht vorhanden", like: noShare),
        MacMessage("freigabe existiert nicht auf dem server", like: noShare),
        denied, MacMessage("keine zugriffsrechte auf diesen server", like: denied),
        MacMessage("nicht die erforderlichen zugriffsrechte", like: denied),
        credentials, MacMessage("name or password is incorrect", like: credentials),
        MacMessage("authentication error", like: credentials),
        MacMessage("benutzername oder ein falsches passwort", like: credentials),
        tooOld, interrupted, MacMessage("serververbindungen unterbrochen", like: interrupted),
        MacMessage(
            "server connection failed: connection refused", means: [(.tcp, [.tcpRefused])]),
        MacMessage(
            "server connection failed: operation timed out", means: [(.tcp, [.tcpDropped, .port445Blocked])]),
        MacMessage(
            "server connection failed: no route to host", means: [(.tcp, [.hostUnreachable, .noRoute, .vpnDown])]),
        MacMessage("will not allow any additional users", means: [(.negotiate, [.serverConnectionLimit])]),
        MacMessage("your password has expired", means: [(.auth, [.passwordExpired, .passwordMustChange])]),
        MacMessage("isn't enough free space", means: [(.write, [.diskFull, .quotaExceeded])]),
        MacMessage("the original item", means: [(.stat, [.pathMissing, .sessionExpired])]),
        problem, MacMessage("server may not exist or it is unavailable", like: problem),
        MacMessage("server ist ein problem aufgetreten", like: problem),
        MacMessage("der server existiert", like: problem),
    ]

    /// Error numbers that the Finder shows (`MacErrors.h`).
    static let numbers: [Int32: ReportedError] = [
        -34: ReportedError("-34 dskFulErr", [(.write, [.diskFull, .quotaExceeded])]),
        -36: ReportedError("-36 ioErr", [(.list, [.sessionExpired, .backendUnavailable]), (.read, [.packetLoss])]),
        -43: ReportedError("-43 fnfErr", [(.stat, [.pathMissing])]),
        -46: ReportedError("-46 vLckdErr", [(.write, [.notWritable])]),
        -47: ReportedError("-47 fBsyErr", [(.read, [.fileInUse])]),
        -49: ReportedError("-49 opWrErr", [(.read, [.fileInUse])]),
        -50: ReportedError("-50 paramErr", [(.write, [.nameIllegal])]),
        -61: ReportedError("-61 wrPermErr", [(.write, [.notWritable])]),
        -5000: ReportedError("-5000 afpAccessDenied", [(.tree, [.shareDenied]), (.stat, [.folderDenied])]),
        -5023: ReportedError("-5023 afpUserNotAuth", [(.auth, [.wrongCredentials])]),
    ]
}
