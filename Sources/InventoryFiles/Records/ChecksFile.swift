import StorageModel

/// `checks.yaml`.
enum ChecksFile {
    static let shape: Shape<CheckPolicy> = .record(
        "checks file", "How places are checked night after night, and what is kept of it.",
        .optional("checks", checks, otherwise: CheckPolicy(), "How runs are made and kept."),
        .optional(
            "maintenance", .list(of: window, "maintenance windows"), otherwise: [],
            "When work is done on places; what does not work then is recorded, and nobody is called."),
        .optional(
            "expected-outages", .list(of: outage, "expected outages"), otherwise: [],
            "What is expected not to work, such as from outside; nobody is called for it.")
    ) { _, policy, windows, outages in
        var policy = policy
        policy.windows = windows
        policy.outages = outages
        return policy
    }

    private static let checks: Shape<CheckPolicy> = .record(
        "checks", "How runs are made and kept.",
        .optional("looks", .whole(1...10), otherwise: 3, "At most how often a place that does not work is looked at."),
        .optional(
            "down-after", .whole(1...10), otherwise: 2, "How many of these looks have to find it down; at most 'looks'."
        ),
        .optional("pause-seconds", .whole(0...600), otherwise: 10, "How many seconds lie between two looks."),
        .optional(
            "jitter-seconds", .whole(0...3_600), otherwise: 0,
            "Within how many seconds a run begins, at random; --jitter says otherwise."),
        .optional(
            "missing-after-hours", .whole(1...720), otherwise: 26, "After how many hours without a run one is missing."),
        .optional(
            "keep-observations-days", .whole(30...3_660), otherwise: 400,
            "For how many days every single observation is kept; then a summary of each day takes its place."),
        .optional(
            "keep-summaries-days", .whole(30...36_600), otherwise: 1_830,
            "For how many days summaries, changes and outages are kept; at least as long as observations.")
    ) { record, looks, failing, pause, jitter, missing, observations, summaries throws(Unreadable) in
        try record.refuseReversed("down-after", "looks", failing <= looks, ("is less than", "smaller"))
        try record.refuseReversed(
            "keep-observations-days", "keep-summaries-days", observations <= summaries, ("is less than", "smaller"))
        return CheckPolicy(
            observationDays: observations, summaryDays: summaries, failingLooks: failing, looks: looks,
            pauseSeconds: pause, jitterSeconds: jitter, missingHours: missing)
    }

    private static let window: Shape<MaintenanceWindow> = .record(
        "maintenance window", "A time in which work is done on places, by the clocks of the institution.",
        .required("id", .id, "Its name."),
        Places.field,
        .optional("weekly", weekly, "When it is, every week."),
        .optional("once", once, "When it is, once."),
        .required("reason", .line, "What is done.")
    ) { record, id, places, weekly, once, reason throws(Unreadable) in
        let which = try record.exactlyOne(of: ["weekly", "once"])
        record.reading.claim(
            "the maintenance window \(id.quoted)", at: record.place(of: "id"), next: "rename one of the two")
        guard let time = which == "weekly" ? weekly : once else { throw Unreadable() }
        return MaintenanceWindow(id: id, targets: places, time: time, reason: reason)
    }

    private static let weekly: Shape<MaintenanceWindow.Time> = .record(
        "weekly time", "A time on one day of every week.",
        .required("day", .word(Weekday.self), "The day on which it begins."),
        .required("hour", .whole(0...23), "The hour at which it begins."),
        .optional("minute", .whole(0...59), otherwise: 0, "The minute at which it begins."),
        .required("minutes", .whole(1...10_080), "How many minutes it takes.")
    ) { _, day, hour, minute, minutes in
        .weekly(weekday: day.number, minute: hour * 60 + minute, minutes: minutes)
    }

    private static let once: Shape<MaintenanceWindow.Time> = .record(
        "days", "Some days, from the beginning of the first to the end of the last.",
        .required("first", .date, "The first day."),
        .required("last", .date, "The last day; the same for a single one.")
    ) { record, first, last throws(Unreadable) in
        try record.refuseReversed("first", "last", first <= last)
        return .days(first, last)
    }

    private static let outage: Shape<ExpectedOutage> = .record(
        "expected outage", "Something that is expected not to work.",
        .required("id", .id, "Its name."),
        Places.field,
        .optional(
            "networks", .set(of: .reference(to: Network.self), "networks"), otherwise: [],
            "The networks from which it does not work; without it, from nowhere."),
        .optional("until", .date, "The last day on which that is expected; without it, always."),
        .required("reason", .line, "Why.")
    ) { record, id, places, networks, until, reason in
        record.reading.claim(
            "the expected outage \(id.quoted)", at: record.place(of: "id"), next: "rename one of the two")
        return ExpectedOutage(id: id, targets: places, networks: networks, until: until, reason: reason)
    }

    /// A day of the week.
    enum Weekday: String, CaseIterable, Sendable {
        case monday, tuesday, wednesday, thursday, friday, saturday, sunday

        /// 1 for Monday to 7 for Sunday.
        var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
    }

    /// Systems and shares that something is about; none for all.
    private enum Places {
        static let field: Field<[String]> = .group(
            .optional(
                "systems", .set(of: .reference(to: StorageSystem.self), "systems"), otherwise: [],
                "The systems it is about, with all their shares; without it and 'shares', all."),
            .optional(
                "shares", .set(of: .reference(to: Share.self), "shares"), otherwise: [],
                "The shares it is about, as system/share.")
        ) { _, systems, shares in systems.map(\.text) + shares.map(\.text) }
    }
}
