"""Asks a file server what it speaks: negotiate.py HOST DIALECT…, with dialects as hexadecimal numbers such as 0311

One line: the dialect it chose and whether it insists on signed messages; the status by which it refuses all of them;
or "closed" or "silent".
"""

import os
import socket
import struct
import sys

NEGOTIATE_CONTEXTS = 0x0311
dialects = [int(text, 16) for text in sys.argv[2:]]

# MS-SMB2 2.2.1.2 and 2.2.3. Dialect 3.1.1 needs contexts: how to hash (SHA-512), and how to encrypt (AES-128-GCM).
header = b"\xfeSMB" + struct.pack("<HHIHHIIQIIQ16x", 64, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0)
choices = struct.pack(f"<{len(dialects)}H", *dialects)
choices += bytes(-(64 + 36 + len(choices)) % 8)
contexts = b""
if NEGOTIATE_CONTEXTS in dialects:
    contexts = struct.pack("<HHIHHH32s2x", 1, 38, 0, 1, 32, 1, os.urandom(32))
    contexts += struct.pack("<HHIHH", 2, 4, 0, 1, 2)
    where = struct.pack("<IHH", 64 + 36 + len(choices), 2, 0)
else:
    where = bytes(8)
body = struct.pack("<HHHHI16s", 36, len(dialects), 1, 0, 0x40, os.urandom(16)) + where
request = header + body + choices + contexts

try:
    with socket.create_connection((sys.argv[1], 445), 1.5) as server:
        server.sendall(struct.pack(">I", len(request)) + request)
        answer = b""
        while len(answer) < 4 or len(answer) < 4 + int.from_bytes(answer[1:4], "big"):
            part = server.recv(65536)
            if not part:
                break
            answer += part
    answer = answer[4:]
    if len(answer) < 64 + 8:
        print("closed")
    elif status := struct.unpack_from("<I", answer, 8)[0]:
        print(f"{status:08x}")
    else:
        mode, dialect = struct.unpack_from("<HH", answer, 66)
        print(f"{dialect:04x} {'signing' if mode & 2 else 'plain'}")
except TimeoutError:
    print("silent")
except ConnectionError:
    print("closed")
