internal import CLinux
internal import Glibc

/// The memory of this process, which may hold a password.
public enum OwnMemory {
    /// Keeps other processes of this user from reading it, and crashes from leaving a picture of it.
    public static func hide() {
        // Even without a limit a crash leaves nothing, and where the one is not possible the other is.
        var none = rlimit()
        unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        _ = wheretoshare_hide_memory()
    }
}
