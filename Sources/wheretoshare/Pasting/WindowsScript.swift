internal import StorageModel

/// The script for Windows PowerShell 5.1 and newer, to be pasted into a console by anybody.
///
/// It holds no tab and no empty line, at which a console would begin to run what it has, and ends with one, at which it
/// does. It asks Windows for what Windows knows, opens connections, and opens the folder only where a password is not
/// asked for anew; it writes nothing. What takes long runs beside, each for five seconds at most, all for twenty.
struct WindowsScript {
    let question: ScriptQuestion
    let remarks: ScriptRemarks

    var text: String {
        let script = [
            head, Self.base, Self.asking, Self.starting, Self.connecting, Self.opening, Self.telling, Self.tail,
        ]
        .joined(separator: "\n")
        return script + "\n\n"
    }

    private var head: String {
        let places = ([question.target] + question.others).map { place in
            "  @{ name = \(quoted(place.name)); host = \(quoted(place.host)); "
                + "ports = @(\(place.ports.map { String($0) }.joined(separator: ", "))) }"
        }
        return """
            & {
            $ErrorActionPreference = 'SilentlyContinue'
            $ProgressPreference = 'SilentlyContinue'
            $clock = [Diagnostics.Stopwatch]::StartNew()
            $places = @(
            \(places.joined(separator: ",\n"))
            )
            $hosts = @(\(list(question.hosts)))
            $folder = \(quoted(question.path ?? ""))
            $share = \(quoted(question.sharePath ?? ""))
            $groups = @(\(list(question.groups)))
            Write-Host \(quoted(remarks.wait))
            $remarks = @(\(list([remarks.copy, remarks.content])))
            """
    }

    /// A text between single quotes; PowerShell takes curly ones for the same, so that each is doubled.
    private func quoted(_ text: String) -> String {
        var body = ""
        for scalar in text.unicodeScalars where !CharacterSets.isControl(scalar) {
            if scalar == "'" || (0x2018...0x201B).contains(scalar.value) { body.unicodeScalars.append(scalar) }
            body.unicodeScalars.append(scalar)
        }
        return "'\(body)'"
    }

    /// Texts, each on a line of its own: consoles and mail programs break long ones.
    private func list(_ items: [String]) -> String {
        items.isEmpty ? "" : "\n" + items.map { "  " + quoted($0) }.joined(separator: ",\n") + "\n"
    }
}

/// Characters that must not be in a script.
enum CharacterSets {
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
    }
}
