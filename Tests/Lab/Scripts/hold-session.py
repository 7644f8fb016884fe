"""A session that stays until this program is ended: hold-session.py SERVER SHARE [FILE]

With a FILE it holds that one open, so that nobody else can open it meanwhile. It prints "held" when it has what it
wants, and then, ten times a second, "alive" for each answer of the server, or what the server said instead.
"""

import sys
import time

from samba import NTSTATUSError, credentials
from samba.samba3 import libsmb_samba_internal as libsmb
from samba.samba3 import param

settings = param.get_context()
settings.load("/run/lab/client.conf")
account = credentials.Credentials()
account.set_username("alice")
account.set_password("pw-alice")
account.set_domain("LAB")
# Without a workstation's name the sign-in ends with NT_STATUS_INVALID_PARAMETER.
account.set_workstation("DESK")
account.set_kerberos_state(credentials.DONT_USE_KERBEROS)

connection = libsmb.Conn(sys.argv[1], sys.argv[2], settings, account)
if len(sys.argv) > 3:
    # For reading, and sharing nothing.
    connection.create(sys.argv[3], DesiredAccess=0x80000001, ShareAccess=0)
print("held", flush=True)
while True:
    time.sleep(0.1)
    try:
        connection.list("")
        print("alive", flush=True)
    except NTSTATUSError as error:
        print(f"{error.args[0]:08x} {error.args[1]}", flush=True)
