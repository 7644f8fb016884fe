import Yams

/// Says in plain words what the YAML parser stumbled over.
enum YAMLSyntax {
    /// The problem that an error of the parser stands for.
    static func problem(_ error: YamlError, in path: String) -> InventoryProblem {
        switch error {
        case .scanner(let context?, let text, _, _) where text == "could not find expected ':'":
            // The parser is past the line by then; the context is the line without a colon.
            syntax(text, at: Place(file: path, line: context.mark.line, column: context.mark.column))
        case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _), .composer(_, let text, let mark, _):
            syntax(text, at: Place(file: path, line: mark.line, column: mark.column))
        case .duplicatedKeysInMapping(let keys, let context):
            InventoryProblem(
                .duplicateKey, at: Place(file: path, line: context.mark.line, column: context.mark.column),
                "the key \((keys.first ?? "").quoted) is in its table more than once",
                accepted: "a key stands once in a table; this is the first", next: "remove one of them, or rename it")
        case .reader(let text, _, _, _), .writer(let text), .emitter(let text), .representer(let text):
            syntax(text, at: Place(file: path))
        case .no, .memory, .dataCouldNotBeDecoded:
            syntax("the parser ended without a result", at: Place(file: path))
        }
    }

    /// Something that was to be refused before the parser saw it.
    static func unexpected(_ what: String, at place: Place) -> InventoryProblem {
        InventoryProblem(
            .yamlSyntax, at: place, "here is \(what)",
            accepted: "an inventory has texts, lists, and tables with words as keys",
            next: "put the text in quotes")
    }

    private static func syntax(_ text: String, at place: Place) -> InventoryProblem {
        let (accepted, next) = advice(for: text)
        return InventoryProblem(
            .yamlSyntax, at: place, "this is not YAML: \(text)", accepted: accepted, next: next)
    }

    /// The most frequent cause of a message of libYAML, and its remedy.
    private static func advice(for text: String) -> (accepted: String, next: String) {
        switch text {
        case "mapping values are not allowed in this context":
            (
                "': ' makes a key of what is before it, and a table begins on a line of its own",
                "put the text in quotes, or correct the indentation of this line and the one before"
            )
        case "could not find expected ':'":
            (
                "on this level every line is 'key: value', and a key ends on the line it begins on",
                "add the ':', indent the line if it belongs to the text before, or close a quote"
            )
        case "did not find expected key", "did not find expected '-' indicator",
            "block sequence entries are not allowed in this context":
            (
                "entries of one list or table begin in the same column",
                "correct the indentation of this line and the one before"
            )
        case "found character that cannot start any token":
            ("a text without quotes cannot begin with @ ` % , or a tab", "put the text in quotes")
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
            (
                "entries in brackets are separated by commas",
                "put the comma or the closing bracket, or the text in quotes"
            )
        case "found unknown escape character":
            (
                #"in double quotes a backslash begins an escape such as \n"#,
                #"write \\ for a backslash, or use single quotes"#
            )
        default:
            (
                "the file is YAML 1.2",
                "correct this place; often a quote, a bracket or the indentation before it is the cause"
            )
        }
    }
}
