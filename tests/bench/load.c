#define _GNU_SOURCE
#include "load.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "kit/os/clock.h"

#define REQUEST_BYTES 512
#define READ_BYTES 262144
#define BUCKET_US 20 /* of the histogram of waits */
#define BUCKETS 50000
#define EVENTS 64

struct client {
	int fd;
	int64_t asked;
	size_t left; /* bytes of the answer */
};

struct run {
	char request[REQUEST_BYTES];
	size_t request_n, answer_n;
	uint64_t waits[BUCKETS + 1], answers;
};

_Noreturn static void
fail(const char *what)
{
	perror(what);
	exit(1);
}

static int
connect_to(int port)
{
	const struct sockaddr_in address = {.sin_family = AF_INET,
	    .sin_port = htons((uint16_t)port),
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	if (fd < 0 || connect(fd, (const struct sockaddr *)&address, sizeof address) != 0)
		fail("connect");
	return fd;
}

static void
ask(const struct run *r, struct client *c)
{
	c->asked = clock_monotonic();
	c->left = r->answer_n;
	if (write(c->fd, r->request, r->request_n) != (ssize_t)r->request_n)
		fail("write");
}

/* The length of an answer, head included, from a connection that closes behind it. */
static size_t
answer_length(int port, const char *path)
{
	static char room[READ_BYTES];
	char request[REQUEST_BYTES];
	int fd = connect_to(port);
	size_t n = 0;
	ssize_t got;

	int asked = snprintf(request, sizeof request,
	    "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", path);
	if (write(fd, request, (size_t)asked) != asked)
		fail("write");
	while ((got = read(fd, room + n, sizeof room - n)) > 0)
		n += (size_t)got;
	close(fd);
	return n - strlen("Connection: close\r\n");
}

static void
answered(struct run *r, struct client *c)
{
	int64_t bucket = (clock_monotonic() - c->asked) / 1000 / BUCKET_US;

	r->waits[bucket < BUCKETS ? bucket : BUCKETS]++;
	r->answers++;
}

/* What has come for a client; at the end of its answer it asks again. */
static void
hear(struct run *r, struct client *c)
{
	static char room[READ_BYTES];
	ssize_t got = read(c->fd, room, sizeof room);

	if (got <= 0 || (size_t)got > c->left)
		fail("read");
	c->left -= (size_t)got;
	if (c->left > 0)
		return;
	answered(r, c);
	ask(r, c);
}

static double
wait_of(const struct run *r, double share)
{
	uint64_t seen = 0;
	size_t i = 0;

	while (i < BUCKETS && (double)(seen += r->waits[i]) < share * (double)r->answers)
		i++;
	return (double)(i + 1) * BUCKET_US / 1e3;
}

struct load
load_run(int port, const char *path, size_t count, int milliseconds)
{
	struct run *r = calloc(1, sizeof *r);
	struct client *clients = calloc(count, sizeof *clients);
	int queue = epoll_create1(0);

	if (r == NULL || clients == NULL || queue < 0)
		fail("load");
	r->answer_n = answer_length(port, path);
	r->request_n = (size_t)snprintf(
	    r->request, sizeof r->request, "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", path);
	int64_t start = clock_monotonic(), end = start + (int64_t)milliseconds * 1000000;
	for (size_t i = 0; i < count; i++) {
		struct epoll_event event = {.events = EPOLLIN, .data.ptr = &clients[i]};
		clients[i].fd = connect_to(port);
		if (epoll_ctl(queue, EPOLL_CTL_ADD, clients[i].fd, &event) != 0)
			fail("epoll_ctl");
		ask(r, &clients[i]);
	}
	while (clock_monotonic() < end) {
		struct epoll_event events[EVENTS];
		int n = epoll_wait(queue, events, EVENTS, 1000);
		for (int i = 0; i < n; i++)
			hear(r, events[i].data.ptr);
	}
	double seconds = (double)(clock_monotonic() - start) / 1e9;
	struct load result = {(double)r->answers / seconds, wait_of(r, 0.99)};
	for (size_t i = 0; i < count; i++)
		close(clients[i].fd);
	close(queue);
	free(clients);
	free(r);
	return result;
}
