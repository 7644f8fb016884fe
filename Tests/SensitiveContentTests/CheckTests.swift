@testable import SensitiveContent
import Testing

/// Check digits against the examples of their sources.
struct CheckTests {
    @Test(arguments: ["79927398713", "4111111111111111", "378282246310005", "0"])
    func luhnHolds(_ number: String) {
        #expect(holdsLuhn(Symbols(number)))
    }

    @Test func anIBANHasTheRemainderOne() {
        // GB82 WEST 1234 5698 7654 32, its first four characters last.
        #expect(remainderBy97("WEST12345698765432GB82") == 1)
        #expect(remainderBy97("WEST12345698765432GB83") == 2)
    }

    @Test func mod11Comma10Holds() {
        // The example of ISO 7064 is 0794 with the check digit 5; the others are published tax numbers.
        for number: Symbols in ["07945", "86095742719", "36574261809", "33392005961"] {
            #expect(holdsMod11Comma10(number))
        }
        #expect(!holdsMod11Comma10("07946"))
    }

    @Test func mod11Dash2Holds() {
        // ISO 7064: 0794 has 0; an ORCID with a digit and with X.
        for number: Symbols in ["07940", "0000000218250097", "000000021694233X", "11010519491231002X"] {
            #expect(holdsMod11Dash2(number))
        }
        #expect(!holdsMod11Dash2("0000000218250098"))
    }

    @Test func verhoeffHolds() {
        #expect(holdsVerhoeff("2363"))
        #expect(holdsVerhoeff("123451"))
        #expect(!holdsVerhoeff("2364"))
        #expect(!holdsVerhoeff("3263"))
    }

    @Test func travelDocumentsHaveTheDigitsOfTheStandard() {
        // ICAO Doc 9303-3, appendix A, and 9303-4.
        #expect(travelDocumentDigit("520727") == 3)
        #expect(travelDocumentDigit("AB2134<<<") == 5)
        #expect(travelDocumentDigit("L898902C3") == 6)
        #expect(travelDocumentDigit("ab") == nil)
    }

    @Test func germanSerialsHaveTheirDigits() {
        #expect(travelDocumentDigit("C01X00T47") == 8)
        #expect(travelDocumentDigit("L01X00T47") == 1)
        #expect(travelDocumentDigit("LZ6311T47") == 5)
        #expect(travelDocumentDigit("T22000129") == 3)
    }

    @Test func publishedNumbersAreValid() {
        #expect(AustrianSocialInsuranceDetector.isValid("1237010180"))
        #expect(GermanPensionDetector.isValid("15070649C103"))
        #expect(GermanTaxNumberDetector.isValid("86095742719"))
        #expect(SwissSocialInsuranceDetector.isValid("7569217076985"))
        #expect(ItalianFiscalCodeDetector.isValid("RSSMRA85T10A562S"))
        #expect(PolishPESELDetector.isValid("44051401359"))
        #expect(SlovenianEMSODetector.isValid("0101006500006"))
        #expect(RomanianCNPDetector.isValid("1630615123457"))
        #expect(NorwegianBirthNumberDetector.isValid("15108695088"))
        #expect(BelgianNationalNumberDetector.isValid("85073003328"))
        #expect(SpanishIdentityDetector.isValid("12345678Z"))
        #expect(FrenchSocialSecurityDetector.isValid("255081416802538"))
        #expect(DutchBSNDetector.isValid("111222333"))
        #expect(IndianAadhaarDetector.isValid("234123412346"))
        #expect(ChineseIdentityDetector.isValid("11010519491231002X"))
    }

    @Test func aDistinctCountIsExactAtFirstAndAboutRightLater() {
        var count = DistinctCount()
        for value in 0..<64 {
            count.insert(saltedHash(UInt64(value), salt: 1))
            count.insert(saltedHash(UInt64(value), salt: 1))
        }
        #expect(count.count == 64)
        for value in 0..<100_000 { count.insert(saltedHash(UInt64(value), salt: 1)) }
        #expect(abs(count.count - 100_000) < 10_000)
        var other = DistinctCount()
        for value in 50_000..<150_000 { other.insert(saltedHash(UInt64(value), salt: 1)) }
        other.formUnion(count)
        #expect(abs(other.count - 150_000) < 15_000)
    }
}
