internal import CLinux
internal import CSandbox
internal import Glibc
internal import ScanWire

/// Gives up, for good, whatever reading a document does not need.
///
/// Landlock takes the file system and, where the kernel can, the network; a list of permitted system calls takes all
/// else. Either holds without the other. Both count for the whole process, which has one thread until then.
enum Jail {
    /// What a process goes on to do.
    enum Purpose {
        /// To parse what it is handed: it opens nothing, and starts nothing.
        case reading
        /// To become a program that opens its own libraries and these folders, and writes in one if it must.
        case running(program: String, folders: [String], writable: String?)
    }

    /// Enters the jail.
    /// - Returns: How far that went.
    static func enter(for purpose: Purpose) -> JailLevel {
        var missing: [String] = []
        if !Limits.set(for: purpose) { missing.append("the limits could not be set") }
        if case .reading = purpose, wheretoshare_hide_memory() != 0 { missing.append("the memory could not be hidden") }
        guard wheretoshare_give_up_privileges() == 0 else {
            return JailLevel(missing: missing + ["the kernel keeps privileges for programs"], holds: false)
        }
        let landlock = Landlock.enter(for: purpose)
        if let problem = landlock.problem { missing.append(problem) }
        let calls = SystemCalls.permitOnly(for: purpose)
        if !calls { missing.append("system calls could not be restricted") }
        return JailLevel(missing: missing, holds: landlock.holds || calls)
    }
}
