#define _GNU_SOURCE
#include "kit/os/machine.h"

#include <errno.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "kit/os/file.h"
#include "kit/os/syserr.h"

#define SMALL_BYTES 65536 /* of a file below /proc and /sys */

int
machine_space(struct str path, uint64_t *bytes, struct err *e)
{
	char name[PATH_MAX];
	struct statvfs facts;

	if (syserr_path(path, name, e) != 0)
		return -1;
	if (statvfs(name, &facts) != 0)
		return SYSERR(errno, path, e);
	*bytes = (uint64_t)facts.f_bavail * facts.f_frsize;
	return 0;
}

/* The whole of a small file below /proc and /sys, on a; empty when it is not there. */
static struct str
told_by(struct arena *a, struct str path)
{
	struct str text;
	struct err e;

	return file_read_all(a, path, SMALL_BYTES, &text, &e) == 0 ? text : STR("");
}

uint64_t
machine_used(void)
{
	struct arena *a = arena_new();
	struct str text = told_by(a, STR("/proc/self/statm"));
	int64_t pages = 0;

	(void)str_cut(&text, ' '); /* what is mapped, in memory or not */
	bool told = str_to_int(str_cut(&text, ' '), &pages) && pages > 0;
	arena_free(a);
	return told ? (uint64_t)pages * (uint64_t)sysconf(_SC_PAGESIZE) : 0;
}

/* The number behind a word at the beginning of a line of /proc/meminfo, in bytes. */
static uint64_t
memory_told(struct str text, struct str word)
{
	while (text.n > 0) {
		struct str line = str_cut(&text, '\n');
		int64_t kilobytes;
		if (!str_starts(line, word))
			continue;
		line = str_trim(str_sub(line, word.n, line.n));
		if (str_to_int(str_cut(&line, ' '), &kilobytes) && kilobytes >= 0)
			return (uint64_t)kilobytes * 1024;
	}
	return UINT64_MAX;
}

/* What the group of processes may have at most, as control groups of version 2 say it. */
static uint64_t
memory_of_group(struct arena *a)
{
	struct str text = told_by(a, STR("/proc/self/cgroup"));

	while (text.n > 0) {
		struct str line = str_cut(&text, '\n');
		int64_t bytes;
		if (!str_starts(line, STR("0::/")))
			continue;
		struct str most = told_by(a,
		    arena_fmt(
			a, "/sys/fs/cgroup%.*s/memory.max", STR_ARG(str_sub(line, 3, line.n))));
		if (str_to_int(str_trim(most), &bytes) && bytes >= 0)
			return (uint64_t)bytes;
	}
	return UINT64_MAX;
}

uint64_t
machine_memory(void)
{
	struct arena *a = arena_new();
	uint64_t left = memory_told(told_by(a, STR("/proc/meminfo")), STR("MemAvailable:"));
	uint64_t most = memory_of_group(a);

	arena_free(a);
	return left < most ? left : most;
}

/* What a device is made of, as the device mapper calls it: "CRYPT-LUKS2-..."; empty for none. */
static struct str
mapping_of(struct arena *a, dev_t device)
{
	return told_by(
	    a, arena_fmt(a, "/sys/dev/block/%u:%u/dm/uuid", major(device), minor(device)));
}

/* One swap, a device or a file on one. */
static enum machine_swap
swap_look(struct arena *a, struct str path)
{
	char name[PATH_MAX];
	struct stat facts;
	struct err e;

	if (str_starts(path, STR("/dev/zram")))
		return MACHINE_SWAP_NONE;
	if (syserr_path(path, name, &e) != 0 || stat(name, &facts) != 0)
		return MACHINE_SWAP_HIDDEN;
	struct str mapping = mapping_of(a, S_ISBLK(facts.st_mode) ? facts.st_rdev : facts.st_dev);
	if (str_starts(mapping, STR("CRYPT-")))
		return MACHINE_SWAP_SEALED;
	/* Another mapping (LVM) may lie on an encrypted one. */
	return mapping.n > 0 ? MACHINE_SWAP_HIDDEN : MACHINE_SWAP_OPEN;
}

enum machine_swap
machine_swap_of(struct arena *a, struct str swaps, struct str *where)
{
	/* The worse answer of two wins. */
	static const int weight[] = {0, 1, 3, 2};
	enum machine_swap worst = MACHINE_SWAP_NONE;

	*where = STR("");
	(void)str_cut(&swaps, '\n'); /* the names of the columns */
	while (swaps.n > 0) {
		struct str line = str_cut(&swaps, '\n');
		struct str path = str_cut(&line, ' ');
		enum machine_swap one = path.n > 0 ? swap_look(a, path) : MACHINE_SWAP_NONE;

		if (weight[one] > weight[worst]) {
			worst = one;
			*where = path;
		}
	}
	return worst;
}

enum machine_swap
machine_swap(struct arena *a, struct str *where)
{
	struct str swaps;
	struct err e;

	*where = STR("");
	if (file_read_all(a, STR("/proc/swaps"), SMALL_BYTES, &swaps, &e) != 0)
		return MACHINE_SWAP_HIDDEN;
	return machine_swap_of(a, swaps, where);
}
