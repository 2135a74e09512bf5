#!/usr/bin/python3
"""get.py URL [NAME=VALUE ...]: asks for a page, following nothing. Prints the status, then the head lines
named by their small letters as arguments without "=", then the body. NAME=VALUE is a line of the request's
head; body=VALUE is sent as a form."""
import http.client
import sys
import urllib.parse

url, *rest = sys.argv[1:]
head = dict(a.split("=", 1) for a in rest if "=" in a)
body = head.pop("body", None)
if body is not None:
    head["Content-Type"] = "application/x-www-form-urlencoded"
parts = urllib.parse.urlsplit(url)
server = http.client.HTTPConnection(parts.netloc, timeout=20)
target = parts.path + ("?" + parts.query if parts.query else "")
server.request("GET" if body is None else "POST", target, body, head)
answer = server.getresponse()
print(answer.status)
for name in (a for a in rest if "=" not in a):
    print(f"{name}: {answer.getheader(name)}")
print(answer.read().decode())
