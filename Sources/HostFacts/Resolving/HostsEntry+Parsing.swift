internal import StorageModel

extension HostsEntry {
    /// The lines of a table of hosts that give an address to a name; lines without an address are passed over.
    static func entries(naming host: String, in text: [UInt8]) -> [HostsEntry] {
        let wanted = host.hasSuffix(".") ? String(host.dropLast()) : host
        let letters = Array(wanted.utf8.map(lowercase))
        guard let first = letters.first else { return [] }
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return lines.enumerated().compactMap { index, line in
            // Tables that block advertisements have a million lines; only few are worth a closer look.
            let mentions = line.indices.contains { start in
                lowercase(line[start]) == first && line[start...].prefix(letters.count).map(lowercase) == letters
            }
            guard mentions else { return nil }
            let text = String(decoding: line, as: UTF8.self)
            let words = ConfigurationLines.words(text.prefix { $0 != "#" })
            guard let written = words.first?.split(separator: "%").first, let address = IPAddress(String(written))
            else {
                return nil
            }
            let entry = HostsEntry(address: address, names: Array(words.dropFirst()), line: index + 1)
            return entry.names(wanted) ? entry : nil
        }
    }

    private static func lowercase(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
