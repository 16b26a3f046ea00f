"""Mounts a file system on a folder that answers nothing, until its standard input ends."""

import ctypes
import os
import sys

MNT_DETACH = 2
libc = ctypes.CDLL(None, use_errno=True)


def main(folder):
    device = os.open("/dev/fuse", os.O_RDWR)
    # The kernel takes numbers for the mode in octal.
    options = f"fd={device},rootmode=40000,user_id=0,group_id=0".encode()
    if libc.mount(b"hanging", folder.encode(), b"fuse", 0, options):
        sys.exit(os.strerror(ctypes.get_errno()))
    try:
        print("mounted", flush=True)
        sys.stdin.read()
    finally:
        # Whoever waits for an answer gets an error now.
        os.close(device)
        libc.umount2(folder.encode(), MNT_DETACH)


main(sys.argv[1])
