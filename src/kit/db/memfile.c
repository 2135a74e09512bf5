#define _DEFAULT_SOURCE /* MAP_ANONYMOUS, madvise */
#include "kit/db/memfile.h"

#include <string.h>
#include <sys/mman.h>

#define RESERVE_BYTES ((size_t)1 << 36)
#define RESERVE_LEAST ((size_t)1 << 26)
#define STEP_BYTES ((size_t)1 << 20) /* made writable at a time, at least */

static size_t
whole_steps(size_t n)
{
	return (n + STEP_BYTES - 1) / STEP_BYTES * STEP_BYTES;
}

bool
memfile_init(struct memfile *f)
{
	for (size_t n = RESERVE_BYTES; n >= RESERVE_LEAST; n /= 2) {
		void *p =
		    mmap(NULL, n, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
		if (p == MAP_FAILED)
			continue;
		if (madvise(p, n, MADV_DONTDUMP) != 0) {
			(void)munmap(p, n);
			return false;
		}
		*f = (struct memfile){.p = p, .reserved = n};
		(void)pthread_mutex_init(&f->mutex, NULL);
		return true;
	}
	return false;
}

void
memfile_free(struct memfile *f)
{
	(void)munmap(f->p, f->reserved);
	(void)pthread_mutex_destroy(&f->mutex);
}

size_t
memfile_size(const struct memfile *f)
{
	return atomic_load_explicit(&f->size, memory_order_acquire);
}

size_t
memfile_read(const struct memfile *f, void *to, size_t n, size_t at)
{
	size_t size = memfile_size(f);
	size_t there = at >= size ? 0 : size - at < n ? size - at : n;
	if (there > 0)
		memcpy(to, f->p + at, there);
	memset((uint8_t *)to + there, 0, n - there);
	return there;
}

/* Grows by a quarter or more, so that a large file does not ask the kernel for every page. */
static bool
open_more(struct memfile *f, size_t n)
{
	size_t least = f->writable + f->writable / 4;
	size_t wanted = whole_steps(n > least ? n : least);
	if (wanted > f->reserved)
		wanted = f->reserved;
	if (mprotect(f->p + f->writable, wanted - f->writable, PROT_READ | PROT_WRITE) != 0)
		return false;
	f->writable = wanted;
	return true;
}

static bool
make_writable(struct memfile *f, size_t n)
{
	(void)pthread_mutex_lock(&f->mutex);
	bool made = n <= f->writable || (n <= f->reserved && open_more(f, n));
	(void)pthread_mutex_unlock(&f->mutex);
	return made;
}

static void
publish(struct memfile *f, size_t n)
{
	(void)pthread_mutex_lock(&f->mutex);
	if (n > memfile_size(f))
		atomic_store_explicit(&f->size, n, memory_order_release);
	(void)pthread_mutex_unlock(&f->mutex);
}

bool
memfile_write(struct memfile *f, const void *from, size_t n, size_t at)
{
	if (at > f->reserved || n > f->reserved - at)
		return false;
	bool grows = at + n > memfile_size(f);
	if (grows && !make_writable(f, at + n))
		return false;
	memcpy(f->p + at, from, n);
	if (grows)
		publish(f, at + n);
	return true;
}

/* What is cut off stays readable, as zeros, for a page may still be on loan; its memory goes back.
 */
bool
memfile_resize(struct memfile *f, size_t n)
{
	size_t kept = whole_steps(n);
	if (!make_writable(f, n))
		return false;
	(void)pthread_mutex_lock(&f->mutex);
	size_t size = memfile_size(f);
	if (n < size)
		memset(f->p + n, 0, (size < kept ? size : kept) - n);
	if (kept < size)
		(void)madvise(f->p + kept, f->writable - kept, MADV_DONTNEED);
	atomic_store_explicit(&f->size, n, memory_order_release);
	(void)pthread_mutex_unlock(&f->mutex);
	return true;
}
