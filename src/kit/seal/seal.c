#include "kit/seal/seal.h"

#include <sodium.h>

#include "kit/seal/fetched.h"

int
seal_start(struct err *e)
{
	if (sodium_init() < 0)
		return err_fail(e, ERR_BUG, STR("seal.start"), STR("libsodium"));
	if (!fetched_start())
		return err_fail(e, ERR_BUG, STR("seal.start"), STR("libcrypto"));
	return 0;
}
