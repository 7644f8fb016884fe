internal import Glibc
internal import StorageModel

/// The name of this computer.
enum HostName {
    /// The first part of the name that the system has for itself; `localhost` when it has none.
    static var current: String {
        var name = [CChar](repeating: 0, count: 256)
        guard unsafe gethostname(&name, name.count - 1) == 0 else { return "localhost" }
        let bytes = name.prefix { $0 != 0 && $0 != CChar(bitPattern: UInt8(ascii: ".")) }
        let text = String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return text.isEmpty ? "localhost" : text.shownOnOneLine
    }
}
