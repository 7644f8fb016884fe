/// Why a folder of this program's own files is not used.
public struct StateFolderError: ExplainedError, Hashable {
    /// What is wrong with the folder.
    public enum Reason: Hashable, Sendable {
        /// It belongs to another account; the value is that account's number.
        case belongsToAnother(UInt32)
        /// Others may write to it; the value is its permissions.
        case othersMayWrite(UInt32)
        /// It is no folder.
        case notAFolder
        /// The system reported it.
        case system(ErrorNumber)
    }

    /// The folder.
    public let path: HostPath

    /// What is wrong with it.
    public let reason: Reason

    /// What happened, with the path in quotes.
    public var what: String { "the folder '\(path)' is not used for this program's own files" }

    /// Why it happened.
    public var why: String {
        switch reason {
        case .belongsToAnother(let account): "it belongs to another account (number \(account))"
        case .othersMayWrite(let mode): "others may write to it (mode \(String(mode, radix: 8)))"
        case .notAFolder: "it is not a folder"
        case .system(let number): number.description
        }
    }

    /// What to do next.
    public var next: String {
        switch reason {
        case .belongsToAnother: "set XDG_STATE_HOME to a folder of your own, or move this one away"
        case .othersMayWrite: "run: chmod go-w '\(path)'"
        case .notAFolder: "move away what is at '\(path)'"
        case .system(let number): number.remedy(for: path)
        }
    }
}
