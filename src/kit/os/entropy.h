/*
 * entropy: random bytes from the kernel (getrandom), good for keys and nonces.
 */
#ifndef GUVOH_KIT_OS_ENTROPY_H
#define GUVOH_KIT_OS_ENTROPY_H

#include <stddef.h>

/* Waits for the kernel's generator at boot if it must. Never gives anything weaker: else ends the
 * process. */
void entropy_fill(void *room, size_t n);

#endif
