import SensitiveContent
import StorageModel
import Testing

/// What a scanner makes of passages, documents and tables.
struct ContentScannerTests {
    @Test func noRawValueLeavesTheScanner() {
        let values = [
            "4173 150785", "AT48 3200 0000 1234 5864", "4539 1488 0343 6467", "anna.huber", "Sommer2026!", "3.4.1980",
            "+43 664 48213795", "Hauptstraße 12", "MC4CAQAwBQYDK2Vw", "HUBER<<ANNA",
        ]
        let text = """
            SVNR 4173 150785, IBAN AT48 3200 0000 1234 5864, Kreditkarte 4539 1488 0343 6467
            anna.huber@gmx.at, Passwort: Sommer2026!, geboren am 3.4.1980, Tel. +43 664 48213795
            Hauptstraße 12, 3400 Klosterneuburg
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF
            -----END PRIVATE KEY-----
            P<AUTHUBER<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<<<<
            P1234567<1AUT8507158F3001019<<<<<<<<<<<<<<04
            """
        let summary = scan(text)
        #expect(summary.findings.count >= 9)
        let shown = "\(summary)"
        for value in values { #expect(!shown.contains(value), "\(value)") }
        #expect(summary.findings.first { $0.detector == "iban" }?.masked == "AT•• •••• •••• •••• 5864")
        #expect(summary.findings.first { $0.detector == "email" }?.masked == "a•••@gmx.at")
        #expect(summary.findings.first { $0.detector == "austrian-social-insurance" }?.masked == "41•• ••••85")
    }

    /// Narrow blanks and those that do not break have several bytes.
    @Test(arguments: [" ", "\u{A0}", "\u{202F}", "\u{2009}", "\u{2060}", "\u{3000}", "\u{2011}"])
    func aMaskEndsWithTheLastFourCharactersWhateverStandsBetween(blank: String) {
        let groups = ["AT48", "3200", "0000", "1234", "5864"]
        let summary = scan("IBAN: \(groups.joined(separator: blank)) and \(groups.joined(separator: " "))")
        let finding = summary.findings.first { $0.detector == "iban" }
        #expect(finding?.masked == "AT•• •••• •••• •••• 5864")
        // What separates the groups makes no other value.
        #expect(finding?.count == 2)
        #expect(finding?.distinct == 1)
    }

    @Test func aMaskEndsWithThemHoweverFarTheGroupsStandApart() {
        let groups = ["AT48", "3200", "0000", "1234", "5864"]
        let text = "IBAN: \(groups.joined(separator: "      \n    "))"
        #expect(scan(text).findings.first { $0.detector == "iban" }?.masked == "AT•• •••• •••• •••• 5864")
    }

    @Test func namesAreToldWithoutWhatIsFoundInThem() {
        let masked = { ContentScanner.masked(name: $0, detectors: .standard) }
        #expect(masked("results 2026/Table 1.xlsx") == "results 2026/Table 1.xlsx")
        #expect(masked("Konto AT48 3200 0000 1234 5864.xlsx") == "Konto AT•• •••• •••• •••• 5864.xlsx")
        #expect(masked("von anna.huber@gmx.at an mich.eml") == "von a•••@gmx.at an mich.eml")
        #expect(!masked("Passwort: Sommer2026!").contains("Sommer"))
        #expect(!masked("scans/IBAN_AT483200000012345864.pdf").contains("4832000000"))
        #expect(masked("") == "")
    }

    /// In encodings of seven bits, such as ISO-2022-JP, names are written in marks as well as in letters.
    @Test func marksThatMayStandForLettersAreMasked() throws {
        let found = scan("$B$d$^$@(B ~#!%*{|}", as: .keyed(path: "dicom/PatientName"))
        let masked = try #require(found.findings.first { $0.detector == "research-subject" }?.masked)
        #expect(!masked.contains { "$!#%*{|}~d".contains($0) }, "\(masked)")
    }

    @Test func aMaskedSecretDoesNotTellItsLength() {
        let secret = { (text: String) in scan(text).findings.first { $0.tag == "secret" }?.masked }
        #expect(secret("Passwort: Sommer2026!") == "••••••••")
        #expect(secret("Passwort: Sommer2026!undWinter2027?") == "••••••••")
        #expect(secret("token = ghp_" + "k3Vq9ZtB7xLmW2sRfY8hJdN5cPaG1uEo6TiX") == "ghp_••••••••")
    }

    @Test func placesTellThePassageTheLineAndTheByte() {
        var scanner = ContentScanner(salt: 7)
        let place = Passage.Place(members: ["a.zip", "b.docx"], page: 3, part: .footnote)
        scanner.begin(Passage(place: place))
        scanner.read(Array("one\ntwo\nIBAN: AT48 3200 0000 1234 5864\n".utf8).span)
        let summary = scanner.finish()
        let finding = summary.findings.first { $0.detector == "iban" }
        #expect(finding?.places == [Finding.Place(passage: place, line: 3, offset: 14)])
    }

    @Test func tagsHaveTheHighestConfidence() {
        let summary = scan("IBAN AT48 3200 0000 1234 5864, BIC RLNWATWW")
        #expect(summary.tags["financial"] == .certain)
        #expect(summary.findings.map(\.confidence) == [.certain, .possible])
    }

    @Test func contextDoesNotReachIntoTheNextPassage() {
        var scanner = ContentScanner(salt: 7)
        for text in ["Matrikelnummer", "01525367"] {
            scanner.begin(Passage())
            scanner.read(Array(text.utf8).span)
            scanner.end()
        }
        #expect(scanner.finish().confidence(of: "student-number") == nil)
    }

    @Test func thePagesOfADocumentAreJudgedTogetherAndDocumentsApart() {
        let pages = [
            "Lebenslauf\n\nPersönliche Daten\ngeboren am 3.4.1985\n",
            "Ausbildung\n2005-2008 A\n2008-2011 B\n2011-2014 C\n",
        ]
        func found(_ members: [[String]]) -> Confidence? {
            var scanner = ContentScanner(salt: 7)
            for (page, member) in zip(pages, members) {
                scanner.begin(Passage(place: Passage.Place(members: member)))
                scanner.read(Array(page.utf8).span)
            }
            return scanner.finish().confidence(of: "cv")
        }
        #expect(found([["a.pdf"], ["a.pdf"]]) == .likely)
        #expect(found([["a.pdf"], ["b.pdf"]]) == nil)
    }

    @Test func aScannerIsReadyForTheNextFile() {
        var scanner = ContentScanner(salt: 7)
        scanner.read(Array("AT48 3200 0000 1234 5864".utf8).span)
        #expect(scanner.finish().findings.count == 1)
        scanner.read(Array("nothing".utf8).span)
        let second = scanner.finish()
        #expect(second.findings == [])
        #expect(second.bytesRead == 7)
    }

    @Test func aColumnOfRisingNumbersIsAnIndex() {
        // Every eleventh of these passes the check of a social insurance number by chance.
        let index = (0..<3000).map { "\(1000 + $0)010180,\($0)" }.joined(separator: "\n")
        #expect(scan("key,value\n" + index, as: .table(separator: 0x2C)).detectors(atLeast: .possible) == [])
    }

    @Test func aHeaderPromotesAColumnThatHoldsWhatItSays() {
        let rows = "4173150785\n5272150785\n8106030490\n"
        let summary = scan("SVNR,x\n" + rows.replacing("\n", with: ",1\n"), as: .table(separator: 0x2C))
        let finding = summary.findings.first { $0.detector == "austrian-social-insurance" }
        #expect(finding?.confidence == .likely)
        #expect(finding?.count == 3)
    }

    @Test func aHeaderOverOtherValuesPromotesLittle() {
        var rows = "SVNR\n4173150785\n"
        for number in 0..<20 { rows += "\(1_000_000_001 + number * 7)\n" }
        let found = scan(rows, as: .table(separator: 0x2C)).confidence(of: "austrian-social-insurance")
        #expect(found == .possible)
    }

    @Test func quotedCellsMayHoldSeparatorsAndLines() {
        let text = "name,\"date, of birth\"\n\"Huber,\nAnna\",\"1980-04-03\"\n\"Moser, Eva\",1979-12-31\n"
        #expect(scan(text, as: .table(separator: 0x2C)).confidence(of: "date-of-birth") == .likely)
    }

    @Test func peopleAreCountedByWhatIdentifiesThem() {
        #expect(scan("nothing").subjects == 0)
        #expect(scan("SVNR 4173 150785 und SVNR 5272 150785, noch einmal 4173 150785").subjects == 2)
        let rows = (0..<40).map { "Anna Huber;person\($0).huber@gmx.at;0664482\(1000 + $0)" }.joined(separator: "\n")
        let list = scan("Name;E-Mail;Telefon\n" + rows, as: .table(separator: 0x3B))
        #expect(list.subjects == 40)
        #expect(list.confidence(of: "mailing-list") == .likely)
    }

    @Test func citedAddressesAreNobodysSecret() {
        let entry = """
            @article{huber2020,
              title = {On things}, journal = {Journal of Things}, doi = {10.1234/4539148803436467},
              note = {Corresponding author: anna.huber@gmx.at}
            }
            """
        #expect(scan(entry).detectors(atLeast: .possible) == [])
        let ris = "TY  - JOUR\nAU  - Huber, Anna\nAD  - anna.huber@gmx.at\nDO  - 10.1234/5\n"
        #expect(scan(ris).detectors(atLeast: .possible) == [])
    }

    @Test func sequencesHashesAndIdentifiersAreNothing() {
        let text = """
            >sp|P12345|PYQVSLNSGYHFCGGSLINSQWVVSAAHCYKSRIQVRLGEHNIDVVEGNEQFINAAKIITHPNFNGNTLDNDIMLIKLSSPATLNSRVA
            @SEQ_ID\nGATTTGGGGTTCAAAGCAGTATCGATCAAATAGTAAATCCATTTGTTCAACTCACAGTTT
            +\n!''*((((***+))%%%++)(%%%%).1***-+*''))**55CCF>>>>>>CCCCCCC65
            d41d8cd98f00b204e9800998ecf8427e 12345678-1234-1234-1234-123456789012
            ENSG00000139618 NM_000059.4 rs80359550 GSE12345 0000-0002-1825-0097
            C1CCCCCC1 CC(=O)OC1=CC=CC=C1C(=O)O ISBN 978-3-16-148410-0 doi:10.1000/182
            1574000000 1574000000123 20190312 201903121530 2019-03-12T15:30:00Z
            """
        #expect(scan(text).detectors(atLeast: .possible) == [])
    }

    @Test func theRevisionIsStable() {
        #expect(DetectorSet.standardRevision == DetectorSet.standard.revision)
        #expect(Set(DetectorSet.standardDescriptions.map(\.id)).count == DetectorSet.standardDescriptions.count)
    }
}
