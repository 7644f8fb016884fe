internal import StorageModel

extension CauseAdvice {
    /// The advice in English.
    init(english cause: Cause) {
        switch cause {
        case .dnsNameUnknown:
            self.init(
                "The server's name does not exist",
                "Compare the name letter by letter with the one that wheretoshare shows, and use that one.",
                "Search for old links, bookmarks and drive scripts with the former name and hand out the "
                    + "present one.")
        case .dnsInternalOnly:
            self.init(
                "The name exists only for computers inside",
                "Connect the VPN, or disconnect and connect it again, then try once more.",
                "If the VPN is up, see whether the computer asks the institute's name servers; fixed servers "
                    + "and encrypted DNS of browsers bypass them.")
        case .dnsNoAnswer:
            self.init(
                "The name servers do not answer",
                "Switch to another network (cable instead of wireless, VPN off and on) and try again.",
                "Look up a well-known name against each configured name server, and pass on which of them is "
                    + "silent.")
        case .dnsWrongAddress:
            self.init(
                "The name leads to another address than promised",
                "Empty the name cache (Windows: 'ipconfig /flushdns') or restart; remove your own line from "
                    + "the hosts file.",
                "Compare the address with the one that the institute's name server gives, to see whether only "
                    + "this computer is wrong.")
        case .addressPartlyDead:
            self.init(
                "One of several addresses of the server is dead",
                "Try again, more than once if need be: until it is repaired, some tries succeed.",
                "Do not look at the computer: pass the dead address on.")
        case .ipv6Broken:
            self.init(
                "The server answers over IPv4 only",
                "It works after a short wait. Leave IPv6 on; other services may need it.",
                "Note from which network it happens, and whether other hosts can be reached over IPv6 from there.")
        case .noRoute:
            self.init(
                "This computer has no way to the server's network",
                "Connect the VPN, or join the institute's network instead of a guest network.",
                "Look at the routes of the computer: is there a default route, and one for the storage network?")
        case .hostUnreachable:
            self.init(
                "Nothing lives at the server's address",
                "Wait for the repair, or use another place that wheretoshare names.",
                "See whether others on other networks are hit too, and report since when.")
        case .tcpDropped:
            self.init(
                "A firewall on the way swallows the connection silently",
                "Off the campus, connect the VPN; on the campus, try a cable instead of the wireless network.",
                "Try the same port from another network and another server from the same network, and hand "
                    + "both results on.")
        case .tcpRejected:
            self.init(
                "A firewall turns the connection away and says so",
                "Use the VPN or Remote Desktop; this network is not meant to reach the server.",
                "Check in the inventory from which networks the place is promised before asking for a change.")
        case .tcpRefused:
            self.init(
                "The server is there, but takes no connections on the port",
                "Try again in some minutes: a server that restarts refuses until its services are up.",
                "See whether other ports of the server (Remote Desktop, SSH, web) answer, and report that.")
        case .clientFirewall:
            self.init(
                "This computer itself forbids the connection",
                "Leave your protection program on, and tell the helpdesk which one it is and when it was last "
                    + "updated.",
                "Look at the outgoing rules for port 445 and for the program that asked, and at routes of the "
                    + "kind \"prohibit\".")
        case .splitTunnel:
            self.init(
                "The VPN is up, but this server is not reached through it",
                "Disconnect the VPN and connect it again with the full profile, if there is a choice.",
                "Compare the route to this server with the route to an internal server that works.")
        case .addressOverlap:
            self.init(
                "The home network uses the same addresses as the institute",
                "Use Remote Desktop, a telephone's hotspot, or change the block of addresses in the home router.",
                "Compare the computer's own address and mask with the server's address.")
        case .port445Blocked:
            self.init(
                "The provider or this network blocks the port of file sharing",
                "Connect the VPN: inside it the provider does not see the port.",
                "Explain that neither the account nor the server is at fault, and that no setting of the share "
                    + "helps.")
        case .mtuBlackHole:
            self.init(
                "Small packets pass, large ones vanish",
                "Try from the campus without the VPN, or with a cable, and tell the helpdesk whether that "
                    + "works.",
                "Send pings that may not be divided, of 1200 and 1400 bytes (Linux: 'ping -M do -s 1400'), and "
                    + "report the size that is lost.")
        case .packetLoss:
            self.init(
                "The line loses packets",
                "Use a cable or move closer to the wireless access point before copying much.",
                "Ping the gateway and the server a hundred times each: loss to the gateway is the local line.")
        case .slowLink:
            self.init(
                "The line is too slow for files",
                "Copy to the local disk, work there, and copy back; or use Remote Desktop or the web.",
                "Measure the ping time and the speed of a large copy from the campus for comparison.")
        case .halfOpen:
            self.init(
                "The connection is accepted, but nothing passes",
                "Try from another network; if that works, stay there and tell the helpdesk which one did not.",
                "Repeat the check from the campus at the same minute, and hand both results on.")
        case .notSMB:
            self.init(
                "Something other than a file server answers",
                "Open a web page: if a sign-in page of the network appears, sign in there first.",
                "Compare the address in the evidence with the promised one, and try from the campus.")
        case .wrongServer:
            self.init(
                "Another file server answers than the promised one",
                "Type no password there, and tell the helpdesk the name that you used.",
                "See whether the name resolves to the promised address on other computers.")
        case .serverConnectionLimit:
            self.init(
                "The server takes no more connections",
                "Close connections that you do not need, and try again in a few minutes.",
                "Ask whether others are hit at the same time; one person alone points elsewhere.")
        case .serverHung:
            self.init(
                "The server accepts connections but does not answer",
                "Save elsewhere for now; open windows on the share may stay frozen until it is back.",
                "Confirm from a second network, then report an outage with the time of the first call.")
        case .sessionHung:
            self.init(
                "An old connection is stuck, and a new one works",
                "Disconnect the drive and connect it again; when that hangs too, restart the computer.",
                "Check the place with wheretoshare first: a healthy check points to the computer's own session.")
        case .smb1Only:
            self.init(
                "The server speaks only SMB 1",
                "Do not switch SMB 1 on; copy by another way that wheretoshare names.",
                "Do not hand out instructions for SMB 1; report the server.")
        case .clientDialectTooOld:
            self.init(
                "The computer's SMB is older than the server allows",
                "Update the system; until then use Remote Desktop or the web.",
                "Remove 'vers=1.0' and 'vers=2.0' from mounts and minimum or maximum settings from clients.")
        case .encryptionRequired:
            self.init(
                "The server insists on encryption that the computer cannot do",
                "Use an up-to-date computer or Remote Desktop.",
                "Raise the client's SMB version ('vers=3.1.1', or no 'vers=' at all) and allow encryption ('seal').")
        case .encryptionUnavailable:
            self.init(
                "The server cannot encrypt, though it should",
                "Put nothing sensitive there until it is repaired.",
                "Point people to another place for confidential data.")
        case .networkNotAllowed:
            self.init(
                "The server does not serve this network",
                "Connect the VPN, use the campus network, or use Remote Desktop.",
                "Look in the inventory which networks the server is promised for.")
        case .shareNetworkNotAllowed:
            self.init(
                "This share is not meant for this network",
                "Open it from the campus network, the VPN or Remote Desktop.",
                "Try the same account from an allowed network before asking for rights.")
        case .ntlmDisabled:
            self.init(
                "The server accepts Kerberos only",
                "Use a managed computer, or get a ticket with 'kinit NAME@REALM', and use the server's full name.",
                "For a computer outside the domain, set Kerberos up, or point to Remote Desktop.")
        case .wrongCredentials:
            self.init(
                "User name, domain or password is wrong",
                "Type the name with its domain ('DOMAIN\\name' or 'name@REALM') and the password anew; remove "
                    + "stored passwords first. Stop after two tries.",
                "See whether the account exists and signs in elsewhere, and whether the computer keeps an old "
                    + "password.")
        case .otherAccountConnected:
            self.init(
                "This computer is connected under another name already",
                "Disconnect every drive of this server ('net use', then 'net use DRIVE /delete'), or sign out and in "
                    + "again; then connect with one name only.",
                "Look at 'net use' and at stored passwords ('cmdkey /list'): one name per server is all that Windows "
                    + "takes.")
        case .accountDisabled:
            self.init(
                "The account is switched off",
                "Ask the helpdesk why; do not borrow an account of somebody else.",
                "Find out from the personnel office whether the person should still have access.")
        case .accountExpired:
            self.init(
                "The account's end date has passed",
                "Tell the helpdesk how long you stay, and who hosts you.",
                "Have the new end date confirmed by the group or the personnel office.")
        case .accountLocked:
            self.init(
                "Too many wrong passwords locked the account",
                "Wait for the lock to end, and change the stored password on telephones, scripts and drives.",
                "Unlock the account, and find the device that keeps trying before it locks again.")
        case .passwordMustChange:
            self.init(
                "A new password has to be set first",
                "Set a new password on the page for it or on a managed computer, then connect again.",
                "Show where passwords are changed from outside, and make sure that the new one is used everywhere.")
        case .passwordExpired:
            self.init(
                "The password is too old",
                "Set a new password, then sign out and in, so that drives and telephones use it.",
                "Check that the person can reach the page for passwords from where they are.")
        case .logonHours:
            self.init(
                "The account may not sign in at this hour",
                "Try again during the allowed hours, or ask the helpdesk for other hours.",
                "Say which hours the account has.")
        case .workstationRestriction:
            self.init(
                "The account may be used on certain computers only",
                "Use the computer that the account is meant for, or your own account.",
                "Find out whether a server that signs in on behalf of people, such as a cloud gateway, is "
                    + "missing from the list.")
        case .logonTypeDenied:
            self.init(
                "The account may not sign in over the network",
                "Use your personal account for file shares.",
                "Check what the account was made for, and whether it is a member of a protected group.")
        case .noKerberosTicket:
            self.init(
                "There is no Kerberos ticket",
                "Run 'kinit NAME@REALM', or lock and unlock the screen of a managed computer.",
                "For jobs that run at night, set up a keytab or a service account.")
        case .kerberosTicketExpired:
            self.init(
                "The Kerberos ticket has ended",
                "Run 'kinit', or lock and unlock the screen.",
                "For long jobs, renew the ticket regularly ('kinit -R') or use a keytab.")
        case .clockSkew:
            self.init(
                "Two clocks are too far apart",
                "Switch automatic time on, wait until the clock is right, then sign in again.",
                "Compare both clocks with a third one, to see which is wrong.")
        case .spnMissing:
            self.init(
                "Kerberos does not know the server by this name",
                "Use the server's real name, as wheretoshare shows it.",
                "Replace the alias in links and drive scripts.")
        case .kerberosNeedsName:
            self.init(
                "Kerberos needs the server's name, not its address",
                "Use the server's full name instead of the address.",
                "If an address was used because the name did not work, repair that instead: see dns-internal-only.")
        case .kdcUnreachable:
            self.init(
                "The sign-in servers cannot be reached from here",
                "Connect the VPN, which usually reaches the sign-in servers as well.",
                "Try port 88 of the sign-in servers from the same network.")
        case .kerberosRealmMisconfigured:
            self.init(
                "This computer does not know the realm's sign-in servers",
                "Give the account as 'name@REALM', with the realm in capitals.",
                "Install the institute's 'krb5.conf', or let the realm be found by DNS.")
        case .kerberosEtypeMismatch:
            self.init(
                "Client and server share no Kerberos cipher",
                "Install the system's updates and restart; leave its sign-in settings as they are.",
                "Remove 'permitted_enctypes' and similar lines from 'krb5.conf'; allow AES.")
        case .ccacheUnreadable:
            self.init(
                "The tickets lie where the program cannot read them",
                "Set 'KRB5CCNAME=FILE:/tmp/krb5cc_$(id -u)', run 'kinit', and start the program from there.",
                "Set 'default_ccache_name' to a file on computers where such programs are used.")
        case .accountsNotVerifiable:
            self.init(
                "The file server cannot verify accounts right now",
                "Stay connected if you are; do not change your password because of it.",
                "Try a second account and a second server to see that it is this server alone.")
        case .shareUnknown:
            self.init(
                "There is no share of this name",
                "Take the path that wheretoshare shows for your group, or browse the server's list of shares.",
                "Look for an old name in links and drive scripts, and for what it is called today.")
        case .shareNotOffered:
            self.init(
                "The server does not offer a share that it should have",
                "Wait for the repair, and do not create a share or folder of your own instead.",
                "Ask a second member of the group, then pass it on with the time since when.")
        case .shareHidden:
            self.init(
                "The share is not listed, but opens by its path",
                "Type the full path: '\\\\server\\share' on Windows, 'smb://server/share' on macOS and Linux.",
                "Give people the path or a connected drive instead of \"browse to the server\".")
        case .shareDenied:
            self.init(
                "The account has no right to this share",
                "Sign out and in again if you were added to the group lately; otherwise ask the owner of the share.",
                "Compare the account's groups with those of the share, and have the owner agree before adding "
                    + "anybody.")
        case .folderDenied:
            self.init(
                "The folder may not be opened",
                "Ask the owner of the folder, or use the folder of your group.",
                "Read the folder's permissions along the whole path; a parent folder may be the one that refuses.")
        case .fileDenied:
            self.init(
                "The file may not be read",
                "Ask the person who put it there to copy it into the folder anew.",
                "Let the file inherit the rights of its folder.")
        case .notWritable:
            self.init(
                "The place can be read, but not written",
                "Use the folder that is meant for writing, which wheretoshare names, or ask the owner of the share.",
                "See whether any member can write: if none, the share is read-only; if some, a membership is "
                    + "missing.")
        case .backendUnavailable:
            self.init(
                "The disk behind the share is gone",
                "Save elsewhere, and do not ask for new rights.",
                "If several people lost a folder in the same minute, report an outage instead of changing rights.")
        case .backendHung:
            self.init(
                "The disk behind the share does not answer",
                "Leave the drive alone and save elsewhere; open programs may not react until it is back.",
                "Try a second share of the same server and report which ones hang.")
        case .diskFull:
            self.init(
                "The volume is full",
                "Check that your last file is complete, and put large data on another place that wheretoshare "
                    + "names.",
                "Ask the group what can go; emptying the recycle bin of the share often helps.")
        case .quotaExceeded:
            self.init(
                "The account's or group's share of the space is used up",
                "Delete or archive what is no longer needed; then ask for more.",
                "Show the person or group how much they use, and in which folders.")
        case .shareConnectionLimit:
            self.init(
                "All places on this share are taken",
                "Disconnect drives that you do not need and try again later.",
                "Ask for computers that keep the share open day and night.")
        case .fileInUse:
            self.init(
                "Somebody else has the file open",
                "Ask colleagues to close it, or work on a copy.",
                "Let the storage team look up who holds the file; often it is a computer in standby.")
        case .nameIllegal:
            self.init(
                "The name has characters that the server does not allow",
                "Rename the file, with letters, digits, '-' and '_', then copy again.",
                "For many files, rename by a script, or pack them into one archive file.")
        case .nameTooLong:
            self.init(
                "The name or the path is too long",
                "Shorten names, or copy into a folder nearer to the top.",
                "Connect a drive letter to a deep folder so that the path becomes shorter.")
        case .dfsTargetUnreachable:
            self.init(
                "The folder lives on another server that is not reached",
                "Use other folders meanwhile; nothing is wrong with your rights.",
                "Check the second server on its own: wheretoshare gives its own cause for it.")
        case .pathMissing:
            self.init(
                "The folder or file is not there",
                "Open the share and walk down the folders to see where the path ends; ask the group who moved it.",
                "Look into snapshots if it was deleted; correct links and the inventory if it was moved.")
        case .membershipNotInTicket:
            self.init(
                "The account is in the group, but the sign-in does not know it yet",
                "Sign out of the computer and in again (Linux: 'kdestroy', then 'kinit'), and try once more.",
                "A Kerberos ticket keeps the groups of the moment when it was handed out. If a new one is turned away, "
                    + "see whether the group has reached the directory and the share's access list.")
        case .sessionExpired:
            self.init(
                "The connection ended in the middle",
                "Connect again; check that the last file you saved is complete.",
                "If it comes back at even intervals, look for a firewall that ends idle connections.")
        case .notMounted:
            self.init(
                "The place is not mounted here",
                "Sign in again, or connect it ('mount PATH'); then move there what you saved in the empty "
                    + "folder meanwhile.",
                "Look at why it was not mounted at start: the network was late, or 'noauto' stands in '/etc/fstab'.")
        case .mountWrongSource:
            self.init(
                "The folder shows another share than expected",
                "Save nothing there; tell the helpdesk what you saved since when.",
                "Correct the entry in '/etc/fstab' or the automount map, remount, and move what was saved to "
                    + "the wrong place.")
        case .mountHung:
            self.init(
                "The mount does not answer",
                "Do not open more windows on it; save elsewhere.",
                "Check the server first; when it is healthy, detach the mount ('umount -l PATH') and mount it "
                    + "anew, or restart the computer.")
        case .mountDead:
            self.init(
                "The mount lost its server for good",
                "Unmount and mount again ('fusermount -u PATH' for mounts of your own); on macOS, eject the "
                    + "volume and connect anew.",
                "For mounts of the system: 'umount -l PATH' and 'mount PATH'. Look for a program that died.")
        case .mountReadOnly:
            self.init(
                "The mount is read-only",
                "Write through the file manager's own connection ('smb://…') meanwhile.",
                "Remove 'ro' from the entry and remount; after an error, read the system's log first.")
        case .automountFailed:
            self.init(
                "The automatic mount did not work",
                "Open the folder once more after the network or the VPN is up.",
                "Read the unit's log, remove the cause, then 'systemctl reset-failed' and open the folder.")
        case .mountShadowed:
            self.init(
                "Something else is mounted over the place",
                "Close programs that use the folder and tell the helpdesk.",
                "Unmount the upper one ('umount PATH' takes the last), and remove the second entry, often one "
                    + "in '/etc/fstab' besides an automount.")
        case .cifsModuleMissing:
            self.init(
                "This system cannot mount SMB shares",
                "Use the file manager ('smb://…') or another computer.",
                "Install the kernel's extra modules and 'cifs-utils'; after a kernel update, restart first.")
        case .credentialsFileExposed:
            self.init(
                "The file with the password can be read by others",
                "Run 'chmod 600 FILE', and change the password if others use this computer.",
                "Look for copies in backups and shared home folders; offer Kerberos instead.")
        case .mountNameUnresolved:
            self.init(
                "The mount's server name was not found",
                "Try once more when the network or the VPN is up.",
                "Add '_netdev' and 'x-systemd.automount', write the full name, and correct a name that has changed.")
        case .mountPointMissing:
            self.init(
                "The folder to mount on does not exist",
                "Create it ('mkdir PATH') where you may, and mount again.",
                "Create it for paths of the system, and see what removed it; on a file system in memory it "
                    + "goes with every restart.")
        case .mountNotPermitted:
            self.init(
                "The person may not mount this share",
                "Open the share in the file manager, which needs no such right.",
                "Add an entry with 'user' or 'users', or an automount.")
        case .fstabError:
            self.init(
                "A line of the table of file systems cannot be used",
                "Tell the helpdesk the path that is empty.",
                "Write blanks as '\\040', keep six fields per line, run 'findmnt --verify', then 'systemctl "
                    + "daemon-reload' and 'mount -a'.")
        case .mountOptionsOutdated:
            self.init(
                "The mount's options are from another time",
                "Use the file manager meanwhile.",
                "Remove 'vers=', or set 'vers=3.1.1'; use 'sec=krb5' or the default.")
        case .bootStallRisk:
            self.init(
                "This mount can hold up the start of the computer",
                "You need not do anything; tell the helpdesk if your computer starts slowly.",
                "Add '_netdev,nofail,x-systemd.automount' to the entry.")
        case .mountLocalMode:
            self.init(
                "The rights shown on this computer are not the server's",
                "Write through the file manager's own connection meanwhile.",
                "Mount with the person's 'uid=' and 'gid=', with 'noperm', or per person with 'multiuser' and "
                    + "Kerberos.")
        case .certificateProblem:
            self.init(
                "The server's certificate is not trusted, or soon ends",
                "Do not click the warning away, and type no password.",
                "See whether it happens on other computers; if not, look at this one's clock and root certificates.")
        case .httpUnhealthy:
            self.init(
                "The web service answers with trouble",
                "Try again later; what waits to be synchronized stays on your computer.",
                "Look for an announced maintenance before calling.")
        case .rdpNotAnswering:
            self.init(
                "Remote Desktop does not answer as it should",
                "Try again in some minutes, or use the VPN instead if you have it.",
                "Look whether all people or one are hit; one alone may use a client that is too old for the "
                    + "server's protection.")
        case .vpnDown:
            self.init(
                "The VPN is not connected",
                "Connect the VPN and try again; after standby, disconnect it first.",
                "If it does not connect, look at the client's own log, the account's right to it and the "
                    + "second factor.")
        case .probeCrashed:
            self.init(
                "The check itself broke",
                "Open the place by hand to see whether it works.",
                "Run the check again; if it breaks again, report the version, the target and the evidence. "
                    + "Look whether libsmbclient is installed.")
        case .deadlineExceeded:
            self.init(
                "The check ran out of time on its own account",
                "Run the check again.",
                "Look at the load of the computer that checks, and at how many checks run at once; give it "
                    + "more time if it has to be slow.")
        case .weakerThanPromised:
            self.init(
                "The connection is less protected than the inventory says",
                "Put nothing sensitive there until it is repaired.",
                "Tell the storage team; nothing on the person's computer is at fault.")
        case .contentChanged:
            self.init(
                "The test file is not what it should be",
                "Compare an important file of your own with a copy, and report differences.",
                "Ask whether the place was restored, moved or cleaned lately.")
        case .testFileLeft:
            self.init(
                "A test file could not be removed",
                "Leave it, or delete it if you may; it holds nothing.",
                "Tell the storage team the name and the place.")
        }
    }
}
