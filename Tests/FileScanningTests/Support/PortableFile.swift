/// Writes PDF files: pages of text, or of pictures.
enum PortableFile {
    enum Page {
        case text([String])
        /// What draws the page, as it is.
        case drawing(String)
        /// A gray picture of this size.
        case picture(width: Int, height: Int, [UInt8])
    }

    /// A file of pages; fields of a form are objects of their own, which each page shows.
    static func of(
        _ pages: [Page], author: String? = nil, locked: Bool = false, extra: String = "", fields: [String] = []
    ) -> [UInt8] {
        var objects: [[UInt8]] = []
        func add(_ text: String) { objects.append(Array(text.utf8)) }
        func add(_ head: String, stream: [UInt8]) {
            objects.append(
                Array("<< \(head) /Length \(stream.count) >>\nstream\n".utf8) + stream + Array("\nendstream".utf8))
        }
        let kids = pages.indices.map { "\(4 + $0 * 3) 0 R" }.joined(separator: " ")
        let places = fields.indices.map { "\(5 + pages.count * 3 + $0) 0 R" }.joined(separator: " ")
        let form = fields.isEmpty ? "" : "/AcroForm << /NeedAppearances true /DA (/F1 12 Tf) /Fields [\(places)] >>"
        add("<< /Type /Catalog /Pages 2 0 R \(form) \(extra) >>")
        add("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
        add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        for (index, page) in pages.enumerated() {
            let first = 4 + index * 3
            add(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents \(first + 1) 0 R /Annots [\(places)] "
                    + "/Resources << /Font << /F1 3 0 R >> /XObject << /I \(first + 2) 0 R >> >> >>")
            switch page {
            case .text(let lines):
                let text = lines.enumerated().map { "BT /F1 12 Tf 40 \(740 - $0.offset * 20) Td (\($0.element)) Tj ET" }
                add("", stream: Array(text.joined(separator: "\n").utf8))
                add("null")
            case .drawing(let drawing):
                add("", stream: Array(drawing.utf8))
                add("null")
            case .picture(let width, let height, let bytes):
                add("", stream: Array("q 612 0 0 792 0 0 cm /I Do Q".utf8))
                add(
                    "/Type /XObject /Subtype /Image /Width \(width) /Height \(height) /ColorSpace /DeviceGray "
                        + "/BitsPerComponent 8", stream: bytes)
            }
        }
        add("<< /Author (\(author ?? "")) >>")
        for field in fields { add("<< /Type /Annot /Subtype /Widget /Rect [9 9 99 30] /DA (/F1 12 Tf) \(field) >>") }
        var bytes = Array("%PDF-1.4\n".utf8)
        var starts: [Int] = []
        for (index, object) in objects.enumerated() {
            starts.append(bytes.count)
            bytes += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let start = bytes.count
        var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in starts {
            table += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n"
        }
        let digits = String(repeating: "41", count: 32)
        let lock =
            locked
            ? "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <\(digits)> /U <\(digits)> >> /ID [<41><41>]" : ""
        let info = author == nil ? "" : "/Info \(objects.count - fields.count) 0 R"
        table += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(info) \(lock) >>\nstartxref\n\(start)\n%%EOF\n"
        return bytes + Array(table.utf8)
    }
}
