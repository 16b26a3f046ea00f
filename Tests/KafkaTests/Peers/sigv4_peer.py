"""Checks what AWS_MSK_IAM clients send, as a broker would: one JSON object a line, {"payload": …, "secret": …}.

Written from Amazon's description of signature version 4, on Python's own hashes; prints the signature that it expects.
"""

import hashlib
import hmac
import json
import sys
from urllib.parse import quote

LOWER_CASE = {
    "action": "Action", "x-amz-algorithm": "X-Amz-Algorithm", "x-amz-credential": "X-Amz-Credential",
    "x-amz-date": "X-Amz-Date", "x-amz-expires": "X-Amz-Expires", "x-amz-security-token": "X-Amz-Security-Token",
    "x-amz-signedheaders": "X-Amz-SignedHeaders"}


def expected(payload, secret):
    query = "&".join(sorted(
        f"{original}={quote(payload[name], safe='-_.~')}" for name, original in LOWER_CASE.items() if name in payload))
    request = f"GET\n/\n{query}\nhost:{payload['host']}\n\nhost\n{hashlib.sha256(b'').hexdigest()}"
    _, day, region, service, word = payload["x-amz-credential"].rsplit("/", 4)
    assert (service, word) == ("kafka-cluster", "aws4_request")
    digest = hashlib.sha256(request.encode()).hexdigest()
    text = f"AWS4-HMAC-SHA256\n{payload['x-amz-date']}\n{day}/{region}/{service}/{word}\n{digest}"
    key = b"AWS4" + secret.encode()
    for part in (day, region, service, word):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


for line in sys.stdin:
    asked = json.loads(line)
    print(expected(asked["payload"], asked["secret"]), flush=True)
