import Glibc

/// What is known about where this program's output goes and in which language.
public struct TerminalFacts: Hashable, Sendable {
    /// Whether standard output is a terminal.
    public var outputIsTerminal: Bool

    /// Whether standard error is a terminal.
    public var errorIsTerminal: Bool

    /// How many columns a line has; nil when nothing says so.
    public var width: Int?

    /// Whether the person asked for no colour: NO_COLOR is set and not empty (no-color.org), or TERM is `dumb`.
    public var colorIsUnwanted: Bool

    /// The code of the person's language, such as `de` or `en` (ISO 639); nil when the locale names none.
    public var language: String?

    /// The environment variables that are looked at.
    public static let variableNames = [
        "NO_COLOR", "TERM", "COLUMNS", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG",
    ]

    /// The facts that follow from the environment and from what standard output and error are.
    /// - Parameters:
    ///   - environment: The environment; only `variableNames` are looked at.
    ///   - outputWidth: The columns of the terminal that is standard output; nil when it is none.
    ///   - errorWidth: The columns of the terminal that is standard error; nil when it is none. 0 stands for a terminal
    ///     that does not know its width.
    public init(environment: [String: String], outputWidth: Int?, errorWidth: Int?) {
        outputIsTerminal = outputWidth != nil
        errorIsTerminal = errorWidth != nil
        let widths = [environment["COLUMNS"].flatMap { Int($0) }, outputWidth, errorWidth]
        width = widths.compactMap { $0 }.first { (1...10_000).contains($0) }
        colorIsUnwanted = environment["NO_COLOR"].map { !$0.isEmpty } ?? false || environment["TERM"] == "dumb"
        language = Self.language(environment)
    }

    /// The facts about this process.
    public static func current() -> TerminalFacts {
        TerminalFacts(
            environment: ProcessEnvironment.variables(named: variableNames),
            outputWidth: terminalWidth(STDOUT_FILENO),
            errorWidth: terminalWidth(STDERR_FILENO)
        )
    }

    /// The columns of the terminal `descriptor`; 0 when it does not know, nil when it is no terminal.
    private static func terminalWidth(_ descriptor: CInt) -> Int? {
        guard isatty(descriptor) == 1 else { return nil }
        var size = winsize()
        return unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : 0
    }

    /// The language of messages, in the order of precedence of gettext: LANGUAGE counts only beside a real locale.
    private static func language(_ environment: [String: String]) -> String? {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
        guard let locale, let language = code(locale[...]) else { return nil }
        let preferred = environment["LANGUAGE"]?.split(separator: ":").first
        return preferred.flatMap(code) ?? language
    }

    /// The language of a locale's name such as `de_AT.UTF-8`; nil for `C` and `POSIX`.
    private static func code(_ locale: Substring) -> String? {
        let code = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }
        guard (2...3).contains(code.utf8.count), code.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) else {
            return nil
        }
        return code.lowercased()
    }
}
