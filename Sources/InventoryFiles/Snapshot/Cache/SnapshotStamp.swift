/// What a snapshot has to match, so that it can stand in for the sources.
struct SnapshotStamp: Hashable {
    /// The version of the encoding.
    var format: UInt32
    /// The version of the program that read and checked the sources.
    var program: String
    /// Names the exact content of the sources, in hexadecimal digits.
    var revision: String
}
