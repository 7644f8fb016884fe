/// What the path of a key is context of, worked out once for all values that stand under it.
public struct KeyContext: Hashable, Sendable {
    let groups: GroupSet

    /// The context of no key at all.
    public static let none = KeyContext(groups: .none)
}
