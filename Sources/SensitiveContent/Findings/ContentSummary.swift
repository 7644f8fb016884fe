public import StorageModel

/// What was found in everything that a scanner was handed.
///
/// No findings do not mean that there is nothing: only that nothing was found in the bytes that were read.
public struct ContentSummary: Hashable, Sendable {
    /// What was found, in a stable order: the most certain first, then by detector.
    public var findings: [Finding]
    /// What the data contain, each with the highest confidence of its findings.
    public var tags: [TagID: Confidence]
    /// About how many people the data speak of, judged by what identifies them; 0 when nothing does.
    public var subjects: Int
    /// Well-known examples such as `4111 1111 1111 1111`, which are not counted as findings, by detector.
    public var sampleValues: [DetectorID: Int]
    /// How many bytes of text were read.
    public var bytesRead: Int

    /// Puts the parts together.
    public init(
        findings: [Finding] = [], tags: [TagID: Confidence] = [:], subjects: Int = 0,
        sampleValues: [DetectorID: Int] = [:], bytesRead: Int = 0
    ) {
        self.findings = findings
        self.tags = tags
        self.subjects = subjects
        self.sampleValues = sampleValues
        self.bytesRead = bytesRead
    }
}
