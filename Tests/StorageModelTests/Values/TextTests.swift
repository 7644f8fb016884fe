import StorageModel
import Testing

@Suite struct TextTests {
    @Test(arguments: [
        ("put it on {system}", "put it on disk"), ("{system}{system}", "diskdisk"), ("no blanks", "no blanks"),
        ("", ""),
        ("{unknown} stays", "{unknown} stays"), ("{", "{"), ("{system", "{system"), ("{{system}}", "{disk}"),
        ("}{system}{", "}disk{"),
        ("{evil}", "{system}"),
    ])
    func `blanks are filled in one pass`(_ template: String, _ result: String) {
        let filled = template.fillingPlaceholders { name in
            switch name {
            case "system": "disk"
            case "evil": "{system}"
            default: nil
            }
        }
        #expect(filled == result)
    }

    @Test func `names in braces are listed`() {
        #expect("{a} and {b} and {a".placeholderNames == ["a", "b"])
    }

    @Test func `a location is written as each computer wants it`() {
        let provenance = Provenance(basis: .assumed, source: "x", reviewBy: CalendarDate(daysSince1970: 0))
        let share = Share(
            id: "disk/a", method: "disk/folder", name: Fact("groups", provenance), folder: "labs/rna {host}",
            provenance: provenance)
        let system = StorageSystem(
            id: "disk", host: Fact("disk.example", provenance),
            locations: [.windows: #"\\{host}\{share}\{folder}"#, .linux: "smb://{host}/{share}/{folder}"],
            shares: [share], provenance: provenance)
        #expect(system.location(of: share, on: .windows) == #"\\disk.example\groups\labs\rna {host}"#)
        #expect(system.location(of: share, on: .linux) == "smb://disk.example/groups/labs/rna {host}")
        #expect(system.location(of: share, on: .macos) == nil)
        #expect(system.location(of: nil, on: .linux) == "smb://disk.example")
    }
}
