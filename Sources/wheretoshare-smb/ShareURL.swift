/// An address as libsmbclient reads it: `smb://server/share/folder`.
///
/// The library cuts at `?`, takes brackets around IPv6 addresses for a part of the name and wants their colons escaped,
/// so all but the harmless characters are escaped (RFC 3986 section 2.1).
struct ShareURL {
    private(set) var text: String

    /// The folder's address; nil when a part is missing or cannot be a C string.
    init?(server: String, share: String, folder: String) {
        guard !server.isEmpty, !share.isEmpty, !(server + share + folder).utf8.contains(0) else { return nil }
        text = "smb://\(Self.escape(server))/\(Self.escape(share))/"
        append(folder)
    }

    /// The address of something in the folder.
    func appending(_ path: String) -> ShareURL {
        var longer = self
        longer.append(path)
        return longer
    }

    private mutating func append(_ path: String) {
        for part in path.split(separator: "/") {
            if !text.hasSuffix("/") { text += "/" }
            text += Self.escape(String(part))
        }
    }

    private static func escape(_ text: String) -> String {
        var escaped = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"),
                UInt8(ascii: "$"):
                escaped.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                escaped += byte < 16 ? "%0" : "%"
                escaped += String(byte, radix: 16)
            }
        }
        return escaped
    }
}
