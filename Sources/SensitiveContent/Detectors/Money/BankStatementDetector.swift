internal import StorageModel

/// Bank statements and invoices: an account, dated amounts, and their words.
struct BankStatementDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "bank-statement", tag: "financial", english: "bank statement or invoice",
            german: "Kontoauszug oder Rechnung")
    }
    var words: [String] {
        [
            "kontoauszug", "kontoauszugs", "saldo", "alter saldo", "neuer saldo", "kontostand", "buchungstag",
            "buchungsdatum", "buchungstext", "valuta", "wertstellung", "umsätze", "umsatzübersicht",
            "auszug nr", "verwendungszweck", "auftraggeber", "gutschrift", "lastschrift", "dauerauftrag",
            "sepa", "account statement", "bank statement", "statement of account", "opening balance",
            "closing balance", "balance", "debit", "credit", "transaction", "transactions", "booking date",
            "value date", "standing order", "direct debit", "rechnung", "rechnungsnummer", "rechnungsnr",
            "rechnungsdatum", "rechnungsbetrag", "zahlungsziel", "zahlbar", "fällig", "invoice", "invoice no",
            "invoice number", "invoice date", "amount due", "due date", "payable", "anfangssaldo", "endsaldo",
            "saldo alt", "saldo neu", "auftragskonto", "buchung", "umsatz", "transaction date", "brought forward",
            "carried forward", "previous balance", "new balance", "withdrawal", "withdrawals",
        ]
    }

    func conclude(_ document: inout DocumentReading) {
        let words = document.distinctWords(of: description.id)
        let hasAccount =
            document.count("iban", atLeast: .certain) > 0 || document.count("bank-account", atLeast: .possible) > 0
        guard words >= 2, !document.isSourceCode, hasAccount else { return }
        let own = document.words(of: description.id)
        let isTabled = document.tables.contains { $0.headers.meets(own) && $0.rows >= 3 }
        if document.datedAmounts >= 3 || isTabled || words >= 3 && document.amounts >= 4 {
            document.report(description.id, .likely)
        } else if document.amounts >= 2 {
            document.report(description.id, .possible)
        }
    }
}
