internal import StorageModel

extension CauseAdvice {
    /// The advice in German.
    init(german cause: Cause) {
        switch cause {
        case .dnsNameUnknown:
            self.init(
                "Den Namen des Servers gibt es nicht",
                "Vergleichen Sie den Namen Buchstabe für Buchstabe mit dem, den wheretoshare zeigt, und nehmen "
                    + "Sie diesen.",
                "Suchen Sie alte Verknüpfungen, Lesezeichen und Laufwerksskripte mit dem früheren Namen und "
                    + "geben Sie den heutigen aus.")
        case .dnsInternalOnly:
            self.init(
                "Den Namen kennen nur Rechner im Haus",
                "Verbinden Sie das VPN, oder trennen und verbinden Sie es neu, und versuchen Sie es noch einmal.",
                "Steht das VPN, sehen Sie nach, ob der Rechner die Nameserver des Hauses fragt; fest "
                    + "eingetragene Server und verschlüsseltes DNS der Browser gehen daran vorbei.")
        case .dnsNoAnswer:
            self.init(
                "Die Nameserver antworten nicht",
                "Wechseln Sie das Netz (Kabel statt WLAN, VPN aus und ein) und versuchen Sie es noch einmal.",
                "Fragen Sie jeden eingetragenen Nameserver nach einem bekannten Namen und melden Sie, welcher "
                    + "schweigt.")
        case .dnsWrongAddress:
            self.init(
                "Der Name führt zu einer anderen Adresse als zugesagt",
                "Leeren Sie den Namensspeicher (Windows: 'ipconfig /flushdns') oder starten Sie neu; entfernen "
                    + "Sie eigene Zeilen aus der hosts-Datei.",
                "Vergleichen Sie die Adresse mit der, die der Nameserver des Hauses nennt, um zu sehen, ob nur "
                    + "dieser Rechner falsch liegt.")
        case .addressPartlyDead:
            self.init(
                "Eine von mehreren Adressen des Servers ist tot",
                "Versuchen Sie es noch einmal, notfalls mehrmals: Bis zur Reparatur gelingt ein Teil der "
                    + "Versuche.",
                "Suchen Sie nicht am Rechner: Melden Sie die tote Adresse weiter.")
        case .ipv6Broken:
            self.init(
                "Der Server antwortet nur über IPv4",
                "Nach kurzem Warten geht es. Lassen Sie IPv6 an; andere Dienste können es brauchen.",
                "Halten Sie fest, aus welchem Netz es auftritt und ob andere Rechner von dort über IPv6 "
                    + "erreichbar sind.")
        case .noRoute:
            self.init(
                "Von diesem Rechner führt kein Weg ins Netz des Servers",
                "Verbinden Sie das VPN, oder gehen Sie ins Netz des Hauses statt in ein Gastnetz.",
                "Sehen Sie sich die Routen des Rechners an: Gibt es eine Standardroute und eine für das "
                    + "Speichernetz?")
        case .hostUnreachable:
            self.init(
                "An der Adresse des Servers ist niemand",
                "Warten Sie die Reparatur ab, oder nehmen Sie einen anderen Ort, den wheretoshare nennt.",
                "Sehen Sie nach, ob andere in anderen Netzen auch betroffen sind, und melden Sie, seit wann.")
        case .tcpDropped:
            self.init(
                "Eine Firewall auf dem Weg verschluckt die Verbindung",
                "Außerhalb verbinden Sie das VPN; auf dem Campus versuchen Sie ein Kabel statt des WLANs.",
                "Versuchen Sie denselben Port aus einem anderen Netz und einen anderen Server aus demselben "
                    + "Netz, und geben Sie beides weiter.")
        case .tcpRejected:
            self.init(
                "Eine Firewall weist die Verbindung offen ab",
                "Nehmen Sie das VPN oder Remote Desktop; dieses Netz soll den Server nicht erreichen.",
                "Sehen Sie im Inventar nach, aus welchen Netzen der Ort zugesagt ist, bevor Sie um eine "
                    + "Änderung bitten.")
        case .tcpRefused:
            self.init(
                "Der Server ist da, nimmt dort aber keine Verbindung an",
                "Versuchen Sie es in einigen Minuten wieder: Beim Neustart weist ein Server ab, bis seine "
                    + "Dienste laufen.",
                "Sehen Sie nach, ob andere Ports des Servers (Remote Desktop, SSH, Web) antworten, und melden "
                    + "Sie das.")
        case .clientFirewall:
            self.init(
                "Dieser Rechner selbst verbietet die Verbindung",
                "Lassen Sie Ihr Schutzprogramm an, und sagen Sie dem Helpdesk, welches es ist und wann es "
                    + "zuletzt erneuert wurde.",
                "Sehen Sie sich die ausgehenden Regeln für Port 445 und für das Programm an, und Routen der "
                    + "Art \"prohibit\".")
        case .splitTunnel:
            self.init(
                "Das VPN steht, aber dieser Server liegt nicht dahinter",
                "Trennen Sie das VPN und verbinden Sie es mit dem vollen Profil, wenn es eine Wahl gibt.",
                "Vergleichen Sie die Route zu diesem Server mit der zu einem internen Server, der geht.")
        case .addressOverlap:
            self.init(
                "Das Heimnetz hat dieselben Adressen wie das Haus",
                "Nehmen Sie Remote Desktop oder den Hotspot eines Telefons, oder ändern Sie den Adressbereich "
                    + "im Router daheim.",
                "Vergleichen Sie Adresse und Maske des Rechners mit der Adresse des Servers.")
        case .port445Blocked:
            self.init(
                "Der Anbieter oder dieses Netz sperrt den Port für Dateien",
                "Verbinden Sie das VPN: Darin sieht der Anbieter den Port nicht.",
                "Erklären Sie, dass weder das Konto noch der Server schuld ist und keine Einstellung der "
                    + "Freigabe hilft.")
        case .mtuBlackHole:
            self.init(
                "Kleine Pakete kommen durch, große verschwinden",
                "Versuchen Sie es auf dem Campus ohne VPN oder mit Kabel, und sagen Sie dem Helpdesk, ob es "
                    + "dort geht.",
                "Senden Sie Pings, die nicht zerlegt werden dürfen, mit 1200 und 1400 Bytes (Linux: 'ping -M "
                    + "do -s 1400'), und melden Sie, welche Größe verloren geht.")
        case .packetLoss:
            self.init(
                "Die Leitung verliert Pakete",
                "Nehmen Sie ein Kabel, oder gehen Sie näher an den WLAN-Zugang, bevor Sie viel kopieren.",
                "Pingen Sie das Gateway und den Server je hundertmal: Verluste bis zum Gateway liegen an der "
                    + "eigenen Leitung.")
        case .slowLink:
            self.init(
                "Die Leitung ist zu langsam für Dateien",
                "Kopieren Sie auf die eigene Platte, arbeiten Sie dort und kopieren Sie zurück; oder nehmen "
                    + "Sie Remote Desktop oder das Web.",
                "Messen Sie zum Vergleich die Pingzeit und die Dauer einer großen Kopie vom Campus aus.")
        case .halfOpen:
            self.init(
                "Die Verbindung kommt zustande, aber nichts geht durch",
                "Versuchen Sie es aus einem anderen Netz; geht es dort, bleiben Sie dabei, und nennen Sie dem "
                    + "Helpdesk das, in dem es nicht ging.",
                "Wiederholen Sie die Prüfung zur selben Minute vom Campus, und geben Sie beides weiter.")
        case .notSMB:
            self.init(
                "Etwas anderes als ein Dateiserver antwortet",
                "Öffnen Sie eine Webseite: Erscheint die Anmeldeseite eines Netzes, melden Sie sich dort zuerst an.",
                "Vergleichen Sie die gefundene Adresse mit der zugesagten, und versuchen Sie es vom Campus.")
        case .wrongServer:
            self.init(
                "Ein anderer Dateiserver antwortet als der zugesagte",
                "Geben Sie dort kein Passwort ein, und sagen Sie dem Helpdesk den Namen, den Sie benutzt "
                    + "haben.",
                "Sehen Sie nach, ob der Name auf anderen Rechnern zur zugesagten Adresse führt.")
        case .serverConnectionLimit:
            self.init(
                "Der Server nimmt keine weiteren Verbindungen an",
                "Schließen Sie Verbindungen, die Sie nicht brauchen, und versuchen Sie es in einigen Minuten "
                    + "wieder.",
                "Fragen Sie, ob andere zur selben Zeit betroffen sind; nur eine Person deutet auf etwas anderes.")
        case .serverHung:
            self.init(
                "Der Server nimmt Verbindungen an, antwortet aber nicht",
                "Speichern Sie vorerst anderswo; offene Fenster der Freigabe können bis zur Reparatur hängen.",
                "Bestätigen Sie es aus einem zweiten Netz, und melden Sie den Ausfall mit der Zeit des ersten "
                    + "Anrufs.")
        case .sessionHung:
            self.init(
                "Eine alte Verbindung hängt, eine neue geht",
                "Trennen Sie das Laufwerk und verbinden Sie es neu; hängt auch das, starten Sie den Rechner neu.",
                "Prüfen Sie den Ort zuerst mit wheretoshare: Ist er gesund, liegt es an der Sitzung des Rechners.")
        case .smb1Only:
            self.init(
                "Der Server spricht nur SMB 1",
                "Schalten Sie SMB 1 nicht ein; kopieren Sie auf einem anderen Weg, den wheretoshare nennt.",
                "Geben Sie keine Anleitung für SMB 1 aus; melden Sie den Server.")
        case .clientDialectTooOld:
            self.init(
                "Das SMB des Rechners ist älter, als der Server erlaubt",
                "Aktualisieren Sie das System; bis dahin nehmen Sie Remote Desktop oder das Web.",
                "Entfernen Sie 'vers=1.0' und 'vers=2.0' aus Einbindungen und Protokollgrenzen aus den "
                    + "Einstellungen.")
        case .encryptionRequired:
            self.init(
                "Der Server verlangt Verschlüsselung, die der Rechner nicht kann",
                "Nehmen Sie einen aktuellen Rechner oder Remote Desktop.",
                "Heben Sie die SMB-Version an ('vers=3.1.1' oder gar kein 'vers='), und erlauben Sie "
                    + "Verschlüsselung ('seal').")
        case .encryptionUnavailable:
            self.init(
                "Der Server kann nicht verschlüsseln, obwohl er sollte",
                "Legen Sie dort bis zur Reparatur nichts Vertrauliches ab.",
                "Nennen Sie einen anderen Ort für vertrauliche Daten.")
        case .networkNotAllowed:
            self.init(
                "Der Server bedient dieses Netz nicht",
                "Verbinden Sie das VPN, gehen Sie ins Campusnetz, oder nehmen Sie Remote Desktop.",
                "Sehen Sie im Inventar nach, für welche Netze der Server zugesagt ist.")
        case .shareNetworkNotAllowed:
            self.init(
                "Diese Freigabe ist für dieses Netz nicht gedacht",
                "Öffnen Sie sie vom Campus, über das VPN oder mit Remote Desktop.",
                "Versuchen Sie dasselbe Konto aus einem erlaubten Netz, bevor Sie um Rechte bitten.")
        case .ntlmDisabled:
            self.init(
                "Der Server nimmt nur Kerberos",
                "Nehmen Sie einen verwalteten Rechner, oder holen Sie mit 'kinit NAME@REALM' ein Ticket, und "
                    + "benutzen Sie den vollen Namen des Servers.",
                "Richten Sie auf Rechnern außerhalb der Domäne Kerberos ein, oder verweisen Sie auf Remote Desktop.")
        case .wrongCredentials:
            self.init(
                "Name, Domäne oder Passwort stimmt nicht",
                "Geben Sie den Namen mit Domäne ('DOMAIN\\name' oder 'name@REALM') und das Passwort neu ein; "
                    + "entfernen Sie vorher gespeicherte. Nach zwei Versuchen hören Sie auf.",
                "Sehen Sie nach, ob es das Konto gibt, ob es sich anderswo anmeldet und ob der Rechner ein "
                    + "altes Passwort behält.")
        case .otherAccountConnected:
            self.init(
                "Dieser Rechner ist unter anderem Namen schon verbunden",
                "Trennen Sie alle Laufwerke dieses Servers ('net use', dann 'net use LAUFWERK /delete'), oder melden Sie "
                    + "sich ab und wieder an; verbinden Sie dann mit nur einem Namen.",
                "Sehen Sie 'net use' und die gespeicherten Passwörter ('cmdkey /list') an: Windows nimmt nur einen Namen "
                    + "je Server.")
        case .accountDisabled:
            self.init(
                "Das Konto ist abgeschaltet",
                "Fragen Sie beim Helpdesk, warum; leihen Sie kein fremdes Konto.",
                "Klären Sie mit der Personalstelle, ob die Person noch Zugang haben soll.")
        case .accountExpired:
            self.init(
                "Das Ende des Kontos ist vorbei",
                "Sagen Sie dem Helpdesk, wie lange Sie bleiben und bei wem Sie zu Gast sind.",
                "Lassen Sie sich das neue Ende von der Gruppe oder der Personalstelle bestätigen.")
        case .accountLocked:
            self.init(
                "Zu viele falsche Passwörter haben das Konto gesperrt",
                "Warten Sie das Ende der Sperre ab, und ändern Sie das gespeicherte Passwort auf Telefonen, in "
                    + "Skripten und Laufwerken.",
                "Entsperren Sie das Konto, und finden Sie das Gerät, das es weiter versucht, bevor es wieder "
                    + "sperrt.")
        case .passwordMustChange:
            self.init(
                "Erst muss ein neues Passwort gesetzt werden",
                "Setzen Sie auf der Seite dafür oder an einem verwalteten Rechner ein neues Passwort, und "
                    + "verbinden Sie sich dann.",
                "Zeigen Sie, wo man es von außen ändert, und achten Sie darauf, dass überall das neue benutzt wird.")
        case .passwordExpired:
            self.init(
                "Das Passwort ist zu alt",
                "Setzen Sie ein neues Passwort, melden Sie sich ab und an, damit Laufwerke und Telefone es "
                    + "benutzen.",
                "Prüfen Sie, ob die Person die Seite für Passwörter von dort erreicht.")
        case .logonHours:
            self.init(
                "Das Konto darf sich um diese Zeit nicht anmelden",
                "Versuchen Sie es in den erlaubten Stunden, oder bitten Sie den Helpdesk um andere.",
                "Sagen Sie, welche Stunden das Konto hat.")
        case .workstationRestriction:
            self.init(
                "Das Konto gilt nur an bestimmten Rechnern",
                "Nehmen Sie den Rechner, für den das Konto gedacht ist, oder Ihr eigenes Konto.",
                "Klären Sie, ob ein Server in der Liste fehlt, der für Menschen anmeldet, etwa das Gateway "
                    + "einer Cloud.")
        case .logonTypeDenied:
            self.init(
                "Das Konto darf sich nicht über das Netz anmelden",
                "Nehmen Sie für Dateien Ihr persönliches Konto.",
                "Prüfen Sie, wozu das Konto angelegt wurde und ob es in einer geschützten Gruppe ist.")
        case .noKerberosTicket:
            self.init(
                "Es gibt kein Kerberos-Ticket",
                "Führen Sie 'kinit NAME@REALM' aus, oder sperren und entsperren Sie den Bildschirm eines "
                    + "verwalteten Rechners.",
                "Für nächtliche Arbeiten richten Sie eine Keytab oder ein Dienstkonto ein.")
        case .kerberosTicketExpired:
            self.init(
                "Das Kerberos-Ticket ist abgelaufen",
                "Führen Sie 'kinit' aus, oder sperren und entsperren Sie den Bildschirm.",
                "Für lange Arbeiten erneuern Sie das Ticket regelmäßig ('kinit -R') oder nehmen eine Keytab.")
        case .clockSkew:
            self.init(
                "Zwei Uhren gehen zu weit auseinander",
                "Schalten Sie die automatische Zeit ein, warten Sie, bis die Uhr stimmt, und melden Sie sich "
                    + "neu an.",
                "Vergleichen Sie beide Uhren mit einer dritten, um zu sehen, welche falsch geht.")
        case .spnMissing:
            self.init(
                "Kerberos kennt den Server nicht unter diesem Namen",
                "Nehmen Sie den wirklichen Namen des Servers, wie ihn wheretoshare zeigt.",
                "Ersetzen Sie den Zweitnamen in Verknüpfungen und Laufwerksskripten.")
        case .kerberosNeedsName:
            self.init(
                "Kerberos braucht den Namen des Servers, nicht die Adresse",
                "Nehmen Sie den vollen Namen des Servers statt der Adresse.",
                "Wurde die Adresse benutzt, weil der Name nicht ging, reparieren Sie das: siehe dns-internal-only.")
        case .kdcUnreachable:
            self.init(
                "Die Anmeldeserver sind von hier nicht erreichbar",
                "Verbinden Sie das VPN; damit sind meist auch die Anmeldeserver erreichbar.",
                "Versuchen Sie Port 88 der Anmeldeserver aus demselben Netz.")
        case .kerberosRealmMisconfigured:
            self.init(
                "Dieser Rechner kennt die Anmeldeserver des Realms nicht",
                "Geben Sie das Konto als 'name@REALM' an, den Realm in Großbuchstaben.",
                "Spielen Sie die 'krb5.conf' des Hauses ein, oder lassen Sie den Realm über DNS finden.")
        case .kerberosEtypeMismatch:
            self.init(
                "Rechner und Server haben kein gemeinsames Kerberos-Verfahren",
                "Spielen Sie die Updates des Systems ein und starten Sie neu; lassen Sie die Einstellungen "
                    + "zur Anmeldung, wie sie sind.",
                "Entfernen Sie 'permitted_enctypes' und Ähnliches aus der 'krb5.conf'; erlauben Sie AES.")
        case .ccacheUnreadable:
            self.init(
                "Die Tickets liegen, wo das Programm sie nicht lesen kann",
                "Setzen Sie 'KRB5CCNAME=FILE:/tmp/krb5cc_$(id -u)', führen Sie 'kinit' aus, und starten Sie "
                    + "das Programm von dort.",
                "Setzen Sie 'default_ccache_name' auf Rechnern, wo solche Programme laufen, auf eine Datei.")
        case .accountsNotVerifiable:
            self.init(
                "Der Dateiserver kann gerade keine Konten prüfen",
                "Bleiben Sie verbunden, wenn Sie es sind; ändern Sie deswegen nicht Ihr Passwort.",
                "Versuchen Sie ein zweites Konto und einen zweiten Server, um zu sehen, ob es nur an diesem liegt.")
        case .shareUnknown:
            self.init(
                "Eine Freigabe dieses Namens gibt es nicht",
                "Nehmen Sie den Pfad, den wheretoshare für Ihre Gruppe zeigt, oder sehen Sie die Liste der "
                    + "Freigaben durch.",
                "Suchen Sie den alten Namen in Verknüpfungen und Laufwerksskripten, und wie sie heute heißt.")
        case .shareNotOffered:
            self.init(
                "Der Server bietet eine Freigabe nicht an, die er haben sollte",
                "Warten Sie die Reparatur ab, und legen Sie keine eigene Freigabe an.",
                "Fragen Sie ein zweites Mitglied der Gruppe, und melden Sie es mit der Zeit, seit wann.")
        case .shareHidden:
            self.init(
                "Die Freigabe steht nicht in der Liste, geht aber über den Pfad",
                "Geben Sie den vollen Pfad ein: '\\\\server\\share' unter Windows, 'smb://server/share' unter "
                    + "macOS und Linux.",
                "Geben Sie den Pfad oder ein verbundenes Laufwerk aus statt \"zum Server durchklicken\".")
        case .shareDenied:
            self.init(
                "Das Konto hat kein Recht auf diese Freigabe",
                "Melden Sie sich ab und an, wenn Sie erst kürzlich in die Gruppe kamen; sonst fragen Sie, wem "
                    + "die Freigabe gehört.",
                "Vergleichen Sie die Gruppen des Kontos mit denen der Freigabe, und lassen Sie die "
                    + "Verantwortlichen zustimmen, bevor Sie jemanden aufnehmen.")
        case .folderDenied:
            self.init(
                "Der Ordner darf nicht geöffnet werden",
                "Fragen Sie, wem der Ordner gehört, oder nehmen Sie den Ordner Ihrer Gruppe.",
                "Lesen Sie die Rechte den ganzen Pfad entlang; auch ein Ordner darüber kann es sein, der abweist.")
        case .fileDenied:
            self.init(
                "Die Datei darf nicht gelesen werden",
                "Bitten Sie, wer sie abgelegt hat, sie neu in den Ordner zu kopieren.",
                "Lassen Sie die Datei die Rechte ihres Ordners erben.")
        case .notWritable:
            self.init(
                "Der Ort ist lesbar, aber nicht beschreibbar",
                "Nehmen Sie den Ordner zum Schreiben, den wheretoshare nennt, oder fragen Sie, wem die "
                    + "Freigabe gehört.",
                "Sehen Sie nach, ob irgendein Mitglied schreiben kann: Kann es keines, ist die Freigabe "
                    + "schreibgeschützt; sonst fehlt eine Mitgliedschaft.")
        case .backendUnavailable:
            self.init(
                "Die Platte hinter der Freigabe ist weg",
                "Speichern Sie anderswo, und bitten Sie nicht um neue Rechte.",
                "Verloren mehrere in derselben Minute einen Ordner, melden Sie einen Ausfall, statt Rechte zu "
                    + "ändern.")
        case .backendHung:
            self.init(
                "Die Platte hinter der Freigabe antwortet nicht",
                "Lassen Sie das Laufwerk in Ruhe und speichern Sie anderswo; offene Programme reagieren "
                    + "vielleicht bis dahin nicht.",
                "Versuchen Sie eine zweite Freigabe desselben Servers, und melden Sie, welche hängen.")
        case .diskFull:
            self.init(
                "Der Datenträger ist voll",
                "Prüfen Sie, ob Ihre letzte Datei vollständig ist, und legen Sie große Daten an einen anderen "
                    + "Ort, den wheretoshare nennt.",
                "Fragen Sie die Gruppe, was weg kann; oft hilft es, den Papierkorb der Freigabe zu leeren.")
        case .quotaExceeded:
            self.init(
                "Der eigene Anteil am Platz ist aufgebraucht",
                "Löschen oder archivieren Sie, was nicht mehr gebraucht wird; dann bitten Sie um mehr.",
                "Zeigen Sie der Person oder Gruppe, wie viel sie belegt und in welchen Ordnern.")
        case .shareConnectionLimit:
            self.init(
                "Alle Plätze dieser Freigabe sind besetzt",
                "Trennen Sie Laufwerke, die Sie nicht brauchen, und versuchen Sie es später.",
                "Fragen Sie nach Rechnern, die die Freigabe Tag und Nacht offen halten.")
        case .fileInUse:
            self.init(
                "Jemand anderes hat die Datei offen",
                "Bitten Sie, sie zu schließen, oder arbeiten Sie an einer Kopie.",
                "Lassen Sie das Speicherteam nachsehen, wer sie hält; oft ist es ein Rechner im Ruhezustand.")
        case .nameIllegal:
            self.init(
                "Der Name hat Zeichen, die der Server nicht erlaubt",
                "Benennen Sie die Datei um, mit Buchstaben, Ziffern, '-' und '_', und kopieren Sie neu.",
                "Viele Dateien benennen Sie mit einem Skript um, oder Sie packen sie in ein Archiv.")
        case .nameTooLong:
            self.init(
                "Der Name oder der Pfad ist zu lang",
                "Kürzen Sie Namen, oder kopieren Sie in einen Ordner weiter oben.",
                "Verbinden Sie einen tiefen Ordner als Laufwerk, damit der Pfad kürzer wird.")
        case .dfsTargetUnreachable:
            self.init(
                "Der Ordner liegt auf einem Server, der nicht erreichbar ist",
                "Nehmen Sie vorerst andere Ordner; an Ihren Rechten liegt es nicht.",
                "Prüfen Sie den zweiten Server für sich: wheretoshare nennt dafür eine eigene Ursache.")
        case .pathMissing:
            self.init(
                "Der Ordner oder die Datei ist nicht da",
                "Öffnen Sie die Freigabe und gehen Sie hinunter, um zu sehen, wo der Pfad endet; fragen Sie, "
                    + "wer ihn verschoben hat.",
                "Wurde er gelöscht, sehen Sie in die Schnappschüsse; wurde er verschoben, berichtigen Sie "
                    + "Verknüpfungen und Inventar.")
        case .membershipNotInTicket:
            self.init(
                "Das Konto ist in der Gruppe, aber die Anmeldung weiß es noch nicht",
                "Melden Sie sich am Rechner ab und wieder an (Linux: 'kdestroy', dann 'kinit') und versuchen Sie es "
                    + "noch einmal.",
                "Ein Kerberos-Ticket behält die Gruppen des Augenblicks, in dem es ausgestellt wurde. Wird auch ein "
                    + "neues abgewiesen, sehen Sie nach, ob die Gruppe im Verzeichnis und auf der Zugriffsliste "
                    + "der Freigabe angekommen ist.")
        case .sessionExpired:
            self.init(
                "Die Verbindung endete mittendrin",
                "Verbinden Sie sich neu; prüfen Sie, ob Ihre letzte Datei vollständig ist.",
                "Kommt es in gleichen Abständen wieder, suchen Sie eine Firewall, die untätige Verbindungen "
                    + "beendet.")
        case .notMounted:
            self.init(
                "Der Ort ist hier nicht eingebunden",
                "Melden Sie sich neu an, oder binden Sie ihn ein ('mount PATH'); verschieben Sie dann "
                    + "dorthin, was im leeren Ordner landete.",
                "Sehen Sie nach, warum er beim Start nicht eingebunden wurde: Das Netz war zu spät, oder in "
                    + "'/etc/fstab' steht 'noauto'.")
        case .mountWrongSource:
            self.init(
                "Der Ordner zeigt eine andere Freigabe als erwartet",
                "Speichern Sie dort nichts; sagen Sie dem Helpdesk, was Sie seit wann gespeichert haben.",
                "Berichtigen Sie den Eintrag in '/etc/fstab' oder der Automount-Karte, binden Sie neu ein, und "
                    + "verschieben Sie, was am falschen Ort liegt.")
        case .mountHung:
            self.init(
                "Die Einbindung antwortet nicht",
                "Öffnen Sie keine weiteren Fenster darauf; speichern Sie anderswo.",
                "Prüfen Sie zuerst den Server; ist er gesund, lösen Sie die Einbindung ('umount -l PATH') und "
                    + "binden Sie neu ein, oder starten Sie den Rechner neu.")
        case .mountDead:
            self.init(
                "Die Einbindung hat ihren Server endgültig verloren",
                "Lösen und binden Sie neu ein ('fusermount -u PATH' bei eigenen); unter macOS werfen Sie das "
                    + "Volume aus und verbinden neu.",
                "Bei Einbindungen des Systems: 'umount -l PATH' und 'mount PATH'. Suchen Sie ein Programm, das "
                    + "gestorben ist.")
        case .mountReadOnly:
            self.init(
                "Die Einbindung ist schreibgeschützt",
                "Schreiben Sie vorerst über die eigene Verbindung des Dateimanagers ('smb://…').",
                "Entfernen Sie 'ro' aus dem Eintrag und binden Sie neu ein; nach einem Fehler lesen Sie zuerst "
                    + "das Protokoll des Systems.")
        case .automountFailed:
            self.init(
                "Die automatische Einbindung hat nicht geklappt",
                "Öffnen Sie den Ordner noch einmal, wenn das Netz oder das VPN steht.",
                "Lesen Sie das Protokoll der Unit, beheben Sie die Ursache, dann 'systemctl reset-failed', und "
                    + "öffnen Sie den Ordner.")
        case .mountShadowed:
            self.init(
                "Etwas anderes ist über dem Ort eingebunden",
                "Schließen Sie Programme, die den Ordner benutzen, und sagen Sie es dem Helpdesk.",
                "Lösen Sie die obere Einbindung ('umount PATH' nimmt die letzte), und entfernen Sie den "
                    + "zweiten Eintrag, oft einen in '/etc/fstab' neben einem Automount.")
        case .cifsModuleMissing:
            self.init(
                "Dieses System kann keine SMB-Freigaben einbinden",
                "Nehmen Sie den Dateimanager ('smb://…') oder einen anderen Rechner.",
                "Installieren Sie die Zusatzmodule des Kernels und 'cifs-utils'; nach einem Kernel-Update "
                    + "starten Sie zuerst neu.")
        case .credentialsFileExposed:
            self.init(
                "Die Datei mit dem Passwort können andere lesen",
                "Führen Sie 'chmod 600 FILE' aus, und ändern Sie das Passwort, wenn andere diesen Rechner benutzen.",
                "Suchen Sie Kopien in Sicherungen und gemeinsamen Ordnern; bieten Sie Kerberos an.")
        case .mountNameUnresolved:
            self.init(
                "Der Name des Servers wurde beim Einbinden nicht gefunden",
                "Versuchen Sie es noch einmal, wenn das Netz oder das VPN steht.",
                "Ergänzen Sie '_netdev' und 'x-systemd.automount', schreiben Sie den vollen Namen, und "
                    + "berichtigen Sie einen geänderten.")
        case .mountPointMissing:
            self.init(
                "Den Ordner zum Einbinden gibt es nicht",
                "Legen Sie ihn an ('mkdir PATH'), wo Sie dürfen, und binden Sie neu ein.",
                "Legen Sie ihn für Pfade des Systems an, und sehen Sie nach, was ihn entfernt hat; in einem "
                    + "Dateisystem im Speicher verschwindet er bei jedem Neustart.")
        case .mountNotPermitted:
            self.init(
                "Die Person darf diese Freigabe nicht einbinden",
                "Öffnen Sie die Freigabe im Dateimanager, der kein solches Recht braucht.",
                "Ergänzen Sie einen Eintrag mit 'user' oder 'users', oder einen Automount.")
        case .fstabError:
            self.init(
                "Eine Zeile der Tabelle der Dateisysteme ist unbrauchbar",
                "Nennen Sie dem Helpdesk den Pfad, der leer ist.",
                "Schreiben Sie Leerzeichen als '\\040', sechs Felder je Zeile, führen Sie 'findmnt --verify' "
                    + "aus, dann 'systemctl daemon-reload' und 'mount -a'.")
        case .mountOptionsOutdated:
            self.init(
                "Die Optionen der Einbindung sind aus einer anderen Zeit",
                "Nehmen Sie vorerst den Dateimanager.",
                "Entfernen Sie 'vers=', oder setzen Sie 'vers=3.1.1'; nehmen Sie 'sec=krb5' oder die Vorgabe.")
        case .bootStallRisk:
            self.init(
                "Diese Einbindung kann den Start des Rechners aufhalten",
                "Sie müssen nichts tun; sagen Sie es dem Helpdesk, wenn Ihr Rechner langsam startet.",
                "Ergänzen Sie '_netdev,nofail,x-systemd.automount' im Eintrag.")
        case .mountLocalMode:
            self.init(
                "Die hier gezeigten Rechte sind nicht die des Servers",
                "Schreiben Sie vorerst über die eigene Verbindung des Dateimanagers.",
                "Binden Sie mit 'uid=' und 'gid=' der Person ein, mit 'noperm', oder je Person mit 'multiuser' "
                    + "und Kerberos.")
        case .certificateProblem:
            self.init(
                "Dem Zertifikat des Servers ist nicht zu trauen, oder es endet bald",
                "Klicken Sie die Warnung nicht weg, und geben Sie kein Passwort ein.",
                "Sehen Sie nach, ob es auf anderen Rechnern auftritt; wenn nicht, prüfen Sie Uhr und "
                    + "Stammzertifikate dieses Rechners.")
        case .httpUnhealthy:
            self.init(
                "Der Webdienst antwortet, aber nicht richtig",
                "Versuchen Sie es später; was auf Abgleich wartet, bleibt auf Ihrem Rechner.",
                "Sehen Sie nach, ob eine Wartung angekündigt ist, bevor Sie anrufen.")
        case .rdpNotAnswering:
            self.init(
                "Remote Desktop antwortet nicht, wie es sollte",
                "Versuchen Sie es in einigen Minuten wieder, oder nehmen Sie das VPN, wenn Sie es haben.",
                "Sehen Sie nach, ob alle betroffen sind oder nur eine Person; dann ist ihr Programm vielleicht "
                    + "zu alt für den Schutz des Servers.")
        case .vpnDown:
            self.init(
                "Das VPN ist nicht verbunden",
                "Verbinden Sie das VPN und versuchen Sie es wieder; nach dem Ruhezustand trennen Sie es zuerst.",
                "Verbindet es sich nicht, sehen Sie in das Protokoll des Programms, auf das Recht des Kontos "
                    + "und den zweiten Faktor.")
        case .probeCrashed:
            self.init(
                "Die Prüfung selbst ist abgebrochen",
                "Öffnen Sie den Ort von Hand, um zu sehen, ob er geht.",
                "Prüfen Sie noch einmal; bricht es wieder ab, melden Sie Version, Ziel und Befund. Sehen Sie "
                    + "nach, ob libsmbclient installiert ist.")
        case .deadlineExceeded:
            self.init(
                "Der Prüfung ging von sich aus die Zeit aus",
                "Prüfen Sie noch einmal.",
                "Sehen Sie nach der Last des prüfenden Rechners und wie viele Prüfungen zugleich laufen; geben "
                    + "Sie mehr Zeit, wenn es langsam sein muss.")
        case .weakerThanPromised:
            self.init(
                "Die Verbindung ist schwächer geschützt als zugesagt",
                "Legen Sie dort bis zur Reparatur nichts Vertrauliches ab.",
                "Sagen Sie es dem Speicherteam; am Rechner der Person liegt es nicht.")
        case .contentChanged:
            self.init(
                "Die Prüfdatei ist nicht, was sie sein sollte",
                "Vergleichen Sie eine eigene wichtige Datei mit einer Kopie, und melden Sie Unterschiede.",
                "Fragen Sie, ob der Ort kürzlich wiederhergestellt, verschoben oder aufgeräumt wurde.")
        case .testFileLeft:
            self.init(
                "Eine Prüfdatei ließ sich nicht entfernen",
                "Lassen Sie sie liegen, oder löschen Sie sie, wenn Sie dürfen; sie enthält nichts.",
                "Nennen Sie dem Speicherteam Namen und Ort.")
        }
    }
}
