/// The version of the messages between this program and its workers.
public enum WireVersion {
    /// What this build speaks; a worker that speaks another is not used.
    public static let current: UInt8 = 1
}
