#define _GNU_SOURCE
#include "kit/os/file.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "kit/os/clock.h"
#include "kit/os/entropy.h"
#include "kit/os/fault.h"
#include "kit/os/syserr.h"

#define READ_BYTES 65536

struct file {
	int fd;
	char *name;      /* NUL-ended, owned: what errors call it */
	char *temporary; /* NULL, or the name that is removed on close */
};

/* ---- the calls that fault.h counts ---- */

static int
open_fd(const char *name, int flags)
{
	if (fault_hits(NULL))
		return -1;
	int fd;
	do
		fd = open(name, flags | O_CLOEXEC | O_NOCTTY, 0600);
	while (fd < 0 && errno == EINTR);
	return fd;
}

static ssize_t
write_fd(int fd, const uint8_t *p, size_t n)
{
	if (fault_hits(&n))
		return -1;
	return write(fd, p, n);
}

static ssize_t
pread_fd(int fd, void *room, size_t n, uint64_t at)
{
	if (fault_hits(NULL))
		return -1;
	return pread(fd, room, n, (off_t)at);
}

static int
sync_fd(int fd, bool names)
{
	if (fault_hits(NULL))
		return -1;
	return names ? fsync(fd) : fdatasync(fd);
}

static int
rename_name(const char *from, const char *to)
{
	return fault_hits(NULL) ? -1 : rename(from, to);
}

static int
unlink_name(const char *name)
{
	return fault_hits(NULL) ? -1 : unlink(name);
}

static int
mkdir_name(const char *name)
{
	return fault_hits(NULL) ? -1 : mkdir(name, 0700);
}

static int
truncate_fd(int fd, uint64_t size)
{
	return fault_hits(NULL) ? -1 : ftruncate(fd, (off_t)size);
}

/* ---- handles ---- */

static struct str
name_of(const struct file *f)
{
	return str_of(f->name);
}

static char *
name_copy(const char *name)
{
	char *copy = strdup(name);
	if (copy == NULL)
		abort();
	return copy;
}

static struct file *
handle_new(int fd, const char *name)
{
	struct file *f = malloc(sizeof(*f));
	if (f == NULL)
		abort();
	*f = (struct file){fd, name_copy(name), NULL};
	return f;
}

void
file_close(struct file *f)
{
	if (f == NULL)
		return;
	if (f->temporary != NULL)
		(void)unlink_name(f->temporary);
	close(f->fd);
	free(f->temporary);
	free(f->name);
	free(f);
}

int
file_open_read(struct str path, struct file **out, struct err *e)
{
	char name[PATH_MAX];

	if (syserr_path(path, name, e) != 0)
		return -1;
	int fd = open_fd(name, O_RDONLY);
	if (fd < 0)
		return SYSERR(errno, path, e);
	*out = handle_new(fd, name);
	return 0;
}

static int
refuse_other_than_files(int fd, struct str path, struct err *e)
{
	struct stat facts;

	if (fstat(fd, &facts) != 0)
		return SYSERR(errno, path, e);
	if (!S_ISREG(facts.st_mode))
		return err_fail(e, ERR_INPUT, STR("os.kind"), path);
	return 0;
}

/* The descriptor, or -1 with errno; *made: the name is new. */
static int
open_or_make(const char *name, bool *made)
{
	const int flags = O_RDWR | O_APPEND | O_NOFOLLOW | O_NONBLOCK;

	for (;;) {
		int fd = open_fd(name, flags);
		*made = false;
		if (fd >= 0 || errno != ENOENT)
			return fd;
		fd = open_fd(name, flags | O_CREAT | O_EXCL);
		*made = fd >= 0;
		if (fd >= 0 || errno != EEXIST)
			return fd;
	}
}

int
file_open_append(struct str path, struct file **out, struct err *e)
{
	char name[PATH_MAX];
	bool made;

	if (syserr_path(path, name, e) != 0)
		return -1;
	int fd = open_or_make(name, &made);
	if (fd < 0)
		return SYSERR(errno, path, e);
	if (refuse_other_than_files(fd, path, e) != 0 ||
	    (made && file_folder_sync(file_folder_of(path), e) != 0)) {
		close(fd);
		return -1;
	}
	*out = handle_new(fd, name);
	return 0;
}

