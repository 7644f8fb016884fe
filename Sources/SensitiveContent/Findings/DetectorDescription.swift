public import StorageModel

/// What a detector looks for, in words.
public struct DetectorDescription: Hashable, Sendable {
    /// Its name.
    public var id: DetectorID
    /// What data contain when it finds something.
    public var tag: TagID
    /// What it finds, in English.
    public var english: String
    /// What it finds, in German.
    public var german: String

    /// Puts the parts together.
    public init(id: DetectorID, tag: TagID, english: String, german: String) {
        self.id = id
        self.tag = tag
        self.english = english
        self.german = german
    }
}
