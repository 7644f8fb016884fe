extension WindowsScript {
    /// Names, and connections to all addresses at the same time.
    static let connecting = #"""
        $words = @{ 9003 = 'unknown-name'; 9501 = 'no-address'; 9002 = 'server-failure'; 9005 = 'refused'; 1460 = 'no-answer'; 9852 = 'no-server' }
        $ends = @{ ConnectionRefused = 'refused'; NetworkUnreachable = 'no-route'; HostUnreachable = 'host-unreachable'; AccessDenied = 'forbidden'; TimedOut = 'no-answer' }
        function Get-End($x) {
          while ($x.InnerException) { $x = $x.InnerException }
          $end = $ends["$($x.SocketErrorCode)"]
          if ($end) { $end } else { 'other' }
        }
        $tries = @()
        foreach ($p in $places) {
          $ip = $null
          $isAddress = [Net.IPAddress]::TryParse($p.host, [ref]$ip)
          $one = @(Get-Answer $p.name1)
          $two = @(Get-Answer $p.name2)
          $ms = @($one -like 'ms *')[0] -replace 'ms ', ''
          $found = @($one -like 'is *' -replace '^is ', '')
          if ($found.Count -eq 0) { $found = @($two -like 'is *' -replace '^is ', '') }
          if ($isAddress) { $found = @($p.host) }
          $found = @($found | Select-Object -Unique -First 4)
          $word = 'found'
          if ($found.Count -eq 0) {
            $code = 0
            $codes = @($two -like 'code *')
            if ($codes.Count -gt 0) { $code = [int]($codes[0] -replace 'code ', '') }
            $word = if ($words.ContainsKey($code)) { $words[$code] } elseif ($two -contains 'timeout') { 'no-answer' } else { 'unreadable' }
          }
          $took = if ($ms) { ' ms=' + $ms } else { '' }
          Add-Fact 'place' ($p.name + ' ' + $p.host + ' ' + $word + $took)
          $p.found = $found
          foreach ($a in $found) {
            Add-Fact 'address' ($p.name + ' ' + $a)
            foreach ($port in $p.ports) {
              $try = @{ place = $p.name; to = $a; port = $port; at = $clock.ElapsedMilliseconds; word = $null; ms = 0 }
              try {
                $to = [Net.IPAddress]::Parse($a)
                $try.c = New-Object Net.Sockets.TcpClient($to.AddressFamily)
                $try.h = $try.c.BeginConnect($to, $port, $null, $null)
              } catch { $try.word = Get-End $_.Exception }
              $tries += $try
            }
          }
        }
        $until = [Math]::Min($clock.ElapsedMilliseconds + 3500, 13000)
        do {
          $open = 0
          foreach ($try in $tries) {
            if ($try.word) { continue }
            if (-not $try.h.IsCompleted) { $open++; continue }
            $try.ms = $clock.ElapsedMilliseconds - $try.at
            try { $try.c.EndConnect($try.h); $try.word = 'connected' }
            catch { $try.word = Get-End $_.Exception }
          }
          if ($open) { Start-Sleep -Milliseconds 15 }
        } while ($open -and $clock.ElapsedMilliseconds -lt $until)
        $isOpen = $false
        foreach ($try in $tries) {
          if (-not $try.word) { $try.word = 'no-answer'; $try.ms = $clock.ElapsedMilliseconds - $try.at }
          if ($try.c) { $try.c.Close() }
          if ($try.place -eq $places[0].name -and $try.port -ne 139 -and $try.word -eq 'connected') { $isOpen = $true }
          Add-Fact 'port' ($try.place + ' ' + $try.to + ' ' + $try.port + ' ' + $try.word + ' ms=' + $try.ms)
        }
        $routes = @()
        foreach ($a in ($places[0].found | Select-Object -First 2)) { $routes += @{ to = $a; ask = (Start-Ask $askRoute @($a)) } }
        """#

    /// The folder is opened where Windows signs in by itself: in a domain, or with what it keeps for this server.
    static let opening = #"""
        $isMounted = $false
        $drives = @()
        foreach ($m in @(Get-Answer $mountsAsk)) {
          $part = "$m" -split '\|'
          if ($part.Count -lt 3) { continue }
          $server = ($part[2].TrimStart('\') -split '\\')[0]
          if ($hosts -notcontains $server) { continue }
          if ($share -and ($part[2] -split '\\')[3] -ne ($share -split '\\')[3]) { continue }
          $isMounted = $true
          $where = if ($part[1]) { $part[1] } else { 'without-a-drive' }
          $how = if ($part[0] -eq 'OK') { 'ok' } else { 'unknown' }
          $drives += ($how + ' ' + $where)
        }
        $stored = @(Get-Answer $storedAsk)
        $isStored = $false
        foreach ($line in $stored) { foreach ($name in $hosts) { if ("$line" -match ('target=' + [regex]::Escape($name) + '$')) { $isStored = $true } } }
        $openAsk = $null
        if ($share -and $isOpen -and ($env:USERDNSDOMAIN -or $isMounted -or $isStored)) {
          $openAsk = Start-Ask $askOpen @($folder)
          $shareAsk = if ($folder -ne $share) { Start-Ask $askOpen @($share) } else { $null }
        }
        """#
}
