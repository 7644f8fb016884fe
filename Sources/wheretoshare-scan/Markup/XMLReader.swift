internal import CExpat
internal import Glibc
internal import ScanWire

/// Who is told what is in an XML document; names come without their prefix.
protocol MarkupHandler: AnyObject {
    func start(_ name: String, _ attributes: MarkupAttributes)
    func end(_ name: String)
    func text(_ bytes: [UInt8])
    /// What stands in a comment or an instruction to a program.
    func aside(_ bytes: [UInt8])
}

extension MarkupHandler {
    func aside(_ bytes: [UInt8]) {}
}

/// Reads XML through expat; declarations of entities are refused.
@safe
final class XMLReader {
    private let parser: XML_Parser
    fileprivate let handler: any MarkupHandler
    fileprivate var depth = 0
    fileprivate var refusal: Obstacle?
    /// Whether a document type may be named at all; entities may be declared nowhere.
    fileprivate let allowsType: Bool
    fileprivate static let deepest = 200

    private init(_ handler: any MarkupHandler, allowsType: Bool, encoding: String?) throws(Obstacle) {
        guard let parser = unsafe XML_ParserCreate(encoding) else { throw Obstacle(.memory) }
        unsafe self.parser = parser
        self.handler = handler
        self.allowsType = allowsType
        unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        unsafe XML_SetElementHandler(parser, startElement, endElement)
        unsafe XML_SetCharacterDataHandler(parser, characters)
        unsafe XML_SetCommentHandler(parser, comment)
        unsafe XML_SetProcessingInstructionHandler(parser, instruction)
        unsafe XML_SetStartDoctypeDeclHandler(parser, documentType)
        unsafe XML_SetEntityDeclHandler(parser, entity)
    }

    deinit { unsafe XML_ParserFree(parser) }

    /// Reads a whole document, whose encoding is what it says unless it is told.
    static func read(
        _ stream: ByteStream, _ handler: any MarkupHandler, allowsType: Bool = false, encoding: String? = nil
    ) throws(Obstacle) {
        let reader = try XMLReader(handler, allowsType: allowsType, encoding: encoding)
        while true {
            let piece = try stream.next()
            let isLast = piece.isEmpty
            let status = unsafe piece.withUnsafeBytes { bytes in
                let start = unsafe bytes.assumingMemoryBound(to: CChar.self).baseAddress
                return unsafe XML_Parse(reader.parser, start, Int32(bytes.count), isLast ? 1 : 0)
            }
            if let refusal = reader.refusal { throw refusal }
            guard status == XML_STATUS_OK else {
                let isMemory = unsafe XML_GetErrorCode(reader.parser) == XML_ERROR_NO_MEMORY
                throw Obstacle(isMemory ? .memory : .damaged)
            }
            if isLast { return }
        }
    }

    fileprivate func refuse(_ reason: CoverageGap.Reason) {
        refusal = Obstacle(reason)
        _ = unsafe XML_StopParser(parser, 0)
    }

    /// A name without its prefix.
    static func local(_ name: String) -> String {
        guard let colon = name.utf8.lastIndex(of: 0x3A) else { return name }
        return String(name[name.utf8.index(after: colon)...])
    }

    @unsafe
    fileprivate static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLReader? {
        guard let pointer = unsafe pointer else { return nil }
        return unsafe Unmanaged<XMLReader>.fromOpaque(pointer).takeUnretainedValue()
    }
}

/// An element begins.
@c(wheretoshare_start_element)
func startElement(
    _ reader: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
    guard let reader = unsafe XMLReader.of(reader), let name = unsafe name, reader.refusal == nil else { return }
    reader.depth += 1
    guard reader.depth <= XMLReader.deepest else { return reader.refuse(.tooDeep) }
    reader.handler.start(XMLReader.local(unsafe String(cString: name)), unsafe MarkupAttributes(list: attributes))
}

/// An element ends.
@c(wheretoshare_end_element)
func endElement(_ reader: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
    guard let reader = unsafe XMLReader.of(reader), let name = unsafe name, reader.refusal == nil else { return }
    reader.depth -= 1
    reader.handler.end(XMLReader.local(unsafe String(cString: name)))
}

/// Text comes, in pieces of any size.
@c(wheretoshare_characters)
func characters(_ reader: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ count: Int32) {
    guard let reader = unsafe XMLReader.of(reader), let text = unsafe text, reader.refusal == nil else { return }
    reader.handler.text(unsafe Array(UnsafeRawBufferPointer(start: text, count: Int(count))))
}

/// A comment comes as a whole.
@c(wheretoshare_comment)
func comment(_ reader: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?) {
    guard let reader = unsafe XMLReader.of(reader), let text = unsafe text, reader.refusal == nil else { return }
    reader.handler.aside(unsafe Array(UnsafeRawBufferPointer(start: text, count: strlen(text))))
}

/// An instruction to a program comes.
@c(wheretoshare_instruction)
func instruction(_ reader: UnsafeMutableRawPointer?, _: UnsafePointer<CChar>?, _ text: UnsafePointer<CChar>?) {
    unsafe comment(reader, text)
}

/// A document type is named.
@c(wheretoshare_document_type)
func documentType(
    _ reader: UnsafeMutableRawPointer?, _: UnsafePointer<CChar>?, _ systemID: UnsafePointer<CChar>?,
    _ publicID: UnsafePointer<CChar>?, _: Int32
) {
    unsafe comment(reader, systemID)
    unsafe comment(reader, publicID)
    guard let reader = unsafe XMLReader.of(reader) else { return }
    if !reader.allowsType { reader.refuse(.declaresEntities) }
}

/// An entity is declared.
@c(wheretoshare_entity)
func entity(
    _ reader: UnsafeMutableRawPointer?, _: UnsafePointer<CChar>?, _: Int32, _: UnsafePointer<CChar>?, _: Int32,
    _: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?
) {
    unsafe XMLReader.of(reader)?.refuse(.declaresEntities)
}
