internal import ScanWire
internal import SensitiveContent
internal import StorageModel

extension OwnDetectors {
    /// What an inventory adds to the detectors that come with the program; it was tried when the inventory was read.
    init(_ inventory: Inventory) {
        self.init(
            custom: inventory.detectors.compactMap { try? CustomDetector($0) },
            ignored: Dictionary(
                inventory.publicValues.map { (DetectorID($0.detector), $0.values) }, uniquingKeysWith: +))
    }
}
