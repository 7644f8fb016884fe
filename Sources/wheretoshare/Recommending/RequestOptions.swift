internal import ArgumentParser
internal import StorageModel

/// The options that put a question together, the same for every command that asks one.
struct RequestOptions: ParsableArguments {
    @Option(
        name: .long, help: ArgumentHelp("A group that has to receive it; repeatable.", valueName: "name"),
        completion: .custom { _, _, _ in Completions.groups() })
    var group: [String] = []

    @Option(name: .long, help: ArgumentHelp("A colleague, by account name; repeatable.", valueName: "name"))
    var user: [String] = []

    @Flag(name: .long, help: "Anybody with an account of the institution.")
    var `internal` = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Somebody outside, with or without an e-mail address; repeatable.", valueName: "address"))
    var external: [String] = []

    @Flag(name: .long, help: "Whoever holds the link.")
    var anyone = false

    @Flag(name: .long, help: "The world, for good; the same as --action publish.")
    var publish = false

    @Option(
        name: [.long, .customShort("f")],
        help: ArgumentHelp("A file or folder to share; repeatable.", valueName: "path"), completion: .file())
    var file: [String] = []

    @Option(name: .long, help: ArgumentHelp("The size, when there is no file yet, such as 20GB.", valueName: "size"))
    var size: String?

    @Option(name: .long, help: ArgumentHelp("The number of files, with --size.", valueName: "n"))
    var files: Int?

    @Option(
        name: .long, help: ArgumentHelp("What you know it contains; repeatable.", valueName: "tag"),
        completion: .custom { _, _, _ in Completions.tags() })
    var contains: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("How sensitive you know it to be; the strictest of several counts.", valueName: "level"),
        completion: .custom { _, _, _ in Completions.levels() })
    var level: [String] = []

    @Option(name: .long, help: "What you want to do; default: share.")
    var action: Action?

    @Option(
        name: .long,
        help: ArgumentHelp("Where you are; default: what this computer's addresses tell.", valueName: "network"),
        completion: .custom { _, _, _ in Completions.networks() })
    var from: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Who shares; default: the account that runs this.", valueName: "user"))
    var asUser: String?

    @Option(name: .long, help: ArgumentHelp("Whose paths to print.", valueName: "computer"))
    var on: OperatingSystem = .linux

    @Option(name: .long, help: ArgumentHelp("A facet of your institution's own; repeatable.", valueName: "name=value"))
    var facet: [String] = []

    @Option(name: .customLong("on-date"), help: ArgumentHelp("Decide as if it were this day.", valueName: "yyyy-mm-dd"))
    var onDate: String?
}

extension RequestOptions {
    /// Stands for an address where none was given; the parser refuses an empty value.
    static let nobodyInParticular = "-"

    /// Lets `--external` stand without an address, which the parser's options cannot.
    ///
    /// A word after it counts as the address when it has an `@`; what follows `--` is left alone.
    static func spellingOutExternal(_ arguments: [String]) -> [String] {
        var result: [String] = []
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--" { return result + [argument] + rest }
            guard argument == "--external" else {
                result.append(argument)
                continue
            }
            let hasAddress = rest.first.map { $0.contains("@") && !$0.hasPrefix("-") } ?? false
            result.append("--external=" + (hasAddress ? rest.removeFirst() : nobodyInParticular))
        }
        return result
    }
}
