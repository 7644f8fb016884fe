extension HostPath {
    /// The path in an argument of this program.
    ///
    /// Swift hands out arguments with bytes that are not UTF-8 replaced, which names another file or none. When `text`
    /// shows such a replacement, the bytes come from the program's own list of arguments, where the path is an argument
    /// of its own or follows a `=`.
    public init(argument text: String) {
        self.init(argument: text, among: { Self.rawArguments() })
    }

    init(argument text: String, among arguments: () -> [[UInt8]]) {
        guard text.unicodeScalars.contains("\u{FFFD}") else {
            self.init(text)
            return
        }
        let candidates = arguments().flatMap { argument -> [ArraySlice<UInt8>] in
            guard let equals = argument.firstIndex(of: UInt8(ascii: "=")) else { return [argument[...]] }
            return [argument[...], argument[(equals + 1)...]]
        }
        let found = candidates.first { String(decoding: $0, as: UTF8.self) == text }
        self.init(bytes: found ?? Array(text.utf8)[...])
    }

    private static func rawArguments() -> [[UInt8]] {
        (0..<Int(CommandLine.argc)).compactMap { index in
            guard let argument = unsafe CommandLine.unsafeArgv[index] else { return nil }
            return unsafe HostPath(cString: argument).bytes
        }
    }
}
