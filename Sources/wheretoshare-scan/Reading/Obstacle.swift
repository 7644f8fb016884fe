internal import ScanWire

/// Why a document, or a member of one, could not be read to its end.
struct Obstacle: Error {
    let reason: CoverageGap.Reason
    let detail: String?

    init(_ reason: CoverageGap.Reason, _ detail: String? = nil) {
        self.reason = reason
        self.detail = detail
    }

    static var damaged: Obstacle { Obstacle(.damaged) }
}
