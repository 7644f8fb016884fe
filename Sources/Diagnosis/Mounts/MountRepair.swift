internal import StorageModel

/// The command that mends a mount, for people to copy.
enum MountRepair {
    /// The command for a cause; nil when it takes more than one, or when the path cannot be typed.
    static func command(for cause: Cause, _ sighting: MountSighting) -> String? {
        guard isTypable(sighting.path) else { return nil }
        let path = quoted(sighting.path)
        let isOwn = sighting.mounted?.kind == .fuse && sighting.planned == nil
        if isOwn, let share = sighting.mounted?.desktopShare {
            let isLost = [.mountHung, .mountDead, .mountWrongSource].contains(cause)
            return isLost && isTypable(share) ? "gio mount -u \(quoted(share))" : nil
        }
        switch cause {
        case .notMounted: return sighting.planned == nil ? nil : "sudo mount \(path)"
        case .mountHung, .mountDead:
            if isOwn { return "fusermount -uz \(path)" }
            return sighting.planned == nil ? "sudo umount -l \(path)" : "sudo umount -l \(path) && sudo mount \(path)"
        case .mountWrongSource:
            return sighting.planned == nil ? nil : "sudo umount \(path) && sudo mount \(path)"
        case .mountShadowed: return "sudo umount \(path)"
        case .mountReadOnly where !isOwn: return "sudo mount -o remount,rw \(path)"
        case .mountPointMissing: return "sudo mkdir -p \(path) && sudo mount \(path)"
        case .credentialsFileExposed:
            guard case .present(let file, _, _) = sighting.planned?.credentials, isTypable(file) else { return nil }
            return "sudo chown root \(quoted(file)) && sudo chmod 600 \(quoted(file))"
        default: return nil
        }
    }

    /// Whether a path that is shown is the path itself: what is not seen is shown with a backslash or as U+FFFD.
    private static func isTypable(_ path: String) -> Bool {
        path.unicodeScalars.allSatisfy { $0.isVisible && $0 != "\u{FFFD}" && $0 != "\\" }
    }

    /// The text as one word of a shell.
    static func quoted(_ text: String) -> String {
        let plain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "/._-".utf8.contains(byte)
            }
        }
        if plain, !text.isEmpty, !text.hasPrefix("-") { return text }
        return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }
}

extension MountSighting.Mounted {
    /// The address of a share that a desktop session shows in its folder of network places; nil for what is mounted by itself.
    fileprivate var desktopShare: String? {
        type == "fuse.gvfsd-fuse" && source.hasPrefix("smb://") ? source : nil
    }
}
