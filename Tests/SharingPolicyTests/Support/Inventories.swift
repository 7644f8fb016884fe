import InventoryFiles
import StorageModel
import TestKit
import Testing

/// The inventories that every policy test runs on: the shipped one, and two that share nothing with it.
enum Inventories: String, CaseIterable, CustomTestStringConvertible {
    case shipped
    case fourLevels = "four-levels"
    case twoLevels = "two-levels"

    var testDescription: String { rawValue }

    var folder: String {
        switch self {
        case .shipped: "\(repositoryRoot)/Inventory"
        case .fourLevels, .twoLevels: "\(repositoryRoot)/Tests/SharingPolicyTests/Fixtures/\(rawValue)"
        }
    }

    /// Reads it; the day of judgement is fixed, so that no test depends on the calendar.
    func read() throws -> Inventory {
        try InventoryReader.read(try InventoryFolder.load(at: folder))
    }

    static let today = CalendarDate(year: 2026, month: 11, day: 22) ?? CalendarDate(daysSince1970: 0)
}
