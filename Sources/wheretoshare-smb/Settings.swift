internal import Glibc

/// The library's settings, in a folder of the worker's own, so that neither this computer's nor its user's count.
enum Settings {
    /// Writes the settings below a folder and makes it this process's home, where the library looks for them.
    /// - Returns: Whether that worked.
    static func write(into home: String) -> Bool {
        let folder = "\(home)/.smb"
        guard home.hasPrefix("/"), !home.contains(where: { $0.isNewline }) else { return false }
        guard unsafe mkdir(folder, 0o700) == 0 || errno == EEXIST else { return false }
        let text = Array(settings(home: home).utf8)
        let file = unsafe open("\(folder)/smb.conf", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return false }
        defer { close(file) }
        guard unsafe Glibc.write(file, text, text.count) == text.count else { return false }
        // The way to winbind's kept passwords is closed, too: a visit is made with what it was given, or not at all.
        return unsafe setenv("HOME", home, 1) == 0 && setenv("LIBSMBCLIENT_NO_CCACHE", "1", 1) == 0
            && unsetenv("KRB5CCNAME") == 0
    }

    /// Names are asked for again for each visit: the library would go on with an old address for eleven minutes.
    private static func settings(home: String) -> String {
        """
        [global]
            client min protocol = SMB2_02
            name resolve order = host
            name cache timeout = 0
            disable netbios = yes
            client use spnego = yes
            cache directory = \(home)
            lock directory = \(home)
            state directory = \(home)
            private dir = \(home)
            pid directory = \(home)

        """
    }
}
