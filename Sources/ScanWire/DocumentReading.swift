public import SensitiveContent
public import StorageModel

/// What a worker says of a document when it is done with it; findings and gaps were told before.
public struct DocumentReading: Hashable, Sendable {
    /// What the document was taken for, such as `docx`.
    public var kind: String
    /// How many bytes of the file were read.
    public var bytesRead: UInt64
    /// How many bytes of text were looked at.
    public var textBytes: UInt64
    /// How many gaps there are, of which only the first were told.
    public var gapCount: Int
    /// About how many people the text speaks of.
    public var subjects: Int
    /// What the data contain, each with the highest confidence.
    public var tags: [TagID: Confidence]
    /// Well-known examples that were not counted, by detector.
    public var sampleValues: [DetectorID: Int]

    /// Puts the parts together.
    public init(
        kind: String, bytesRead: UInt64, textBytes: UInt64, gapCount: Int = 0, subjects: Int = 0,
        tags: [TagID: Confidence] = [:], sampleValues: [DetectorID: Int] = [:]
    ) {
        self.kind = kind
        self.bytesRead = bytesRead
        self.textBytes = textBytes
        self.gapCount = gapCount
        self.subjects = subjects
        self.tags = tags
        self.sampleValues = sampleValues
    }
}
