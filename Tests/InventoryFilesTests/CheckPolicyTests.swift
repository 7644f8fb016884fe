import InventoryFiles
import StorageModel
import Testing

@Suite struct CheckPolicyTests {
    private func policy(_ text: String) throws -> CheckPolicy {
        var files = InventoryStarter.files.filter { FileKind(path: $0.key) != nil }
        files["checks.yaml"] = text
        let source = InventorySource(folder: "starter", files: files.map { .init(path: $0.key, text: $0.value) })
        return try InventoryReader.read(source).checks
    }

    @Test func everythingIsRead() throws {
        let read = try policy(
            """
            checks: {looks: 5, down-after: 3, pause-seconds: 20, jitter-seconds: 60, missing-after-hours: 13, \
            keep-observations-days: 90, keep-summaries-days: 900}
            maintenance:
              - {id: patch-day, systems: [files], weekly: {day: sunday, hour: 22, minute: 30, minutes: 120}, reason: updates}
              - {id: new-disks, once: {first: 2027-03-01, last: 2027-03-02}, reason: disks}
            expected-outages:
              - {id: only-inside, systems: [files], networks: [outside], until: 2027-12-31, reason: VPN}

            """)
        let days = ["2027-03-01", "2027-03-02", "2027-12-31"].compactMap { CalendarDate($0) }
        #expect(
            read
                == CheckPolicy(
                    observationDays: 90, summaryDays: 900, failingLooks: 3, looks: 5, pauseSeconds: 20,
                    jitterSeconds: 60, missingHours: 13,
                    windows: [
                        MaintenanceWindow(
                            id: "patch-day", targets: ["files"], time: .weekly(weekday: 7, minute: 1_350, minutes: 120),
                            reason: "updates"),
                        MaintenanceWindow(id: "new-disks", targets: [], time: .days(days[0], days[1]), reason: "disks"),
                    ],
                    outages: [
                        ExpectedOutage(
                            id: "only-inside", targets: ["files"], networks: ["outside"], until: days[2], reason: "VPN")
                    ]))
    }

    @Test(arguments: [
        ("checks: {looks: 2, down-after: 3}\n", "'looks' is less than 'down-after'"),
        ("checks: {loks: 2}\n", "write 'looks'"),
        ("maintenance: [{id: a, reason: b}]\n", "none of weekly and once is here"),
        (
            "maintenance: [{id: a, systems: [fles], once: {first: 2027-03-01, last: 2027-03-01}, reason: b}]\n",
            "'files'"
        ),
        ("maintenance: [{id: a, once: {first: 2027-03-02, last: 2027-03-01}, reason: b}]\n", "comes before 'first'"),
        ("expected-outages: [{id: a, networks: [moon], reason: b}]\n", "'moon'"),
    ])
    func whatMakesNoSenseIsTold(text: String, phrase: String) throws {
        let error = #expect(throws: InventoryUnusable.self) { try policy(text) }
        #expect(error?.description.contains(phrase) == true, "\(error?.description ?? "")")
    }
}
