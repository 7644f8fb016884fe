internal import StorageModel

/// Payslips and statements of salaries: their words, amounts, and a person.
struct PayslipDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "payslip", tag: "financial", english: "payslip or salary",
            german: "Gehaltszettel oder Lohn")
    }
    var words: [String] {
        [
            "brutto", "bruttobezug", "bruttolohn", "bruttogehalt", "netto", "nettobezug", "nettolohn",
            "nettogehalt", "lohnsteuer", "sv beitrag", "sv dn", "sv beitrag dn", "sozialversicherungsbeitrag",
            "dienstnehmeranteil", "bezüge", "gehaltszettel", "gehaltsabrechnung", "lohnabrechnung",
            "lohnzettel", "lohnkonto", "entgeltabrechnung", "dienstnehmer", "dienstgeber", "auszahlungsbetrag",
            "überweisungsbetrag", "sonderzahlung", "urlaubszuschuss", "weihnachtsremuneration", "grundlohn",
            "grundgehalt", "überstunden", "steuerklasse", "solidaritätszuschlag", "kirchensteuer", "lohnart",
            "abrechnungsmonat", "gross pay", "gross salary", "gross wage", "net pay", "net salary", "payroll",
            "payslip", "pay slip", "tax class", "income tax", "withholding", "year to date", "ytd",
            "pay period", "salary", "take home pay", "deductions", "employee no", "personalnummer", "gesamtbrutto",
            "auszahlung", "lst", "bezugszettel", "verdienstnachweis", "sv dn", "sozialversicherung dn",
            "sonderzahlungen",
            "sachbezug", "zulage", "zulagen", "eintrittsdatum", "pers nr", "salary statement", "earnings statement",
            "pay advice", "total gross pay", "basic pay", "overtime", "holiday pay", "paye", "paye tax", "tax code",
            "national insurance", "ni contribution", "pension contribution", "payroll number", "amount paid",
        ]
    }

    func conclude(_ document: inout DocumentReading) {
        let words = document.distinctWords(of: description.id)
        guard words >= 3 else { return }
        let hasName = document.count("person-name", atLeast: .possible) > 0
        let hasAccount = document.count("iban", atLeast: .certain) > 0
        let isPersons =
            document.hasPerson || hasName || hasAccount || document.count("email", atLeast: .possible) > 0
        let isSlip = document.amounts >= 3 && isPersons && !document.isSourceCode
        document.report(description.id, isSlip ? .likely : .topic)
        if isSlip { document.subjects = max(document.subjects, 1) }
    }
}
