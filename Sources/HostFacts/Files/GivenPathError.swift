/// Why nothing can be told of a path that a person gave.
public struct GivenPathError: ExplainedError, Hashable {
    /// What is wrong with the path.
    public enum Reason: Hashable, Sendable {
        /// The path is empty.
        case empty
        /// The path holds a NUL byte, which no path can.
        case containsNul
        /// Nothing is there; the value is the deepest folder on the way that exists.
        case notFound(existing: HostPath)
        /// It is, or leads through, a symbolic link to something that is not there.
        case danglingLink(HostPath, target: HostPath)
        /// It leads to something without a path, such as the pipe behind `/dev/stdin`.
        case nameless
        /// Symbolic links lead in a circle.
        case linkCircle
        /// A part of the path that should be a folder is something else; the value is that part.
        case notAFolder(HostPath)
        /// The permissions of a folder on the way do not let this account through; the value is that folder.
        case noPermission(at: HostPath)
        /// The system reported something else.
        case system(ErrorNumber)
    }

    /// The path as it was given.
    public let path: HostPath

    /// What is wrong with it.
    public let reason: Reason

    /// What happened, with the path in quotes.
    public var what: String {
        switch reason {
        case .empty: "a path to share is empty"
        case .containsNul: "'\(path)' is not a path"
        case .notFound, .danglingLink: "'\(path)' is not there"
        case .nameless: "'\(path)' is not a file"
        case .linkCircle, .notAFolder, .noPermission, .system: "'\(path)' cannot be looked at"
        }
    }

    /// Why it happened.
    public var why: String {
        switch reason {
        case .empty: "the text between the quotes is empty, perhaps because a variable in a script is not set"
        case .containsNul: "it holds a NUL character, which no path can"
        case .notFound(let existing): "the last part of it that exists is '\(existing)'"
        case .danglingLink(let link, let target): "'\(link)' is a symbolic link to '\(target)', and nothing is there"
        case .nameless: "it leads to a pipe, or to something else that has no path and can be read only once"
        case .linkCircle: "its symbolic links lead in a circle"
        case .notAFolder(let part): "'\(part)' is not a folder, so nothing can be in it"
        case .noPermission(let folder): "you are not permitted to look into '\(folder)'"
        case .system(let number): number.description
        }
    }

    /// What to do next.
    public var next: String {
        switch reason {
        case .empty: "name a file or a folder; '.' is the current folder"
        case .containsNul: "give the path without that character"
        case .notFound(let existing): "compare the spelling with what is in '\(existing)'"
        case .danglingLink: "name the file or folder itself, or correct the link"
        case .nameless: "write the data to a file first, and name that"
        case .linkCircle: "name the file or folder itself, not the link"
        case .notAFolder: "check the spelling, and leave off a '/' after a file's name"
        case .noPermission(let folder): "ask the owner of '\(folder)' for access, or name something you may read"
        case .system(let number) where number.isAboutTheServer:
            "check that the network folder is connected (VPN, mount), then try again"
        case .system: "try again, or name another copy of the data"
        }
    }
}
