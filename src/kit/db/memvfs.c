#include "kit/db/memvfs.h"

#include <pthread.h>
#include <sqlite3.h>
#include <string.h>

#include "base/arena.h"
#include "kit/db/memfile.h"
#include "kit/db/memlock.h"

struct file {
	struct file *next; /* in the store */
	struct arena *a;   /* holds the file and its name */
	const char *name;  /* "" for a temporary one */
	unsigned users;    /* handles, and the store while it has the name */
	struct memfile bytes;
	struct memlock lock;
};

struct handle {
	sqlite3_file base;
	struct file *file;
	struct memlock_holder held;
};

/* Every named file of the process. */
static struct {
	pthread_mutex_t mutex;
	struct file *first;
	sqlite3_vfs *os; /* sleeps and seeds for us */
} store = {.mutex = PTHREAD_MUTEX_INITIALIZER};

static struct handle *
handle_of(sqlite3_file *f)
{
	return (struct handle *)f;
}

static struct file *
file_new(struct str name)
{
	struct arena *a = arena_new();
	struct file *f = ARENA_NEW(a, struct file);
	if (!memfile_init(&f->bytes)) {
		arena_free(a);
		return NULL;
	}
	f->a = a;
	f->name = arena_str(a, name).p;
	f->users = 1;
	memlock_init(&f->lock);
	return f;
}

/* With the store's mutex held. */
static void
file_release(struct file *f)
{
	if (--f->users > 0)
		return;
	memfile_free(&f->bytes);
	memlock_free(&f->lock);
	arena_free(f->a);
}

/* With the store's mutex held. Where the file hangs, or the end of the chain. */
static struct file **
file_find(const char *name)
{
	struct file **at = &store.first;
	while (*at != NULL && strcmp((*at)->name, name) != 0)
		at = &(*at)->next;
	return at;
}

static void
file_forget(const char *name)
{
	(void)pthread_mutex_lock(&store.mutex);
	struct file **at = file_find(name), *f = *at;
	if (f != NULL) {
		*at = f->next;
		file_release(f);
	}
	(void)pthread_mutex_unlock(&store.mutex);
}

static int
io_close(sqlite3_file *base)
{
	struct handle *h = handle_of(base);
	memlock_lower(&h->file->lock, &h->held, MEMLOCK_NONE);
	(void)pthread_mutex_lock(&store.mutex);
	file_release(h->file);
	(void)pthread_mutex_unlock(&store.mutex);
	return SQLITE_OK;
}

