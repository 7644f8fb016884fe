/// Why one of this program's own files could not be read or written.
public struct StateFileError: ExplainedError, Hashable {
    /// What was being done.
    public enum Step: Hashable, Sendable {
        /// Reading the file.
        case read
        /// Creating the folder; the path is the folder's.
        case createFolder
        /// Writing the content to a new file in the folder.
        case write
        /// Putting the new file in the place of the old one.
        case replace
    }

    /// Why it did not work.
    public enum Reason: Hashable, Sendable {
        /// The system reported it.
        case system(ErrorNumber)
        /// There is something else than a regular file.
        case notAFile
        /// The file is larger than it may be, in bytes.
        case tooLarge(limit: Int)
        /// The path does not name a file: it is empty, or ends in `/`, `.` or `..`.
        case noName
    }

    /// The file, or the folder that could not be created.
    public let path: HostPath

    /// What was being done.
    public let step: Step

    /// Why it did not work.
    public let reason: Reason

    /// What happened, with the path in quotes.
    public var what: String {
        switch step {
        case .read: "'\(path)' could not be read"
        case .createFolder: "the folder '\(path)' could not be created"
        case .write: "'\(path)' could not be written"
        case .replace: "'\(path)' could not be replaced"
        }
    }

    /// Why it happened.
    public var why: String {
        switch reason {
        case .system(let number): number.description
        case .notAFile: BoundedFile.Failure.notAFile.why
        case .tooLarge(let limit): BoundedFile.Failure.tooLarge(limit: limit).why
        case .noName: "the path does not end in the name of a file"
        }
    }

    /// What to do next.
    public var next: String {
        switch reason {
        case .system(let number): number.remedy(for: path)
        case .notAFile, .tooLarge: "look at what is at '\(path)', and move it away if it does not belong there"
        case .noName: "give the path of a file"
        }
    }
}
