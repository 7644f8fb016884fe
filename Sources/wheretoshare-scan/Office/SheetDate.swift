/// Days of a spreadsheet, which are counted from the end of 1899.
enum SheetDate {
    /// The numbers of the formats for dates that every workbook has (ECMA-376 part 18.8.30).
    static let formats: Set<Int> = Set(14...22).union(27...36).union(50...58)

    /// Whether a format of the workbook's own shows a date.
    static func isFormat(_ code: String) -> Bool {
        // What stands in quotes or brackets is shown as it is.
        var isQuoted = false
        let letters = code.lowercased().filter { letter in
            if letter == "\"" { isQuoted.toggle() }
            return !isQuoted
        }
        return letters.contains("yy") || letters.contains("dd") || letters.contains("d/m") || letters.contains("m/d")
    }

    /// The date as `1980-12-31`; nil for what is none that people write.
    static func text(_ days: Double) -> String? {
        guard days >= 1, days < 73_051 else { return nil }
        // Days from 1970 to the civil calendar (Hinnant's algorithm); 1900 is wrongly taken for a leap year.
        var day = Int(days) - 25_569 + (days < 60 ? 1 : 0) + 719_468
        let era = day / 146_097
        day -= era * 146_097
        let yearOfEra = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
        let dayOfYear = day - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let dayOfMonth = dayOfYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(dayOfMonth < 10 ? "0" : "")\(dayOfMonth)"
    }
}
