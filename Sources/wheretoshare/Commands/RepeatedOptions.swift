internal import ArgumentParser
internal import FoundationEssentials
internal import StorageModel

/// Options with one value that somebody gave more than once.
///
/// The parser would take the last value and say nothing of the others.
enum RepeatedOptions {
    /// Refuses the first such option.
    ///
    /// No value of an option can look like an option itself: the parser, which has accepted the arguments before, does not
    /// take it for one.
    static func refuse(in arguments: [String], of command: any ParsableCommand) throws(CommandProblem) {
        var seen: Set<String> = []
        var repeated: [String] = []
        for argument in arguments.prefix(while: { $0 != "--" }) where argument.hasPrefix("-") {
            let name = String(argument.prefix { $0 != "=" })
            if !seen.insert(name).inserted, !repeated.contains(name) { repeated.append(name) }
        }
        guard !repeated.isEmpty else { return }
        let single = optionsWithOneValue(of: command)
        guard let name = repeated.first(where: single.contains) else { return }
        throw CommandProblem(
            what: "\(name) is given more than once", why: "it takes one value, and nothing says which one is meant",
            next: "leave all but one of them out", status: .usage)
    }

    /// The spellings, with their dashes, of a command's options that take one value.
    private static func optionsWithOneValue(of command: any ParsableCommand) -> Set<String> {
        let described = Data(type(of: command)._dumpHelp().utf8)
        guard let description = try? JSONDecoder().decode(Description.self, from: described) else { return [] }
        let single = (description.command.arguments ?? []).filter { $0.kind == "option" && !$0.isRepeating }
        return Set(single.flatMap { $0.names ?? [] }.map { ($0.kind == "long" ? "--" : "-") + $0.name })
    }

    /// The parser's own description of a command, as far as it matters here.
    private struct Description: Decodable {
        struct Command: Decodable {
            var arguments: [Argument]?
        }

        struct Argument: Decodable {
            struct Name: Decodable {
                var kind: String
                var name: String
            }

            var kind: String
            var isRepeating: Bool
            var names: [Name]?
        }

        var command: Command
    }
}
