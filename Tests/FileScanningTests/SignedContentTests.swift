import FileScanning
import ScanWire
import SensitiveContent
import StorageModel
import TestKit
import Testing

/// Mail and files that somebody signed are read, and what is sealed is said to be.
@Suite struct SignedContentTests {
    @Test(arguments: [nil, 1, 7, 1000])
    func mailThatIsOnlySignedIsRead(piece: Int?) async throws {
        let mail = SignedFile.mail(SignedFile.of(SignedFile.part, cutInto: piece))
        let report = try await scanned(mail, name: "signed.eml")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 1)
        #expect(report.accountPlaces.allSatisfy { $0.passage.members.isEmpty })
    }

    @Test(arguments: ["application/pkcs7-mime", "application/x-pkcs7-mime"])
    func mailThatIsSealedIsSaidToBe(type: String) async throws {
        let sealed = SignedFile.mail(SignedFile.of([1, 2, 3], type: SignedFile.sealed), type: type)
        #expect(try await scanned(sealed, name: "sealed.eml").reasons == [.encrypted])
        #expect(try await scanned(SignedFile.mail([1, 2, 3], type: type), name: "odd.eml").reasons == [.encrypted])
    }

    @Test func aSignatureInASignatureIsRead() async throws {
        let inner = Array(SignedFile.mail(SignedFile.of(SignedFile.part)).utf8)
        let report = try await scanned(SignedFile.mail(SignedFile.of(inner)), name: "twice.eml")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 1)
    }

    @Test(arguments: [nil, 500])
    func aFileThatWasPutIntoItsSignatureIsRead(piece: Int?) async throws {
        let message = SignedFile.of(OfficeFiles.docx, cutInto: piece)
        let alone = try await scanned(OfficeFiles.docx, name: "contract.docx")
        let letters = "-----BEGIN PKCS7-----\n\(MailTests.base64(message))\n-----END PKCS7-----\n"
        for form in [message, Array(letters.utf8), Array(MailTests.base64(message).utf8)] {
            let report = try await scanned(form, name: "contract.docx.p7m")
            #expect(report.kind == "cms")
            #expect(report.state == .read, "\(report.gaps)")
            #expect(report.accounts == alone.accounts)
            #expect(report.accountPlaces.allSatisfy { $0.passage.members.first == "contract.docx" })
        }
        let sealed = SignedFile.of(OfficeFiles.docx, type: SignedFile.sealed)
        #expect(try await scanned(sealed, name: "contract.docx.p7m").reasons == [.encrypted])
    }

    @Test func mailThatWasSavedWithItsSignatureAloneIsRead() async throws {
        let report = try await scanned(SignedFile.of(SignedFile.part), name: "smime.p7m")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 1)
    }

    @Test func whatWasCompressedIsUnpacked() async throws {
        let message = SignedFile.of(storedZlib(SignedFile.part), type: SignedFile.compressed)
        let report = try await scanned(SignedFile.mail(message), name: "compressed.eml")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 1)
    }

    @Test func aSignatureBesideItsFileHasNothingToRead() async throws {
        for piece in [nil, 10] {
            let report = try await scanned(SignedFile.of(nil, cutInto: piece), name: "contract.pdf.p7s")
            #expect(report.state == .read, "\(report.gaps)")
            // Who signed is written in it.
            #expect(report.findings.map(\.detector) == ["email"])
        }
    }

    @Test func aSignedFileThatIsCutIsSaidToBe() async throws {
        let text = Array(String(repeating: Canary.sentence(1), count: 40).utf8)
        for piece in [nil, 100] {
            let cut = try await scanned(SignedFile.of(text, cutInto: piece).prefix(1500).map { $0 }, name: "a.txt.p7m")
            #expect(cut.reasons.contains(.damaged))
            #expect(cut.accounts >= 20)
        }
    }
}
