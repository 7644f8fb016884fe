/// Writes compound files (MS-CFB), the containers of old Office documents and Outlook's messages.
struct CompoundWriter {
    private struct Entry {
        let name: String
        let isFolder: Bool
        let content: [UInt8]
        var children: [Int] = []
    }

    private var entries = [Entry(name: "Root Entry", isFolder: true, content: [])]

    /// Adds a stream to a folder, 0 being the root.
    mutating func add(_ name: String, _ content: [UInt8], to folder: Int = 0) {
        entries[folder].children.append(entries.count)
        entries.append(Entry(name: name, isFolder: false, content: content))
    }

    /// Adds a folder, and answers its number.
    mutating func addFolder(_ name: String, to folder: Int = 0) -> Int {
        entries[folder].children.append(entries.count)
        entries.append(Entry(name: name, isFolder: true, content: []))
        return entries.count - 1
    }

    func finished() -> [UInt8] {
        let end = 0xFFFF_FFFE
        var sectors: [UInt8] = []
        var table: [Int] = []
        func padded(_ bytes: [UInt8], _ size: Int) -> [UInt8] {
            bytes + [UInt8](repeating: 0, count: (size - bytes.count % size) % size)
        }
        func put(_ bytes: [UInt8]) -> Int {
            guard !bytes.isEmpty else { return end }
            let start = table.count
            let whole = padded(bytes, 512)
            sectors += whole
            let count = whole.count / 512
            table += (0..<count).map { $0 == count - 1 ? end : start + $0 + 1 }
            return start
        }
        var mini: [UInt8] = []
        var miniTable: [Int] = []
        var starts: [Int] = []
        for entry in entries {
            if entry.isFolder || entry.content.isEmpty {
                starts.append(entry.isFolder ? 0 : end)
            } else if entry.content.count < 4096 {
                let whole = padded(entry.content, 64)
                starts.append(miniTable.count)
                let first = miniTable.count
                let count = whole.count / 64
                miniTable += (0..<count).map { $0 == count - 1 ? end : first + $0 + 1 }
                mini += whole
            } else {
                starts.append(put(entry.content))
            }
        }
        starts[0] = put(mini)
        let miniStart = put(miniTable.flatMap { littleEndian($0, 4) })
        // Siblings hang to the right of each other, which is a tree, too.
        var directory: [UInt8] = []
        var right = [Int](repeating: 0xFFFF_FFFF, count: entries.count)
        for entry in entries {
            for (one, next) in zip(entry.children, entry.children.dropFirst()) { right[one] = next }
        }
        for (index, entry) in entries.enumerated() {
            let name = entry.name.utf16.flatMap { littleEndian(Int($0), 2) }
            directory += name + [UInt8](repeating: 0, count: 64 - name.count) + littleEndian(name.count + 2, 2)
            directory +=
                [index == 0 ? 5 : entry.isFolder ? 1 : 2, 1] + littleEndian(0xFFFF_FFFF, 4)
                + littleEndian(right[index], 4)
            directory += littleEndian(entry.children.first ?? 0xFFFF_FFFF, 4) + [UInt8](repeating: 0, count: 36)
            directory += littleEndian(starts[index], 4) + littleEndian(index == 0 ? mini.count : entry.content.count, 8)
        }
        let directoryStart = put(directory)
        let tableSectors = (table.count + 127 + 1) / 127
        let tableStart = table.count
        table += [Int](repeating: 0xFFFF_FFFD, count: tableSectors)
        sectors += padded(table.flatMap { littleEndian($0, 4) }, 512) + [UInt8](repeating: 0xFF, count: 0)
        let written = padded(table.flatMap { littleEndian($0, 4) }, 512).count / 512
        var head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
        head +=
            littleEndian(0x3E, 2) + littleEndian(3, 2) + littleEndian(0xFFFE, 2) + littleEndian(9, 2)
            + littleEndian(6, 2)
        head += [UInt8](repeating: 0, count: 10) + littleEndian(written, 4) + littleEndian(directoryStart, 4)
        head += littleEndian(0, 4) + littleEndian(4096, 4) + littleEndian(miniStart, 4)
        head += littleEndian((miniTable.count + 127) / 128, 4) + littleEndian(end, 4) + littleEndian(0, 4)
        for index in 0..<109 { head += littleEndian(index < written ? tableStart + index : 0xFFFF_FFFF, 4) }
        return head + sectors
    }
}
