internal import StorageModel

/// What statuses mean at one step of a check, by the names that MS-ERREF 2.3 gives them.
///
/// Only what a status says by itself stands here; where other evidence decides, the step's extension of ``Judgement``
/// asks it first. A status that is in no table is never guessed at.
struct StatusTable: ExpressibleByDictionaryLiteral, Sendable {
    /// The rows.
    let rows: [String: Suspicion]

    init(dictionaryLiteral elements: (String, Suspicion)...) {
        rows = Dictionary(elements, uniquingKeysWith: { first, _ in first })
    }

    /// What a status means; nil when the table does not know it.
    subscript(status: NTStatus) -> Suspicion? { status.name.flatMap { rows[$0] } }

    /// Before anybody signs in.
    static let greeting: Self = [
        "STATUS_ACCESS_DENIED": Suspicion(.networkNotAllowed),
        "STATUS_NETWORK_ACCESS_DENIED": Suspicion(.networkNotAllowed),
        "STATUS_INVALID_NETWORK_RESPONSE": Suspicion(.networkNotAllowed, or: [.notSMB]),
        "STATUS_NOT_SUPPORTED": Suspicion(.clientDialectTooOld),
        "STATUS_INSUFFICIENT_RESOURCES": Suspicion(.serverConnectionLimit),
        "STATUS_INSUFF_SERVER_RESOURCES": Suspicion(.serverConnectionLimit),
        "STATUS_TOO_MANY_SESSIONS": Suspicion(.serverConnectionLimit),
        "STATUS_REQUEST_NOT_ACCEPTED": Suspicion(.serverConnectionLimit),
        "STATUS_NETWORK_BUSY": Suspicion(.serverConnectionLimit),
        "STATUS_SHARING_PAUSED": Suspicion(.serverConnectionLimit),
    ]

    /// While an account signs in.
    static let signIn: Self = [
        "STATUS_LOGON_FAILURE": Suspicion(.wrongCredentials),
        "STATUS_WRONG_PASSWORD": Suspicion(.wrongCredentials),
        "STATUS_NO_SUCH_USER": Suspicion(.wrongCredentials),
        "STATUS_INVALID_ACCOUNT_NAME": Suspicion(.wrongCredentials),
        "STATUS_NO_SUCH_DOMAIN": Suspicion(.wrongCredentials, or: [.kerberosRealmMisconfigured]),
        "STATUS_ACCOUNT_DISABLED": Suspicion(.accountDisabled),
        "STATUS_ACCOUNT_EXPIRED": Suspicion(.accountExpired),
        "STATUS_ACCOUNT_LOCKED_OUT": Suspicion(.accountLocked),
        "STATUS_PASSWORD_MUST_CHANGE": Suspicion(.passwordMustChange),
        "STATUS_PASSWORD_EXPIRED": Suspicion(.passwordExpired),
        "STATUS_INVALID_LOGON_HOURS": Suspicion(.logonHours),
        "STATUS_LOGIN_TIME_RESTRICTION": Suspicion(.logonHours),
        "STATUS_INVALID_WORKSTATION": Suspicion(.workstationRestriction),
        "STATUS_LOGIN_WKSTA_RESTRICTION": Suspicion(.workstationRestriction),
        "STATUS_ACCOUNT_RESTRICTION": Suspicion(.logonTypeDenied, or: [.wrongCredentials]),
        "STATUS_LOGON_TYPE_NOT_GRANTED": Suspicion(.logonTypeDenied),
        "STATUS_LOGON_NOT_GRANTED": Suspicion(.logonTypeDenied),
        "STATUS_AUTHENTICATION_FIREWALL_FAILED": Suspicion(.logonTypeDenied),
        "STATUS_NTLM_BLOCKED": Suspicion(.ntlmDisabled),
        "STATUS_TIME_DIFFERENCE_AT_DC": Suspicion(.clockSkew),
        "STATUS_KDC_UNKNOWN_ETYPE": Suspicion(.kerberosEtypeMismatch),
        "STATUS_INTERNAL_ERROR": Suspicion(.accountsNotVerifiable),
        "STATUS_NETLOGON_NOT_STARTED": Suspicion(.accountsNotVerifiable),
        "STATUS_DOMAIN_CONTROLLER_NOT_FOUND": Suspicion(.accountsNotVerifiable),
        "STATUS_CANT_ACCESS_DOMAIN_INFO": Suspicion(.accountsNotVerifiable),
        "STATUS_NO_TRUST_LSA_SECRET": Suspicion(.accountsNotVerifiable),
        "STATUS_NO_TRUST_SAM_ACCOUNT": Suspicion(.accountsNotVerifiable),
        "STATUS_TRUSTED_DOMAIN_FAILURE": Suspicion(.accountsNotVerifiable),
        "STATUS_TRUSTED_RELATIONSHIP_FAILURE": Suspicion(.accountsNotVerifiable),
        "STATUS_TRUST_FAILURE": Suspicion(.accountsNotVerifiable),
        "STATUS_NOT_SUPPORTED": Suspicion(.clientDialectTooOld),
        "STATUS_INSUFFICIENT_RESOURCES": Suspicion(.serverConnectionLimit),
        "STATUS_INSUFF_SERVER_RESOURCES": Suspicion(.serverConnectionLimit),
        "STATUS_TOO_MANY_SESSIONS": Suspicion(.serverConnectionLimit),
        "STATUS_REQUEST_NOT_ACCEPTED": Suspicion(.serverConnectionLimit),
        "STATUS_CONNECTION_RESET": Suspicion(.serverConnectionLimit, or: [.halfOpen]),
        "STATUS_CONNECTION_DISCONNECTED": Suspicion(.serverConnectionLimit, or: [.halfOpen]),
    ]

