/// How an institution wants its places to be checked night after night.
public struct CheckPolicy: Hashable, Sendable {
    /// For how many days every observation is kept.
    public var observationDays: Int
    /// For how many days summaries, changes and outages are kept.
    public var summaryDays: Int
    /// How many looks have to find a place down before it counts as down.
    public var failingLooks: Int
    /// At most how many looks are taken at a place that does not work.
    public var looks: Int
    /// How many seconds lie between two looks at it.
    public var pauseSeconds: Int
    /// Within how many seconds a run begins, at random, so that not all vantages begin at once.
    public var jitterSeconds: Int
    /// After how many hours without a run one is missing.
    public var missingHours: Int
    /// When work is done on places.
    public var windows: [MaintenanceWindow]
    /// What is expected not to work.
    public var outages: [ExpectedOutage]

    /// Puts the parts together; what is left out is as most institutions want it.
    public init(
        observationDays: Int = 400, summaryDays: Int = 1_830, failingLooks: Int = 2, looks: Int = 3,
        pauseSeconds: Int = 10, jitterSeconds: Int = 0, missingHours: Int = 26, windows: [MaintenanceWindow] = [],
        outages: [ExpectedOutage] = []
    ) {
        self.observationDays = observationDays
        self.summaryDays = summaryDays
        self.failingLooks = failingLooks
        self.looks = looks
        self.pauseSeconds = pauseSeconds
        self.jitterSeconds = jitterSeconds
        self.missingHours = missingHours
        self.windows = windows
        self.outages = outages
    }
}

/// A time in which work is done on places, so that what does not work there is recorded and nobody is called.
public struct MaintenanceWindow: Hashable, Sendable {
    /// When it is.
    public enum Time: Hashable, Sendable {
        /// Every week on a day (1 for Monday to 7 for Sunday), from a minute of the day on, for so many minutes.
        case weekly(weekday: Int, minute: Int, minutes: Int)
        /// Once, from the beginning of the first day to the end of the last.
        case days(CalendarDate, CalendarDate)
    }

    /// Its name.
    public var id: String
    /// The systems and shares; empty for all.
    public var targets: [String]
    /// When it is, by the clocks of the institution.
    public var time: Time
    /// What is done.
    public var reason: String

    /// Puts the parts together.
    public init(id: String, targets: [String], time: Time, reason: String) {
        self.id = id
        self.targets = targets
        self.time = time
        self.reason = reason
    }

    /// Whether a target is in it at a moment.
    /// - Parameters:
    ///   - target: A system or system/share.
    ///   - moment: The moment.
    ///   - offset: By how many seconds the clocks of the institution are ahead of UTC then.
    /// - Returns: True when somebody may be at work there.
    public func covers(_ target: String, at moment: Moment, secondsFromUTC offset: Int) -> Bool {
        guard targets.isEmpty || targets.contains(where: { target.isPartOf(place: $0) }) else { return false }
        let local = moment.adding(seconds: Int64(offset))
        switch time {
        case .days(let first, let last): return first <= local.day && local.day <= last
        case .weekly(let weekday, let minute, let minutes):
            // 1970-01-01 was a Thursday.
            let today = ((local.day.daysSince1970 + 3) % 7 + 7) % 7
            let minuteOfDay = Int(local.seconds(since: Moment(local.day)) / 60)
            let sinceWeek = today * 1_440 + minuteOfDay
            let past = (sinceWeek - ((weekday - 1) * 1_440 + minute) + 10_080) % 10_080
            return past < minutes
        }
    }
}

/// Something that is expected not to work, so that nobody is called for it.
public struct ExpectedOutage: Hashable, Sendable {
    /// Its name.
    public var id: String
    /// The systems and shares; empty for all.
    public var targets: [String]
    /// The networks from which they are expected not to work; empty for all.
    public var networks: [NetworkID]
    /// The last day on which that is expected; nil for as long as the inventory says so.
    public var until: CalendarDate?
    /// Why.
    public var reason: String

    /// Puts the parts together.
    public init(
        id: String, targets: [String], networks: [NetworkID] = [], until: CalendarDate? = nil, reason: String
    ) {
        self.id = id
        self.targets = targets
        self.networks = networks
        self.until = until
        self.reason = reason
    }

    /// Whether a target that is seen from a network is expected not to work on a day.
    public func covers(_ target: String, from network: NetworkID?, on day: CalendarDate) -> Bool {
        (targets.isEmpty || targets.contains { target.isPartOf(place: $0) })
            && (networks.isEmpty || network.map { networks.contains($0) } ?? false) && day <= (until ?? day)
    }
}

extension String {
    /// Whether the target is a place, or a share on it.
    fileprivate func isPartOf(place: String) -> Bool { self == place || hasPrefix(place + "/") }
}
