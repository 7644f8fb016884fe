"""A server on the SMB port that misbehaves: fault-server.py MODE PORT

silent            accepts, and never says a word
close, reset      ends the connection at once
banner            greets as an SSH server does, and waits
http              answers whatever it is asked as a web server does
garbage           answers with bytes that mean nothing
hang-STAGE        speaks through the real server on port 4450 until STAGE is over, and is silent from then on
reset-STAGE       … and resets the connection then; a STAGE is negotiate, sign-in or tree-connect
"""

import os
import socket
import struct
import sys
import threading

MODE, PORT = sys.argv[1], int(sys.argv[2])
# The requests that a client makes up to the end of a stage; a sign-in by NTLM takes two.
REQUESTS = {"negotiate": 1, "sign-in": 3, "tree-connect": 4}


def reset(connection):
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def say_nothing(connection):
    while connection.recv(65536):
        pass


def exactly(connection, count):
    received = b""
    while len(received) < count:
        part = connection.recv(count - len(received))
        if not part:
            raise ConnectionError("the other end is gone")
        received += part
    return received


def message(connection):
    head = exactly(connection, 4)
    return head + exactly(connection, int.from_bytes(head[1:], "big"))


def relay(connection, ending, stage):
    with socket.create_connection(("127.0.0.1", 4450)) as server:
        for _ in range(REQUESTS[stage]):
            server.sendall(message(connection))
            connection.sendall(message(server))
        message(connection)
        reset(connection) if ending == "reset" else say_nothing(connection)


def handle(connection):
    try:
        if MODE == "silent":
            say_nothing(connection)
        elif MODE == "close":
            pass
        elif MODE == "reset":
            reset(connection)
        elif MODE == "banner":
            connection.sendall(b"SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n")
            say_nothing(connection)
        elif MODE == "http":
            connection.recv(65536)
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
        elif MODE == "garbage":
            connection.recv(65536)
            # Not by chance one of the types of a NetBIOS frame (RFC 1002, section 4.3.1).
            connection.sendall(b"\x99" + os.urandom(511))
        else:
            relay(connection, *MODE.split("-", 1))
    except OSError:
        pass
    finally:
        connection.close()


with socket.create_server(("::", PORT), family=socket.AF_INET6, backlog=128, dualstack_ipv6=True) as listener:
    while True:
        accepted, _ = listener.accept()
        threading.Thread(target=handle, args=(accepted,), daemon=True).start()
