/// Faults of a share, its rights and its store.
extension Fault {
    static var shareFaults: [Fault] {
        [
            shareNotOffered(), shareDenied(), folderDenied(), fileDenied(), notWritable(), canaryMissing(),
            storeGone(), storeHung(), diskFull(), shareConnectionLimit(), fileInUse(),
        ]
    }

    /// The server does not offer the share any more.
    public static func shareNotOffered(_ server: LabHost = .nas02, share: LabShare = .publicShare) -> Fault {
        Fault(
            "share-not-offered", cause: "share-not-offered", at: server, "it does not offer \(share.name)",
            .settings(server, "[\(share.name)]", "available = no"))
    }

    /// Alice may not use the share any more.
    public static func shareDenied(_ server: LabHost = .nas02, share: LabShare = .publicShare) -> Fault {
        Fault(
            "share-denied", cause: "share-denied", at: server, "bob alone may use \(share.name)",
            .settings(server, "[\(share.name)]", "valid users = bob"))
    }

    /// The share's folder cannot be listed.
    public static func folderDenied(_ server: LabHost = .nas02, share: LabShare = .publicShare) -> Fault {
        Fault(
            "folder-denied", cause: "folder-denied", at: server, "the folder of \(share.name) cannot be listed",
            mode("711", before: "777", of: "", share, server))
    }

    /// The canary cannot be read.
    public static func fileDenied(_ server: LabHost = .nas02, share: LabShare = .publicShare) -> Fault {
        Fault(
            "file-denied", cause: "file-denied", at: server, "the canary of \(share.name) cannot be read",
            mode("600", before: "644", of: LabShare.canary, share, server))
    }

    /// Nothing can be written into the write folder.
    public static func notWritable(_ server: LabHost = .nas02, share: LabShare = .publicShare) -> Fault {
        Fault(
            "not-writable", cause: "not-writable", at: server, "the write folder of \(share.name) is read only",
            mode("755", before: "777", of: LabShare.writeFolder, share, server))
    }

    /// The canary is gone.
    public static func canaryMissing(_ server: LabHost = .nas02, share: LabShare = .publicShare) -> Fault {
        let file = "\(folder(share, server))/\(LabShare.canary)"
        return Fault(
            "path-missing", cause: "path-missing", at: server, "the canary of \(share.name) is gone",
            Change(
                apply: "mv \(file) \(file).away", undo: "if [ -f \(file).away ]; then mv \(file).away \(file); fi"))
    }

    /// The store behind the share `backend` is gone.
    public static func storeGone(_ server: LabHost = .nas02) -> Fault {
        Fault(
            "backend-unavailable", cause: "backend-unavailable", at: server, "the store behind backend is gone",
            Change(
                apply: "kill -KILL $(cat $lab/hosts/\(server.rawValue)/bindfs)",
                undo: "stop_store \(server.rawValue); start_store \(server.rawValue)"))
    }

    /// The store behind the share `backend` does not answer.
    public static func storeHung(_ server: LabHost = .nas02) -> Fault {
        // To end the store frees whoever waits for it, and no signal would.
        Fault(
            "backend-hung", cause: "backend-hung", at: server, "the store behind backend does not answer",
            Change(
                apply: "kill -STOP $(cat $lab/hosts/\(server.rawValue)/bindfs)",
                undo: "stop_store \(server.rawValue); start_store \(server.rawValue)"))
    }

    /// The store behind the share `small` is full.
    public static func diskFull(_ server: LabHost = .nas02) -> Fault {
        let file = "\(folder(.small, server))/filling"
        return Fault(
            "disk-full", cause: "disk-full", at: server, "the store behind small is full",
            Change(apply: "cat /dev/zero >\(file) 2>/dev/null || true", undo: "rm -f \(file)"))
    }

    /// A colleague has the one connection that the share `limited` takes.
    public static func shareConnectionLimit(_ server: LabHost = .nas02) -> Fault {
        Fault(
            "share-connection-limit", cause: "share-connection-limit", at: server, "the place on limited is taken",
            .session(with: server, share: .limited))
    }

    /// A colleague has the canary open for himself alone.
    public static func fileInUse(_ server: LabHost = .nas02, share: LabShare = .publicShare) -> Fault {
        Fault(
            "file-in-use", cause: "file-in-use", at: server, "a colleague has the canary of \(share.name) open",
            .session(with: server, share: share, file: LabShare.canary))
    }

    /// The share is taken away from those who are using it.
    ///
    /// Somebody has to be connected when it is injected.
    public static func shareRemoved(_ server: LabHost = .nas02, share: LabShare = .publicShare) -> Fault {
        Fault(
            "session-expired", cause: "session-expired", at: server, "\(share.name) is taken away from its users",
            Change(
                apply: """
                    reload_settings \(server.rawValue) <<<$'[\(share.name)]\\navailable = no'
                    smbcontrol -s $lab/hosts/\(server.rawValue)/smb.conf smbd close-share \(share.name)
                    """,
                undo: "change_settings \(server.rawValue) </dev/null"))
    }

    private static func folder(_ share: LabShare, _ server: LabHost) -> String {
        "$lab/hosts/\(server.rawValue)/shares/\(share.folder)"
    }

    private static func mode(
        _ mode: String, before: String, of path: String, _ share: LabShare, _ server: LabHost
    ) -> Change {
        let target = "\(folder(share, server))/\(path)"
        return Change(apply: "chmod \(mode) \(target)", undo: "chmod \(before) \(target)")
    }
}
