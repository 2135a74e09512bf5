/* Files: what is acknowledged is there, what failed left the old, every fault position tried. */
#define _GNU_SOURCE
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/err.h"
#include "kit/os/fault.h"
#include "kit/os/file.h"

static struct err e;

struct place {
	struct arena *a;
	char root[64];
};

static int
set_up(void **state)
{
	struct place *here = calloc(1, sizeof(*here));

	here->a = arena_new();
	snprintf(here->root, sizeof(here->root), "/tmp/guvoh-test-XXXXXX");
	*state = here;
	return mkdtemp(here->root) == NULL ? -1 : 0;
}

/* Two levels are all that these tests make. */
static void
remove_below(struct arena *a, struct str folder, int depth)
{
	struct str *names;
	size_t count;
	struct err ignored;

	if (depth == 0 || file_folder_list(a, folder, &names, &count, &ignored) != 0)
		return;
	for (size_t i = 0; i < count; i++) {
		struct str path = file_join(a, folder, names[i]);
		if (file_remove(path, &ignored) != 0) {
			remove_below(a, path, depth - 1);
			(void)!file_remove(path, &ignored);
		}
	}
}

static int
tear_down(void **state)
{
	struct place *here = *state;
	struct err ignored;

	remove_below(here->a, str_of(here->root), 3);
	int failed = file_remove(str_of(here->root), &ignored);
	arena_free(here->a);
	free(here);
	return failed;
}

static struct str
in(const struct place *here, const char *name)
{
	return file_join(here->a, str_of(here->root), str_of(name));
}

static struct str
content(const struct place *here, const char *name)
{
	struct str s;

	assert_int_equal(file_read_all(here->a, in(here, name), 1 << 20, &s, &e), 0);
	return s;
}

static size_t
names_in(const struct place *here)
{
	struct str *names;
	size_t count;

	assert_int_equal(file_folder_list(here->a, str_of(here->root), &names, &count, &e), 0);
	return count;
}

static int
write_whole(const struct place *here, const char *name, struct str bytes)
{
	return file_write_atomic(in(here, name), bytes.p, bytes.n, 0600, &e);
}

static void
assert_fails(int answer, enum err_code code, const char *key)
{
	assert_int_equal(answer, -1);
	assert_string_equal(e.key, key);
	assert_int_equal(e.code, code);
}

/* ---- whole files ---- */

static void
what_was_written_is_read_back_and_only_the_owner_may(void **state)
{
	struct place *here = *state;
	struct stat facts;

	assert_int_equal(write_whole(here, "a", STR("first")), 0);
	assert_true(str_eq(content(here, "a"), STR("first")));
	assert_int_equal(write_whole(here, "a", STR("")), 0);
	assert_int_equal(content(here, "a").n, 0);
	assert_int_equal(stat(in(here, "a").p, &facts), 0);
	assert_int_equal(facts.st_mode & 07777, 0600);
	assert_int_equal(file_write_atomic(in(here, "a"), "x", 1, 0644, &e), 0);
	assert_int_equal(stat(in(here, "a").p, &facts), 0);
	assert_int_equal(facts.st_mode & 07777, 0644);
	assert_int_equal(names_in(here), 1);
}

