"""Opens a TCP connection and says what became of it: connect.py HOST PORT [SECONDS]

One word: connected, TIMEOUT (no answer in that time), NONAME, or the name of the error number.
"""

import errno
import socket
import sys

try:
    socket.create_connection((sys.argv[1], int(sys.argv[2])), float(sys.argv[3]) if len(sys.argv) > 3 else 1.5).close()
    print("connected")
except TimeoutError as error:
    print(errno.errorcode[error.errno] if error.errno else "TIMEOUT")
except socket.gaierror as error:
    print({socket.EAI_NONAME: "NONAME", socket.EAI_AGAIN: "AGAIN"}.get(error.errno, str(error)))
except OSError as error:
    print(errno.errorcode[error.errno])
