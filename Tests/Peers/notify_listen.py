"""Plays systemd's side of sd_notify: prints each datagram that comes to the socket at PATH, its lines joined by spaces."""

import os
import socket
import sys

listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
listener.bind(sys.argv[1])
print("listening", flush=True)
while message := listener.recv(4096):
    print(" ".join(message.decode().split("\n")), flush=True)
os.unlink(sys.argv[1])
