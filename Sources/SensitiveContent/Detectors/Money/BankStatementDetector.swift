internal import StorageModel

/// Bank statements and invoices: an account, dated amounts, and their words.
struct BankStatementDetector: Detector {
    let description = DetectorDescription(
        id: "bank-statement", tag: "financial", english: "bank statement or invoice",
        german: "Kontoauszug oder Rechnung")
    let words = [
        "kontoauszug", "kontoauszugs", "saldo", "alter saldo", "neuer saldo", "kontostand", "buchungstag",
        "buchungsdatum", "buchungstext", "valuta", "wertstellung", "umsätze", "umsatzübersicht",
        "auszug nr", "verwendungszweck", "auftraggeber", "gutschrift", "lastschrift", "dauerauftrag",
        "sepa", "account statement", "bank statement", "statement of account", "opening balance",
        "closing balance", "balance", "debit", "credit", "transaction", "transactions", "booking date",
        "value date", "standing order", "direct debit", "rechnung", "rechnungsnummer", "rechnungsnr",
        "rechnungsdatum", "rechnungsbetrag", "zahlungsziel", "zahlbar", "fällig", "invoice", "invoice no",
        "invoice number", "invoice date", "amount due", "due date", "payable",
    ]

    func conclude(_ document: inout DocumentReading) {
        let words = document.distinctWords(of: description.id)
        guard words >= 2, !document.isSourceCode, document.count("iban", atLeast: .certain) > 0 else { return }
        if document.datedAmounts >= 3 {
            document.report(description.id, .likely)
        } else if document.amounts >= 2 {
            document.report(description.id, .possible)
        }
    }
}
