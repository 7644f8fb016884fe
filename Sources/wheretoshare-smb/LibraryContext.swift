internal import CSMBClient
internal import Glibc
internal import StorageModel
internal import Synchronization
internal import WorkerWire

/// What the library is told when it asks who signs in.
struct Credentials {
    let user: String
    let password: Secret
    let domain: String

    /// The library's own buffers; it would cut what is longer, and try a wrong password.
    static let longest = 255

    var isShortEnough: Bool {
        user.utf8.count <= Self.longest && password.count <= Self.longest && domain.utf8.count <= Self.longest
    }
}

/// Who signs in during the visit that is under way, for functions that C calls.
let credentials = Mutex<Credentials?>(nil)

/// Answers the library's question who signs in.
@c(wheretoshare_sign_in)
func signIn(
    _: UnsafeMutablePointer<SMBCCTX>?, _: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?,
    _ domain: UnsafeMutablePointer<CChar>?, _ domainSize: Int32,
    _ user: UnsafeMutablePointer<CChar>?, _ userSize: Int32,
    _ password: UnsafeMutablePointer<CChar>?, _ passwordSize: Int32
) {
    func put(_ bytes: [UInt8], into buffer: UnsafeMutablePointer<CChar>?, _ size: Int32) {
        guard let buffer = unsafe buffer, bytes.count < Int(size) else { return }
        for (index, byte) in bytes.enumerated() { unsafe buffer[index] = CChar(bitPattern: byte) }
        unsafe buffer[bytes.count] = 0
    }
    credentials.withLock { credentials in
        guard let credentials else { return }
        unsafe put(Array(credentials.domain.utf8), into: domain, domainSize)
        unsafe put(Array(credentials.user.utf8), into: user, userSize)
        credentials.password.reveal { unsafe put($0, into: password, passwordSize) }
    }
}

/// A context of the library, with one connection, which serves one share after the other.
@safe
struct LibraryContext: ~Copyable {
    /// A file or folder that is open.
    typealias Handle = OpaquePointer

    private let context: UnsafeMutablePointer<SMBCCTX>

    /// Makes a context; nil when the library does not give one.
    init?(port: UInt16, answerLimit: Duration, usesTickets: Bool, encrypts: Bool) {
        guard let context = unsafe smbc_new_context() else { return nil }
        // First the ear, then the level: else the library greets the terminal.
        unsafe smbc_setLogCallback(context, nil, hear)
        // At the highest level the log tells statuses; hearing all that costs a twentieth of a visit.
        unsafe smbc_setDebug(context, 10)
        unsafe smbc_setPort(context, port)
        let milliseconds =
            answerLimit.components.seconds * 1000 + answerLimit.components.attoseconds / 1_000_000_000_000_000
        unsafe smbc_setTimeout(context, Int32(clamping: max(1000, milliseconds)))
        unsafe smbc_setFunctionAuthDataWithContext(context, signIn)
        // A wrong password must not turn into "anonymous may not".
        unsafe smbc_setOptionNoAutoAnonymousLogin(context, 1)
        unsafe smbc_setOptionUseCCache(context, 0)
        unsafe smbc_setOptionUseKerberos(context, usesTickets ? 1 : 0)
        unsafe smbc_setOptionFallbackAfterKerberos(context, 0)
        unsafe smbc_setOptionOneSharePerServer(context, 1)
        unsafe smbc_setOptionSmbEncryptionLevel(
            context, encrypts ? SMBC_ENCRYPTLEVEL_REQUIRE : SMBC_ENCRYPTLEVEL_DEFAULT)
        guard unsafe smbc_init_context(context) != nil else { return nil }
        unsafe self.context = context
    }

    /// Ends the connections and the context; with a server that does not answer this takes long.
    consuming func end() {
        unsafe smbc_free_context(context, 1)
    }

    /// Whether messages are encrypted: what the connections do, not what was asked for.
    var isEncrypted: Bool {
        var name = Array("smb_encrypt_on".utf8CString)
        return unsafe smbc_option_get(context, &name) != nil
    }

    func stat(_ url: ShareURL) -> Bool {
        var status = Glibc.stat()
        return call { unsafe smbc_getFunctionStat(context)?(context, url.text, &status) == 0 }
    }

    /// Lists a folder; the library reads all of it at once.
    func list(_ url: ShareURL) -> Bool {
        guard let folder = unsafe handle({ unsafe smbc_getFunctionOpendir(context)?(context, url.text) }) else {
            return false
        }
        _ = unsafe smbc_getFunctionClosedir(context)?(context, folder)
        return true
    }

    /// Size and free space in bytes; nil when the library does not tell.
    ///
    /// It says that all went well then, too.
    func space(_ url: ShareURL) -> (size: UInt64, free: UInt64)? {
        var space = Glibc.statvfs()
        var path = Array(url.text.utf8CString)
        let isDone = call { unsafe smbc_getFunctionStatVFS(context)?(context, &path, &space) == 0 }
        // The field that should be the fragment's size is the number of sectors in a unit.
        let unit = UInt64(space.f_bsize).multipliedReportingOverflow(by: UInt64(space.f_frsize))
        let size = UInt64(space.f_blocks).multipliedReportingOverflow(by: unit.partialValue)
        guard isDone, !unit.overflow, !size.overflow, size.partialValue > 0 else { return nil }
        return (size.partialValue, UInt64(space.f_bavail) &* unit.partialValue)
    }

    func open(_ url: ShareURL, _ flags: Int32) -> Handle? {
        unsafe handle { unsafe smbc_getFunctionOpen(context)?(context, url.text, flags, 0o600) }
    }

    /// Reads the next bytes; nil when that is not possible, none at the end.
    func read(_ file: Handle, atMost limit: Int) -> [UInt8]? {
        var count = -1
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
            _ = call {
                count = unsafe smbc_getFunctionRead(context)?(context, file, buffer.baseAddress, buffer.count) ?? -1
                return count >= 0
            }
            filled = max(0, count)
        }
        return count < 0 ? nil : bytes
    }

    func write(_ bytes: [UInt8], to file: Handle) -> Bool {
        call {
            unsafe smbc_getFunctionWrite(context)?(context, file, bytes, bytes.count) == bytes.count
        }
    }

    func close(_ file: Handle) -> Bool {
        call { unsafe smbc_getFunctionClose(context)?(context, file) == 0 }
    }

    func unlink(_ url: ShareURL) -> Bool {
        call { unsafe smbc_getFunctionUnlink(context)?(context, url.text) == 0 }
    }

    /// Calls the library with a clean slate: it leaves old error numbers standing.
    private func call(_ body: () -> Bool) -> Bool {
        statusWitness.withLock { $0.forget() }
        errno = 0
        return body()
    }

    private func handle(_ body: () -> Handle?) -> Handle? {
        statusWitness.withLock { $0.forget() }
        errno = 0
        return unsafe body()
    }
}
