internal import Glibc
internal import StorageModel

extension Moment {
    /// Now, by this computer's clock.
    static var now: Moment { Moment(secondsSince1970: Int64(time(nil))) }

    /// The time of the day by this computer's time zone, such as `14:05`.
    var localTime: String {
        var seconds = time_t(secondsSince1970)
        var local = unsafe tm()
        unsafe localtime_r(&seconds, &local)
        func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
        return unsafe two(local.tm_hour) + ":" + two(local.tm_min)
    }
}
