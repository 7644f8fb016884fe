internal import StorageModel

extension WindowsError {
    /// Errors of the share, its folders and its space.
    static let ofShare: [WindowsError] = [
        .init(2, "ERROR_FILE_NOT_FOUND", (.stat, [.pathMissing])),
        .init(3, "ERROR_PATH_NOT_FOUND", (.stat, [.pathMissing])),
        .init(
            5, "ERROR_ACCESS_DENIED", (.tree, [.shareDenied, .shareNetworkNotAllowed]), (.stat, [.folderDenied]),
            (.auth, [.encryptionRequired]), (.list, [.folderDenied, .backendUnavailable]),
            (.read, [.fileDenied]), (.write, [.notWritable])),
        .init(19, "ERROR_WRITE_PROTECT", (.write, [.notWritable])),
        .init(21, "ERROR_NOT_READY", (.stat, [.backendUnavailable])),
        .init(32, "ERROR_SHARING_VIOLATION", (.read, [.fileInUse])),
        .init(33, "ERROR_LOCK_VIOLATION", (.read, [.fileInUse])),
        .init(39, "ERROR_HANDLE_DISK_FULL", (.write, [.diskFull, .quotaExceeded])),
        .init(55, "ERROR_DEV_NOT_EXIST", (.tree, [.sessionExpired, .shareNotOffered])),
        .init(
            65, "ERROR_NETWORK_ACCESS_DENIED", (.negotiate, [.networkNotAllowed]),
            (.tree, [.shareNetworkNotAllowed, .shareDenied])),
        .init(66, "ERROR_BAD_DEV_TYPE", (.tree, [.shareUnknown])),
        .init(67, "ERROR_BAD_NET_NAME", (.tree, [.shareNotOffered, .shareUnknown, .backendUnavailable])),
        .init(71, "ERROR_REQ_NOT_ACCEP", (.negotiate, [.serverConnectionLimit]), (.tree, [.shareConnectionLimit])),
        .init(112, "ERROR_DISK_FULL", (.write, [.diskFull, .quotaExceeded])),
        .init(123, "ERROR_INVALID_NAME", (.stat, [.nameIllegal, .pathMissing])),
        .init(161, "ERROR_BAD_PATHNAME", (.stat, [.nameIllegal, .pathMissing])),
        .init(206, "ERROR_FILENAME_EXCED_RANGE", (.read, [.nameTooLong])),
        .init(240, "ERROR_VC_DISCONNECTED", (.list, [.sessionExpired])),
        .init(267, "ERROR_DIRECTORY", (.stat, [.pathMissing])),
        .init(1117, "ERROR_IO_DEVICE", (.stat, [.backendUnavailable])),
        .init(1130, "ERROR_NOT_ENOUGH_SERVER_MEMORY", (.negotiate, [.serverConnectionLimit])),
        .init(1220, "ERROR_SESSION_LIMIT_EXCEEDED", (.negotiate, [.serverConnectionLimit])),
        .init(1816, "ERROR_NOT_ENOUGH_QUOTA", (.write, [.quotaExceeded, .diskFull])),
        .init(2250, "ERROR_NOT_CONNECTED", (.tree, [.sessionExpired, .shareUnknown])),
    ]
}
