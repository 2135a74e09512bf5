#!/usr/bin/python3
"""flood.py PROGRAM LOAD [MINUTES]: 10,000 hostile reports, as fast as they go, to a server of the example; with MINUTES
10,000 in each of them, and what memory it takes after each.

They come from 2,000 address prefixes: garbage, words that do not stand there, and words that do. Meanwhile somebody reads the
page, and one reader reports an error and tries again as a person does. Rows are printed as tools/bench wants them."""
import http.client
import json
import multiprocessing
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

POSTS, THREADS, PREFIXES = 10000, 8, 2000
PAGE = "/en/june-2019/"
REAL = "a comment that only the real reader wrote"


def annotation(exact, start, kind="fact", comment=""):
    def body(purpose, value):
        return {"type": "TextualBody", "purpose": purpose, "value": value}

    quote = {"type": "TextQuoteSelector", "exact": exact, "prefix": "", "suffix": ""}
    place = {"type": "TextPositionSelector", "start": start, "end": start + len(exact)}
    return json.dumps(
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "type": "Annotation",
            "body": [body("tagging", kind), body("editing", "x"), body("commenting", comment)],
            "target": {"source": PAGE + "r/1/", "selector": [quote, place]},
        }
    )


def megabytes(pid):
    return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{pid}/status").read_text())[1]) / 1024


class Line:
    """A connection that is kept, and made anew when it was cut."""

    def __init__(self, site):
        self.site, self.line = site, None

    def ask(self, method, path, body=None, prefix="203.0.113.1"):
        for _ in range(2):
            try:
                self.line = self.line or http.client.HTTPConnection(self.site, timeout=30)
                head = {"Content-Type": "application/ld+json", "X-Forwarded-For": prefix}
                self.line.request(method, path, body, head)
                answer = self.line.getresponse()
                return answer.status, answer.read().decode()
            except (http.client.HTTPException, OSError):
                self.line = None
        return 0, ""


def headline_of(page):
    """Where the headline stands in the article's text, and the headline: words in which a report can stand."""
    inside = page[page.index("<article") :]
    inside = inside[inside.index(">") + 1 :]
    plain = re.sub(r"<[^>]*>", "", inside[: inside.index("</h1>")])
    headline = plain.rsplit("\n", 1)[-1]
    return len(plain) - len(headline), headline


def hostile(site, seed, at, headline, seen, minutes):
    chance, line, begun = random.Random(seed), Line(site), time.monotonic()
    for i in range(max(minutes, 1) * POSTS // THREADS):
        if minutes:
            time.sleep(max(0, begun + i * 60 * THREADS / POSTS - time.monotonic()))
        one = chance.randrange(PREFIXES)
        start = chance.randrange(len(headline) - 8)
        body = chance.choice(
            ["{" * 4000, annotation("nobody said this", at), annotation(headline[start : start + 8], at + start)]
        )
        status, _ = line.ask("POST", "/report", body, f"10.{one // 256}.{one % 256}.7")
        seen[status] = seen.get(status, 0) + 1


def read(site, end, waits):
    """A process of its own, which waits for the server and not for the threads of the hostile ones."""
    line, mine = Line(site), []
    while not end.is_set():
        begun = time.monotonic()
        line.ask("GET", PAGE)
        mine.append((time.monotonic() - begun) * 1000)
        time.sleep(0.02)
    waits.put(sorted(mine))


def report(site, at, headline, told):
    """Tries again a few seconds after "too many", as the dialog asks."""
    line, begun = Line(site), time.monotonic()
    for _ in range(30):
        status, body = line.ask("POST", "/report", annotation(headline[:12], at, "danger", REAL), "198.51.100.9")
        if status == 201:
            told.append((time.monotonic() - begun, json.loads(body)["code"]))
            return
        time.sleep(3)


def watch_memory(server, end):
    minute = 0
    while not end.wait(60):
        minute += 1
        print(f"after {minute} min: {megabytes(server.pid):.1f} MB", flush=True)


def flood(server, site, minutes):
    at, headline = headline_of(Line(site).ask("GET", PAGE)[1])
    before, end, told, seen = megabytes(server.pid), multiprocessing.Event(), [], {}
    waits = multiprocessing.Queue()
    watch = multiprocessing.Process(target=read, args=(site, end, waits))
    crowd = [threading.Thread(target=hostile, args=(site, i, at, headline, seen, minutes)) for i in range(THREADS)]
    begun = time.monotonic()
    print(f"before: {before:.1f} MB", flush=True)
    threading.Thread(target=watch_memory, args=(server, end), daemon=True).start()
    for thread in [watch, *crowd]:
        thread.start()
    time.sleep(1)
    report(site, at, headline, told)
    for thread in crowd:
        thread.join()
    seconds = time.monotonic() - begun
    end.set()
    waited = waits.get()
    watch.join()
    print(f"{sum(seen.values())} posts in {seconds:.1f} s: " + ", ".join(f"{n} x {status}" for status, n in sorted(seen.items())))
    return megabytes(server.pid) - before, waited, told


def main(program, load, minutes="0"):
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(
            HOME=folder, XDG_RUNTIME_DIR=folder, GUVOH_DIR=folder + "/a", GUVOH_KEY_FILE=folder + "/k", GUVOH_USER="bench"
        )
        subprocess.run([program, "init", folder + "/a"], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([load, program], check=True, stdout=subprocess.DEVNULL)
        serve = [program, "serve", "--port", "0", "--desk-port", "0", "--json"]
        server = subprocess.Popen(serve, stdout=subprocess.PIPE, text=True)
        said = ""
        while not said.rstrip().endswith("}"):
            said += server.stdout.readline()
        more, waits, told = flood(server, urllib.parse.urlparse(json.loads(said)["site"]).netloc, int(minutes))
        server.terminate()
        server.wait()
        queue = subprocess.run([program, "errata", "list", "--json"], check=True, capture_output=True, text=True).stdout
    reports = json.loads(queue)["reports"]
    first = bool(told) and reports[0]["code"] == told[0][1]
    print(f"memory that hostile reports leave behind\t{more:.1f}\t20\tMB\tless")
    print(f"the page meanwhile, 95 of 100 times within\t{waits[len(waits) * 95 // 100]:.1f}\t200\tms\tless")
    print(f"a real report is taken within\t{told[0][0] if told else 999:.1f}\t60\ts\tless")
    print(f"reports that the editors have to read\t{len(reports)}\t100\t\tless")
    return 0 if first else 1


sys.exit(main(*sys.argv[1:]))