static int
io_read(sqlite3_file *base, void *to, int n, sqlite3_int64 at)
{
	size_t there = memfile_read(&handle_of(base)->file->bytes, to, (size_t)n, (size_t)at);
	return there == (size_t)n ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

static int
io_write(sqlite3_file *base, const void *from, int n, sqlite3_int64 at)
{
	struct memfile *bytes = &handle_of(base)->file->bytes;
	return memfile_write(bytes, from, (size_t)n, (size_t)at) ? SQLITE_OK : SQLITE_FULL;
}

static int
io_truncate(sqlite3_file *base, sqlite3_int64 n)
{
	return memfile_resize(&handle_of(base)->file->bytes, (size_t)n) ? SQLITE_OK : SQLITE_FULL;
}

static int
io_sync(sqlite3_file *base, int flags)
{
	(void)base;
	(void)flags;
	return SQLITE_OK;
}

static int
io_size(sqlite3_file *base, sqlite3_int64 *n)
{
	*n = (sqlite3_int64)memfile_size(&handle_of(base)->file->bytes);
	return SQLITE_OK;
}

static int
io_lock(sqlite3_file *base, int want)
{
	struct handle *h = handle_of(base);
	return memlock_raise(&h->file->lock, &h->held, want) ? SQLITE_OK : SQLITE_BUSY;
}

static int
io_unlock(sqlite3_file *base, int to)
{
	struct handle *h = handle_of(base);
	memlock_lower(&h->file->lock, &h->held, to);
	return SQLITE_OK;
}

static int
io_reserved(sqlite3_file *base, int *yes)
{
	*yes = memlock_reserved(&handle_of(base)->file->lock);
	return SQLITE_OK;
}

static int
io_control(sqlite3_file *base, int op, void *arg)
{
	(void)base;
	(void)op;
	(void)arg;
	return SQLITE_NOTFOUND;
}

static int
io_traits(sqlite3_file *base)
{
	(void)base;
	return SQLITE_IOCAP_ATOMIC | SQLITE_IOCAP_POWERSAFE_OVERWRITE | SQLITE_IOCAP_SAFE_APPEND |
	    SQLITE_IOCAP_SEQUENTIAL;
}

static int
io_shm_map(sqlite3_file *base, int region, int size, int extend, void volatile **out)
{
	struct handle *h = handle_of(base);
	if (region >= MEMLOCK_REGIONS)
		return SQLITE_FULL;
	*out = memlock_map(&h->file->lock, &h->held, region, (size_t)size, extend != 0);
	return SQLITE_OK;
}

static int
io_shm_lock(sqlite3_file *base, int first, int n, int flags)
{
	struct handle *h = handle_of(base);
	if (flags & SQLITE_SHM_UNLOCK) {
		memlock_leave(&h->file->lock, &h->held, first, n);
		return SQLITE_OK;
	}
	bool shared = (flags & SQLITE_SHM_SHARED) != 0;
	return memlock_take(&h->file->lock, &h->held, first, n, shared) ? SQLITE_OK : SQLITE_BUSY;
}

static void
io_shm_barrier(sqlite3_file *base)
{
	memlock_barrier(&handle_of(base)->file->lock);
}

static int
io_shm_unmap(sqlite3_file *base, int delete)
{
	struct handle *h = handle_of(base);
	(void)delete;
	memlock_unmap(&h->file->lock, &h->held);
	return SQLITE_OK;
}

/* Pages are lent in place: they never move and stay readable when the file shrinks. */
static int
io_fetch(sqlite3_file *base, sqlite3_int64 at, int n, void **out)
{
	const struct memfile *bytes = &handle_of(base)->file->bytes;
	*out = (size_t)at + (size_t)n <= memfile_size(bytes) ? bytes->p + at : NULL;
	return SQLITE_OK;
}

static int
io_unfetch(sqlite3_file *base, sqlite3_int64 at, void *page)
{
	(void)base;
	(void)at;
	(void)page;
	return SQLITE_OK;
}

static const sqlite3_io_methods methods = {3, io_close, io_read, io_write, io_truncate, io_sync,
    io_size, io_lock, io_unlock, io_reserved, io_control, NULL, io_traits, io_shm_map, io_shm_lock,
    io_shm_barrier, io_shm_unmap, io_fetch, io_unfetch};

/* With the store's mutex held. A handle's share of the file, or NULL. */
static struct file *
file_open(const char *name, int flags)
{
	struct file *f = name == NULL ? NULL : *file_find(name);
	if (f != NULL) {
		f->users++;
		return f;
	}
	if (!(flags & SQLITE_OPEN_CREATE))
		return NULL;
	f = file_new(str_of(name));
	if (f != NULL && name != NULL) {
		f->users++;
		f->next = store.first;
		store.first = f;
	}
	return f;
}

static int
vfs_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *base, int flags, int *out_flags)
{
	struct handle *h = handle_of(base);
	(void)vfs;
	*h = (struct handle){0};
	(void)pthread_mutex_lock(&store.mutex);
	h->file = file_open(name, flags);
	(void)pthread_mutex_unlock(&store.mutex);
	if (h->file == NULL)
		return SQLITE_CANTOPEN;
	h->base.pMethods = &methods;
	if (out_flags != NULL)
		*out_flags = flags;
	return SQLITE_OK;
}

static int
vfs_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
	(void)vfs;
	(void)sync;
	file_forget(name);
	return SQLITE_OK;
}

static int
vfs_access(sqlite3_vfs *vfs, const char *name, int flags, int *yes)
{
	(void)vfs;
	(void)flags;
	(void)pthread_mutex_lock(&store.mutex);
	*yes = *file_find(name) != NULL;
	(void)pthread_mutex_unlock(&store.mutex);
	return SQLITE_OK;
}

