/// The lines of a configuration file.
enum ConfigurationLines {
    /// The most that is read of one file, in bytes.
    static let sizeLimit = 1 << 20

    /// The lines with their numbers, counted from 1, without what ends them; bytes that are not UTF-8 are replaced.
    static func numbered(_ text: [UInt8]) -> [(number: Int, text: String)] {
        text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated().map { index, line in
            let end = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            return (index + 1, String(decoding: end, as: UTF8.self))
        }
    }

    /// The words of a line between blanks and tabs.
    static func words(_ line: some StringProtocol) -> [String] {
        line.split { $0 == " " || $0 == "\t" || $0 == "\r" }.map { String($0) }
    }
}
