"""Mistreats an HTTP server on loopback for a few seconds, bounded in every way, and looks how honest visitors fare.

    abuse.py PORT PID [ROUNDS]

Prints one line of JSON: the honest scrapes that were answered and refused, the slowest of them in seconds, and the
descriptors and the resident memory (in bytes) of process PID after the first round and after the last.
"""

import concurrent.futures
import json
import os
import socket
import sys
import time

PORT, PID = int(sys.argv[1]), sys.argv[2]
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 3
SCRAPE = b"GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
honest = {"answered": 0, "refused": 0, "slowest": 0.0}


def connect():
    client = socket.create_connection(("127.0.0.1", PORT), timeout=30)
    return client


def scrape():
    started = time.monotonic()
    with connect() as client:
        client.sendall(SCRAPE)
        answer = b""
        while piece := client.recv(1 << 16):
            answer += piece
    return answer, time.monotonic() - started


def visit_honestly():
    answer, seconds = scrape()
    whole = answer.startswith(b"HTTP/1.1 200 ") and answer.endswith(b"\n")
    honest["answered" if whole else "refused"] += 1
    honest["slowest"] = max(honest["slowest"], seconds)


def say(client, words):
    try:
        client.sendall(words)
    except OSError:
        # The server has had enough of it, as it should.
        pass


def one_round():
    idle = [connect() for _ in range(500)]
    visit_honestly()
    drip = [connect() for _ in range(50)]
    for client in drip:
        say(client, b"GET /metrics HT")
    visit_honestly()
    large = connect()
    say(large, b"GET / HTTP/1.1\r\nX-Large: " + b"a" * (1 << 20))
    pipelined = connect()
    say(pipelined, SCRAPE.replace(b"Connection: close\r\n", b"") * 50)
    halves = [connect() for _ in range(50)]
    for client in halves:
        say(client, SCRAPE[:-2])
        client.shutdown(socket.SHUT_WR)
    odd = [b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc", b"\0" * 1000, b"BREW /pot HTTP/1.1\r\nHost: a\r\n\r\n", b"\r\n" * 500]
    strange = [connect() for _ in odd]
    for client, words in zip(strange, odd):
        say(client, words)
    visit_honestly()
    with concurrent.futures.ThreadPoolExecutor(200) as crowd:
        answers = [future.result()[0] for future in [crowd.submit(scrape) for _ in range(200)]]
    assert all(answer.startswith((b"HTTP/1.1 200 ", b"HTTP/1.1 503 ")) for answer in answers), "a scrape was not answered"
    visit_honestly()
    for client in idle + drip + [large, pipelined] + halves + strange:
        client.close()


def settled_descriptors():
    """Their number once it has stopped falling: the server closes what is gone at its own pace."""
    deadline, lowest, since = time.monotonic() + 100, None, time.monotonic()
    while time.monotonic() < deadline:
        count = len(os.listdir(f"/proc/{PID}/fd"))
        if lowest is None or count < lowest:
            lowest, since = count, time.monotonic()
        if lowest < 40 or time.monotonic() - since > 80:
            break
        time.sleep(0.2)
    return lowest


def resident():
    with open(f"/proc/{PID}/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE")


facts = {}
for number in range(ROUNDS):
    one_round()
    name = "first" if number == 0 else "last"
    facts[f"descriptors_{name}"], facts[f"resident_{name}"] = settled_descriptors(), resident()
print(json.dumps(honest | facts))
