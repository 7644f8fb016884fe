import StorageModel
import TestKit

/// Nights as `check --format jsonl` tells them, for `history import`.
struct RecordedNights: Sendable {
    /// The places, and what is wrong with each in a night (0 for the last one, 1 for the one before, …), seen from a vantage.
    var places: [String]
    var vantages = ["campus"]
    var fault: @Sendable (_ place: String, _ vantage: String, _ nightsAgo: Int) -> String?
    /// What is free at a place in a night, in bytes of 1 TB; nil where that is not known.
    var free: @Sendable (_ place: String, _ nightsAgo: Int) -> Int? = { _, _ in nil }

    /// The lines of some nights, the first one first.
    /// - Parameters:
    ///   - nights: How many nights ago; the highest number is the first night.
    ///   - last: When the last night was.
    /// - Returns: One line for each place, vantage and night.
    func lines(nightsAgo nights: ClosedRange<Int>, last: Moment) -> String {
        var lines = ""
        for night in nights.reversed() {
            for (number, vantage) in vantages.enumerated() {
                let at = last.adding(seconds: -Int64(night) * 86_400 + Int64(number) * 300)
                for place in places {
                    let cause = fault(place, vantage, night)
                    let space = free(place, night).map { #"{"size":1000000000000,"free":\#($0)}"# } ?? "null"
                    lines += """
                        {"schema":"wheretoshare.check/1","target":"\(place)","vantage":"\(vantage)",\
                        "network":"\(vantage)","at":"\(at)","verdict":"\(cause == nil ? "healthy" : "failed")",\
                        "cause":\(cause.map { "\"\($0)\"" } ?? "null"),"alternatives":[],"owner":null,"advice":null,\
                        "stages":[{"stage":"tcp","state":"\(cause == nil ? "ok" : "fail")","ms":20,"evidence":{}}],\
                        "server":null,"space":\(space)}

                        """
                }
            }
        }
        return lines
    }
}
