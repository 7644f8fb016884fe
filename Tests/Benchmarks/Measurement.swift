/// What a run of a program took, with all the processes that it waited for.
struct Measurement {
    /// User and system time, in milliseconds.
    var cpu: Double
    /// From start to end, in milliseconds.
    var wall: Double
    /// Peak resident memory of the largest process, in megabytes.
    var memory: Double
}
