internal import Glibc
internal import StorageModel

extension HostReadingObstacle {
    /// What an error of the operating system means for a reading.
    init(_ error: ErrorNumber) {
        switch error.rawValue {
        case EACCES, EPERM: self = .notPermitted
        default: self = .system(errno: error.rawValue)
        }
    }

    /// What a file that was not read means for a reading.
    init(_ failure: BoundedFile.Failure, file: String) {
        switch failure {
        case .system(let error) where error.rawValue == ENOENT || error.rawValue == ENOTDIR: self = .missing(file)
        case .system(let error): self = .init(error)
        case .notAFile: self = .notUnderstood("\(file): it is not a regular file")
        case .tooLarge: self = .tooLarge(file)
        }
    }
}