int
file_pread(struct file *f, uint64_t at, void *room, size_t n, size_t *got, struct err *e)
{
	uint8_t *p = room;
	size_t done = 0;

	if (at > INT64_MAX || n > INT64_MAX - at)
		return err_fail(e, ERR_LIMIT, STR("os.large"), name_of(f), STR_INT(INT64_MAX));
	while (done < n) {
		ssize_t some = pread_fd(f->fd, p + done, n - done, at + done);
		if (some == 0)
			break;
		if (some < 0 && errno != EINTR)
			return SYSERR(errno, name_of(f), e);
		if (some > 0)
			done += (size_t)some;
	}
	*got = done;
	return 0;
}

int
file_write_all(struct file *f, const void *bytes, size_t n, struct err *e)
{
	const uint8_t *p = bytes;

	while (n > 0) {
		ssize_t some = write_fd(f->fd, p, n);
		if (some < 0 && errno != EINTR)
			return SYSERR(errno, name_of(f), e);
		if (some > 0) {
			p += some;
			n -= (size_t)some;
		}
	}
	return 0;
}

int
file_sync(struct file *f, struct err *e)
{
	if (sync_fd(f->fd, false) != 0)
		return SYSERR(errno, name_of(f), e);
	return 0;
}

int
file_truncate(struct file *f, uint64_t size, struct err *e)
{
	if (size > INT64_MAX)
		return SYSERR(EFBIG, name_of(f), e);
	if (truncate_fd(f->fd, size) != 0)
		return SYSERR(errno, name_of(f), e);
	return 0;
}

/* ---- locks ---- */

static int
set_lock(int fd, int command, short type)
{
	struct flock lock = {.l_type = type, .l_whence = SEEK_SET};
	int failed;

	do
		failed = fcntl(fd, command, &lock);
	while (failed != 0 && errno == EINTR);
	return failed;
}

int
file_lock(struct file *f, int milliseconds, struct err *e)
{
	int64_t deadline = clock_monotonic() + (int64_t)milliseconds * 1000000;

	for (int pause = 1;; pause = pause < 16 ? pause * 2 : pause) {
		int command = milliseconds < 0 ? F_OFD_SETLKW : F_OFD_SETLK;
		if (set_lock(f->fd, command, F_WRLCK) == 0)
			return 0;
		if (errno != EAGAIN && errno != EACCES)
			return SYSERR(errno, name_of(f), e);
		if (clock_monotonic() >= deadline)
			return err_fail(e, ERR_CONFLICT, STR("os.locked"), name_of(f));
		/* The kernel knows no lock with a time limit. */
		poll(NULL, 0, pause);
	}
}

void
file_unlock(struct file *f)
{
	int failed = set_lock(f->fd, F_OFD_SETLK, F_UNLCK);
	assert(failed == 0);
}

/* ---- maps ---- */

int
file_map(struct file *f, struct file_map *out, struct err *e)
{
	static const uint8_t nothing[1];
	uint64_t size;

	if (file_size(f, &size, e) != 0)
		return -1;
	if (size == 0) {
		*out = (struct file_map){nothing, 0};
		return 0;
	}
	void *p = mmap(NULL, (size_t)size, PROT_READ, MAP_SHARED, f->fd, 0);
	if (p == MAP_FAILED)
		return SYSERR(errno, name_of(f), e);
	*out = (struct file_map){p, (size_t)size};
	return 0;
}

void
file_unmap(struct file_map *map)
{
	/* munmap wants what mmap gave, which is ours to read only. */
	const union {
		const uint8_t *read;
		void *given;
	} p = {map->p};

	if (map->n > 0)
		munmap(p.given, map->n);
	*map = (struct file_map){(const uint8_t *)"", 0};
}

/* ---- whole files ---- */

