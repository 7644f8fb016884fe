extension WindowsScript {
    /// Lines with numbers and seals; questions that run beside, each with a time of its own.
    static let base = #"""
        $state = @{ n = 0; out = @() }
        function Get-Seal($text) {
          $a = 1; $b = 0
          foreach ($c in [char[]]$text) { $a = ($a + [int]$c) % 251; $b = ($b + $a) % 251 }
          '{0:x2}{1:x2}' -f $a, $b
        }
        function Get-Plain($value) {
          $plain = "$value" -replace '[^\x20-\x7e]', '-' -replace '["''`<>&*~]', '-' -replace '-+', '-' -replace ' +', ' '
          if ($plain.Length -gt 160) { $plain = $plain.Substring(0, 160) }
          $plain.Trim()
        }
        function Add-Fact($key, $value) {
          $state.n++
          $line = '{0:d2} {1}: {2}' -f $state.n, $key, (Get-Plain $value)
          $state.out += ($line + ' ~' + (Get-Seal $line))
        }
        function Get-Word($value) { $word = (Get-Plain $value) -replace ' ', '-'; if ($word) { $word } else { '-' } }
        function Start-Ask($code, $list) {
          $p = [PowerShell]::Create()
          [void]$p.AddScript($code)
          foreach ($x in $list) { [void]$p.AddArgument($x) }
          @{ p = $p; h = $p.BeginInvoke(); at = $clock.ElapsedMilliseconds }
        }
        function Get-Answer($ask) {
          $now = $clock.ElapsedMilliseconds
          $left = [Math]::Max(0, [Math]::Min(5000 - ($now - $ask.at), 18500 - $now))
          if ($ask.h.AsyncWaitHandle.WaitOne([int]$left)) { try { $ask.p.EndInvoke($ask.h) } catch { } }
          else { [void]$ask.p.BeginStop($null, $null); 'timeout' }
        }
        """#

    /// What is asked.
    static let asking = #"""
        $askName = @'
        param($name)
        $t = [Diagnostics.Stopwatch]::StartNew()
        try { $all = [Net.Dns]::GetHostAddresses($name) } catch { $all = @() }
        'ms ' + $t.ElapsedMilliseconds
        foreach ($a in $all) { if (-not $a.IsIPv6LinkLocal) { 'is ' + $a.IPAddressToString } }
        '@
        $askServer = @'
        param($name)
        $found = Resolve-DnsName -Name $name -DnsOnly -NoHostsFile -QuickTimeout -ErrorAction SilentlyContinue -ErrorVariable bad
        foreach ($r in $found) { if ($r.IPAddress) { 'is ' + $r.IPAddress } }
        $code = 0
        if ($bad.Count -gt 0) { $code = $bad[0].Exception.NativeErrorCode }
        'code ' + $code
        '@
        $askGroups = @'
        whoami.exe /groups /fo csv /nh | ConvertFrom-Csv -Header name, type, sid, more | ForEach-Object { ($_.name -split '\\')[-1] }
        '@
        $askTickets = 'klist.exe'
        $askStored = 'cmdkey.exe /list'
        $askMounts = 'Get-SmbMapping | ForEach-Object { "$($_.Status)|$($_.LocalPath)|$($_.RemotePath)" }'
        $askClient = @'
        $c = Get-SmbClientConfiguration
        if ($c) { 'signing ' + $c.RequireSecuritySignature; 'encryption ' + $c.RequireEncryption }
        '@
        $askFirewall = @'
        $bad = $null
        $rules = @(Get-NetFirewallRule -PolicyStore ActiveStore -Direction Outbound -Action Block -Enabled True -ErrorAction SilentlyContinue -ErrorVariable bad)
        foreach ($e in $bad) { if ($e.CategoryInfo.Category -ne 'ObjectNotFound') { 'unreadable'; return } }
        foreach ($r in ($rules | Select-Object -First 40)) {
          $p = $r | Get-NetFirewallPortFilter
          $isPort = $false
          foreach ($x in $p.RemotePort) {
            if ($x -eq 'Any' -or $x -eq '445') { $isPort = $true }
            elseif ($x -match '^(\d+)-(\d+)$' -and [int]$Matches[1] -le 445 -and [int]$Matches[2] -ge 445) { $isPort = $true }
          }
          if (-not $isPort -or ($p.Protocol -ne 'TCP' -and $p.Protocol -ne 'Any')) { continue }
          $a = $r | Get-NetFirewallAddressFilter
          $g = $r | Get-NetFirewallApplicationFilter
          $s = $r | Get-NetFirewallServiceFilter
          $all = $a.RemoteAddress -eq 'Any' -and $a.LocalAddress -eq 'Any' -and $g.Program -eq 'Any' -and $s.Service -eq 'Any'
          $fit = if ($all -and $r.Profile -eq 'Any') { 'certain' } else { 'possible' }
          $fit + ' ' + $r.DisplayName
        }
        foreach ($f in (Get-NetFirewallProfile -PolicyStore ActiveStore)) {
          if ($f.Enabled -eq 'True' -and $f.DefaultOutboundAction -eq 'Block') { 'possible profile ' + $f.Name }
        }
        'done'
        '@
        $askRoute = @'
        param($to)
        $r = @(Find-NetRoute -RemoteIPAddress $to)
        $hop = ($r | Where-Object { $_.NextHop } | Select-Object -First 1)
        $from = ($r | Where-Object { $_.IPAddress } | Select-Object -First 1)
        if ($hop) { 'is|' + $hop.InterfaceAlias + '|' + $hop.NextHop + '|' + $from.IPAddress }
        '@
        $askOpen = @'
        param($path)
        try { [void][IO.Directory]::EnumerateFileSystemEntries($path).GetEnumerator().MoveNext(); 'ok' }
        catch { $x = $_.Exception; while ($x.InnerException) { $x = $x.InnerException }; 'error ' + ($x.HResult -band 0xffff) }
        '@
        """#

    /// Everything is asked at the same time.
    static let starting = #"""
        foreach ($p in $places) { $p.name1 = Start-Ask $askName @($p.host); $p.name2 = Start-Ask $askServer @($p.host) }
        $groupsAsk = Start-Ask $askGroups
        $ticketsAsk = Start-Ask $askTickets
        $storedAsk = Start-Ask $askStored
        $mountsAsk = Start-Ask $askMounts
        $clientAsk = Start-Ask $askClient
        $firewallAsk = Start-Ask $askFirewall
        Add-Fact 'target' $places[0].name
        $version = Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
        Add-Fact 'system' ($version.ProductName + ' ' + [Environment]::OSVersion.Version)
        Add-Fact 'computer' (Get-Word $env:COMPUTERNAME)
        Add-Fact 'time' ([DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ', [Globalization.CultureInfo]::InvariantCulture))
        Add-Fact 'account' $env:USERNAME
        if ($env:USERDNSDOMAIN) { Add-Fact 'logon' ('domain ' + $env:USERDNSDOMAIN) } else { Add-Fact 'logon' 'computer' }
        if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') { Add-Fact 'note' 'PowerShell is restricted here' }
        """#
}
