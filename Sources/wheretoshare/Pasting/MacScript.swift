internal import StorageModel

/// The script for macOS, to be pasted into a terminal with any shell.
///
/// A shell for scripts reads it from a here-document, so that the interactive one, which may be zsh, makes nothing of it.
/// It uses what macOS brings along and what never asks for a password; it looks into no folder of a share.
struct MacScript {
    let question: ScriptQuestion
    let remarks: ScriptRemarks

    var text: String {
        [
            "/bin/sh <<'WTS_SCRIPT'", head, Self.base, Self.connecting, Self.telling, Self.tail, "WTS_SCRIPT", "",
        ].joined(separator: "\n")
    }

    private var head: String {
        let places = ([question.target] + question.others).map { place in
            ([place.name, place.host] + place.ports.map { String($0) }).joined(separator: " ")
        }
        return """
            LC_ALL=C
            export LC_ALL
            PATH=$PATH:/usr/bin:/bin:/usr/sbin:/sbin
            target=\(quoted(question.target.name))
            target_host=\(quoted(question.target.host))
            target_port=\(question.target.ports[0])
            places=\(quoted(places.joined(separator: "\n")))
            hosts=\(quoted(question.hosts.joined(separator: "\n")))
            share=\(quoted(question.share ?? ""))
            groups=\(quoted(question.groups.joined(separator: "\n")))
            wait_text=\(quoted(remarks.wait))
            copy_text=\(quoted(remarks.copy))
            content_text=\(quoted(remarks.content))
            """
    }

    /// A text between single quotes; line ends stay.
    private func quoted(_ text: String) -> String {
        var body = ""
        for scalar in text.unicodeScalars where scalar == "\n" || !CharacterSets.isControl(scalar) {
            if scalar == "'" { body += #"'\''"# } else { body.unicodeScalars.append(scalar) }
        }
        return "'\(body)'"
    }
}
