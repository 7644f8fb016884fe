internal import SensitiveContent

/// Which characters of a document of Word 97 to 2003 are deleted or hidden, by where their bytes are (MS-DOC sections 2.8.5,
/// 2.9.32, 2.9.33 and 2.6.1).
struct UnshownCharacters {
    /// Bytes of the document's stream whose characters belong to another part than what stands around them.
    struct Stretch {
        let bytes: Range<Int>
        let part: Passage.Part
    }

    /// In the order of their bytes; none overlap.
    private(set) var stretches: [Stretch] = []

    private static let placeOfPages = 0xFA
    private static let pageSize = 512
    private static let isDeleted: UInt16 = 0x0800
    private static let isHidden: UInt16 = 0x083C

    /// Reads the pages that the table names, each once.
    init(_ content: ByteTable, _ table: ByteTable) {
        let start = Int(content.u32(Self.placeOfPages))
        let count = (Int(content.u32(Self.placeOfPages + 4)) - 4) / 8
        guard count > 0, count <= content.count / Self.pageSize else { return }
        for number in 0..<count {
            readPage(content, Int(table.u32(start + 4 * (count + 1 + number)) & 0x3F_FFFF) * Self.pageSize)
        }
    }

    /// The first stretch that does not end before a byte.
    func index(from byte: Int) -> Int {
        var (low, high) = (0, stretches.count)
        while low < high {
            let middle = (low + high) / 2
            if stretches[middle].bytes.upperBound <= byte { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func readPage(_ content: ByteTable, _ page: Int) {
        let count = Int(content.u8(page + Self.pageSize - 1))
        for number in 0..<count {
            let (first, next) = (Int(content.u32(page + 4 * number)), Int(content.u32(page + 4 * number + 4)))
            let properties = page + 2 * Int(content.u8(page + 4 * (count + 1) + number))
            guard first < next, first >= stretches.last?.bytes.upperBound ?? 0, properties > page,
                let part = Self.part(content.bytes(properties + 1, Int(content.u8(properties))))
            else { continue }
            stretches.append(Stretch(bytes: first..<next, part: part))
        }
    }

    /// Where characters with these changes of properties belong.
    private static func part(_ changes: ArraySlice<UInt8>) -> Passage.Part? {
        let table = ByteTable(Array(changes))
        var (at, isHidden) = (0, false)
        while at + 2 < table.count {
            let change = table.u16(at)
            // The upper three bits say how long the value is.
            switch change {
            case Self.isDeleted where table.u8(at + 2) == 1: return .trackedChange
            case Self.isHidden: isHidden = table.u8(at + 2) & 1 == 1
            default: break
            }
            at += 2 + [1, 1, 2, 4, 2, 2, 1 + Int(table.u8(at + 2)), 3][Int(change >> 13)]
        }
        return isHidden ? .hidden : nil
    }
}
