#include <assert.h>
#include <microhttpd.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/buf.h"
#include "kit/http/private.h"
#include "kit/seal/digest.h"

#define PACK_BYTES 600        /* a shorter body is not worth packing */
#define TAG_DIGITS 36         /* of the digest, hexadecimal */
#define GZIP_WINDOW (15 + 16) /* zlib: the largest window, with the head of gzip */
#define GZIP_MEMORY 9

struct http_page {
	atomic_int holders;
	int status;
	char tag[TAG_DIGITS + 1]; /* empty: none */
	char *bytes;              /* belong to plain */
	size_t n;
	struct MHD_Response *plain, *same; /* same: the 304, NULL without a tag */
	bool packs;                        /* text, worth packing */
	pthread_mutex_t packing;           /* over packed and packed_once */
	bool packed_once;
	struct MHD_Response *packed; /* NULL: not shorter */
};

static const struct {
	const char *name, *value;
} always[] = {
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
};
static const char *const keeps[] = {
    [HTTP_KEEP_NEVER] = "no-store",
    [HTTP_KEEP_ASK] = "no-cache",
    [HTTP_KEEP_EVER] = "public, max-age=31536000, immutable",
};
static const char nothing_loads[] =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/* Leaves the header out when value is empty. */
static void
header(struct MHD_Response *r, const char *name, struct str value)
{
	struct buf room = BUF_INIT;

	assert(!str_has_control(value));
	buf_put(&room, value);
	if (value.n > 0 && MHD_add_response_header(r, name, room.p) != MHD_YES)
		abort();
	buf_free(&room);
}

static void
tag_header(struct MHD_Response *r, const char *tag, const char *variant)
{
	struct buf room = BUF_INIT;

	buf_fmt(&room, "\"%s%s\"", tag, variant);
	if (tag[0] != '\0')
		header(r, MHD_HTTP_HEADER_ETAG, buf_str(&room));
	buf_free(&room);
}

/* A response that owns bytes, which malloc gave. */
static struct MHD_Response *
response_new(void *bytes, size_t n)
{
	struct MHD_Response *r = MHD_create_response_from_buffer(
	    n, bytes, bytes == NULL ? MHD_RESPMEM_PERSISTENT : MHD_RESPMEM_MUST_FREE);

	if (r == NULL)
		abort();
	return r;
}

/* Who else may have it; with allow, the answer to a browser that asks before it sends. */
static void
shared_headers(struct MHD_Response *r, const struct http_answer *answer)
{
	header(r, "Cross-Origin-Resource-Policy",
	    answer->shared ? STR("cross-origin") : STR("same-origin"));
	if (!answer->shared)
		return;
	header(r, MHD_HTTP_HEADER_ACCESS_CONTROL_ALLOW_ORIGIN, STR("*"));
	header(r, MHD_HTTP_HEADER_ACCESS_CONTROL_ALLOW_METHODS, answer->allow);
	header(r, MHD_HTTP_HEADER_ACCESS_CONTROL_ALLOW_HEADERS,
	    answer->allow.n > 0 ? STR("Content-Type") : STR(""));
}

static void
headers_put(struct MHD_Response *r, const struct http_page *page, const struct http_answer *answer)
{
	for (size_t i = 0; i < LENGTH(always); i++)
		header(r, always[i].name, str_of(always[i].value));
	header(r, "Content-Security-Policy",
	    answer->policy.n > 0 ? answer->policy : str_of(nothing_loads));
	header(r, MHD_HTTP_HEADER_CACHE_CONTROL, str_of(keeps[answer->keep]));
	header(r, MHD_HTTP_HEADER_CONTENT_TYPE, answer->type);
	header(r, MHD_HTTP_HEADER_LOCATION, answer->location);
	header(r, MHD_HTTP_HEADER_SET_COOKIE, answer->cookie);
	header(r, MHD_HTTP_HEADER_ALLOW, answer->allow);
	shared_headers(r, answer);
	if (page->packs)
		header(r, MHD_HTTP_HEADER_VARY, STR("Accept-Encoding"));
}

static bool
is_text(struct str type)
{
	static const char *const starts[] = {"text/", "image/svg+xml", "application/json",
	    "application/ld+json", "application/atom+xml", "application/xml"};

	for (size_t i = 0; i < LENGTH(starts); i++)
		if (str_starts(type, str_of(starts[i])))
			return true;
	return false;
}

static void
tag_set(struct http_page *page, const struct http_answer *answer)
{
	uint8_t digest[DIGEST_BYTES];

	digest_of(answer->body.p, answer->body.n, digest);
	for (size_t i = 0; i < TAG_DIGITS; i++) {
		int half = i % 2 == 0 ? digest[i / 2] >> 4 : digest[i / 2] & 15;
		page->tag[i] = "0123456789abcdef"[half];
	}
}

