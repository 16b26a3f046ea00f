"""Decodes a gzip file as curl and browsers do: the first member only. Fails when anything follows it."""

import sys
import zlib

with open(sys.argv[1], "rb") as file:
    data = file.read()
decoder = zlib.decompressobj(wbits=31)
text = decoder.decompress(data) + decoder.flush()
if not decoder.eof or decoder.unused_data:
    sys.exit("not exactly one complete member")
with open(sys.argv[2], "wb") as file:
    file.write(text)
