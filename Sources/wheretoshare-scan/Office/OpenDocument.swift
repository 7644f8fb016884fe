internal import ScanWire
internal import SensitiveContent

/// Reads text, spreadsheets and slides of the OpenDocument format (ISO/IEC 26300).
struct OpenDocument {
    private let package: OpenPackage

    init(_ package: OpenPackage) {
        self.package = package
    }

    func read() throws(Obstacle) {
        let desk = package.place
        // A locked document says so in its list of contents, and its parts are no markup then.
        let seal = SealMarkup()
        try package.eachMember { (name, stream) throws(Obstacle) in
            if name == "META-INF/manifest.xml" { try XMLReader.read(stream, seal, allowsType: true) }
        }
        if seal.isLocked { throw Obstacle(.encrypted) }
        seal.remains.hand(to: desk)
        try package.eachMember { (name, stream) throws(Obstacle) in
            if name == "META-INF/manifest.xml" { return }
            // The buttons and menus that a document brings along.
            if name.hasPrefix("Configurations2/"), name.hasSuffix(".xml") {
                return try package.readLooks(stream, allowsType: true)
            }
            if name.hasPrefix("Thumbnails/") {
                // It shows the first page once more; what is noted in it stands nowhere else. Some programs leave it empty.
                let picture = try Source(holding: stream, limit: desk.order.limits.heldBytes)
                return picture.size == 0 ? () : try PNGFields.read(picture, to: desk)
            }
            switch name.split(separator: "/").last {
            case "content.xml": try readText(stream, .body)
            case "styles.xml": try readText(stream, .header)
            case "meta.xml": try XMLReader.read(stream, KeyedMarkup(desk, part: .metadata), allowsType: true)
            case "settings.xml":
                try XMLReader.read(stream, KeyedMarkup(desk, part: .hidden), allowsType: true)
            case "manifest.rdf": try XMLReader.read(stream, KeyedMarkup(desk, part: .metadata), allowsType: true)
            case "mimetype": break
            case "layout-cache": try PrintableRuns.read(stream, to: desk)
            default:
                if try package.readCommon(name, stream) { return }
                desk.enter(name) { () throws(Obstacle) in try Document(desk: desk, name: name).read(stream) }
            }
        }
    }

    private func readText(_ stream: ByteStream, _ part: Passage.Part) throws(Obstacle) {
        let markup = OpenDocumentMarkup(package.place, part: part)
        defer { markup.finish() }
        try XMLReader.read(stream, markup, allowsType: true)
    }
}

/// Whether parts are encrypted.
private final class SealMarkup: MarkupHandler {
    private(set) var isLocked = false
    /// Names of parts, which need not be there any more.
    var remains = Remains()

    func start(_ name: String, _ attributes: MarkupAttributes) {
        if !isLocked { remains.add(attributes) }
        if name == "encryption-data" { isLocked = true }
    }

    func end(_ name: String) {}

    func text(_ bytes: [UInt8]) {}
}
