/* The primitives give what their standards publish. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "kit/seal/aead.h"
#include "kit/seal/armor.h"
#include "kit/seal/digest.h"
#include "kit/seal/kdf.h"
#include "kit/seal/passphrase.h"
#include "kit/seal/seal.h"
#include "kit/seal/sign.h"

static struct err e;

struct octets {
	uint8_t p[256];
	size_t n;
};

static struct octets
from_hex(struct str hex)
{
	struct octets out = {.n = 0};

	assert_true(armor_hex_read(hex, out.p, sizeof(out.p), &out.n));
	return out;
}

static struct str
text(const struct octets *o)
{
	return (struct str){(const char *)o->p, o->n};
}

static void
assert_hex(const uint8_t *p, size_t n, struct str hex)
{
	struct octets wanted = from_hex(hex);

	assert_int_equal(n, wanted.n);
	assert_memory_equal(p, wanted.p, n);
}

/* FIPS 180-4 examples (csrc.nist.gov, SHA256.pdf) and the empty message. */
static const struct {
	struct str message, digest;
} sha256_rows[] = {
    {STR_INIT(""), STR_INIT("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")},
    {STR_INIT("abc"), STR_INIT("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")},
    {STR_INIT("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
	STR_INIT("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")},
};

static void
sha256_gives_the_digests_of_fips_180(void **state)
{
	(void)state;
	uint8_t out[DIGEST_BYTES];
	struct arena *a = arena_new();

	for (size_t i = 0; i < LENGTH(sha256_rows); i++) {
		digest_of(sha256_rows[i].message.p, sha256_rows[i].message.n, out);
		assert_hex(out, sizeof(out), sha256_rows[i].digest);
		assert_true(str_eq(digest_hex(a, sha256_rows[i].message), sha256_rows[i].digest));
	}
	arena_free(a);
}

static void
a_million_letters_in_uneven_pieces_give_the_digest_of_fips_180(void **state)
{
	(void)state;
	struct digest *d = digest_new();
	uint8_t out[DIGEST_BYTES], piece[997];

	memset(piece, 'a', sizeof(piece));
	for (int again = 0; again < 2; again++) {
		size_t left = 1000000;
		for (size_t i = 0; left > 0; i++) {
			size_t n = i % 997 < left ? i % 997 : left;
			digest_add(d, piece, n);
			left -= n;
		}
		digest_end(d, out);
		assert_hex(out, sizeof(out),
		    STR("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
	}
	digest_free(d);
}

/* RFC 5869, appendix A.1 to A.3. */
static const struct {
	struct str key, salt, info, okm;
} hkdf_rows[] = {
    {STR_INIT("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"),
	STR_INIT("000102030405060708090a0b0c"), STR_INIT("f0f1f2f3f4f5f6f7f8f9"),
	STR_INIT("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
		 "34007208d5b887185865")},
    {STR_INIT("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
	      "202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f"
	      "404142434445464748494a4b4c4d4e4f"),
	STR_INIT("606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f"
		 "808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f"
		 "a0a1a2a3a4a5a6a7a8a9aaabacadaeaf"),
	STR_INIT("b0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecf"
		 "d0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeef"
		 "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"),
	STR_INIT("b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
		 "59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71"
		 "cc30c58179ec3e87c14c01d5c1f3434f1d87")},
    {STR_INIT("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"), STR_INIT(""), STR_INIT(""),
	STR_INIT("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
		 "9d201395faa4b61a96c8")},
};

static void
hkdf_gives_the_keys_of_rfc_5869(void **state)
{
	(void)state;
	uint8_t out[128];

	for (size_t i = 0; i < LENGTH(hkdf_rows); i++) {
		struct octets key = from_hex(hkdf_rows[i].key), salt = from_hex(hkdf_rows[i].salt),
			      info = from_hex(hkdf_rows[i].info);
		size_t n = hkdf_rows[i].okm.n / 2;
		kdf_derive(text(&key), text(&salt), text(&info), out, n);
		assert_hex(out, n, hkdf_rows[i].okm);
	}
}

/* McGrew and Viega, The Galois/Counter Mode of Operation, test cases 13, 14 and 16. */
static const struct {
	struct str key, nonce, beside, plain, sealed;
} gcm_rows[] = {
    {STR_INIT("0000000000000000000000000000000000000000000000000000000000000000"),
	STR_INIT("000000000000000000000000"), STR_INIT(""), STR_INIT(""),
	STR_INIT("530f8afbc74536b9a963b4f1c4cb738b")},
    {STR_INIT("0000000000000000000000000000000000000000000000000000000000000000"),
	STR_INIT("000000000000000000000000"), STR_INIT(""),
	STR_INIT("00000000000000000000000000000000"),
	STR_INIT("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919")},
    {STR_INIT("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"),
	STR_INIT("cafebabefacedbaddecaf888"), STR_INIT("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
	STR_INIT("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
		 "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"),
	STR_INIT("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
		 "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
		 "76fc6ece0f4e1768cddf8853bb2d551b")},
};

static void
gcm_seals_and_opens_the_published_cases(void **state)
{
	(void)state;
	uint8_t out[256];

	for (size_t i = 0; i < LENGTH(gcm_rows); i++) {
		struct octets key = from_hex(gcm_rows[i].key), nonce = from_hex(gcm_rows[i].nonce),
			      beside = from_hex(gcm_rows[i].beside),
			      plain = from_hex(gcm_rows[i].plain),
			      sealed = from_hex(gcm_rows[i].sealed);
		struct aead *a = aead_new(key.p);
		/* Twice: the context must not remember the message before. */
		for (int again = 0; again < 2; again++) {
			aead_seal(a, nonce.p, text(&beside), text(&plain), out);
			assert_memory_equal(out, sealed.p, sealed.n);
			assert_int_equal(
			    aead_open(a, nonce.p, text(&beside), text(&sealed), out, &e), 0);
			assert_memory_equal(out, plain.p, plain.n);
		}
		aead_free(a);
	}
}

/* RFC 8032, section 7.1, tests 1 to 3. */
static const struct {
	struct str seed, public, message, signature;
} ed25519_rows[] = {
    {STR_INIT("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"),
	STR_INIT("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"), STR_INIT(""),
	STR_INIT("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
		 "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")},
    {STR_INIT("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"),
	STR_INIT("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"),
	STR_INIT("72"),
	STR_INIT("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
		 "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")},
    {STR_INIT("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"),
	STR_INIT("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"),
	STR_INIT("af82"),
	STR_INIT("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
		 "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")},
};

static void
signatures_are_those_of_rfc_8032_and_no_others_pass(void **state)
{
	(void)state;
	uint8_t public[SIGN_PUBLIC_BYTES], secret[SIGN_SECRET_BYTES], signature[SIGN_BYTES];

	for (size_t i = 0; i < LENGTH(ed25519_rows); i++) {
		struct octets seed = from_hex(ed25519_rows[i].seed),
			      message = from_hex(ed25519_rows[i].message);
		sign_keys(seed.p, public, secret);
		assert_hex(public, sizeof(public), ed25519_rows[i].public);
		sign_make(secret, text(&message), signature);
		assert_hex(signature, sizeof(signature), ed25519_rows[i].signature);
		assert_true(sign_check(public, text(&message), signature));
		for (size_t bit = 0; bit < 8 * sizeof(signature); bit++) {
			signature[bit / 8] ^= (uint8_t)(1u << bit % 8);
			assert_false(sign_check(public, text(&message), signature));
			signature[bit / 8] ^= (uint8_t)(1u << bit % 8);
		}
		assert_false(sign_check(public, STR("something else"), signature));
	}
}

/*
 * Made by the reference implementation, Debian's argon2 0~20171227:
 *   printf 'correct horse' | argon2 0123456789abcdef -id -t 3 -k 4096 -p 1 -l 32 -r
 *   printf 'свидетель' | argon2 guvoh-guvoh-guvo -id -t 1 -k 64 -p 1 -l 32 -r
 * (the vectors of RFC 9106 have four lanes, which libsodium does not offer).
 */
static const struct {
	struct str words, salt;
	struct passphrase_cost cost;
	struct str key;
} argon2id_rows[] = {
    {STR_INIT("correct horse"), STR_INIT("0123456789abcdef"), {3, 4096},
	STR_INIT("c8abb756fc699c6ba2a0e328a36df2224fa8bd3330b23433106ac89f56976267")},
    {STR_INIT("свидетель"), STR_INIT("guvoh-guvoh-guvo"), {1, 64},
	STR_INIT("85b54e9565f535d3ae59764b5b9270cbf40ec484e3c6b9b89d05e348638c2a62")},
};

static void
passphrases_give_the_keys_of_the_reference_implementation(void **state)
{
	(void)state;
	uint8_t key[PASSPHRASE_KEY_BYTES];

	for (size_t i = 0; i < LENGTH(argon2id_rows); i++) {
		assert_int_equal(argon2id_rows[i].salt.n, PASSPHRASE_SALT_BYTES);
		assert_int_equal(
		    passphrase_key(argon2id_rows[i].words, (const uint8_t *)argon2id_rows[i].salt.p,
			argon2id_rows[i].cost, key, &e),
		    0);
		assert_hex(key, sizeof(key), argon2id_rows[i].key);
	}
}

static void
a_cost_out_of_bounds_is_refused_before_it_costs_anything(void **state)
{
	(void)state;
	static const struct passphrase_cost rows[] = {{0, 4096}, {65, 4096}, {UINT32_MAX, 4096},
	    {3, 7}, {3, 0}, {3, PASSPHRASE_MOST_KIBIBYTES + 1}, {3, UINT32_MAX}};
	const uint8_t salt[PASSPHRASE_SALT_BYTES] = {0};
	uint8_t key[PASSPHRASE_KEY_BYTES] = {7};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		assert_int_equal(passphrase_key(STR("x"), salt, rows[i], key, &e), -1);
		assert_int_equal(e.code, ERR_INPUT);
		assert_string_equal(e.key, "seal.cost");
		assert_int_equal(key[0], 7);
	}
}

/* RFC 4648, section 10; base32 in lower case without its padding. */
static const struct {
	struct str bytes, hex, base32, base64;
} armor_rows[] = {
    {STR_INIT(""), STR_INIT(""), STR_INIT(""), STR_INIT("")},
    {STR_INIT("f"), STR_INIT("66"), STR_INIT("my"), STR_INIT("Zg==")},
    {STR_INIT("fo"), STR_INIT("666f"), STR_INIT("mzxq"), STR_INIT("Zm8=")},
    {STR_INIT("foo"), STR_INIT("666f6f"), STR_INIT("mzxw6"), STR_INIT("Zm9v")},
    {STR_INIT("foob"), STR_INIT("666f6f62"), STR_INIT("mzxw6yq"), STR_INIT("Zm9vYg==")},
    {STR_INIT("fooba"), STR_INIT("666f6f6261"), STR_INIT("mzxw6ytb"), STR_INIT("Zm9vYmE=")},
    {STR_INIT("foobar"), STR_INIT("666f6f626172"), STR_INIT("mzxw6ytboi"), STR_INIT("Zm9vYmFy")},
};

typedef void (*armor_writer)(struct buf *, const void *, size_t);
typedef bool (*armor_reader)(struct str, void *, size_t, size_t *);

static void
assert_armor(armor_writer write, armor_reader read, struct str bytes, struct str armored)
{
	struct buf b = BUF_INIT;
	uint8_t room[16];
	size_t n = 99;

	write(&b, bytes.p, bytes.n);
	assert_true(str_eq(buf_str(&b), armored));
	buf_free(&b);
	assert_true(read(armored, room, bytes.n, &n));
	assert_int_equal(n, bytes.n);
	assert_memory_equal(room, bytes.p, n);
	if (bytes.n > 0)
		assert_false(read(armored, room, bytes.n - 1, &n));
}

static void
armor_is_that_of_rfc_4648_both_ways(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(armor_rows); i++) {
		struct str bytes = armor_rows[i].bytes;
		assert_armor(armor_hex, armor_hex_read, bytes, armor_rows[i].hex);
		assert_armor(armor_base32, armor_base32_read, bytes, armor_rows[i].base32);
		assert_armor(armor_base64, armor_base64_read, bytes, armor_rows[i].base64);
	}
}

static void
armor_with_spare_bits_other_letters_or_odd_lengths_is_refused(void **state)
{
	(void)state;
	static const struct {
		armor_reader read;
		struct str text;
	} rows[] = {
	    {armor_hex_read, STR_INIT("6")},
	    {armor_hex_read, STR_INIT("6F")},
	    {armor_hex_read, STR_INIT("6 6f")},
	    {armor_base32_read, STR_INIT("m")},
	    {armor_base32_read, STR_INIT("mz")},
	    {armor_base32_read, STR_INIT("MY")},
	    {armor_base32_read, STR_INIT("mzx")},
	    {armor_base32_read, STR_INIT("my======")},
	    {armor_base32_read, STR_INIT("m1")},
	    {armor_base64_read, STR_INIT("Zg")},
	    {armor_base64_read, STR_INIT("Zg=")},
	    {armor_base64_read, STR_INIT("Zh==")},
	    {armor_base64_read, STR_INIT("Z===")},
	    {armor_base64_read, STR_INIT("====")},
	    {armor_base64_read, STR_INIT("Zm9=")},
	    {armor_base64_read, STR_INIT("Zg==Zg==")},
	    {armor_base64_read, STR_INIT("Zm9v\n")},
	    {armor_base64_read, STR_INIT("Zm-_")},
	    {armor_base64_read, {"Zm9\0", 4}},
	};
	uint8_t room[16];
	size_t n = 99;

	for (size_t i = 0; i < LENGTH(rows); i++) {
		assert_false(rows[i].read(rows[i].text, room, sizeof(room), &n));
		assert_int_equal(n, 99);
	}
}

static int
start(void **state)
{
	(void)state;
	return seal_start(&e);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sha256_gives_the_digests_of_fips_180),
	    cmocka_unit_test(a_million_letters_in_uneven_pieces_give_the_digest_of_fips_180),
	    cmocka_unit_test(hkdf_gives_the_keys_of_rfc_5869),
	    cmocka_unit_test(gcm_seals_and_opens_the_published_cases),
	    cmocka_unit_test(signatures_are_those_of_rfc_8032_and_no_others_pass),
	    cmocka_unit_test(passphrases_give_the_keys_of_the_reference_implementation),
	    cmocka_unit_test(a_cost_out_of_bounds_is_refused_before_it_costs_anything),
	    cmocka_unit_test(armor_is_that_of_rfc_4648_both_ways),
	    cmocka_unit_test(armor_with_spare_bits_other_letters_or_odd_lengths_is_refused),
	};
	return cmocka_run_group_tests(tests, start, NULL);
}