/* Reads on at the handle's place; pipes and terminals too. */
static int
read_some(struct file *f, void *room, size_t n, size_t *got, struct err *e)
{
	if (fault_hits(NULL))
		return SYSERR(errno, name_of(f), e);
	ssize_t some;
	do
		some = read(f->fd, room, n);
	while (some < 0 && errno == EINTR);
	if (some < 0)
		return SYSERR(errno, name_of(f), e);
	*got = (size_t)some;
	return 0;
}

static int
read_into_buf(struct file *f, size_t limit, struct buf *b, struct err *e)
{
	uint64_t size;
	size_t got;

	if (file_size(f, &size, e) != 0)
		return -1;
	if (size > limit)
		return err_fail(e, ERR_LIMIT, STR("os.large"), name_of(f), STR_INT((int64_t)limit));
	/* One byte more than it has, so that the read after it says the end. */
	size_t step = size < READ_BYTES ? READ_BYTES : (size_t)size + 1;
	do {
		if (read_some(f, buf_room(b, step), step, &got, e) != 0)
			return -1;
		buf_added(b, got);
		if (b->n > limit)
			return err_fail(
			    e, ERR_LIMIT, STR("os.large"), name_of(f), STR_INT((int64_t)limit));
		step = READ_BYTES;
	} while (got > 0);
	return 0;
}

int
file_read_all(struct arena *a, struct str path, size_t limit, struct str *out, struct err *e)
{
	struct file *f;

	if (file_open_read(path, &f, e) != 0)
		return -1;
	struct buf b = BUF_INIT;
	int failed = read_into_buf(f, limit, &b, e);
	if (failed == 0)
		*out = arena_str(a, buf_str(&b));
	buf_free(&b);
	file_close(f);
	return failed;
}

static int
read_whole(struct file *f, uint8_t *room, size_t size, size_t *n, struct err *e)
{
	size_t done = 0, got;
	uint8_t extra;

	while (done < size) {
		if (read_some(f, room + done, size - done, &got, e) != 0)
			return -1;
		if (got == 0)
			break;
		done += got;
	}
	if (done == size) {
		if (read_some(f, &extra, 1, &got, e) != 0)
			return -1;
		explicit_bzero(&extra, 1);
		if (got > 0)
			return err_fail(
			    e, ERR_LIMIT, STR("os.large"), name_of(f), STR_INT((int64_t)size));
	}
	*n = done;
	return 0;
}

int
file_read_into(struct str path, void *room, size_t size, size_t *n, struct err *e)
{
	struct file *f;

	if (file_open_read(path, &f, e) != 0)
		return -1;
	int failed = read_whole(f, room, size, n, e);
	if (failed != 0)
		explicit_bzero(room, size);
	file_close(f);
	return failed;
}

/* ---- new files under a temporary name ---- */

#define TEMPORARY_PREFIX ".new-"
#define TEMPORARY_HEX 16

bool
file_is_temporary(struct str name)
{
	if (name.n != strlen(TEMPORARY_PREFIX) + TEMPORARY_HEX ||
	    !str_starts(name, STR(TEMPORARY_PREFIX)))
		return false;
	for (size_t i = strlen(TEMPORARY_PREFIX); i < name.n; i++)
		if (!(name.p[i] >= '0' && name.p[i] <= '9') &&
		    !(name.p[i] >= 'a' && name.p[i] <= 'f'))
			return false;
	return true;
}

int
file_new(struct str folder, struct file **out, struct err *e)
{
	char in[PATH_MAX], name[PATH_MAX];
	uint64_t lot;

	if (syserr_path(folder, in, e) != 0)
		return -1;
	entropy_fill(&lot, sizeof(lot));
	int n = snprintf(name, sizeof(name), "%s/" TEMPORARY_PREFIX "%016" PRIx64, in, lot);
	if (n < 0 || n >= (int)sizeof(name))
		return err_fail(e, ERR_INPUT, STR("os.path"), folder);
	int fd = open_fd(name, O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW);
	if (fd < 0)
		return SYSERR(errno, folder, e);
	struct file *f = handle_new(fd, in);
	f->temporary = name_copy(name);
	*out = f;
	return 0;
}