struct http_page *
http_page_new(const struct http_answer *answer)
{
	struct http_page *page = calloc(1, sizeof *page);
	char *bytes = malloc(answer->body.n + 1);

	if (page == NULL || bytes == NULL || pthread_mutex_init(&page->packing, NULL) != 0)
		abort();
	memcpy(bytes, answer->body.p, answer->body.n);
	atomic_init(&page->holders, 1);
	page->status = answer->status;
	page->bytes = bytes;
	page->n = answer->body.n;
	page->packs = page->n >= PACK_BYTES && is_text(answer->type);
	page->plain = response_new(bytes, page->n);
	headers_put(page->plain, page, answer);
	if (answer->keep != HTTP_KEEP_NEVER && answer->status == 200) {
		tag_set(page, answer);
		tag_header(page->plain, page->tag, "");
		page->same = response_new(NULL, 0);
		headers_put(page->same, page, answer);
		tag_header(page->same, page->tag, "");
	}
	return page;
}

struct http_page *
http_page_hold(struct http_page *page)
{
	atomic_fetch_add(&page->holders, 1);
	return page;
}

/* What is still being sent is held by the library. */
void
http_page_free(struct http_page *page)
{
	if (page == NULL || atomic_fetch_sub(&page->holders, 1) > 1)
		return;
	MHD_destroy_response(page->plain);
	if (page->same != NULL)
		MHD_destroy_response(page->same);
	if (page->packed != NULL)
		MHD_destroy_response(page->packed);
	pthread_mutex_destroy(&page->packing);
	free(page);
}

/* The same bytes give the same gzip: no time and no name is in its head. NULL: not shorter. */
static void *
gzip(const struct http_page *page, size_t *n)
{
	z_stream z = {0};
	void *room = malloc(page->n);

	if (room == NULL ||
	    deflateInit2(&z, Z_BEST_COMPRESSION, Z_DEFLATED, GZIP_WINDOW, GZIP_MEMORY,
		Z_DEFAULT_STRATEGY) != Z_OK)
		abort();
	z.next_in = (Bytef *)page->bytes;
	z.avail_in = (uInt)page->n;
	z.next_out = room;
	z.avail_out = (uInt)page->n;
	int done = deflate(&z, Z_FINISH);
	*n = z.total_out;
	deflateEnd(&z);
	if (done == Z_STREAM_END)
		return room;
	free(room);
	return NULL;
}

static enum MHD_Result
header_copy(void *to, enum MHD_ValueKind kind, const char *name, const char *value)
{
	(void)kind;
	if (strcmp(name, MHD_HTTP_HEADER_ETAG) != 0)
		header(to, name, str_of(value));
	return MHD_YES;
}

/* Made when somebody asks for it first. */
static struct MHD_Response *
packed(struct http_page *page)
{
	size_t n;

	pthread_mutex_lock(&page->packing);
	void *bytes = page->packed_once ? NULL : gzip(page, &n);
	page->packed_once = true;
	if (bytes != NULL) {
		page->packed = response_new(bytes, n);
		MHD_get_response_headers(page->plain, header_copy, page->packed);
		header(page->packed, MHD_HTTP_HEADER_CONTENT_ENCODING, STR("gzip"));
		tag_header(page->packed, page->tag, "-gzip");
	}
	pthread_mutex_unlock(&page->packing);
	return page->packed != NULL ? page->packed : page->plain;
}

static struct str
asked(struct MHD_Connection *from, const char *name)
{
	return str_of(MHD_lookup_connection_value(from, MHD_HEADER_KIND, name));
}

/* Is the tag, of either variant, in an If-None-Match? */
static bool
tag_known(const struct http_page *page, struct str list)
{
	struct str rest = list;

	if (page->same == NULL)
		return false;
	while (rest.n > 0) {
		struct str one = str_trim(str_cut(&rest, ','));
		if (str_starts(one, STR("W/")))
			one = str_sub(one, 2, one.n);
		bool quoted = one.n > TAG_DIGITS + 1 && one.p[0] == '"';
		struct str tail = str_sub(one, TAG_DIGITS + 1, one.n);
		if (str_eq(one, STR("*")) ||
		    (quoted && str_eq(str_sub(one, 1, TAG_DIGITS + 1), str_of(page->tag)) &&
			(str_eq(tail, STR("\"")) || str_eq(tail, STR("-gzip\"")))))
			return true;
	}
	return false;
}

/* "gzip" or "*" in an Accept-Encoding, and not refused by ";q=0". */
static bool
takes_gzip(struct str list)
{
	for (struct str rest = list; rest.n > 0;) {
		struct str quality = str_cut(&rest, ',');
		struct str coding = str_trim(str_cut(&quality, ';'));
		quality = str_trim(quality);
		bool none = str_eq(quality, STR("q=0")) || str_starts(quality, STR("q=0.0"));
		if (str_eq(coding, STR("gzip")))
			return !none;
	}
	return false;
}

bool
http_page_send(struct http_page *page, struct MHD_Connection *to)
{
	if (tag_known(page, asked(to, MHD_HTTP_HEADER_IF_NONE_MATCH)))
		return MHD_queue_response(to, MHD_HTTP_NOT_MODIFIED, page->same) == MHD_YES;
	struct MHD_Response *r = page->plain;
	if (page->packs && takes_gzip(asked(to, MHD_HTTP_HEADER_ACCEPT_ENCODING)))
		r = packed(page);
	return MHD_queue_response(to, (unsigned)page->status, r) == MHD_YES;
}
