import Glibc

/// Why nothing is put into a folder.
public struct NewFolderError: ExplainedError, Hashable {
    /// What is wrong with the folder.
    public enum Reason: Hashable, Sendable {
        /// It holds something.
        case notEmpty
        /// Something else has its name.
        case notAFolder
        /// It has no name.
        case noName
        /// The system reported it.
        case system(ErrorNumber)
    }

    /// The folder, or what could not be made in it.
    public let path: HostPath

    /// What is wrong with it.
    public let reason: Reason

    /// What happened, with the path in quotes.
    public var what: String {
        switch reason {
        case .notEmpty, .notAFolder: "'\(path)' is in use"
        case .noName: "the folder has no name"
        case .system: "'\(path)' could not be made"
        }
    }

    /// Why it happened.
    public var why: String {
        switch reason {
        case .notEmpty: "the folder is not empty"
        case .notAFolder: "it is not a folder"
        case .noName: "it is empty"
        case .system(let number): number.description
        }
    }

    /// What to do next.
    public var next: String {
        let remedy =
            switch reason {
            case .system(let number):
                switch number.rawValue {
                case ENOSPC, EDQUOT: "free some space, then try again"
                case EFBIG: "raise the limit on the size of files (ulimit -f), then try again"
                case ENAMETOOLONG: "name a folder with a shorter path"
                default: "name a folder in a place where you may write"
                }
            default: "name a new folder"
            }
        return remedy + "; nothing was changed"
    }
}
