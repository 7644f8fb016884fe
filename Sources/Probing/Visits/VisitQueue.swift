/// Who visits next: each server in turn, each at most so many times at once, and at most so many visits in all.
///
/// Where a visit has ended the next one is to the same server, if one waits for it, on the connection that is there.
///
/// The limit per server counts before a place is taken, so that visits to a server that hangs do not take the places
/// of all others.
struct VisitQueue {
    /// The number of a visit.
    typealias Number = UInt64

    private let places: Int
    private let placesPerServer: Int
    private var last: Number = 0
    private var takenPlaces = 0
    private var takenPlacesByServer: [String: Int] = [:]
    private var waiting: [String: [Number]] = [:]
    /// The servers that visits wait for, the one whose turn it is first.
    private var turns: [String] = []

    init(places: Int, placesPerServer: Int) {
        self.places = max(1, places)
        self.placesPerServer = max(1, placesPerServer)
    }

    /// How many visits wait.
    var waitingCount: Int { waiting.values.reduce(0) { $0 + $1.count } }

    /// Adds a visit at the end of its server's line.
    mutating func join(_ server: String) -> Number {
        last += 1
        if waiting[server] == nil { turns.append(server) }
        waiting[server, default: []].append(last)
        return last
    }

    /// Takes the visit whose turn it is out of its line and gives it a place.
    /// - Parameter mayBegin: Whether a visit to a server may begin for other reasons.
    /// - Returns: The visit; nil when none may begin now.
    mutating func next(where mayBegin: (String) -> Bool) -> (number: Number, server: String)? {
        guard takenPlaces < places else { return nil }
        for (index, server) in turns.enumerated()
        where takenPlacesByServer[server, default: 0] < placesPerServer && mayBegin(server) {
            guard let number = waiting[server]?.first else { continue }
            turns.remove(at: index)
            turns.append(server)
            _ = leave(number, server)
            takenPlaces += 1
            takenPlacesByServer[server, default: 0] += 1
            return (number, server)
        }
        return nil
    }

    /// Takes a visit out of its line.
    /// - Returns: Whether it was there.
    mutating func leave(_ number: Number, _ server: String) -> Bool {
        guard let index = waiting[server]?.firstIndex(of: number) else { return false }
        waiting[server]?.remove(at: index)
        if waiting[server]?.isEmpty == true {
            waiting[server] = nil
            turns.removeAll { $0 == server }
        }
        return true
    }

    /// The servers that visits wait for.
    var servers: [String] { turns }

    /// Takes all visits out of a server's line.
    mutating func leaveAll(_ server: String) -> [Number] {
        turns.removeAll { $0 == server }
        return waiting.removeValue(forKey: server) ?? []
    }

    /// Gives a visit's place back; its server's next visit comes first, since a connection to it is there.
    mutating func giveBack(_ server: String) {
        if let turn = turns.firstIndex(of: server) { turns.insert(turns.remove(at: turn), at: 0) }
        takenPlaces -= 1
        takenPlacesByServer[server, default: 1] -= 1
        if takenPlacesByServer[server] == 0 { takenPlacesByServer[server] = nil }
    }
}
