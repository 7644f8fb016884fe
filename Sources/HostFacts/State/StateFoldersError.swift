/// Why there is no place for this program's own files.
public struct StateFoldersError: ExplainedError, Hashable {
    /// The XDG variable that could name the place.
    public let variable: String

    /// What happened.
    public var what: String { "there is no place for this program's own files" }

    /// Why it happened.
    public var why: String {
        "neither \(variable) nor HOME is the absolute path of a folder, and the account has no home"
    }

    /// What to do next.
    public var next: String { "set HOME, or set \(variable), to the absolute path of a folder you own" }
}
