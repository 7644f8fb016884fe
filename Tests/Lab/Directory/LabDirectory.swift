/// The lab's Active Directory: a domain controller on `dc1`, a member server on `filer`, and accounts in every state.
public enum LabDirectory {
    /// The Kerberos realm.
    public static let realm = "AD.LAB.EXAMPLE"
    /// The domain's short name, of NetBIOS.
    public static let domain = "ADLAB"
    /// The part that the names of the domain's hosts end with.
    public static let dnsDomain = "ad.lab.example"
    /// Another name of `filer`, in the name server alone: Kerberos knows no service of that name.
    public static let alias = "files.ad.lab.example"
    /// The group whose members may use the share ``archive``.
    public static let group = "archive-users"
    /// The file with the keys of the account ``DirectoryUser/check``, as the lab's hosts see it.
    public static let keytab = "/run/lab/directory/check.keytab"

    /// A share of `filer` that every account of the domain may use.
    public static let everybody = LabShare("all", "every account of the domain may use it", "read only = no")
    /// A share of `filer` for the group alone.
    public static let archive = LabShare(
        "archive", "the group \(group) alone may use it", "read only = no", "valid users = @\"\(domain)\\\(group)\"")

    /// The shares of `filer`.
    public static let shares = [everybody, archive]

    static let administrator = "Administrator%pw-Administrator-1"
    static let folder = "/run/lab/directory"
}
