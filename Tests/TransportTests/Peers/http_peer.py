"""An HTTP/1.1 server that behaves as the path asks, well or badly, and tells on stdout what it sees.

It ends when its standard input does.
"""

import argparse
import os
import select
import socket
import ssl
import struct
import sys
import threading
import time

lock = threading.Lock()


def tell(*words):
    with lock:
        print(*words, flush=True)


class Gone(Exception):
    pass


class Connection:
    def __init__(self, number, sock):
        self.number = number
        self.sock = sock
        self.buffer = b""
        self.sent = 0

    def send(self, data):
        view = memoryview(data)
        while view:
            # A second in which nothing at all can be sent: whoever should read does not.
            if not select.select([], [self.sock], [], 1)[1]:
                tell("blocked", self.number, self.sent)
            try:
                count = self.sock.send(view[:65536])
            except OSError:
                tell("gone", self.number)
                raise Gone()
            self.sent += count
            view = view[count:]

    def read_more(self):
        try:
            more = self.sock.recv(65536)
        except OSError:
            more = b""
        if not more:
            tell("eof", self.number)
            raise Gone()
        self.buffer += more

    def request(self):
        while b"\r\n\r\n" not in self.buffer:
            self.read_more()
        head, self.buffer = self.buffer.split(b"\r\n\r\n", 1)
        lines = head.decode("latin-1").split("\r\n")
        method, path, _ = lines[0].split(" ", 2)
        fields = {}
        for line in lines[1:]:
            name, value = line.split(":", 1)
            fields[name.lower()] = value.strip()
        length = int(fields.get("content-length", 0))
        while len(self.buffer) < length:
            self.read_more()
        body, self.buffer = self.buffer[:length], self.buffer[length:]
        tell("request", self.number, method, path)
        return method, path, lines, body

    def reply(self, body, status="200 OK", fields=()):
        head = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *fields]
        self.send("\r\n".join(head).encode() + b"\r\n\r\n" + body)

    def chunk(self, data):
        self.send(b"%x\r\n%s\r\n" % (len(data), data))

    def begin_chunks(self):
        self.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")

    def wait_for_end(self):
        while True:
            self.buffer = b""
            self.read_more()


def pattern(size):
    """Bytes in which nothing can be lost or moved unseen; Pattern.swift makes the same."""
    block = bytes((n * n >> 3) & 0xFF for n in range(65537))
    return (block * (size // len(block) + 1))[:size]


def answer(connection, method, path, lines, body):
    name, _, argument = path.partition("?")[0].lstrip("/").partition("/")
    if name == "hello":
        connection.reply(b"" if method == "HEAD" else b"hello\n", fields=["X-Name: one", "Empty:"])
    elif name == "echo":
        connection.reply("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body)
    elif name == "status":
        connection.reply(b"", status=argument + " Some Reason")
    elif name == "big":
        connection.reply(pattern(int(argument)))
    elif name == "chunked":
        connection.begin_chunks()
        for piece in (b"one ", b"two ", b"three"):
            connection.chunk(piece)
        connection.send(b"0\r\nTrailer: late\r\n\r\n")
    elif name == "endless":
        connection.begin_chunks()
        while True:
            connection.chunk(bytes(16384))
    elif name == "drip":
        connection.begin_chunks()
        for _ in range(int(argument)):
            connection.chunk(b".")
            time.sleep(0.02)
        connection.send(b"0\r\n\r\n")
    elif name == "redirect":
        count = int(argument)
        location = f"/redirect/{count - 1}" if count > 1 else "/hello"
        connection.reply(b"moved", status="302 Found", fields=[f"Location: {location}"])
    else:
        misbehave(connection, name, argument)


def misbehave(connection, name, argument):
    if name == "stall-before-head":
        connection.wait_for_end()
    elif name == "stall-in-head":
        connection.send(b"HTTP/1.1 200 OK\r\nContent-Le")
        connection.wait_for_end()
    elif name == "stall-in-body":
        connection.begin_chunks()
        connection.chunk(b"some")
        connection.wait_for_end()
    else:
        answer_badly(connection, name, argument)


def answer_badly(connection, name, argument):
    if name == "close-in-body":
        connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this")
        raise Gone()
    elif name == "reset-in-body":
        connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this")
        connection.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        raise Gone()
    elif name == "close-at-once":
        raise Gone()
    elif name == "until-close":
        connection.send(b"HTTP/1.1 200 OK\r\n\r\nuntil the end")
        raise Gone()
    elif name == "too-long":
        connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfour, and more than that")
    elif name == "many-headers":
        connection.reply(b"", fields=[f"X-{n}: {'v' * 1000}" for n in range(int(argument))])
    elif name == "long-header":
        connection.reply(b"", fields=["X-Long: " + "v" * int(argument)])
    elif name == "garbage":
        connection.send(b"SSH-2.0-OpenSSH_9.2p1\r\n")
        connection.wait_for_end()
    elif name == "bad-chunk":
        connection.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
        connection.wait_for_end()
    elif name == "interim":
        connection.send(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n")
        connection.reply(b"final")
    else:
        connection.reply(b"no such behaviour", status="404 Not Found")


def end_gently(sock):
    """Closing with bytes unread would reset the connection, and with it the alert that says why."""
    with sock:
        try:
            sock.shutdown(socket.SHUT_WR)
            while sock.recv(4096):
                pass
        except OSError:
            pass


def serve(number, raw, context):
    sock = raw
    if context:
        plain = raw.dup()
        sock = context.wrap_socket(raw, server_side=True, do_handshake_on_connect=False)
        try:
            sock.do_handshake()
        except OSError as error:
            tell("handshake-failed", number, type(error).__name__)
            end_gently(plain)
            sock.close()
            return
        plain.close()
    try:
        connection = Connection(number, sock)
        while True:
            answer(connection, *connection.request())
    except Gone:
        pass
    finally:
        sock.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--unix")
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--client-authority")
    parser.add_argument("--newest-tls")
    parser.add_argument("--never-accept", action="store_true")
    options = parser.parse_args()
    context = None
    if options.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate, options.key)
        if options.newest_tls:
            context.maximum_version = ssl.TLSVersion[options.newest_tls]
        if options.client_authority:
            context.verify_mode = ssl.CERT_REQUIRED
            context.load_verify_locations(options.client_authority)
    if options.unix:
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(options.unix)
    else:
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
    listener.listen(64)
    tell("port", 0 if options.unix else listener.getsockname()[1])

    def accept():
        number = 0
        while True:
            raw, _ = listener.accept()
            number += 1
            tell("accept", number)
            threading.Thread(target=serve, args=(number, raw, context), daemon=True).start()

    if not options.never_accept:
        threading.Thread(target=accept, daemon=True).start()
    sys.stdin.buffer.read()
    os._exit(0)


main()
