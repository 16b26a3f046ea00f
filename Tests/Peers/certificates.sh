#!/bin/sh
# Makes an authority and what it signed, in the directory given: server.pem for localhost, other.pem for another name,
# expired.pem (and .p12), client.pem, and a second authority with a client of its own that nobody trusts. Keys are NAME.key.
set -eu
cd "$1"

key() {
  openssl ecparam -genkey -name prime256v1 -noout -out "$1.key"
}

authority() {
  key "$1"
  openssl req -x509 -new -key "$1.key" -subj "/CN=Test authority $1" -days 30 -out "$1.pem" \
    -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign
}

# NAME AUTHORITY ALTERNATIVE-NAMES DAYS
signed() {
  key "$1"
  openssl req -new -key "$1.key" -subj "/CN=$1" -out "$1.csr"
  printf 'subjectAltName=%s\n' "$3" > "$1.ext"
  openssl x509 -req -in "$1.csr" -CA "$2.pem" -CAkey "$2.key" -CAcreateserial -days "$4" -extfile "$1.ext" \
    -out "$1.pem"
}

authority authority
authority stranger
signed server authority DNS:localhost,IP:127.0.0.1 20
signed other authority DNS:other.example 20
signed expired authority DNS:localhost -1
signed client authority DNS:client.example 20
signed unknown-client stranger DNS:client.example 20
openssl pkcs12 -export -inkey expired.key -in expired.pem -passout pass:secret12 -out expired.p12
