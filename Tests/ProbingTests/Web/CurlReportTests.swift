import StorageModel
import TestKit
import Testing

@testable import Probing

@Suite struct CurlReportTests {
    @Test func reportsOfTwoPagesAreToldApart() {
        let text = """
            wheretoshare-report
            0
            200
            0.012000
            6

            Subject:CN = cloud.example.org
            Expire date:Mar  1 12:30:05 2030 GMT
            Cert:-----BEGIN CERTIFICATE-----
            Expire date:Jan  1 00:00:00 2040 GMT

            wheretoshare-report
            60
            0
            0.000000
            0
            SSL certificate problem: certificate has expired


            """
        let reports = CurlReport.reports(in: text)
        #expect(
            reports.map(\.outcome) == [
                .answered(status: 200), .certificate("SSL certificate problem: certificate has expired"),
            ])
        // 2030-03-01T12:30:05Z
        #expect(reports.first?.certificateEnds == 1_898_598_605)
        #expect(reports.first?.handshake == .milliseconds(12))
        #expect(reports.last?.handshake == nil)
    }

    @Test func textThatIsNoReportIsNone() {
        #expect(CurlReport.reports(in: "").isEmpty)
        #expect(CurlReport.reports(in: "curl: (2) no such option\n").isEmpty)
        #expect(CurlReport.reports(in: "wheretoshare-report\n0\nx\n").isEmpty)
        var random = SeededGenerator(seed: 3)
        for _ in 0..<2_000 {
            let letters = (0..<random.below(200)).map { _ in Character(UnicodeScalar(UInt8(random.below(128)))) }
            _ = CurlReport.reports(in: "wheretoshare-report\n" + String(letters))
        }
    }

    @Test(arguments: [
        "Expire date:Feb 30 00:00:00 2030 GMT", "Expire date:Mar  1 12:30 2030 GMT", "Expire date:never",
        "Expire date:Mar  1 99:99:99 2030 GMT", "Start date:Mar  1 12:30:05 2030 GMT",
    ])
    func aDayThatDoesNotExistIsNoTime(line: String) {
        #expect(CertificateTime.expiry(in: line) == nil)
    }

    @Test(arguments: [
        (#"{"version": "9.0.10", "features": ["seafile-basic"]}"#, "9.0.10"), (#"{"version":"11.0"}"#, "11.0"),
    ])
    func theVersionIsRead(page: String, version: String) {
        #expect(WebAnswer.version(in: page) == version)
    }

    @Test(arguments: ["", "{}", #"{"version": 9}"#, #"{"version": "\u001b[31m"}"#, #"{"version": ""}"#])
    func aPageWithoutAVersionHasNone(page: String) {
        #expect(WebAnswer.version(in: page) == nil)
    }
}
