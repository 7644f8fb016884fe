internal import StorageModel

/// What a script says to the person who runs it; ASCII alone, which survives every console.
struct ScriptRemarks {
    let language: Language

    var wait: String {
        say(
            "Looking at the connection; this takes up to 20 seconds ...",
            "Die Verbindung wird angesehen; das dauert bis zu 20 Sekunden ...")
    }

    var copy: String {
        say(
            "Copy everything from the line WTS-BEGIN to the line WTS-END, and send it to the helpdesk.",
            "Kopieren Sie alles von der Zeile WTS-BEGIN bis zur Zeile WTS-END, und senden Sie es dem Helpdesk.")
    }

    var content: String {
        say(
            "Nothing was changed. There are no passwords in it and nothing from your files.",
            "Nichts wurde verstellt. Es stehen keine Kennworte darin und nichts aus Ihren Dateien.")
    }

    private func say(_ english: String, _ german: String) -> String { language == "de" ? german : english }
}
