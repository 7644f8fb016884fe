import FileScanning
import Glibc
import HostFacts
import ScanWire
import SensitiveContent
import StorageModel
import TestKit
import Testing

/// What the real worker, in its real jail, says of a file with these bytes.
func scanned(_ bytes: [UInt8], name: String = "file", options: ScanOptions = ScanOptions()) async throws -> FileReport {
    try await withTemporaryFolder { folder in
        let path = try folder.write(bytes: bytes, to: name)
        return try #require(try await scanned(paths: [path], options: options).first)
    }
}

func scanned(_ text: String, name: String = "file", options: ScanOptions = ScanOptions()) async throws -> FileReport {
    try await scanned(Array(text.utf8), name: name, options: options)
}

/// What it says of files and folders, in order.
func scanned(paths: [String], options: ScanOptions = ScanOptions()) async throws -> [FileReport] {
    let reports = Collector()
    _ = await FileScan.run(paths.map { HostPath($0) }, program: try readerProgram(), options: options) { report, _ in
        reports.add(report)
    }
    return reports.all
}

/// The worker's path.
func readerProgram() throws -> String { try builtProduct(named: "wheretoshare-scan") }

extension FileReport {
    /// Where account numbers were found.
    var accountPlaces: [Finding.Place] { findings.filter { $0.detector == "iban" }.flatMap(\.places) }

    /// How many account numbers were found.
    var accounts: Int { findings.filter { $0.detector == "iban" }.reduce(0) { $0 + $1.count } }

    /// The reasons of its gaps.
    var reasons: [CoverageGap.Reason] { gaps.map(\.reason) }
}
