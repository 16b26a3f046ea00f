"""A server of raw bytes, over TCP or TLS, that does what --do says with each connection, and tells about it on stdout.

It ends when its standard input does.
"""

import argparse
import hashlib
import os
import socket
import ssl
import struct
import sys
import threading
import time


def tell(*words):
    print(*words, flush=True)


def echo(sock, options):
    while data := sock.recv(65536):
        sock.sendall(data)
    tell("eof")


def late_reader(sock, options):
    """Reads nothing for a while, then all, and tells what it was."""
    time.sleep(options.delay)
    digest, count = hashlib.sha256(), 0
    while count < options.size:
        data = sock.recv(65536)
        if not data:
            break
        digest.update(data)
        count += len(data)
    tell("received", count, digest.hexdigest())
    sock.sendall(b"done")


def talker(sock, options):
    """Sends much at once while it reads much: both directions are full."""
    def write():
        sock.sendall(bytes(options.size))
    writer = threading.Thread(target=write)
    if not options.certificate:
        writer.start()
    count = 0
    while count < options.size:
        data = sock.recv(65536)
        if not data:
            break
        count += len(data)
    tell("received", count)
    if not options.certificate:
        writer.join()
    else:
        write()


def burst(sock, options):
    """One TLS record, larger than the first read of the test, and then silence."""
    sock.sendall(bytes(range(256)) * 40)
    sock.recv(1)
    tell("eof")


def close_at_once(sock, options):
    sock.recv(1)


def reset(sock, options):
    sock.recv(1)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def silent(sock, options):
    while True:
        if not sock.recv(65536):
            tell("eof")
            return


def deaf(sock, options):
    """Never reads."""
    threading.Event().wait()


def serve(raw, context, options):
    try:
        sock = context.wrap_socket(raw, server_side=True) if context else raw
    except (OSError, ssl.SSLError) as error:
        tell("handshake-failed", type(error).__name__)
        return
    try:
        globals()[options.do](sock, options)
    except OSError as error:
        tell("gone", type(error).__name__)
    finally:
        if context and options.do == "close_at_once":
            sock = sock.unwrap()
        sock.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--do", required=True)
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--delay", type=float, default=0)
    parser.add_argument("--size", type=int, default=0)
    parser.add_argument("--narrow", action="store_true")
    options = parser.parse_args()
    context = None
    if options.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate, options.key)
    listener = socket.socket()
    if options.narrow:
        # Small segments and a small window keep the other end's send buffer small, so that it is full again and again.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, 1000)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16384)
    listener.bind(("127.0.0.1", 0))
    listener.listen(64)
    tell("port", listener.getsockname()[1])

    def accept():
        while True:
            raw, _ = listener.accept()
            tell("accept")
            threading.Thread(target=serve, args=(raw, context, options), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    sys.stdin.buffer.read()
    os._exit(0)


main()