    /// While the share is opened.
    static let tree: Self = [
        // Samba also says so when the folder behind the share is gone.
        "STATUS_BAD_NETWORK_NAME": Suspicion(.shareNotOffered, or: [.backendUnavailable]),
        "STATUS_SHARE_UNAVAILABLE": Suspicion(.shareNotOffered),
        "STATUS_ACCESS_DENIED": Suspicion(.shareDenied, or: [.shareNetworkNotAllowed]),
        "STATUS_NETWORK_ACCESS_DENIED": Suspicion(.shareNetworkNotAllowed),
        "STATUS_INSUFFICIENT_RESOURCES": Suspicion(.shareConnectionLimit),
        "STATUS_REQUEST_NOT_ACCEPTED": Suspicion(.shareConnectionLimit),
    ]

    /// While the folder's attributes are read.
    static let stat: Self = [
        "STATUS_ACCESS_DENIED": Suspicion(.folderDenied, or: [.backendUnavailable]),
        "STATUS_NOT_A_DIRECTORY": Suspicion(.pathMissing),
    ]

    /// While the folder is listed.
    static let list: Self = [
        "STATUS_ACCESS_DENIED": Suspicion(.folderDenied, or: [.backendUnavailable]),
        "STATUS_NOT_A_DIRECTORY": Suspicion(.pathMissing),
    ]

    /// While a file is read.
    static let read: Self = [
        "STATUS_ACCESS_DENIED": Suspicion(.fileDenied),
        "STATUS_FILE_IS_A_DIRECTORY": Suspicion(.pathMissing),
        "STATUS_SHARING_VIOLATION": Suspicion(.fileInUse),
        "STATUS_FILE_LOCK_CONFLICT": Suspicion(.fileInUse),
        "STATUS_LOCK_NOT_GRANTED": Suspicion(.fileInUse),
        "STATUS_DELETE_PENDING": Suspicion(.fileInUse),
        "STATUS_FILE_NOT_AVAILABLE": Suspicion(.backendUnavailable),
    ]

    /// While a file is written.
    static let write: Self = [
        "STATUS_ACCESS_DENIED": Suspicion(.notWritable),
        "STATUS_MEDIA_WRITE_PROTECTED": Suspicion(.notWritable),
        "STATUS_DISK_FULL": Suspicion(.diskFull, or: [.quotaExceeded]),
        "STATUS_QUOTA_EXCEEDED": Suspicion(.quotaExceeded),
        "STATUS_SHARING_VIOLATION": Suspicion(.fileInUse),
        "STATUS_FILE_LOCK_CONFLICT": Suspicion(.fileInUse),
    ]

