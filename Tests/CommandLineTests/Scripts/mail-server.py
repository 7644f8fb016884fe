"""A mail server that keeps what it is given.

mail-server.py FOLDER [CERTIFICATE KEY]: writes its port to FOLDER/port and each letter to FOLDER/letter-N, with the sender
and the recipients of the envelope before it; ends when there is a file FOLDER/stop. With a certificate, it takes letters
only over STARTTLS and from the account 'reporter' with the password 'let "me" in'. Recipients named nobody@… are refused.
"""
import asyncio, os, ssl, sys
from aiosmtpd.smtp import SMTP, AuthResult

folder = sys.argv[1]
count = 0


class Keeper:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        global count
        count += 1
        with open(f"{folder}/unfinished", "wb") as file:
            file.write(f"{envelope.mail_from} {' '.join(envelope.rcpt_tos)}\r\n".encode() + envelope.original_content)
        os.rename(f"{folder}/unfinished", f"{folder}/letter-{count}")
        return "250 kept"


def sign_in(server, session, envelope, mechanism, data):
    ok = (data.login, data.password) == (b"reporter", b'let "me" in')
    return AuthResult(success=ok, handled=not ok and False)


def serve():
    if len(sys.argv) == 2:
        return SMTP(Keeper(), hostname="mail.example.org")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2], sys.argv[3])
    return SMTP(
        Keeper(), hostname="mail.example.org", tls_context=context, require_starttls=True, auth_required=True,
        authenticator=sign_in)


async def main():
    server = await asyncio.get_running_loop().create_server(serve, "127.0.0.1", 0)
    with open(f"{folder}/port.new", "w") as file:
        file.write(str(server.sockets[0].getsockname()[1]))
    os.rename(f"{folder}/port.new", f"{folder}/port")
    while not os.path.exists(f"{folder}/stop"):
        await asyncio.sleep(0.05)


asyncio.run(main())
