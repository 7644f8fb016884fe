import Glibc

@testable import HostFacts

/// Whether this process may mount, which a container may forbid even to root.
let mayMount: Bool = {
    let status = (try? BoundedFile.read(HostPath("/proc/self/status"), limit: 1 << 20)) ?? []
    let lines = String(decoding: status, as: UTF8.self).split(separator: "\n")
    let effective = lines.first { $0.hasPrefix("CapEff:") }?.split(separator: "\t").last
    let sysAdmin: UInt64 = 1 << 21
    return effective.flatMap { UInt64($0, radix: 16) }.map { $0 & sysAdmin != 0 } ?? false
}()

/// Whether this process may make networks of its own, with tunnels in them.
let mayMakeNetworks = unsafe mayMount && access("/dev/net/tun", R_OK | W_OK) == 0

/// Gives the calling thread mounts of its own, which end with it whatever happens and show nowhere else.
///
/// For exit tests that do not await anything afterwards: another thread of the process still sees the machine's mounts.
func useOwnMounts() {
    leave(namespaces: 0x0002_0000)
    // Private first, or mounts would be passed on to the machine.
    precondition(unsafe mount("none", "/", nil, UInt(MS_REC | MS_PRIVATE), nil) == 0)
}

/// Gives the calling thread a network of its own, with nothing in it; for exit tests, like `useOwnMounts()`.
func useOwnNetwork() {
    leave(namespaces: 0x4000_0000)
    run("ip link set lo up")
}

/// Runs a command of the shell from the calling thread, in whose namespaces it is.
func run(_ command: String) {
    precondition(unsafe system(command) == 0, command)
}

/// Leaves the machine's namespaces of some kinds (`CLONE_NEW…` of unshare(2)) for new ones.
private func leave(namespaces kinds: CInt) {
    // unshare(2) is a GNU extension, and Swift's Glibc module leaves those out.
    typealias Unshare = @convention(c) (CInt) -> CInt
    guard let symbol = unsafe dlsym(nil, "unshare") else { preconditionFailure("there is no unshare") }
    precondition(unsafe unsafeBitCast(symbol, to: Unshare.self)(kinds) == 0)
}

/// Shows the file or folder `original` at `point` too.
func bind(_ original: String, to point: String) {
    precondition(unsafe mount(original, point, nil, UInt(MS_BIND), nil) == 0)
}

/// Mounts an empty file system in memory on `point`.
func mountMemory(on point: String) {
    precondition(unsafe mount("tests", point, "tmpfs", 0, nil) == 0)
}
