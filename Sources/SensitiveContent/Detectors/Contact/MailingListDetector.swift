internal import StorageModel

/// Lists of people: tables of twenty rows or more with two kinds of particulars, or as many addresses of e-mail.
struct MailingListDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "mailing-list", tag: "personal", english: "list of people with their particulars",
            german: "Liste von Personen mit Kontaktangaben")
    }
    var words: [String] {
        [
            "teilnehmerliste", "teilnehmerinnenliste", "verteiler", "verteilerliste", "adressliste",
            "kontaktliste", "mitgliederliste", "telefonliste", "anwesenheitsliste", "anmeldungen",
            "mailing list", "participants", "participant list", "attendees", "attendance list", "address list",
            "contact list", "member list", "registrations", "subscribers",
        ]
    }

    func conclude(_ document: inout DocumentReading) {
        let lists = document.tables.filter { table in
            table.rows >= 20 && table.columns.count >= 2
                && !table.filledColumns.isDisjoint(with: [.mail, .phone, .birth, .address, .number])
        }
        if !lists.isEmpty, !document.isSourceCode {
            document.report(description.id, .likely, count: lists.count)
            document.subjects = max(document.subjects, lists.map(\.rows).max() ?? 0)
            return
        }
        let addresses = document.distinct("email", atLeast: .possible)
        guard addresses >= 20, !document.isSourceCode else { return }
        document.report(description.id, .possible)
        document.subjects = max(document.subjects, addresses)
    }
}
