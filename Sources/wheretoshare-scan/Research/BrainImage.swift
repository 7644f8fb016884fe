internal import ScanWire
internal import SensitiveContent

/// Reads the head of a NIfTI image; its voxels are no text (nifti.nimh.nih.gov).
enum BrainImage {
    static func read(_ stream: HeadedStream, to desk: Desk) {
        let head = ByteTable(stream.head)
        // The second version has longer fields in other places.
        let isSecond = head.u32(0) == 540 || head.u32(0) == 0x1C02_0000
        func tell(_ name: String, _ at: Int, _ count: Int) {
            let bytes = TextDecoder.decode(whole: Array(head.bytes(at, count).prefix { $0 != 0 }))
            desk.tell("nifti/\(name)", String(decoding: bytes, as: UTF8.self).trimmingBlanks)
        }
        tell("descrip", isSecond ? 240 : 148, 80)
        tell("auxFile", isSecond ? 320 : 228, 24)
        tell("intentName", isSecond ? 508 : 328, 16)
        if !isSecond { tell("dbName", 14, 18) }
        // Extensions stand between the head and the voxels.
        let start = isSecond ? 540 : 348
        guard head.u8(start) != 0 else { return }
        var at = start + 4
        while at + 8 < head.count {
            let size = Int(head.u32(at))
            guard size >= 8, at + size <= head.count else { break }
            let text = Array(head.bytes(at + 8, size - 8).filter { $0 != 0 })
            desk.begin(.metadata, form: .keyed(path: "nifti/extension"))
            desk.read(TextDecoder.decode(whole: text))
            desk.end()
            at += size
        }
    }
}
