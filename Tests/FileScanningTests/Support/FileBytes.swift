import FileScanning
import FoundationEssentials
import TestKit
import Testing

/// The bytes of a file.
func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
}

/// The path of one of the documents that programs of others made (`Documents/make.py`).
func documentPath(_ name: String) -> String { "\(repositoryRoot)/Tests/FileScanningTests/Documents/\(name)" }

/// The bytes of one of them.
func documentBytes(_ name: String) throws -> [UInt8] { try bytes(of: documentPath(name)) }

/// What the worker says of one of them.
func scannedDocument(_ name: String) async throws -> FileReport {
    try #require(try await scanned(paths: [documentPath(name)]).first)
}

extension String {
    /// The text with blanks up to a width.
    func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - utf8.count))
    }
}
