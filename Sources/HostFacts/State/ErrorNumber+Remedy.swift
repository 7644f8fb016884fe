import Glibc

extension ErrorNumber {
    /// What a person can do about this number when one of the program's own files at `path` met it.
    func remedy(for path: HostPath) -> String {
        let variables = "XDG_STATE_HOME, XDG_CACHE_HOME or XDG_CONFIG_HOME"
        return switch rawValue {
        case EACCES, EPERM: "make '\(path)' yours to read and write, or choose a folder of your own with \(variables)"
        case ENOSPC, EDQUOT: "free some space, then try again"
        case EFBIG: "raise the limit on the size of files (ulimit -f), then try again"
        case EROFS: "choose a folder on a disk that can be written with \(variables)"
        case ENOTDIR, EEXIST: "move away what is in the way of '\(path)'"
        case EISDIR, ENOTEMPTY: "move the folder '\(path)' away"
        case ENOENT: "create the folder '\(path.parent)', then try again"
        case ENAMETOOLONG: "choose a folder with a shorter path with \(variables)"
        case ELOOP: "correct the symbolic links on the way to '\(path)'"
        case EMFILE, ENFILE: "close some programs, then try again"
        case _ where isAboutTheServer: "check that the network folder is connected, then try again"
        default: "try again, or choose a folder on a local disk with \(variables)"
        }
    }
}
