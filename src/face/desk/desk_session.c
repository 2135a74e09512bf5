#include "face/desk/desk_session.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "face/desk/desk_trail.h"
#include "kit/os/clock.h"
#include "kit/os/entropy.h"
#include "kit/seal/secret.h"

#define SESSIONS 16 /* the one that was used longest ago gives way */
#define TRIES 10    /* wrong codes, then the code is void */
#define GROUP 5     /* letters between hyphens */

struct session {
	char token[DESK_TOKEN_BYTES]; /* first byte NUL: none */
	int64_t used;
};

/* Lies in a struct secret. */
struct kept {
	char code[DESK_CODE_BYTES]; /* first byte NUL: none */
	struct session sessions[SESSIONS];
};

struct desk_sessions {
	pthread_mutex_t lock;
	struct secret *secret;
	struct kept *kept;
	int64_t made;                       /* the code */
	int wrong;                          /* tries since */
	struct desk_trail trails[SESSIONS]; /* of each of kept->sessions */
};

struct desk_sessions *
desk_sessions_new(void)
{
	struct desk_sessions *s = calloc(1, sizeof *s);

	if (s == NULL || pthread_mutex_init(&s->lock, NULL) != 0)
		abort();
	s->secret = secret_new(sizeof *s->kept);
	s->kept = (void *)s->secret->p;
	return s;
}

void
desk_sessions_free(struct desk_sessions *s)
{
	if (s == NULL)
		return;
	for (size_t i = 0; i < SESSIONS; i++)
		desk_trail_end(&s->trails[i]);
	secret_free(s->secret);
	pthread_mutex_destroy(&s->lock);
	free(s);
}

/* Five bits a letter. */
static void
letters_fill(char *room, size_t n)
{
	entropy_fill(room, n);
	for (size_t i = 0; i < n; i++)
		room[i] = "abcdefghijklmnopqrstuvwxyz234567"[(unsigned char)room[i] & 31];
}

void
desk_session_code(struct desk_sessions *s, char room[DESK_CODE_BYTES + 1])
{
	letters_fill(room, DESK_CODE_BYTES);
	for (size_t i = GROUP; i < DESK_CODE_BYTES; i += GROUP + 1)
		room[i] = '-';
	room[DESK_CODE_BYTES] = '\0';
	pthread_mutex_lock(&s->lock);
	memcpy(s->kept->code, room, DESK_CODE_BYTES);
	s->made = clock_monotonic();
	s->wrong = 0;
	pthread_mutex_unlock(&s->lock);
}

/* What was typed, as a code is written; false when it has another length. */
static bool
code_read(struct str typed, char room[DESK_CODE_BYTES])
{
	size_t n = 0;

	for (size_t i = 0; i < typed.n; i++) {
		char ch = typed.p[i];
		if (ch == ' ' || ch == '-')
			continue;
		if (n < DESK_CODE_BYTES && n % (GROUP + 1) == GROUP)
			room[n++] = '-';
		if (n == DESK_CODE_BYTES)
			return false;
		room[n++] = (char)(ch >= 'A' && ch <= 'Z' ? ch | 0x20 : ch);
	}
	return n == DESK_CODE_BYTES;
}

/* Is it the code, and in time? Then it is used up. */
static bool
code_take(struct desk_sessions *s, const char code[DESK_CODE_BYTES], int64_t now)
{
	struct kept *kept = s->kept;
	bool there =
	    kept->code[0] != '\0' && now - s->made <= (int64_t)DESK_CODE_MINUTES * 60 * 1000000000;
	bool same = there && secret_equal(kept->code, code, DESK_CODE_BYTES);

	s->wrong += !same;
	if (same || !there || s->wrong >= TRIES)
		secret_wipe(kept->code, sizeof kept->code);
	return same;
}

/* The lock is held. */
static struct desk_trail *
trail_of(struct desk_sessions *s, const struct session *session)
{
	return &s->trails[session - s->kept->sessions];
}

static void
session_end(struct desk_sessions *s, struct session *session)
{
	desk_trail_end(trail_of(s, session));
	secret_wipe(session, sizeof *session);
}

static struct session *
oldest(struct kept *kept)
{
	struct session *found = &kept->sessions[0];

	for (size_t i = 1; i < SESSIONS; i++)
		if (kept->sessions[i].used < found->used)
			found = &kept->sessions[i];
	return found;
}

bool
desk_session_begin(
    struct desk_sessions *s, struct str typed, int64_t now, char room[DESK_TOKEN_BYTES + 1])
{
	char code[DESK_CODE_BYTES];
	bool read = code_read(typed, code);

	pthread_mutex_lock(&s->lock);
	bool taken = read && code_take(s, code, now);
	if (taken) {
		struct session *session = oldest(s->kept);
		session_end(s, session);
		letters_fill(room, DESK_TOKEN_BYTES);
		room[DESK_TOKEN_BYTES] = '\0';
		memcpy(session->token, room, DESK_TOKEN_BYTES);
		session->used = now;
	}
	pthread_mutex_unlock(&s->lock);
	return taken;
}

/* Every session is compared, so that time says nothing about them. The lock is held. */
static struct session *
session_find(struct desk_sessions *s, struct str token)
{
	struct session *found = NULL;

	if (token.n != DESK_TOKEN_BYTES)
		return NULL;
	for (size_t i = 0; i < SESSIONS; i++)
		if (secret_equal(s->kept->sessions[i].token, token.p, DESK_TOKEN_BYTES))
			found = &s->kept->sessions[i];
	return found;
}

bool
desk_session_known(struct desk_sessions *s, struct str token, int64_t now)
{
	pthread_mutex_lock(&s->lock);
	struct session *session = session_find(s, token);
	if (session != NULL &&
	    now - session->used > (int64_t)DESK_SESSION_HOURS * 3600 * 1000000000) {
		session_end(s, session);
		session = NULL;
	}
	if (session != NULL)
		session->used = now;
	pthread_mutex_unlock(&s->lock);
	return session != NULL;
}

void
desk_session_end(struct desk_sessions *s, struct str token)
{
	pthread_mutex_lock(&s->lock);
	struct session *session = session_find(s, token);
	if (session != NULL)
		session_end(s, session);
	pthread_mutex_unlock(&s->lock);
}

void
desk_session_answered(struct desk_sessions *s, struct str token, struct str event, struct str pair)
{
	pthread_mutex_lock(&s->lock);
	struct session *session = session_find(s, token);
	if (session != NULL)
		desk_trail_add(trail_of(s, session), event, pair);
	pthread_mutex_unlock(&s->lock);
}

void
desk_session_undone(struct desk_sessions *s, struct str token, struct str event, struct str pair)
{
	pthread_mutex_lock(&s->lock);
	struct session *session = session_find(s, token);
	if (session != NULL)
		desk_trail_drop(trail_of(s, session), event, pair);
	pthread_mutex_unlock(&s->lock);
}

struct str
desk_session_last(struct desk_sessions *s, struct arena *a, struct str token, struct str event)
{
	pthread_mutex_lock(&s->lock);
	struct session *session = session_find(s, token);
	struct str last =
	    session == NULL ? STR("") : arena_str(a, desk_trail_last(trail_of(s, session), event));
	pthread_mutex_unlock(&s->lock);
	return last;
}
