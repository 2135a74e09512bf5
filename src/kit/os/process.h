/*
 * process: this process, its hardening, its life in the background, waiting.
 */
#ifndef GUVOH_KIT_OS_PROCESS_H
#define GUVOH_KIT_OS_PROCESS_H

#include "base/err.h"
#include "base/str.h"

/*
 * Called first in main: no core dumps, no reading of our memory by other
 * processes of the same user (not dumpable), new files for the owner alone,
 * SIGPIPE ignored, descriptors 0 to 2 open (one that was closed reads as empty,
 * and writing to it fails). What the system refuses is left as it is; false when
 * anything was.
 */
bool process_harden(void);

/*
 * Goes on in the background: double fork, new session, "/" as folder, every
 * descriptor closed but keep (-1: none), 0 to 2 at /dev/null. Returns 0 in both:
 * *background is true in the new process, false in the caller, once the new one
 * stands. Memory locks do not survive a fork: secret_relock in the new process.
 * Threads do not either: call it before making any. On -1 there is no new process.
 */
MUST_CHECK int process_background(int keep, bool *background, struct err *e);

/*
 * From now on SIGINT, SIGTERM and SIGHUP do not end this thread and those it makes, but
 * are for process_quit to see. Called before any thread is made.
 */
void process_quit_catch(void);

/* Waits up to milliseconds for somebody to end us: true when one of those signals came. */
bool process_quit(int milliseconds);

/* Processors that this process may use, 1 or more. */
unsigned process_cores(void);

/* Waits until fd can be read (or ended); false after milliseconds (< 0: no limit). */
bool process_wait_readable(int fd, int milliseconds);

#endif
