"""Asks for a page many times at once and reads nothing until told to, so that a response is under way meanwhile.

    drain_pipelined.py PORT PATH COUNT

COUNT requests must fit into what the server reads at once: what it leaves unread when it closes would make the kernel
break the connection off. Prints "waiting" when the first response has begun, waits for a line on standard input, reads to the end of the stream, and
prints how many whole responses came; fails when the last one is cut off.
"""

import select
import socket
import sys

port, path, count = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
client = socket.socket()
client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
client.connect(("127.0.0.1", port))
request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
client.sendall(request * count)
select.select([client], [], [])
print("waiting", flush=True)
sys.stdin.readline()
client.settimeout(30)
received = bytearray()
while piece := client.recv(1 << 16):
    received += piece
whole = 0
while received:
    head, separator, rest = received.partition(b"\r\n\r\n")
    length = next((int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), None)
    if not separator or length is None or len(rest) < length:
        sys.exit(f"the response after {whole} whole ones was cut off: {bytes(head[:60])!r}")
    received = rest[length:]
    whole += 1
print(whole)
