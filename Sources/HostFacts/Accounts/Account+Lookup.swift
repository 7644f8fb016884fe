import Glibc

extension Account {
    /// The account this program runs as (its effective user); nil when the database has no such account.
    public static func current() throws(AccountError) -> Account? {
        let userID = geteuid()
        return try unsafe account(.userID(userID)) { unsafe getpwuid_r(userID, $0, $1, $2, $3) }
    }

    /// The account called `name`; nil when the database has no such account.
    public static func named(_ name: String) throws(AccountError) -> Account? {
        // A NUL would end the name early and find the account of another.
        guard !name.isEmpty, !name.utf8.contains(0) else { return nil }
        return try unsafe account(.name(name)) { unsafe getpwnam_r(name, $0, $1, $2, $3) }
    }

    private static func account(
        _ subject: AccountError.Subject,
        _ lookUp: (
            UnsafeMutablePointer<passwd>, UnsafeMutablePointer<CChar>, Int,
            UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
        ) -> CInt
    ) throws(AccountError) -> Account? {
        let found: Account?
        do {
            found = try unsafe record(passwd(), lookUp) { entry in
                let home = unsafe entry.pw_dir.map { unsafe HostPath(cString: $0) }
                return Account(
                    name: unsafe String(cString: entry.pw_name), userID: unsafe entry.pw_uid,
                    primaryGroupID: unsafe entry.pw_gid, home: home.flatMap { $0.bytes.isEmpty ? nil : $0 },
                    groups: [], unnamedGroups: []
                )
            }
        } catch {
            throw AccountError(subject: subject, errorNumber: error)
        }
        guard let found else { return nil }
        do {
            return try found.withGroups()
        } catch {
            throw AccountError(subject: .groups(of: found.name), errorNumber: error)
        }
    }

    private func withGroups() throws(ErrorNumber) -> Account {
        var names: Set<String> = []
        var unnamed: Set<UInt32> = []
        for number in try groupNumbers() {
            let name = try unsafe Self.record(group(), { unsafe getgrgid_r(number, $0, $1, $2, $3) }) { entry in
                unsafe String(cString: entry.gr_name)
            }
            if let name {
                names.insert(name)
            } else {
                unnamed.insert(number)
            }
        }
        return Account(
            name: name, userID: userID, primaryGroupID: primaryGroupID, home: home, groups: names.sorted(),
            unnamedGroups: unnamed.sorted()
        )
    }

    private func groupNumbers() throws(ErrorNumber) -> [gid_t] {
        // Linux allows 65,536 groups for one process; a directory that claims more is not believed.
        var capacity = 64
        while capacity <= 1 << 17 {
            var numbers = [gid_t](repeating: 0, count: capacity)
            var count = CInt(capacity)
            if unsafe getgrouplist(name, primaryGroupID, &numbers, &count) >= 0 {
                return Array(numbers.prefix(Int(count)))
            }
            capacity = max(capacity * 2, Int(count))
        }
        throw ErrorNumber(EOVERFLOW)
    }

    /// Calls one of the `get…_r` functions with a buffer that grows until the record fits.
    private static func record<Record, Value>(
        _ empty: Record,
        _ lookUp: (
            UnsafeMutablePointer<Record>, UnsafeMutablePointer<CChar>, Int,
            UnsafeMutablePointer<UnsafeMutablePointer<Record>?>
        ) -> CInt,
        _ read: (Record) -> Value
    ) throws(ErrorNumber) -> Value? {
        // A group with very many members needs a large buffer.
        for size in sequence(first: 1 << 12, next: { $0 < 1 << 26 ? $0 * 4 : nil }) {
            var record = empty
            var buffer = [CChar](repeating: 0, count: size)
            let (status, value) = unsafe buffer.withUnsafeMutableBufferPointer { bytes -> (CInt, Value?) in
                guard let base = bytes.baseAddress else { return (ENOMEM, nil) }
                var found: UnsafeMutablePointer<Record>?
                let status = unsafe lookUp(&record, base, bytes.count, &found)
                return (status, unsafe found.map { unsafe read($0.pointee) })
            }
            switch status {
            case 0, ENOENT, ESRCH: return value
            case ERANGE, EINTR: continue
            default: throw ErrorNumber(status)
            }
        }
        throw ErrorNumber(EOVERFLOW)
    }
}
