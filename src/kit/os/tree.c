#define _GNU_SOURCE
#include "kit/os/tree.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "kit/os/syserr.h"

#define FOLDER_MODE 0755
#define FILE_MODE 0644
#define OPEN_FOLDERS 16 /* descriptors for a walk */

/* The mode in spite of the umask, which is for the owner alone. */
static int
folder_make(const char *path)
{
	if (mkdir(path, 0700) != 0)
		return errno == EEXIST ? 0 : -1;
	return chmod(path, FOLDER_MODE);
}

/* Makes every folder of path behind its first skip bytes; path is put back as it was. */
static int
folders_make(char *path, size_t skip)
{
	for (char *slash = strchr(path + skip, '/'); slash != NULL;
	     slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		int made = folder_make(path);
		*slash = '/';
		if (made != 0)
			return -1;
	}
	return 0;
}

/* -1 with errno. */
static int
write_new(const char *path, struct str bytes)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

	if (fd < 0)
		return -1;
	size_t done = 0;
	while (done < bytes.n) {
		ssize_t n = write(fd, bytes.p + done, bytes.n - done);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			break;
		done += (size_t)n;
	}
	bool whole = done == bytes.n && fchmod(fd, FILE_MODE) == 0;
	int error = errno;
	if (close(fd) == 0 && whole)
		return 0;
	errno = whole ? errno : error;
	return -1;
}

int
tree_put(struct str root, struct str name, struct str bytes, struct err *e)
{
	char path[PATH_MAX];
	struct buf b = BUF_INIT;

	buf_fmt(&b, "%.*s/%.*s", STR_ARG(root), STR_ARG(name));
	int status = syserr_path(buf_str(&b), path, e);
	if (status == 0 && (folders_make(path, root.n + 1) != 0 || write_new(path, bytes) != 0))
		status = SYSERR(errno, name, e);
	buf_free(&b);
	return status;
}

/* All that was written into the folder is on the disk. */
static int
settle(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return -1;
	int status = syncfs(fd);
	close(fd);
	return status;
}

/* Where names cannot be exchanged in one step: for a moment there is nothing at old. */
static int
exchange_in_steps(const char *made, const char *old)
{
	struct buf aside = BUF_INIT;

	buf_fmt(&aside, "%s.old", made);
	int status = rename(old, aside.p);
	if (status == 0)
		status = rename(made, old);
	if (status == 0)
		status = rename(aside.p, made);
	buf_free(&aside);
	return status;
}

static int
exchange(const char *made, const char *old)
{
	struct stat facts;

	if (settle(made) != 0 || chmod(made, FOLDER_MODE) != 0)
		return -1;
	if (lstat(old, &facts) != 0)
		return errno == ENOENT ? rename(made, old) : -1;
	if (renameat2(AT_FDCWD, made, AT_FDCWD, old, RENAME_EXCHANGE) == 0)
		return 0;
	return errno == EINVAL || errno == ENOSYS ? exchange_in_steps(made, old) : -1;
}

int
tree_exchange(struct str made, struct str old, struct err *e)
{
	char from[PATH_MAX], to[PATH_MAX];

	if (syserr_path(made, from, e) != 0 || syserr_path(old, to, e) != 0)
		return -1;
	return exchange(from, to) == 0 ? 0 : SYSERR(errno, old, e);
}

static int
on_entry(const char *path, const struct stat *facts, int kind, struct FTW *where)
{
	(void)facts;
	(void)kind;
	(void)where;
	return remove(path);
}

int
tree_remove(struct str path, struct err *e)
{
	char name[PATH_MAX];

	if (syserr_path(path, name, e) != 0)
		return -1;
	if (nftw(name, on_entry, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS) == 0 || errno == ENOENT)
		return 0;
	return SYSERR(errno, path, e);
}
