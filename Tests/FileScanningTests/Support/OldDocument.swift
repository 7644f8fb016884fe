/// A document of Word 97 in two pieces, one of one byte for a character and one of two, with notes of its own.
func oldDocument(_ first: String, _ second: String, comment: String = "", beside: String = "")
    -> [UInt8]
{
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
    var file = CompoundWriter()
    file.add("WordDocument", head + western + wide.flatMap { littleEndian(Int($0), 2) })
    file.add("1Table", table + [0] + Array(beside.utf8) + [0])
    return file.finished()
}
