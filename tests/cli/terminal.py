#!/usr/bin/python3
"""terminal.py [LINE...] -- COMMAND...: runs COMMAND on a terminal of its own and types each LINE when the
command has asked (a text that ends in ": "). Prints what the terminal showed; ends with its exit status."""
import os
import pty
import select
import sys

SECONDS = 60  # for one answer


def main(arguments):
    at = arguments.index("--")
    lines, command = arguments[:at], arguments[at + 1 :]
    child, terminal = pty.fork()
    if child == 0:
        os.execvp(command[0], command)
    shown = b""
    answered = 0
    while True:
        if not select.select([terminal], [], [], SECONDS)[0]:
            sys.exit("terminal.py: no answer in time; shown: " + shown.decode(errors="replace"))
        try:
            more = os.read(terminal, 65536)
        except OSError:  # the command has ended and closed its terminal
            more = b""
        if not more:
            break
        shown += more
        if lines and shown[answered:].endswith(b": "):
            answered = len(shown)
            os.write(terminal, lines.pop(0).encode() + b"\n")
    sys.stdout.write(shown.decode().replace("\r\n", "\n"))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
