internal import FoundationEssentials

extension LabNetwork {
    /// Writes an inventory that describes the lab, for `wheretoshare --inventory`.
    ///
    /// Each file server is a system that promises its addresses, names and dialect; each share has a check.
    /// - Parameters:
    ///   - folder: Where its files go; the folder is made, and files of the same names are replaced.
    ///   - parts: The parts of the lab that are described besides.
    /// - Throws: An error of the file system.
    public static func writeInventory(to folder: String, with parts: Set<LabPart> = []) throws {
        for (path, text) in LabInventory(parts: parts).files {
            let file = URL(filePath: folder).appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }
}
