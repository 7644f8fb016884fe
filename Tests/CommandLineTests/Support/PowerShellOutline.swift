/// The quotes and brackets of a PowerShell script (about_Quoting_Rules), followed without understanding the rest.
struct PowerShellOutline {
    /// What is not balanced; nil when all is.
    var problem: String?

    init(_ script: String) {
        var open: [Character] = []
        var lines = script.split(separator: "\n", omittingEmptySubsequences: false)[...]
        while let line = lines.popFirst() {
            var rest = line
            while let sign = rest.popFirst() {
                switch sign {
                case "#": rest = ""
                case "@" where rest == "'":
                    rest = ""
                    guard let end = lines.firstIndex(where: { $0.hasPrefix("'@") }) else {
                        problem = "a text that goes on"
                        return
                    }
                    // Its last line may go on with code.
                    rest = lines[end].dropFirst(2)
                    lines = lines[(end + 1)...]
                case "'", "‘", "’":
                    guard Self.skip(&rest, isEnd: { "'‘’".contains($0) }) else {
                        problem = "a quote without its end: \(line)"
                        return
                    }
                case "\"":
                    guard Self.skip(&rest, isEnd: { $0 == "\"" }) else {
                        problem = "a quote without its end: \(line)"
                        return
                    }
                case "(", "[", "{": open.append(sign)
                case ")", "]", "}":
                    guard let last = open.popLast(),
                        "\(last)\(sign)" == "()" || "\(last)\(sign)" == "[]" || "\(last)\(sign)" == "{}"
                    else {
                        problem = "'\(sign)' closes nothing: \(line)"
                        return
                    }
                default: break
                }
            }
        }
        if let left = open.last { problem = "'\(left)' is not closed" }
    }

    /// Leaves out the rest of a quoted text on a line; a doubled mark stands for itself.
    private static func skip(_ rest: inout Substring, isEnd: (Character) -> Bool) -> Bool {
        while let sign = rest.popFirst() {
            guard isEnd(sign) else { continue }
            if let next = rest.first, isEnd(next) {
                rest = rest.dropFirst()
                continue
            }
            return true
        }
        return false
    }
}
