/* libs: base */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "base/iin.h"
#include "base/point.h"
#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Whatever is read lies on the map, within some distance, and its word stands in the text. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = {size == 0 ? "" : (const char *)data, size};
	struct point p;
	struct iin iin;
	struct err e;

	if (point_read(text, &p, &e) == 0) {
		assert(p.lat >= -90 * POINT_DEGREE && p.lat <= 90 * POINT_DEGREE);
		assert(p.lon >= -180 * POINT_DEGREE && p.lon <= 180 * POINT_DEGREE);
		assert(p.metres > 0 && p.metres <= 1000000);
		assert(p.word.n == 0 || (p.word.p >= text.p && p.word.p < text.p + text.n));
		assert(!p.said || p.word.n == 0);
	}
	if (iin_read(text, &iin, &e) == 0)
		assert(size == IIN_DIGITS);
	return 0;
}
