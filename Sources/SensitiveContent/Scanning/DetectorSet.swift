/// The detectors that a scan uses, prepared once and shared by all scanners of a process.
public struct DetectorSet: Sendable {
    /// All detectors that come with the library.
    public static let standard = DetectorSet()

    /// What each detector finds, by id.
    public let descriptions: [DetectorDescription]
    /// Changes whenever the same text may be judged differently; a cache of results holds it in its key.
    public let revision: String

    /// Prepares the detectors.
    public init() {
        descriptions = []
        revision = "0"
    }
}
