import Testing

@testable import HostFacts

@Suite struct ExtensionCountsTests {
    private func counts(_ names: some Sequence<String>) -> ExtensionCounts {
        var tally = ExtensionTally()
        for name in names { tally.count(Array(name.utf8)[...]) }
        return tally.result
    }

    @Test(arguments: [
        ("image.TIF", "tif"), ("archive.tar.gz", "gz"), ("a.b.c", "c"), ("notes.c++", "c++"), ("x.7z", "7z"),
        ("x.a_b-c", "a_b-c"), ("x.1234567890abcdef", "1234567890abcdef"), ("..hidden.txt", "txt"), ("x..y", "y"),
    ])
    func finds(_ name: String, _ found: String) {
        #expect(counts([name]) == counts(["file.\(found)"]))
        #expect(counts([name]).byExtension == [found: 1])
        #expect(counts([name]).none == 0)
    }

    @Test(arguments: [
        "README", ".bashrc", "name.", "..", "Dr. Smith", "x.1234567890abcdefg", "x.tx\u{1B}", "x.txt~", "x.ä", "",
    ])
    func findsNone(_ name: String) {
        #expect(counts([name]).byExtension.isEmpty)
        #expect(counts([name]).none == 1)
    }

    @Test func listsTheMostFrequentAndAddsUpTheRest() {
        // Extension number n has n files, so the 36 rarest of 100 are not listed: 1 + 2 + … + 36 files.
        let names = (1...100).flatMap { number in (0..<number).map { "f\($0).x\(number)" } }
        let result = counts(names)
        #expect(result.byExtension.count == ExtensionCounts.listed)
        #expect(result.byExtension["x100"] == 100)
        #expect(result.byExtension["x37"] == 37)
        #expect(result.byExtension["x36"] == nil)
        #expect(result.other == 36 * 37 / 2)
        #expect(result.none == 0)
    }

    @Test func countsEveryFileHoweverManyExtensionsThereAre() {
        let result = counts((0..<20_000).map { "f.x\($0)" } + ["README"])
        #expect(result.byExtension.count == ExtensionCounts.listed)
        #expect(result.byExtension.values.reduce(0, +) + result.other == 20_000)
        #expect(result.none == 1)
    }

    @Test func theOrderOfTheNamesDoesNotMatter() {
        let names = (0..<200).map { "f.x\($0)" }
        #expect(counts(names) == counts(names.reversed()))
    }
}
