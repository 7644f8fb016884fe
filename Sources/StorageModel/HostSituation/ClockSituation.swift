/// How this computer's clock stands.
public struct ClockSituation: Hashable, Sendable {
    /// What the kernel says of its clock (adjtimex(2)).
    public struct Discipline: Hashable, Sendable {
        /// Whether a program keeps it at the time of others, such as chrony or systemd-timesyncd.
        public var isSynchronised: Bool
        /// How wrong it may be at most, in microseconds; the kernel lets it grow while nobody corrects the clock.
        public var greatestErrorMicroseconds: Int64

        /// Puts the parts together.
        public init(isSynchronised: Bool, greatestErrorMicroseconds: Int64) {
            self.isSynchronised = isSynchronised
            self.greatestErrorMicroseconds = greatestErrorMicroseconds
        }
    }

    /// The time when the situation was read, in seconds since 1970.
    public var now: Int64
    /// What the kernel says of the clock.
    public var discipline: HostReading<Discipline>
    /// A number that is another one after each start of this computer.
    public var bootID: HostReading<GUID>

    /// Puts the parts together.
    public init(now: Int64, discipline: HostReading<Discipline>, bootID: HostReading<GUID>) {
        self.now = now
        self.discipline = discipline
        self.bootID = bootID
    }
}
