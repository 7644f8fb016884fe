@testable import SensitiveContent
import Testing

/// Parts of an account number that stand beside each other are joined, and other figures are not.
@Suite struct AccountPartsTests {
    private static let number = "AT483200000012345864"
    private static let groups = ["AT48", "3200", "0000", "1234", "5864"]

    /// The account numbers in texts, each under a key.
    private func found(_ texts: [(key: Int, text: String)], isRun: Bool = false, mayEnd: Bool = true) -> [String] {
        var parts = AccountParts()
        return texts.compactMap { key, text in
            let bytes = Array(text.utf8)
            return parts.take(bytes.span, under: key, isRun: isRun, mayEnd: mayEnd)
                .map { String(decoding: $0, as: UTF8.self) }
        }
    }

    private func found(_ texts: [String], isRun: Bool = false) -> [String] {
        found(texts.map { (1, $0) }, isRun: isRun)
    }

    @Test func groupsAndLettersAreJoined() {
        #expect(found(Self.groups) == [Self.number])
        #expect(found(Self.number.map { String($0) }) == [Self.number])
        #expect(found(["IBAN"] + Self.groups + ["BIC", "RLNWATWW"]) == [Self.number])
        #expect(found(["AT48", "3200 0000 1234 5864"]) == [Self.number])
        #expect(found(Self.groups.enumerated().map { ($0.offset, $0.element) }) == [Self.number])
        // Other values may stand between those of one key, and blanks anywhere.
        #expect(found(Self.groups.flatMap { [(1, $0), (2, "17"), (3, " "), (2, "0")] }) == [Self.number])
    }

    @Test func textThatRunsOnMayBeCutAnywhere() {
        #expect(found(["Konto AT4832000", "00012345864\n"]) == [Self.number])
        #expect(found(["pay AT", "483200000012345864", " now"]) == [Self.number])
        #expect(found(["AT483", "200000", "012345864 now"], isRun: true) == [Self.number])
    }

    @Test func figuresThatStandBesideEachOtherAreNone() {
        // A number for taxes and one of a telephone are as long as an account number together.
        #expect(found(["DK50004004", "40116243"]).isEmpty)
        #expect(found(["DK50004004", "40116243"], isRun: true) == ["DK5000400440116243"])
        #expect(found([(1, "NO"), (2, "9386011117947")]).isEmpty)
        #expect(found([(1, "AT48"), (2, "17"), (3, "3200000012345864")]).isEmpty)
        #expect(found([(1, "AT48320000"), (2, "0012345864")]).isEmpty)
        // Regions of Guatemala.
        #expect(found((7...13).map { $0 < 10 ? "GT-0\($0)" : "GT-\($0)" }).isEmpty)
        #expect(found(["AT49"] + Self.groups.dropFirst()).isEmpty)
        #expect(found(Array(Self.groups.dropLast()) + ["58641"]).isEmpty)
        #expect(found(Array(Self.groups.dropLast())).isEmpty)
        #expect(found([Self.number, "3200"]).isEmpty)
        #expect(found([(1, "AT48")] + (0..<70).map { _ in (2, "x") } + [(1, "3200000012345864")]).isEmpty)
        #expect(found(Self.groups.map { (1, $0) }, mayEnd: false).isEmpty)
    }

    @Test func manyBeginningsAreBounded() {
        let beginnings = (0..<10_000).map { ($0 % 7, "AT48") }
        #expect(found(beginnings + Self.groups.map { (8, $0) }) == [Self.number])
    }
}
