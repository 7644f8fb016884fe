internal import ScanWire
internal import SensitiveContent

/// Reads what a document embeds of other programs (MS-OLEDS sections 2.2 and 2.3).
enum EmbeddedObject {
    private static let longestName = 64 << 10

    /// Reads an object as RTF has it: what program it belongs to, and its bytes or where it is linked to.
    static func read(_ bytes: [UInt8], to desk: Desk) throws(Obstacle) {
        let table = ByteTable(bytes)
        var at = 8
        func text() throws(Obstacle) -> String {
            let length = Int(table.u32(at))
            guard length <= longestName, at + 4 + length <= table.count else { throw .damaged }
            defer { at += 4 + length }
            return plain(table.bytes(at + 4, length))
        }
        switch table.u32(4) {
        case 1:
            for _ in 0..<3 { desk.tell("document/link", try text()) }
        case 2:
            let program = try text()
            for _ in 0..<2 { desk.tell("document/link", try text()) }
            let size = Int(table.u32(at))
            let content = Array(table.bytes(at + 4, size))
            try read(native: content, of: program, to: desk)
            if content.count < size { throw .damaged }
        default: throw .damaged
        }
    }

    /// Reads the stream in which compound files have such bytes, after their count.
    static func read(stream: [UInt8], to desk: Desk) throws(Obstacle) {
        let size = Int(ByteTable(stream).u32(0))
        let content = Array(stream.dropFirst(4).prefix(size))
        try read(native: content, of: "object", to: desk)
        if content.count < size { throw .damaged }
    }

    /// Reads a program's own bytes: a file in its wrapping, or a document.
    private static func read(native bytes: [UInt8], of program: String, to desk: Desk) throws(Obstacle) {
        if let (name, content) = package(bytes) {
            desk.enter(name) { () throws(Obstacle) in try Document(desk: desk, name: name).read(Source(content)) }
        } else {
            try Document(desk: desk, name: program).read(Source(bytes))
        }
    }

    /// A file that somebody put into a document: its label, where it came from twice, and its bytes; nil for what is none.
    private static func package(_ bytes: [UInt8]) -> (name: String, content: [UInt8])? {
        let table = ByteTable(bytes)
        guard table.u16(0) == 2 else { return nil }
        var at = 2
        func name() -> String? {
            let field = table.bytes(at, longestName)
            guard let end = field.firstIndex(of: 0) else { return nil }
            defer { at = end + 1 }
            return plain(field[..<end])
        }
        guard let label = name(), let path = name(), table.u16(at) == 0, table.u16(at + 2) == 3 else { return nil }
        let pathLength = Int(table.u32(at + 4))
        at += 8
        guard pathLength <= longestName else { return nil }
        at += pathLength
        let size = Int(table.u32(at))
        guard at + 4 + size <= table.count else { return nil }
        // Paths of a computer tell of who used it.
        return (label.isEmpty ? path : label, Array(table.bytes(at + 4, size)))
    }

    private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: TextDecoder.decode(whole: Array(bytes.prefix { $0 != 0 })), as: UTF8.self)
    }
}