static void
call(struct file *f, const char *name)
{
	free(f->name);
	f->name = name_copy(name);
}

/* Is there a device, pipe or socket of that name, which must be written to and not replaced? */
static bool
is_stream(const char *name)
{
	struct stat s;

	return stat(name, &s) == 0 && !S_ISREG(s.st_mode) && !S_ISDIR(s.st_mode);
}

/* Writes n bytes to the device or pipe. */
static int
pour(const char *name, struct str path, const void *bytes, size_t n, struct err *e)
{
	int fd = open_fd(name, O_WRONLY | O_NOCTTY);

	if (fd < 0)
		return SYSERR(errno, path, e);
	struct file *to = handle_new(fd, name);
	int failed = file_write_all(to, bytes, n, e);
	file_close(to);
	return failed;
}

/* The same with all that f holds. */
static int
pour_file(struct file *f, const char *name, struct str path, struct err *e)
{
	struct file_map map;

	if (file_map(f, &map, e) != 0)
		return -1;
	int failed = pour(name, path, map.p, map.n, e);
	file_unmap(&map);
	return failed;
}

int
file_keep(struct file *f, struct str path, struct err *e)
{
	char name[PATH_MAX];

	assert(f->temporary != NULL);
	if (syserr_path(path, name, e) != 0)
		return -1;
	if (is_stream(name))
		return pour_file(f, name, path, e);
	if (sync_fd(f->fd, true) != 0 || rename_name(f->temporary, name) != 0)
		return SYSERR(errno, path, e);
	free(f->temporary);
	f->temporary = NULL;
	call(f, name);
	return file_folder_sync(file_folder_of(path), e);
}

int
file_write_atomic(struct str path, const void *bytes, size_t n, unsigned mode, struct err *e)
{
	char name[PATH_MAX];
	struct file *f;

	if (syserr_path(path, name, e) != 0)
		return -1;
	if (is_stream(name))
		return pour(name, path, bytes, n, e);
	if (file_new(file_folder_of(path), &f, e) != 0)
		return -1;
	call(f, name);
	int failed = 0;
	if (mode != 0600 && fchmod(f->fd, (mode_t)mode) != 0)
		failed = SYSERR(errno, path, e);
	if (failed == 0)
		failed = file_write_all(f, bytes, n, e);
	if (failed == 0)
		failed = file_keep(f, path, e);
	file_close(f);
	return failed;
}

/* ---- names ---- */

static void
facts_of(const struct stat *s, struct file_facts *out)
{
	*out = (struct file_facts){
	    .size = S_ISREG(s->st_mode) ? (uint64_t)s->st_size : 0,
	    .device = s->st_dev,
	    .inode = s->st_ino,
	    .names = s->st_nlink,
	    .modified = (int64_t)s->st_mtim.tv_sec * 1000000000 + s->st_mtim.tv_nsec,
	    .others = s->st_mode & (S_IRWXG | S_IRWXO),
	    .folder = S_ISDIR(s->st_mode),
	};
}

int
file_look(struct str path, struct file_facts *out, struct err *e)
{
	char name[PATH_MAX];
	struct stat s;

	if (syserr_path(path, name, e) != 0)
		return -1;
	if (stat(name, &s) != 0)
		return SYSERR(errno, path, e);
	facts_of(&s, out);
	return 0;
}

int
file_look_open(struct file *f, struct file_facts *out, struct err *e)
{
	struct stat s;

	if (fstat(f->fd, &s) != 0)
		return SYSERR(errno, name_of(f), e);
	facts_of(&s, out);
	return 0;
}

int
file_size(struct file *f, uint64_t *size, struct err *e)
{
	struct file_facts facts = {0};

	if (file_look_open(f, &facts, e) != 0)
		return -1;
	*size = facts.size;
	return 0;
}

bool
file_exists(struct str path)
{
	struct file_facts facts;
	struct err ignored;

	return file_look(path, &facts, &ignored) == 0;
}

