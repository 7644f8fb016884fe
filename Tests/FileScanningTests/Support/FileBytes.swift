import FileScanning
import FoundationEssentials
import TestKit
import Testing

/// The bytes of a file.
func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
}

/// What the worker says of one of the documents that programs of others made (`Documents/make.py`).
func scannedDocument(_ name: String) async throws -> FileReport {
    let path = "\(repositoryRoot)/Tests/FileScanningTests/Documents/\(name)"
    return try #require(try await scanned(paths: [path]).first)
}
