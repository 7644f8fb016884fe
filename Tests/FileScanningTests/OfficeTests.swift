import FileScanning
import ScanWire
import SensitiveContent
import Testing

/// Every place that text can stand in, in office documents, is read and told by its name.
@Suite struct OfficeTests {
    private func parts(_ report: FileReport) -> [Passage.Part: Int] {
        Dictionary(report.accountPlaces.map { ($0.passage.part, 1) }, uniquingKeysWith: +)
    }

    @Test func docx() async throws {
        let report = try await scanned(OfficeFiles.docx, name: "contract.docx")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.kind == "docx")
        #expect(
            parts(report) == [
                .body: 6, .trackedChange: 1, .hidden: 1, .header: 1, .footer: 1, .footnote: 2, .comment: 1,
                .metadata: 2,
            ])
        #expect(report.accountPlaces.contains { $0.passage.members == ["word/embeddings/list.csv"] })
    }

    @Test func xlsx() async throws {
        let report = try await scanned(OfficeFiles.xlsx, name: "payroll.xlsx")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.kind == "xlsx")
        #expect(parts(report) == [.body: 4, .hidden: 1, .header: 1, .comment: 1, .metadata: 1])
        #expect(report.accountPlaces.count { $0.passage.sheet == "Payroll" && $0.passage.part == .body } == 3)
        #expect(report.accountPlaces.first { $0.passage.part == .hidden }?.passage.sheet == "Secret")
    }

    @Test func pptx() async throws {
        let report = try await scanned(OfficeFiles.pptx, name: "talk.pptx")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.kind == "pptx")
        #expect(parts(report) == [.body: 1, .hidden: 1, .notes: 1, .comment: 1, .metadata: 1])
        #expect(report.accountPlaces.first { $0.passage.part == .hidden }?.passage.page == 2)
    }

    @Test func odt() async throws {
        let report = try await scanned(OfficeFiles.odt, name: "letter.odt")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.kind == "odt")
        #expect(
            parts(report) == [
                .body: 2, .trackedChange: 1, .footnote: 1, .comment: 1, .header: 1, .footer: 1, .metadata: 1,
            ])
    }

    @Test func ods() async throws {
        let report = try await scanned(OfficeFiles.ods, name: "payroll.ods")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(parts(report) == [.body: 1, .hidden: 1, .comment: 1, .metadata: 1])
        #expect(Set(report.accountPlaces.compactMap(\.passage.sheet)) == ["Payroll", "Secret"])
    }

    @Test func odp() async throws {
        let report = try await scanned(OfficeFiles.odp, name: "talk.odp")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(parts(report) == [.body: 2, .notes: 1, .metadata: 1])
        #expect(Set(report.accountPlaces.filter { $0.passage.part == .body }.compactMap(\.passage.page)) == [1, 2])
    }

    @Test func aNameIsNotBelieved() async throws {
        let report = try await scanned(OfficeFiles.docx, name: "holiday.jpg")
        #expect(report.kind == "docx")
        #expect(report.accounts == 15)
    }

    @Test func aDeclarationOfEntitiesIsRefused() async throws {
        let bomb = """
            <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>
            <w:document xmlns:w="w"><w:p><w:r><w:t>&lol2;</w:t></w:r></w:p></w:document>
            """
        let bytes = ZipArchive.of([("[Content_Types].xml", "<Types/>"), ("word/document.xml", bomb)])
        let report = try await scanned(bytes, name: "bomb.docx")
        #expect(report.state == .unreadable)
        #expect(report.reasons == [.declaresEntities])
    }
}
