/// What is wrong with bytes that should be messages.
public enum WireError: Error, Hashable, Sendable {
    /// A message claims to be larger than any is.
    case tooLarge(claimed: Int)
    /// The other side speaks another version.
    case otherVersion(UInt8)
    /// A message ends before all its parts are there.
    case truncated
    /// A message goes on after its last part.
    case excess
    /// A number stands where none with that meaning exists.
    case unknownNumber(UInt64)
    /// A text is not UTF-8 (RFC 3629).
    case notText
}

extension WireError: CustomStringConvertible {
    /// What is wrong, in a few words.
    public var description: String {
        switch self {
        case .tooLarge(let claimed): "a message of \(claimed) bytes is larger than any may be"
        case .otherVersion(let version):
            "it speaks version \(version) of the messages, and this program version \(WireVersion.current)"
        case .truncated: "a message ends too early"
        case .excess: "a message goes on after its end"
        case .unknownNumber(let number): "a message has the number \(number) where it means nothing"
        case .notText: "a message has a text that is not UTF-8"
        }
    }
}
