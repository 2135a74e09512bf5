// How many in all: the panel of an event with lists of people, as a reader meets it.
import assert from "node:assert/strict";
import { cdp, until } from "../hand.mjs";
import { accessible, open, plain, WIDTHS } from "../look.mjs";

const PAGES = ["en/rehearsal/", "ru/rehearsal/", "kk/rehearsal/"];
const TITLES = { en: "How many in all", ru: "Сколько всего", kk: "Барлығы қанша" };

// The estimate is made once, with few draws: the cases are about what is seen of it.
let made = false;
function estimate({ command }) {
	if (!made) command("estimate", "--event", "rehearsal", "--set", "lcmcr.sweeps=100", "--set", "loglinear.replicates=100");
	made = true;
}

// Opens the page once the server has seen the estimate: its panel has a second table then.
async function panel(world, path) {
	estimate(world);
	await until(async () => {
		// While the estimate was made the server ended the connection that was kept.
		const answer = await fetch(world.site + path).catch(() => null);
		const text = answer === null ? "" : await answer.text();
		return (text.split('id="panel"')[1] ?? "").split("<table>").length > 2;
	});
	return open(world.browser, world.site + path);
}

// Rows of a table as texts, spaces of numbers made plain.
const rows = (page, at) =>
	page.locator(`.panel .twin table >> nth=${at}`).evaluate((table) =>
		[...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim())));

async function everything(world, path) {
	const seen = await panel(world, path);
	await plain(seen, world.site);
	await accessible(seen.page, "#panel");
	await seen.page.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
	await accessible(seen.page, "#panel");
	await seen.page.close();
}

export default {
	...Object.fromEntries(PAGES.map((path) => [`${path} is accessible, with its tables open`, (world) => everything(world, path)])),
	"it is named in the language of the page": async (world) => {
		for (const path of PAGES) {
			const { page } = await panel(world, path);
			assert.equal(await page.locator("#panel-title").innerText(), TITLES[path.slice(0, 2)]);
			await page.close();
		}
	},
	"what is drawn of the lists stands in the table too, and the table has more": async (world) => {
		const { page } = await panel(world, PAGES[0]);
		await page.locator(".panel .twin").evaluate((one) => (one.open = true));
		const table = await rows(page, 0);
		const drawn = await page.locator(".panel .row:has(.dots)").evaluateAll((all) =>
			all.map((row) => [row.querySelector(".label").textContent.trim(), row.querySelector(".strip text").textContent.trim()]));
		assert.ok(drawn.length >= 5 && table.length > drawn.length, `${drawn.length} of ${table.length}`);
		assert.deepEqual(table.slice(0, drawn.length), drawn);
		const dots = await page.locator(".panel .dots >> nth=0").locator("circle").count();
		assert.equal(dots, 5, "one for each list");
		await page.close();
	},
	"every range of the estimates stands in the table with its ends": async (world) => {
		const { page } = await panel(world, PAGES[0]);
		await page.locator(".panel .twin").evaluate((one) => (one.open = true));
		const table = new Map(await rows(page, 1));
		assert.ok([...table.keys()].some((who) => who.includes("Chao")), [...table.keys()].join());
		const strips = await page.locator(".panel .row:has(strong):has(svg.strip)").evaluateAll((all) =>
			all.map((row) => [row.querySelector("strong").textContent.trim(), row.querySelector(".strip").textContent.trim()]));
		assert.ok(strips.length >= 5, strips.join());
		for (const [who, number] of strips) assert.ok(number.includes(table.get(who)), `${who}: ${number}, ${table.get(who)}`);
		await page.close();
	},
	"no text of a strip is cut at any width": async (world) => {
		for (const path of PAGES) {
			const { page } = await panel(world, path);
			for (const width of WIDTHS) {
				await page.setViewportSize({ width, height: 900 });
				const cut = await page.locator(".panel .strip text").evaluateAll((all) =>
					all.filter((text) => {
						const box = text.getBoundingClientRect();
						return box.left < 0 || box.right > document.documentElement.clientWidth;
					}).map((text) => text.textContent));
				assert.deepEqual(cut, [], `${path} at ${width}`);
			}
			await page.close();
		}
	},
	"the desk says when it was estimated, and fits a small window": async (world) => {
		estimate(world);
		const { page } = await open(world.browser, world.newLink());
		const cell = page.locator("tr", { has: page.locator('th a:text-is("rehearsal")') }).locator("td").last();
		await until(async () => {
			await page.reload();
			return /Estimated on \d+ \w+ 20\d\d: /.test(await cell.innerText());
		});
		await page.setViewportSize({ width: 320, height: 900 });
		assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
		await page.close();
	},
	"the desk has the same panel behind a link, with the sets of lists that the public is not told": async (world) => {
		const told = await panel(world, PAGES[0]);
		const hidden = await told.page.locator(".panel .note", { hasText: "is not told" }).count();
		await told.page.close();
		const seen = await open(world.browser, world.newLink());
		await seen.page.locator("th a:text-is('rehearsal')").click();
		await until(async () => {
			await seen.page.reload();
			return (await seen.page.locator(".panel .axis").count()) > 0;
		});
		assert.equal(await seen.page.locator("#panel-title").innerText(), TITLES.en);
		assert.equal(hidden, 1);
		assert.equal(await seen.page.locator(".panel .note", { hasText: "is not told" }).count(), 0);
		assert.ok((await seen.page.locator(".panel a[href$='/en/estimates/']").getAttribute("href")).startsWith(world.site));
		await plain(seen, new URL(seen.page.url()).origin);
		await accessible(seen.page);
		assert.equal((await seen.page.goto(seen.page.url().replace("rehearsal", "no-such-event"))).status(), 404);
		await seen.page.close();
	},
	"an event without lists says that there is no estimate, and why": async ({ browser, site }) => {
		const { page } = await open(browser, `${site}en/june-2019/`);
		const words = await page.locator("#panel").innerText();
		assert.match(words, /No estimate/);
		assert.equal(await page.locator("#panel table, #panel svg").count(), 0);
		await page.close();
	},
	"it is all there without a script, and its table opens": async (world) => {
		estimate(world);
		const page = await world.browser.newPage();
		const session = await cdp(world, page, "Emulation.setScriptExecutionDisabled", { value: true });
		await page.goto(`${world.site}kk/rehearsal/`);
		assert.equal(await page.locator(".panel .twin table").first().isVisible(), false);
		await page.locator(".panel .twin summary").click();
		assert.ok(await page.locator(".panel .twin table").first().isVisible());
		await session.detach();
		await page.close();
	},
};
