/// Folders that GNOME's virtual file system makes for network places, such as
/// `smb-share:server=nas.example,share=groups,user=anna`.
enum GvfsFolder {
    /// The type of the file system that holds such folders.
    static let fileSystemType = "fuse.gvfsd-fuse"

    /// The share a folder of that name stands for; nil when it stands for something else.
    static func networkSource(named name: ArraySlice<UInt8>) -> NetworkSource? {
        let prefix = Array("smb-share:".utf8)
        guard name.starts(with: prefix) else { return nil }
        var values: [String: String] = [:]
        for item in name.dropFirst(prefix.count).split(separator: UInt8(ascii: ",")) {
            let parts = item.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            values[String(decoding: parts[0], as: UTF8.self)] = percentDecoded(parts[1])
        }
        guard
            let server = values["server"], !server.isEmpty,
            let share = values["share"], !share.isEmpty, !share.contains("/")
        else { return nil }
        let isBracketed = server.first == "[" && server.last == "]"
        return NetworkSource(
            service: .smb, host: isBracketed ? String(server.dropFirst().dropLast()) : server, share: share)
    }

    /// The text with each `%hh` replaced by its byte; any other `%` stands for itself.
    static func percentDecoded(_ text: ArraySlice<UInt8>) -> String {
        var bytes: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let high = hexDigit(rest.first), let low = hexDigit(rest.dropFirst().first) {
                bytes.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hexDigit(_ byte: UInt8?) -> UInt8? {
        switch byte {
        case .some(let digit) where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit): digit - UInt8(ascii: "0")
        case .some(let digit) where (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(digit):
            digit - UInt8(ascii: "a") + 10
        case .some(let digit) where (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(digit):
            digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
