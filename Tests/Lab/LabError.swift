/// Why the lab could not do what it was asked to.
public struct LabError: Error, CustomStringConvertible {
    /// The whole message.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
