import StorageModel
import Testing

@Suite struct CalendarDateTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-11-22", 20_779), ("0001-01-01", -719_162),
        ("9999-12-31", 2_932_896),
    ])
    func `days are counted from 1970`(_ text: String, _ days: Int) {
        #expect(CalendarDate(text)?.daysSince1970 == days)
        #expect(CalendarDate(daysSince1970: days).description == text)
    }

    @Test(arguments: [
        "", "2026", "2026-1-1", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-11-00",
        "0000-01-01",
        "20261122", "2026-11-22T00:00", " 2026-11-22", "2026-11-2٢", "-026-11-22",
    ])
    func `what is no day is refused`(_ text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test func `every day for 800 years comes back and follows the one before`() {
        for days in -100_000...200_000 {
            let day = CalendarDate(daysSince1970: days)
            let (year, month, number) = day.yearMonthDay
            #expect(CalendarDate(year: year, month: month, day: number) == day)
        }
        #expect(CalendarDate(daysSince1970: 5).adding(days: -10) < CalendarDate(daysSince1970: 0))
    }
}