int
file_folder_make(struct str path, struct err *e)
{
	char name[PATH_MAX];
	struct file_facts facts;

	if (syserr_path(path, name, e) != 0)
		return -1;
	if (mkdir_name(name) == 0)
		return file_folder_sync(file_folder_of(path), e);
	if (errno != EEXIST)
		return SYSERR(errno, path, e);
	if (file_look(path, &facts, e) != 0)
		return -1;
	return facts.folder ? 0 : err_fail(e, ERR_INPUT, STR("os.kind"), path);
}

int
file_folder_close(struct str path, struct err *e)
{
	char name[PATH_MAX];

	if (syserr_path(path, name, e) != 0)
		return -1;
	if (chmod(name, 0700) != 0 && errno != EPERM && errno != EOPNOTSUPP)
		return SYSERR(errno, path, e);
	return 0;
}

int
file_folder_sync(struct str path, struct err *e)
{
	char name[PATH_MAX];

	if (syserr_path(path, name, e) != 0)
		return -1;
	int fd = open_fd(name, O_RDONLY | O_DIRECTORY);
	if (fd < 0)
		return SYSERR(errno, path, e);
	int failed = sync_fd(fd, true);
	int error = errno;
	close(fd);
	/* Some file systems have nothing to sync in a folder and say so with EINVAL. */
	if (failed != 0 && error != EINVAL)
		return SYSERR(error, path, e);
	return 0;
}

static int
by_bytes(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

struct names {
	struct str *items;
	size_t count, capacity;
};

/* 0, or errno. */
static int
collect_names(struct arena *a, DIR *folder, struct names *out)
{
	for (;;) {
		errno = 0;
		const struct dirent *row = readdir(folder);
		if (row == NULL)
			return errno;
		struct str name = str_of(row->d_name);
		if (str_eq(name, STR(".")) || str_eq(name, STR("..")))
			continue;
		out->items =
		    arena_grow(a, out->items, out->count, &out->capacity, sizeof(struct str));
		out->items[out->count++] = arena_str(a, name);
	}
}

int
file_folder_list(struct arena *a, struct str path, struct str **names, size_t *count, struct err *e)
{
	char name[PATH_MAX];
	struct names found = {ARENA_ARRAY(a, struct str, 1), 0, 1};

	if (syserr_path(path, name, e) != 0)
		return -1;
	int fd = open_fd(name, O_RDONLY | O_DIRECTORY);
	if (fd < 0)
		return SYSERR(errno, path, e);
	DIR *folder = fdopendir(fd);
	if (folder == NULL) {
		int error = errno;
		close(fd);
		return SYSERR(error, path, e);
	}
	int error = collect_names(a, folder, &found);
	closedir(folder);
	if (error != 0)
		return SYSERR(error, path, e);
	qsort(found.items, found.count, sizeof(struct str), by_bytes);
	*names = found.items;
	*count = found.count;
	return 0;
}

int
file_remove(struct str path, struct err *e)
{
	char name[PATH_MAX];

	if (syserr_path(path, name, e) != 0)
		return -1;
	if (unlink_name(name) == 0)
		return 0;
	if (errno == EISDIR && rmdir(name) == 0)
		return 0;
	return SYSERR(errno, path, e);
}

struct str
file_folder_of(struct str path)
{
	size_t n = path.n;

	while (n > 1 && path.p[n - 1] == '/')
		n--;
	while (n > 0 && path.p[n - 1] != '/')
		n--;
	while (n > 1 && path.p[n - 1] == '/')
		n--;
	return n == 0 ? STR(".") : str_sub(path, 0, n);
}

int
file_absolute(struct arena *a, struct str path, struct str *out, struct err *e)
{
	char name[PATH_MAX], whole[PATH_MAX];

	if (syserr_path(path, name, e) != 0)
		return -1;
	if (realpath(name, whole) == NULL)
		return SYSERR(errno, path, e);
	*out = arena_str(a, str_of(whole));
	return 0;
}

struct str
file_join(struct arena *a, struct str folder, struct str name)
{
	const char *slash = str_ends(folder, STR("/")) ? "" : "/";
	return arena_fmt(a, "%.*s%s%.*s", STR_ARG(folder), slash, STR_ARG(name));
}
