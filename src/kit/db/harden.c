#include "kit/db/harden.h"

#include <sqlite3.h>
#include <stddef.h>

#include "base/str.h"

static const char *const refused_functions[] = {
    "random", "randomblob", "load_extension", "fts3_tokenizer", "edit", "readfile", "writefile"};

static const struct {
	int option, value;
} settings[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1},
    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_DQS_DML, 0},
    {SQLITE_DBCONFIG_DQS_DDL, 0},
    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
    {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
};

static int
authorize(void *unused, int action, const char *first, const char *second, const char *database,
    const char *trigger)
{
	(void)unused;
	(void)first;
	(void)database;
	(void)trigger;
	if (action == SQLITE_ATTACH || action == SQLITE_DETACH)
		return SQLITE_DENY;
	for (size_t i = 0; action == SQLITE_FUNCTION && i < LENGTH(refused_functions); i++)
		if (sqlite3_stricmp(second, refused_functions[i]) == 0)
			return SQLITE_DENY;
	return SQLITE_OK;
}

int
harden_journal(struct sqlite3 *connection, int on)
{
	return sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, on, NULL);
}

int
harden_connection(struct sqlite3 *connection)
{
	for (size_t i = 0; i < LENGTH(settings); i++) {
		int rc = sqlite3_db_config(connection, settings[i].option, settings[i].value, NULL);
		if (rc != SQLITE_OK)
			return rc;
	}
	return sqlite3_set_authorizer(connection, authorize, NULL);
}
