import Testing

@testable import HostFacts

@Suite struct FileSystemTypesTests {
    private let types = FileSystemTypes(
        loaded: "nodev\tproc\n\text4\nnodev\tnfs4\n",
        modules: "kernel/fs/smb/client/cifs.ko.xz: kernel/fs/netfs/netfs.ko\nkernel/fs/a/cifs_arc4.ko:\n",
        builtIn: "kernel/fs/fuse/fuse.ko\n")

    @Test(arguments: [
        ("ext4", true), ("nfs4", true), ("cifs", true), ("smb3", true), ("fuse", true), ("nodev", false),
        ("cifs_arc", false), ("ceph", false),
    ])
    func knowsWhatTheKernelCanMount(_ type: String, _ canMount: Bool) {
        #expect(types.canMount(type) == canMount)
    }

    @Test func doesNotKnowWithoutTheListOfModules() {
        let types = FileSystemTypes(loaded: "\text4\n", modules: nil, builtIn: nil)
        #expect(types.canMount("ext4") == true)
        #expect(types.canMount("cifs") == nil)
    }
}