static void
a_device_is_written_to_and_stays_a_device(void **state)
{
	struct place *here = *state;
	struct str path = in(here, "pipe");
	struct stat facts;
	struct file *f;
	char got[8];

	assert_int_equal(mkfifo(path.p, 0600), 0);
	int fd = open(path.p, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	assert_true(fd >= 0);
	assert_int_equal(file_write_atomic(path, "one", 3, 0600, &e), 0);
	assert_int_equal(file_new(str_of(here->root), &f, &e), 0);
	assert_int_equal(file_write_all(f, "two", 3, &e), 0);
	assert_int_equal(file_keep(f, path, &e), 0);
	file_close(f);
	assert_int_equal(read(fd, got, sizeof(got)), 6);
	assert_memory_equal(got, "onetwo", 6);
	close(fd);
	assert_int_equal(stat(path.p, &facts), 0);
	assert_true(S_ISFIFO(facts.st_mode));
	assert_int_equal(names_in(here), 1);
}

static void
a_file_of_exactly_the_limit_is_read_and_a_longer_one_refused(void **state)
{
	struct place *here = *state;
	struct str s = STR("kept");
	char room[6] = "";
	size_t n = 99;

	assert_int_equal(write_whole(here, "a", STR("12345")), 0);
	assert_int_equal(file_read_all(here->a, in(here, "a"), 5, &s, &e), 0);
	assert_int_equal(s.n, 5);
	assert_fails(file_read_all(here->a, in(here, "a"), 4, &s, &e), ERR_LIMIT, "os.large");
	assert_string_equal(e.arg[1], "4");
	assert_int_equal(file_read_into(in(here, "a"), room, 5, &n, &e), 0);
	assert_int_equal(n, 5);
	assert_memory_equal(room, "12345", 5);
	assert_fails(file_read_into(in(here, "a"), room, 4, &n, &e), ERR_LIMIT, "os.large");
	assert_memory_equal(room, "\0\0\0\0", 4);
}

static void
a_large_file_is_read_whole(void **state)
{
	struct place *here = *state;
	size_t size = 300001;
	char *bytes = arena_alloc(here->a, size);
	struct str s;

	for (size_t i = 0; i < size; i++)
		bytes[i] = (char)(i * 31 >> 3);
	assert_int_equal(write_whole(here, "a", (struct str){bytes, size}), 0);
	assert_int_equal(file_read_all(here->a, in(here, "a"), size, &s, &e), 0);
	assert_true(str_eq(s, (struct str){bytes, size}));
}

/* What the process had: "old" or the new content, whole, and nothing else in the folder. */
static void
assert_old_or_new(struct place *here, int answer, bool died)
{
	struct str now = content(here, "a");
	bool is_new = str_eq(now, STR("new content"));

	assert_true(is_new || str_eq(now, STR("old")));
	if (answer == 0)
		assert_true(is_new);
	if (!died)
		assert_int_equal(names_in(here), 1);
}

static void
a_write_that_fails_at_any_call_leaves_old_or_new_and_no_litter(void **state)
{
	struct place *here = *state;
	unsigned n;
	bool reached = true;

	for (n = 1; reached; n++) {
		assert_int_equal(write_whole(here, "a", STR("old")), 0);
		fault_arm(FAULT_ONCE, n, n % 2 == 0 ? ENOSPC : EIO);
		int answer = write_whole(here, "a", STR("new content"));
		reached = fault_disarm();
		assert_int_equal(answer, reached ? -1 : 0);
		if (reached) {
			assert_string_equal(e.key, n % 2 == 0 ? "os.full" : "os.io");
			assert_false(file_is_temporary(str_of(strrchr(e.arg[0], '/') + 1)));
		}
		assert_old_or_new(here, answer, false);
	}
	/* open, write, fsync, rename, open and fsync of the folder. */
	assert_int_equal(n, 8);
}

static void
a_disk_that_dies_at_any_call_leaves_old_or_new(void **state)
{
	struct place *here = *state;
	static const enum fault_way ways[] = {FAULT_FROM, FAULT_HALF};

	for (size_t w = 0; w < LENGTH(ways); w++) {
		bool reached = true;
		for (unsigned n = 1; reached; n++) {
			assert_int_equal(write_whole(here, "a", STR("old")), 0);
			fault_arm(ways[w], n, ENOSPC);
			int answer = write_whole(here, "a", STR("new content"));
			reached = fault_disarm();
			assert_int_equal(answer, reached ? -1 : 0);
			/* The temporary could not be removed from a dead disk. */
			assert_old_or_new(here, answer, true);
		}
	}
}

static void
a_write_killed_before_any_call_leaves_old_or_new(void **state)
{
	struct place *here = *state;
	static const enum fault_way ways[] = {FAULT_EXIT, FAULT_TORN};

	for (size_t w = 0; w < LENGTH(ways); w++) {
		int status = FAULT_EXIT_STATUS << 8;
		for (unsigned n = 1; status != 0; n++) {
			assert_int_equal(write_whole(here, "a", STR("old")), 0);
			pid_t child = fork();
			if (child == 0) {
				fault_arm(ways[w], n, EIO);
				_exit(write_whole(here, "a", STR("new content")) != 0);
			}
			assert_int_equal(waitpid(child, &status, 0), child);
			assert_true(status == 0 || WEXITSTATUS(status) == FAULT_EXIT_STATUS);
			assert_old_or_new(here, status == 0 ? 0 : -1, true);
		}
	}
}

static void
litter_of_killed_writes_is_known_by_its_name(void **state)
{
	struct place *here = *state;
	struct file *f;
	struct str *names;
	size_t count;

	assert_int_equal(file_new(str_of(here->root), &f, &e), 0);
	assert_int_equal(file_folder_list(here->a, str_of(here->root), &names, &count, &e), 0);
	assert_int_equal(count, 1);
	assert_true(file_is_temporary(names[0]));
	file_close(f);
	assert_int_equal(names_in(here), 0);
	assert_false(file_is_temporary(STR("new-0123456789abcdef")));
	assert_false(file_is_temporary(STR(".new-0123456789abcdeg")));
	assert_false(file_is_temporary(STR(".new-0123456789abcdef0")));
	assert_false(file_is_temporary(STR("log")));
}

static void
a_new_file_gets_its_name_at_the_end_and_can_still_be_read(void **state)
{
	struct place *here = *state;
	struct file *f;
	char room[8];
	size_t got;

	assert_int_equal(file_new(str_of(here->root), &f, &e), 0);
	assert_int_equal(file_write_all(f, "abc", 3, &e), 0);
	assert_false(file_exists(in(here, "blob")));
	assert_int_equal(file_keep(f, in(here, "blob"), &e), 0);
	assert_int_equal(file_pread(f, 1, room, sizeof(room), &got, &e), 0);
	assert_int_equal(got, 2);
	file_close(f);
	assert_true(str_eq(content(here, "blob"), STR("abc")));
	assert_int_equal(names_in(here), 1);
}

/* ---- handles ---- */

static void
appending_goes_on_where_the_file_ends(void **state)
{
	struct place *here = *state;
	struct file *f;
	uint64_t size = 0;

	for (int i = 0; i < 3; i++) {
		assert_int_equal(file_open_append(in(here, "log"), &f, &e), 0);
		assert_int_equal(file_write_all(f, "frame", 5, &e), 0);
		assert_int_equal(file_sync(f, &e), 0);
		assert_int_equal(file_size(f, &size, &e), 0);
		assert_int_equal(size, 5 * (i + 1));
		file_close(f);
	}
	assert_int_equal(file_open_append(in(here, "log"), &f, &e), 0);
	assert_int_equal(file_truncate(f, 7, &e), 0);
	assert_int_equal(file_write_all(f, "!", 1, &e), 0);
	file_close(f);
	assert_true(str_eq(content(here, "log"), STR("framefr!")));
}

static void
a_half_written_append_fails_and_can_be_cut_back(void **state)
{
	struct place *here = *state;
	struct file *f;
	uint64_t size;

	assert_int_equal(file_open_append(in(here, "log"), &f, &e), 0);
	assert_int_equal(file_write_all(f, "frame", 5, &e), 0);
	fault_arm(FAULT_HALF, 1, ENOSPC);
	int answer = file_write_all(f, "second", 6, &e);
	assert_true(fault_disarm());
	assert_fails(answer, ERR_LIMIT, "os.full");
	assert_int_equal(file_size(f, &size, &e), 0);
	assert_int_equal(size, 8);
	assert_int_equal(file_truncate(f, 5, &e), 0);
	file_close(f);
	assert_true(str_eq(content(here, "log"), STR("frame")));
}

static void
each_call_on_a_handle_can_be_made_to_fail(void **state)
{
	struct place *here = *state;
	struct file *f;
	char room[4];
	size_t got = 99;

	assert_int_equal(file_open_append(in(here, "log"), &f, &e), 0);
	fault_arm(FAULT_FROM, 1, EROFS);
	assert_fails(file_write_all(f, "x", 1, &e), ERR_IO, "os.readonly");
	assert_fails(file_sync(f, &e), ERR_IO, "os.readonly");
	assert_fails(file_truncate(f, 0, &e), ERR_IO, "os.readonly");
	assert_fails(file_pread(f, 0, room, 4, &got, &e), ERR_IO, "os.readonly");
	assert_fails(file_folder_make(in(here, "d"), &e), ERR_IO, "os.readonly");
	assert_fails(file_remove(in(here, "log"), &e), ERR_IO, "os.readonly");
	assert_true(fault_disarm());
	assert_int_equal(got, 99);
	file_close(f);
}

static void
one_handle_at_a_time_holds_the_lock(void **state)
{
	struct place *here = *state;
	struct file *one, *two;

	assert_int_equal(file_open_append(in(here, "lock"), &one, &e), 0);
	assert_int_equal(file_open_append(in(here, "lock"), &two, &e), 0);
	assert_int_equal(file_lock(one, 0, &e), 0);
	assert_fails(file_lock(two, 0, &e), ERR_CONFLICT, "os.locked");
	assert_fails(file_lock(two, 20, &e), ERR_CONFLICT, "os.locked");
	file_unlock(one);
	assert_int_equal(file_lock(two, 0, &e), 0);
	/* Closing another handle of the same file does not lose it. */
	struct file *three;
	assert_int_equal(file_open_append(in(here, "lock"), &three, &e), 0);
	file_close(three);
	assert_fails(file_lock(one, 0, &e), ERR_CONFLICT, "os.locked");
	file_close(two);
	assert_int_equal(file_lock(one, -1, &e), 0);
	file_close(one);
}

static void
a_waiting_process_gets_the_lock_when_its_holder_dies(void **state)
{
	struct place *here = *state;
	struct file *f;
	int held[2], status;
	char byte;

	assert_int_equal(pipe(held), 0);
	pid_t child = fork();
	if (child == 0) {
		if (file_open_append(in(here, "lock"), &f, &e) != 0 || file_lock(f, -1, &e) != 0)
			_exit(1);
		_exit(write(held[1], "1", 1) != 1 || pause() != 0);
	}
	assert_int_equal(read(held[0], &byte, 1), 1);
	assert_int_equal(file_open_append(in(here, "lock"), &f, &e), 0);
	assert_fails(file_lock(f, 0, &e), ERR_CONFLICT, "os.locked");
	assert_int_equal(kill(child, SIGKILL), 0);
	assert_int_equal(file_lock(f, 10000, &e), 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	file_close(f);
	close(held[0]);
	close(held[1]);
}

static void
a_map_shows_the_file_and_an_empty_one_maps_too(void **state)
{
	struct place *here = *state;
	struct file *f;
	struct file_map map;

	assert_int_equal(write_whole(here, "a", STR("mapped")), 0);
	assert_int_equal(file_open_read(in(here, "a"), &f, &e), 0);
	assert_int_equal(file_map(f, &map, &e), 0);
	file_close(f);
	assert_int_equal(map.n, 6);
	assert_memory_equal(map.p, "mapped", 6);
	file_unmap(&map);
	assert_int_equal(write_whole(here, "a", STR("")), 0);
	assert_int_equal(file_open_read(in(here, "a"), &f, &e), 0);
	assert_int_equal(file_map(f, &map, &e), 0);
	assert_int_equal(map.n, 0);
	assert_non_null(map.p);
	file_unmap(&map);
	file_close(f);
}

/* ---- names ---- */

static void
folders_are_made_once_listed_in_order_and_removed_when_empty(void **state)
{
	struct place *here = *state;
	struct str *names;
	size_t count;
	struct stat facts;

	assert_int_equal(file_folder_make(in(here, "d"), &e), 0);
	assert_int_equal(file_folder_make(in(here, "d"), &e), 0);
	assert_int_equal(stat(in(here, "d").p, &facts), 0);
	assert_int_equal(facts.st_mode & 07777, 0700);
	assert_int_equal(write_whole(here, "d/b", STR("1")), 0);
	assert_int_equal(write_whole(here, "d/B", STR("1")), 0);
	assert_int_equal(write_whole(here, "d/.hidden", STR("1")), 0);
	assert_int_equal(file_folder_list(here->a, in(here, "d"), &names, &count, &e), 0);
	assert_int_equal(count, 3);
	assert_true(str_eq(names[0], STR(".hidden")));
	assert_true(str_eq(names[1], STR("B")));
	assert_true(str_eq(names[2], STR("b")));
	assert_fails(file_remove(in(here, "d"), &e), ERR_CONFLICT, "os.notempty");
	for (size_t i = 0; i < count; i++)
		assert_int_equal(file_remove(file_join(here->a, in(here, "d"), names[i]), &e), 0);
	assert_int_equal(file_remove(in(here, "d"), &e), 0);
	assert_false(file_exists(in(here, "d")));
}

static void
names_that_are_not_there_or_not_what_is_wanted_say_so(void **state)
{
	struct place *here = *state;
	struct file *f;
	struct str s;
	struct file_facts facts;

	assert_fails(file_open_read(in(here, "no"), &f, &e), ERR_NOTFOUND, "os.missing");
	assert_true(str_eq(str_of(e.arg[0]), in(here, "no")));
	assert_fails(file_remove(in(here, "no"), &e), ERR_NOTFOUND, "os.missing");
	assert_fails(write_whole(here, "no/a", STR("x")), ERR_NOTFOUND, "os.missing");
	assert_fails(file_look(in(here, "no"), &facts, &e), ERR_NOTFOUND, "os.missing");
	assert_int_equal(write_whole(here, "a", STR("x")), 0);
	assert_fails(write_whole(here, "a/b", STR("x")), ERR_INPUT, "os.kind");
	assert_fails(file_folder_make(in(here, "a"), &e), ERR_INPUT, "os.kind");
	assert_fails(file_open_append(str_of(here->root), &f, &e), ERR_INPUT, "os.kind");
	assert_fails(file_read_all(here->a, str_of(here->root), 9, &s, &e), ERR_INPUT, "os.kind");
	assert_fails(file_open_read(STR(""), &f, &e), ERR_INPUT, "os.path");
	assert_fails(file_open_read(STR("a\0b"), &f, &e), ERR_INPUT, "os.path");
	char *long_name = arena_alloc(here->a, PATH_MAX + 1);
	memset(long_name, 'x', PATH_MAX);
	assert_fails(file_open_read(str_of(long_name), &f, &e), ERR_INPUT, "os.path");
	long_name[300] = '\0';
	assert_fails(file_open_read(str_of(long_name), &f, &e), ERR_INPUT, "os.path");
}

static void
a_link_is_not_followed_when_appending_and_replaced_when_writing(void **state)
{
	struct place *here = *state;
	struct file *f;

	assert_int_equal(write_whole(here, "target", STR("safe")), 0);
	assert_int_equal(symlink(in(here, "target").p, in(here, "link").p), 0);
	assert_fails(file_open_append(in(here, "link"), &f, &e), ERR_INPUT, "os.kind");
	assert_int_equal(write_whole(here, "link", STR("new")), 0);
	assert_true(str_eq(content(here, "target"), STR("safe")));
	assert_true(str_eq(content(here, "link"), STR("new")));
}

static void
a_replaced_file_is_another_file_to_who_looks(void **state)
{
	struct place *here = *state;
	struct file *f;
	struct file_facts open, named;

	assert_int_equal(write_whole(here, "a", STR("one")), 0);
	assert_int_equal(file_open_read(in(here, "a"), &f, &e), 0);
	assert_int_equal(file_look(in(here, "a"), &named, &e), 0);
	assert_int_equal(file_look_open(f, &open, &e), 0);
	assert_true(open.inode == named.inode && open.device == named.device);
	assert_int_equal(named.size, 3);
	assert_int_equal(write_whole(here, "a", STR("four")), 0);
	assert_int_equal(file_look(in(here, "a"), &named, &e), 0);
	assert_int_equal(file_look_open(f, &open, &e), 0);
	assert_false(open.inode == named.inode);
	file_close(f);
	assert_int_equal(file_look(str_of(here->root), &named, &e), 0);
	assert_true(named.folder);
}

static void
the_folder_of_a_name_is_what_stands_before_its_last_part(void **state)
{
	(void)state;
	static const struct {
		struct str path, folder;
	} rows[] = {
	    {STR_INIT("a"), STR_INIT(".")},
	    {STR_INIT("a/b"), STR_INIT("a")},
	    {STR_INIT("/a"), STR_INIT("/")},
	    {STR_INIT("/a/b/"), STR_INIT("/a")},
	    {STR_INIT("a//b"), STR_INIT("a")},
	    {STR_INIT("/"), STR_INIT("/")},
	    {STR_INIT("./a"), STR_INIT(".")},
	};

	for (size_t i = 0; i < LENGTH(rows); i++)
		assert_true(str_eq(file_folder_of(rows[i].path), rows[i].folder));
}

#define WITH_A_PLACE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_A_PLACE(what_was_written_is_read_back_and_only_the_owner_may),
	    WITH_A_PLACE(a_device_is_written_to_and_stays_a_device),
	    WITH_A_PLACE(a_file_of_exactly_the_limit_is_read_and_a_longer_one_refused),
	    WITH_A_PLACE(a_large_file_is_read_whole),
	    WITH_A_PLACE(a_write_that_fails_at_any_call_leaves_old_or_new_and_no_litter),
	    WITH_A_PLACE(a_disk_that_dies_at_any_call_leaves_old_or_new),
	    WITH_A_PLACE(a_write_killed_before_any_call_leaves_old_or_new),
	    WITH_A_PLACE(litter_of_killed_writes_is_known_by_its_name),
	    WITH_A_PLACE(a_new_file_gets_its_name_at_the_end_and_can_still_be_read),
	    WITH_A_PLACE(appending_goes_on_where_the_file_ends),
	    WITH_A_PLACE(a_half_written_append_fails_and_can_be_cut_back),
	    WITH_A_PLACE(each_call_on_a_handle_can_be_made_to_fail),
	    WITH_A_PLACE(one_handle_at_a_time_holds_the_lock),
	    WITH_A_PLACE(a_waiting_process_gets_the_lock_when_its_holder_dies),
	    WITH_A_PLACE(a_map_shows_the_file_and_an_empty_one_maps_too),
	    WITH_A_PLACE(folders_are_made_once_listed_in_order_and_removed_when_empty),
	    WITH_A_PLACE(names_that_are_not_there_or_not_what_is_wanted_say_so),
	    WITH_A_PLACE(a_link_is_not_followed_when_appending_and_replaced_when_writing),
	    WITH_A_PLACE(a_replaced_file_is_another_file_to_who_looks),
	    cmocka_unit_test(the_folder_of_a_name_is_what_stands_before_its_last_part),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
