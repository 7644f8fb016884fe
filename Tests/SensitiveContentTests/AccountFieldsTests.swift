@testable import SensitiveContent
import Testing

/// Fields of an account number that follow each other are joined, and other fields are not.
@Suite struct AccountFieldsTests {
    private func found(_ fields: [String]) -> [String] {
        var account = AccountFields()
        return fields.compactMap { account.take(Array($0.utf8).span).map { String(decoding: $0, as: UTF8.self) } }
    }

    @Test func fieldsAreJoined() {
        let number = "AT483200000012345864"
        #expect(found(["AT", "48", "32000", "00012345864"]) == [number])
        #expect(found(["AT", "48", "3200000012345864"]) == [number])
        #expect(found(["Eva", "AT", "AT", "48", "32000", "00012345864", "AT", "48"]) == [number])
        #expect(found(["DE", "25", "10020030", "0123456789"]) == ["DE25100200300123456789"])
        #expect(found(["GB", "29", "NWBK60161331926819"]) == ["GB29NWBK60161331926819"])
    }

    @Test(arguments: [
        ["AT", "48", "32000", "00012345865"], ["AT", "483200000012345864"], ["AT", "48", "320000", "0012345864"],
        ["AT", "48", "x", "3200000012345864"], ["AT", "48", "32000", ""], ["AT", "48", "320000001234586x"],
        ["48", "3200000012345864"], ["at", "48", "3200000012345864"], ["AT", "4", "8"], ["XX", "48", "32000"],
    ]) func otherFieldsAreNone(fields: [String]) {
        #expect(found(fields).isEmpty)
    }
}
