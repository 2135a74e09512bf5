// The page of a case: its board, map, acts, law and demands, as a reader meets them.
import assert from "node:assert/strict";
import { accessible, open, plain, WIDTHS } from "../look.mjs";

const PAGES = ["en/june-2019/", "ru/june-2019/", "kk/june-2019/"];
const DRAWN = ".strip text, .ticks text, .map text";

// Texts of a drawing that are cut by the window or lie over another text of the same drawing.
function crossed(drawings) {
	const AIR = 6; // pixels above and below the letters of a line
	const cut = [];
	for (const drawing of drawings) {
		const texts = [...drawing.querySelectorAll("text")].filter((t) => t.getClientRects().length);
		const boxes = texts.map((t) => ({ text: t.textContent, box: t.getBoundingClientRect() }));
		for (const [i, { text, box }] of boxes.entries()) {
			if (box.left < 0 || box.right > document.documentElement.clientWidth) cut.push(`cut: ${text}`);
			for (const other of boxes.slice(0, i)) {
				const beside = box.left >= other.box.right || box.right <= other.box.left;
				const below = box.top >= other.box.bottom - AIR || box.bottom - AIR <= other.box.top;
				if (!beside && !below) cut.push(`${text} over ${other.text}`);
			}
		}
	}
	return cut;
}

// One language in all widths and themes, first as it opens, then with everything unfolded.
async function unfolded({ browser, site }, path) {
	const seen = await open(browser, site + path);
	await plain(seen, site);
	await accessible(seen.page);
	await seen.page.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
	await accessible(seen.page);
	await seen.page.close();
}

const languages = PAGES.map((path) => [`${path} is accessible, with all details open`, (world) => unfolded(world, path)]);

export default {
	...Object.fromEntries(languages),
	"no number of a drawing is cut or lies over another": async ({ browser, site }) => {
		for (const path of PAGES) {
			const { page } = await open(browser, site + path);
			for (const width of WIDTHS) {
				await page.setViewportSize({ width, height: 900 });
				const found = await page.locator("svg:has(> text)").evaluateAll(crossed);
				assert.deepEqual(found, [], `${path} at ${width}`);
			}
			assert.ok((await page.locator(DRAWN).count()) > 20);
			await page.close();
		}
	},
	"every figure of the board opens a page with its words": async ({ browser, site }) => {
		const { page } = await open(browser, `${site}en/june-2019/`);
		const links = page.locator(".board .words");
		const words = (await links.first().innerText()).replace(/[«»]/g, "");
		await links.first().click();
		await page.waitForURL("**/claim/*/");
		assert.ok((await page.locator("main").innerText()).includes(words));
		await page.close();
	},
	"the keyboard reaches every figure and every detail, never below the axis": async ({ browser, site }) => {
		const { page } = await open(browser, `${site}en/june-2019/`);
		await page.setViewportSize({ width: 320, height: 600 });
		const wanted = await page.locator(".board a, .board summary").count();
		let reached = 0;
		for (let i = 0; i < 400; i++) {
			await page.keyboard.press("Tab");
			const at = await page.evaluate(() => {
				const one = document.activeElement;
				const axis = document.querySelector(".axis").getBoundingClientRect();
				const box = one.getBoundingClientRect();
				const below = one.closest(".group") && box.top < axis.bottom - 1 && box.bottom > axis.top + 1;
				return { board: !!one.closest(".board"), below, end: one === document.body, name: one.textContent };
			});
			if (at.end) break;
			assert.ok(!at.below, at.name);
			if (at.board) reached++;
		}
		const hidden = await page.locator("details:not([open]) > :not(summary) a").count();
		assert.ok(reached >= wanted - hidden, `${reached} of ${wanted - hidden}`);
		await page.close();
	},
	"the board can be taken along, and its drawing stands alone": async ({ browser, site }) => {
		const { page } = await open(browser, `${site}ru/june-2019/`);
		for (const [end, type] of [["csv", "text/csv"], ["json", "application/json"], ["svg", "image/svg+xml"]]) {
			const answer = await page.request.get(`${site}ru/june-2019/board.${end}`);
			assert.equal(answer.status(), 200);
			assert.ok(answer.headers()["content-type"].startsWith(type), end);
		}
		await page.close();
	},
	"it weighs at most 80 KB with all it loads": async ({ browser, site }) => {
		for (const path of PAGES) {
			const { page, asked } = await open(browser, site + path);
			let bytes = 0;
			for (const url of new Set(asked)) {
				const sizes = await fetch(url, { headers: { "Accept-Encoding": "gzip" } });
				bytes += Number(sizes.headers.get("content-length") ?? 0) || (await sizes.arrayBuffer()).byteLength;
			}
			assert.ok(bytes > 5000 && bytes <= 80 * 1024, `${path}: ${bytes}`);
			await page.close();
		}
	},
};
