/// Reads one line of `/proc/self/mountinfo`.
///
///     36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue
///
/// Fields are parted by one space each; a space inside a field is escaped, and a source may be empty.
enum MountLine {
    static func parse(_ line: ArraySlice<UInt8>) throws(MountTableProblems.Reason) -> Mount {
        var fields = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)[...]
        let id = try number(&fields, .id)
        let parent = try number(&fields, .parent)
        let device = decoded(try next(&fields, .device))
        guard isDevice(device) else { throw .unexpected(.device) }
        // An nsfs or pipe mount has a root such as "net:[4026531840]", so only the mount point must be a path.
        let root = HostPath(bytes: unescaped(try next(&fields, .root)))
        let point = HostPath(bytes: unescaped(try next(&fields, .point)))
        guard point.isAbsolute else { throw .unexpected(.point) }
        let options = list(try next(&fields, .options))
        guard let separator = fields.firstIndex(of: [UInt8(ascii: "-")]) else { throw .missing(.separator) }
        fields = fields[(separator + 1)...]
        let type = decoded(try next(&fields, .type))
        guard let source = fields.popFirst() else { throw .missing(.source) }
        return Mount(
            id: id, parent: parent, device: device, root: root, point: point, options: options, type: type,
            source: decoded(source), superOptions: fields.popFirst().map(list) ?? []
        )
    }

    private static func next(
        _ fields: inout ArraySlice<ArraySlice<UInt8>>,
        _ field: MountTableProblems.Field
    ) throws(MountTableProblems.Reason) -> ArraySlice<UInt8> {
        guard let text = fields.popFirst(), !text.isEmpty else { throw .missing(field) }
        return text
    }

    private static func number(
        _ fields: inout ArraySlice<ArraySlice<UInt8>>,
        _ field: MountTableProblems.Field
    ) throws(MountTableProblems.Reason) -> Int {
        let text = try next(&fields, field)
        guard text.allSatisfy(isDigit), let number = Int(String(decoding: text, as: UTF8.self)) else {
            throw .unexpected(field)
        }
        return number
    }

    private static func isDevice(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func list(_ text: ArraySlice<UInt8>) -> [String] {
        text.split(separator: UInt8(ascii: ",")).map(decoded)
    }

    private static func decoded(_ text: ArraySlice<UInt8>) -> String {
        String(decoding: unescaped(text), as: UTF8.self)
    }

    /// The bytes with each `\ooo` (three octal digits, at most `\377`) replaced; any other backslash stands for itself.
    static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.contains(UInt8(ascii: "\\")) else { return Array(text) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == UInt8(ascii: "\\"), let byte = octal(text[(index + 1)...].prefix(3)) {
                bytes.append(byte)
                index += 4
            } else {
                bytes.append(text[index])
                index += 1
            }
        }
        return bytes
    }

    private static func octal(_ digits: ArraySlice<UInt8>) -> UInt8? {
        guard digits.count == 3, digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "7")).contains) else { return nil }
        return UInt8(exactly: digits.reduce(0) { $0 << 3 | Int($1 & 7) })
    }
}
