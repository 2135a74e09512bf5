#include "stocked.h"

#include "domain/ledger.h"

struct archive *
stocked_open(struct fixture *f, struct arena *a, struct vocab *vocab)
{
	struct archive *archive;
	struct err e;
	size_t count, changed;

	fixture_make(f, "");
	const struct vocab_file *files = vocab_shipped(a, &count);
	fixture_must(archive_open(&f->place, ledger_index(), &archive, &e), &e);
	fixture_must(vocab_store(archive, &fixture_stamp, files, count, &changed, &e), &e);
	fixture_must(vocab_load(archive_db(archive), a, vocab, &e), &e);
	return archive;
}