static int
vfs_full_name(sqlite3_vfs *vfs, const char *name, int n, char *out)
{
	(void)vfs;
	sqlite3_snprintf(n, out, "%s", name);
	return SQLITE_OK;
}

static int
vfs_random(sqlite3_vfs *vfs, int n, char *out)
{
	(void)vfs;
	return store.os->xRandomness(store.os, n, out);
}

static int
vfs_sleep(sqlite3_vfs *vfs, int microseconds)
{
	(void)vfs;
	return store.os->xSleep(store.os, microseconds);
}

/* What is derived from the log may not depend on the day it is derived: "now" is null. */
static int
vfs_now(sqlite3_vfs *vfs, sqlite3_int64 *milliseconds)
{
	(void)vfs;
	*milliseconds = 0;
	return SQLITE_ERROR;
}

static sqlite3_vfs vfs = {
    .iVersion = 2,
    .szOsFile = sizeof(struct handle),
    .mxPathname = 256,
    .zName = MEMVFS_NAME,
    .xOpen = vfs_open,
    .xDelete = vfs_delete,
    .xAccess = vfs_access,
    .xFullPathname = vfs_full_name,
    .xRandomness = vfs_random,
    .xSleep = vfs_sleep,
    .xCurrentTimeInt64 = vfs_now,
};

int
memvfs_register(struct err *e)
{
	(void)pthread_mutex_lock(&store.mutex);
	if (store.os == NULL)
		store.os = sqlite3_vfs_find(NULL);
	int rc = store.os == NULL ? SQLITE_ERROR : sqlite3_vfs_register(&vfs, 0);
	(void)pthread_mutex_unlock(&store.mutex);
	if (rc != SQLITE_OK)
		return err_fail(e, ERR_BUG, STR("db.bug"), STR("vfs"), STR_INT(rc));
	return 0;
}

static int
file_add(struct file *f, struct str name, struct err *e)
{
	(void)pthread_mutex_lock(&store.mutex);
	struct file **end = file_find(f->name);
	bool taken = *end != NULL;
	if (taken)
		file_release(f);
	else
		*end = f;
	(void)pthread_mutex_unlock(&store.mutex);
	return taken ? err_fail(e, ERR_CONFLICT, STR("db.exists"), name) : 0;
}

int
memvfs_put(struct str name, size_t size, memvfs_fill *fill, void *arg, struct err *e)
{
	struct file *f = file_new(name);
	if (f == NULL || !memfile_resize(&f->bytes, size))
		(void)err_fail(e, ERR_LIMIT, STR("db.memory"), STR("image"), STR_INT(SQLITE_FULL));
	else if (fill(arg, f->bytes.p, size, e) == 0)
		return file_add(f, name, e);
	if (f != NULL)
		file_release(f);
	return -1;
}

int
memvfs_image(struct str name, struct str *bytes, struct err *e)
{
	struct arena *a = arena_new();
	const char *log_name = arena_fmt(a, "%.*s-wal", STR_ARG(name)).p;
	(void)pthread_mutex_lock(&store.mutex);
	struct file *log = *file_find(log_name), *f = *file_find(arena_str(a, name).p);
	bool settled = log == NULL || memfile_size(&log->bytes) == 0;
	if (f != NULL && settled)
		*bytes = (struct str){(const char *)f->bytes.p, memfile_size(&f->bytes)};
	(void)pthread_mutex_unlock(&store.mutex);
	arena_free(a);
	if (f == NULL)
		return err_fail(e, ERR_NOTFOUND, STR("db.nofile"), name);
	return settled ? 0 : err_fail(e, ERR_CONFLICT, STR("db.unsettled"), name);
}

void
memvfs_drop(struct str name)
{
	static const char *const endings[] = {"", "-wal", "-journal"};
	struct arena *a = arena_new();
	for (size_t i = 0; i < LENGTH(endings); i++)
		file_forget(arena_fmt(a, "%.*s%s", STR_ARG(name), endings[i]).p);
	arena_free(a);
}