    /// While the space is asked for.
    static let space: Self = [
        "STATUS_ACCESS_DENIED": Suspicion(.folderDenied, or: [.backendUnavailable])
    ]

    /// At every step after the sign-in.
    static let anyLater: Self = [
        "STATUS_NETWORK_NAME_DELETED": Suspicion(.sessionExpired),
        "STATUS_USER_SESSION_DELETED": Suspicion(.sessionExpired),
        "STATUS_NETWORK_SESSION_EXPIRED": Suspicion(.sessionExpired),
        "STATUS_CONNECTION_RESET": Suspicion(.sessionExpired, or: [.halfOpen]),
        "STATUS_CONNECTION_DISCONNECTED": Suspicion(.sessionExpired, or: [.halfOpen]),
        "STATUS_CONNECTION_ABORTED": Suspicion(.sessionExpired, or: [.halfOpen]),
        "STATUS_LOCAL_DISCONNECT": Suspicion(.sessionExpired, or: [.halfOpen]),
        "STATUS_REMOTE_DISCONNECT": Suspicion(.sessionExpired, or: [.halfOpen]),
        "STATUS_OBJECT_NAME_NOT_FOUND": Suspicion(.pathMissing),
        "STATUS_OBJECT_PATH_NOT_FOUND": Suspicion(.pathMissing),
        "STATUS_OBJECT_PATH_INVALID": Suspicion(.pathMissing),
        "STATUS_NO_SUCH_FILE": Suspicion(.pathMissing),
        "STATUS_OBJECT_NAME_INVALID": Suspicion(.nameIllegal),
        "STATUS_OBJECT_PATH_SYNTAX_BAD": Suspicion(.nameIllegal),
        "STATUS_NAME_TOO_LONG": Suspicion(.nameTooLong),
        "STATUS_PATH_NOT_COVERED": Suspicion(.dfsTargetUnreachable),
        "STATUS_DFS_UNAVAILABLE": Suspicion(.dfsTargetUnreachable),
        "STATUS_DFS_EXIT_PATH_FOUND": Suspicion(.dfsTargetUnreachable),
        "STATUS_HOST_UNREACHABLE": Suspicion(.dfsTargetUnreachable),
        "STATUS_NETWORK_UNREACHABLE": Suspicion(.dfsTargetUnreachable),
        "STATUS_CONNECTION_REFUSED": Suspicion(.dfsTargetUnreachable),
        "STATUS_BAD_NETWORK_PATH": Suspicion(.dfsTargetUnreachable),
        "STATUS_NO_SUCH_DEVICE": Suspicion(.backendUnavailable),
        "STATUS_DEVICE_DOES_NOT_EXIST": Suspicion(.backendUnavailable),
        "STATUS_DEVICE_NOT_READY": Suspicion(.backendUnavailable),
        "STATUS_DEVICE_NOT_CONNECTED": Suspicion(.backendUnavailable),
        "STATUS_DEVICE_DATA_ERROR": Suspicion(.backendUnavailable),
        "STATUS_IO_DEVICE_ERROR": Suspicion(.backendUnavailable),
        "STATUS_UNEXPECTED_IO_ERROR": Suspicion(.backendUnavailable),
        "STATUS_DISK_CORRUPT_ERROR": Suspicion(.backendUnavailable),
        "STATUS_FILE_CORRUPT_ERROR": Suspicion(.backendUnavailable),
        "STATUS_DATA_ERROR": Suspicion(.backendUnavailable),
        "STATUS_CRC_ERROR": Suspicion(.backendUnavailable),
        "STATUS_VOLUME_DISMOUNTED": Suspicion(.backendUnavailable),
        "STATUS_NO_MEDIA_IN_DEVICE": Suspicion(.backendUnavailable),
        "STATUS_SERVER_UNAVAILABLE": Suspicion(.backendUnavailable),
    ]

    /// All tables, by the step that they are for.
    static let all: [(step: String, table: Self)] = [
        ("greeting", greeting), ("signIn", signIn), ("tree", tree), ("stat", stat), ("list", list), ("read", read),
        ("write", write), ("space", space), ("anyLater", anyLater),
    ]
}
