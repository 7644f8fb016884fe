internal import HostFacts

/// What earlier runs found.
public actor ResultCache {
    /// Empty.
    public init() {}

    func report(
        file: Int32, path: HostPath, size: UInt64, options: ScanOptions, read: () async -> FileReport
    ) async -> FileReport { await read() }
}
