import Testing

@testable import HostFacts

/// The texts are as `systemctl show` of systemd 252 writes them; no service manager runs where the tests do.
@Suite struct MountUnitsTests {
    @Test(arguments: [
        ("/", "-.mount"), ("/mnt/groups", "mnt-groups.mount"), ("/mnt/my share", "mnt-my\\x20share.mount"),
        ("/mnt/a-b", "mnt-a\\x2db.mount"), ("/.hidden/x", "\\x2ehidden-x.mount"), ("/mnt/ü", "mnt-\\xc3\\xbc.mount"),
        ("//mnt//x/", "mnt-x.mount"),
    ])
    func aFolderHasAUnit(path: String, unit: String) {
        #expect(MountUnits.unit(for: HostPath(path)) == unit)
    }

    private func failures(_ text: String) -> [String: String] {
        let units = ["/mnt/a", "/mnt/b"].map { (HostPath($0), MountUnits.unit(for: HostPath($0))) }
        let found = MountUnits(parsing: Array(text.utf8), of: units).failures
        return Dictionary(uniqueKeysWithValues: found.map { ($0.key.description, $0.value) })
    }

    @Test func aUnitThatFailedIsFound() {
        let text = """
            Result=success
            Id=mnt-a.mount
            ActiveState=active

            Result=exit-code
            Id=mnt-b.mount
            ActiveState=failed


            """
        #expect(failures(text) == ["/mnt/b": "exit-code"])
    }

    @Test func whatIsMountedByNowHasNotFailed() {
        #expect(failures("Result=timeout\nId=mnt-a.mount\nActiveState=active\n\n") == [:])
        #expect(failures("Result=timeout\nId=mnt-c.mount\nActiveState=failed\n\n") == [:])
    }

    @Test(arguments: ["", "=", "\n\n\n", "Id=mnt-a.mount\n\n", "Result=\nId=mnt-a.mount\nActiveState=failed\n\n", "x"])
    func whatIsNoAnswerTellsNothing(text: String) {
        #expect(failures(text) == [:])
    }
}
