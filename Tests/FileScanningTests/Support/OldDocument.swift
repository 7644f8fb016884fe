/// A document of Word 97 in two pieces, one of one byte for a character and one of two, with notes of its own; stretches of the
/// second, in their order, may differ from their style.
func oldDocument(
    _ first: String, _ second: String, changes: [(characters: Range<Int>, properties: [UInt8])] = [],
    comment: String = "", beside: String = ""
) -> [UInt8] {
    let western = Array(first.utf8)
    let wide = Array((second + comment).utf16)
    var head = littleEndian(0xA5EC, 2) + littleEndian(0xC1, 2) + [UInt8](repeating: 0, count: 6)
    head += littleEndian(0x0200, 2) + [UInt8](repeating: 0, count: 0x4C - 12)
    head += littleEndian(western.count + second.utf16.count, 4) + [UInt8](repeating: 0, count: 12)
    head += littleEndian(comment.utf16.count, 4) + [UInt8](repeating: 0, count: 0x1A2 - 0x60)
    let places = [0, western.count, western.count + wide.count].flatMap { littleEndian($0, 4) }
    let pieces = [0x400 * 2 | 0x4000_0000, 0x400 + western.count].flatMap {
        littleEndian(0, 2) + littleEndian($0, 6)
    }
    let table =
        [1] + littleEndian(2, 2) + [9, 9, 2] + littleEndian(places.count + pieces.count, 4) + places + pieces
    head += littleEndian(0, 4) + littleEndian(table.count, 4)
    head += [UInt8](repeating: 0, count: 0x400 - head.count)
    var content = head + western + wide.flatMap { littleEndian(Int($0), 2) }
    content += [UInt8](repeating: 0, count: 512 - content.count % 512)
    let pages = littleEndian(0, 4) + littleEndian(content.count, 4) + littleEndian(content.count / 512, 4)
    content.replaceSubrange(0xFA..<0x102, with: littleEndian(table.count, 4) + littleEndian(pages.count, 4))
    content += pageOfProperties(
        changes.map { change in
            let start = 0x400 + western.count + 2 * change.characters.lowerBound
            return (start..<start + 2 * change.characters.count, change.properties)
        })
    var file = CompoundWriter()
    file.add("WordDocument", content)
    file.add("1Table", table + pages + [0] + Array(beside.utf8) + [0])
    return file.finished()
}

/// One that says how characters differ from their style, by their bytes; those in between do not.
private func pageOfProperties(_ changes: [(bytes: Range<Int>, properties: [UInt8])]) -> [UInt8] {
    var page = [UInt8](repeating: 0, count: 512)
    page[511] = UInt8(changes.count * 2)
    var free = 510
    for (index, change) in changes.enumerated() {
        free -= (change.properties.count + 2) & ~1
        page.replaceSubrange(
            free..<free + 1 + change.properties.count, with: [UInt8(change.properties.count)] + change.properties)
        let bounds = littleEndian(change.bytes.lowerBound, 4) + littleEndian(change.bytes.upperBound, 4)
        page.replaceSubrange(8 * index..<8 * index + 8, with: bounds)
        page[4 * (changes.count * 2 + 1) + 2 * index] = UInt8(free / 2)
    }
    return page
}
