internal import SensitiveContent

/// Who reads the text that is taken out of documents.
protocol PassageReader {
    mutating func begin(_ passage: Passage)
    mutating func read(_ bytes: [UInt8])
    mutating func end()
    mutating func finish() -> ContentSummary
}

extension ContentScanner: PassageReader {
    mutating func read(_ bytes: [UInt8]) { read(bytes.span) }
}
