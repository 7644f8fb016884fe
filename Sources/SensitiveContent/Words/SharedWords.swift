/// Words that several detectors ask about.
enum SharedWords: Int, CaseIterable, Sendable {
    /// What numbers of things are called: a number after one of these is nobody's.
    case thing
    /// What citations are made of.
    case citation
    /// Headings above lists of citations.
    case references
    /// What licences and lists of a program's authors are made of.
    case software
    /// What stands before or above a person's name.
    case nameLabel
    /// What stands before or above a date of birth.
    case birth
    /// What stands before or above a person's number in a study, a clinic or a list.
    case personNumber
    /// What the short number on the back of a card is called.
    case cardCompanion
    /// What words of examples are made of.
    case example
    /// What a mark itself, or a paper full of them, is called.
    case grading
    /// How addresses on the web begin.
    case link
    /// What an account is called.
    case account
    /// What organizations are called.
    case organization
    /// What marks of examinations are called.
    case mark

    /// The words, in lower case; `ß` and umlauts stand for their transcriptions, too.
    var words: [String] {
        switch self {
        case .thing:
            [
                "doi", "isbn", "issn", "pmid", "pmc", "accession", "catalog", "catalogue", "cat no", "grant", "arxiv",
                "lot", "lot no", "batch", "charge", "timestamp", "epoch", "imei", "serial", "serial number",
                "seriennummer", "part no", "order", "bestellnummer", "bestellnr", "artikelnummer", "artikelnr",
                "katalognummer", "inventarnummer", "chargennummer", "förderkennzeichen", "commit", "revision",
                "version", "checksum", "ticket", "tweet", "status id", "build", "ean", "gtin", "barcode", "genbank",
                "uniprot", "pubmed", "pdb", "ensembl", "invoice number", "tracking number", "sendungsnummer",
            ]
        case .citation:
            [
                "doi", "et al", "vol", "pp", "journal", "proceedings", "isbn", "issn", "pmid", "arxiv", "bibtex",
                "crossref", "inproceedings", "booktitle", "preprint", "biorxiv", "corresponding author",
                "correspondence", "affiliation", "affiliations", "orcid", "abstract", "hrsg", "verlag", "aufl",
            ]
        case .references:
            ["references", "bibliography", "literatur", "literaturverzeichnis", "quellenverzeichnis", "works cited"]
        case .software:
            [
                "copyright", "license", "licence", "licensed", "maintainer", "maintainers", "authors", "author",
                "changelog", "patch", "patches", "bug", "bugs", "bug report", "upstream", "debian", "gnu", "github",
                "gitlab", "package", "mailing list", "software", "manpage", "man page", "release notes", "contributor",
                "contributors", "redistribution", "warranty", "signed off by", "tested by", "reviewed by",
            ]
        case .nameLabel:
            [
                "name", "vorname", "nachname", "familienname", "zuname", "rufname", "full name", "first name",
                "last name", "given name", "given names", "family name", "surname", "forename", "firstname",
                "lastname", "surname", "vor und zuname", "vor und nachname", "patient name", "patientenname",
                "teilnehmer", "teilnehmerin", "participant", "student", "studierende", "studierender", "employee",
                "mitarbeiter", "mitarbeiterin", "dienstnehmer", "dienstnehmerin", "proband", "probandin",
                "kontoinhaber", "account holder", "employee name", "arbeitnehmer", "arbeitnehmerin", "inhaber",
                "inhaberin",
                "versicherte", "versicherter", "schüler", "schülerin", "pupil", "holder", "karteninhaber", "cardholder",
                "patient", "patientin",
            ]
        case .birth:
            [
                "geboren", "geboren am", "geb", "geburtsdatum", "geburtstag", "geb datum", "gebdatum", "birth",
                "birthday", "birthdate", "date of birth", "dob", "born", "born on", "birth date", "geburtsdat",
            ]
        case .personNumber:
            [
                "patient id", "patienten id", "patientennummer", "patientennr", "patient number", "mrn",
                "medical record number", "fallnummer", "aufnahmezahl", "probanden id", "probandennummer", "subject id",
                "participant id", "personalnummer", "personalnr", "employee id", "employee number", "staff id",
                "personnel number", "mitarbeiternummer", "krankengeschichte nr",
            ]
        case .cardCompanion:
            [
                "cvv", "cvc", "cvv2", "cvc2", "csc", "security code", "prüfziffer", "kartenprüfnummer", "exp",
                "expiry", "expires", "expiry date", "valid thru", "valid through", "valid until", "gültig bis",
                "ablaufdatum", "good thru", "exp date", "expiration date",
            ]
        case .example:
            ["example", "examples", "beispiel", "beispiele", "muster", "dummy", "placeholder", "specimen", "testdaten"]
        case .account:
            [
                "konto", "kontonummer", "kontonr", "konto nr", "kto", "kto nr", "ktonr", "account", "account number",
                "account no", "acct",
            ]
        case .organization:
            [
                "universität", "university", "institut", "institute", "gmbh", "ltd", "inc", "llc", "corp",
                "corporation", "department", "abteilung", "fakultät", "faculty", "verein", "klinik", "klinikum",
                "krankenhaus", "hospital", "ministerium", "ministry", "magistrat", "college", "laboratory", "labor",
                "firma", "company", "impressum", "kg", "og", "school", "schule", "centre", "center", "zentrum",
                "stiftung", "foundation", "campus", "gesellschaft", "akademie", "academy", "museum", "hotel",
                "facility", "fachhochschule", "fh", "versicherung", "bank", "apotheke", "ordination", "verlag", "amt",
                "finanzamt", "ista",
            ]
        case .mark:
            [
                "sehr gut", "befriedigend", "genügend", "nicht genügend", "gut", "bestanden", "nicht bestanden",
                "mit auszeichnung", "mit erfolg", "ausreichend", "mangelhaft", "ungenügend", "excellent", "passed",
                "with distinction", "satisfactory", "sufficient",
            ]
        case .grading:
            [
                "note", "noten", "gesamtnote", "prüfungsnote", "notendurchschnitt", "beurteilung", "beurteilungen",
                "zeugnis", "grade", "grades", "final grade", "mark", "marks", "gpa", "transcript of records",
                "academic transcript", "report card",
            ]
        case .link:
            ["http", "https", "ftp", "sftp", "ssh", "git", "file", "s"]
        }
    }
}
