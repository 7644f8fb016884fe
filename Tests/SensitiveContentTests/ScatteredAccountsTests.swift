@testable import SensitiveContent
import Testing

/// Account numbers whose parts stand apart are told from rows of figures.
@Suite struct ScatteredAccountsTests {
    private static let account = "AT611904300234573201"
    private static let groups = ["AT61", "1904", "3002", "3457", "3201"]

    private func found(in text: String, pieces: Int = .max) -> ScatteredAccounts {
        var accounts = ScatteredAccounts()
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            accounts.read(Array(rest.prefix(pieces)))
            rest = rest.dropFirst(pieces)
        }
        accounts.read([], isLast: true)
        return accounts
    }

    @Test(arguments: [
        account.map(String.init).joined(separator: "\n\n"), account.map(String.init).joined(separator: "\n"),
        "AT6 1 1 9 0 4 3 0 0 2 3 4 5 7 3 2 0 1", "AT61 1904\u{C}3002 3457 3201",
    ])
    func partsThatNoReaderJoinsAreScattered(text: String) {
        #expect(found(in: "Konto\n\(text)\nbis").scattered == [Array(Self.account.utf8)], "\(text)")
    }

    @Test(arguments: [
        account, groups.joined(separator: " "), groups.joined(separator: "\n"), "AT6119043\n00234573201",
        "AT61 1904 3002 3\n457 3201", "AT61 19043 00234573201",
    ])
    func whatIsFoundAsItStandsIsNotScattered(text: String) {
        let accounts = found(in: "Konto \(text) bis")
        #expect(accounts.found == [Array(Self.account.utf8)], "\(text)")
        #expect(accounts.scattered.isEmpty, "\(text)")
    }

    /// A row of a table that begins with a country has the same characters.
    @Test(arguments: [
        "AT 61 190 430 023 457 3201", "AT\n611904\n300234\n573201", "AT61 190 430 023 457 3201", "X\(account)",
        "\(account)7",
        "AT61 190430 0234573201", "AT 61 19043 00234573201", "AT61 1904 Max 3002 3457 3201", "AT621904300234573201",
        "AT61, 1904, 3002, 3457, 3201",
    ])
    func rowsOfFiguresAreNone(text: String) {
        #expect(found(in: "Konto \(text) bis").found.isEmpty, "\(text)")
    }

    @Test(arguments: [
        "AT61 1904\nMax\n3002", "AT61\n1904", "9\nAT\n", "A\nT\n6\n1\n1", "AT611904 Max", "AT\n61\n19\n04\n30",
        "AT61\nEnde\n\n1904",
    ])
    func aBeginningIsNoticed(text: String) {
        #expect(found(in: "Konto\n\(text)\n").hasBeginning, "\(text)")
    }

    @Test(arguments: [
        "AT & T", "ATM 61", "IN 61 cases", "The AT command", "a DE-based firm", "a\nAT\nb", "BE\n417266 and",
    ])
    func wordsAreNoBeginning(text: String) {
        #expect(!found(in: "see \(text) here\n").hasBeginning, "\(text)")
    }

    @Test(arguments: [1, 3, 7, 100, 180])
    func piecesMakeNoDifference(size: Int) {
        let text = String(repeating: "word ", count: 90) + Self.groups.joined(separator: "\n") + " and so on"
        #expect(found(in: text, pieces: size).found == [Array(Self.account.utf8)])
    }
}
