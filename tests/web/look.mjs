// What must hold of every page, whoever made it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fetched } from "./fetched.mjs";

const axe = readFileSync(fetched.resolve("axe-core/axe.min.js"), "utf8");

export const WIDTHS = [320, 768, 1440];
export const THEMES = ["light", "dark"];

// Opens url and keeps what the page asked for and complained of.
// The server may still look for what was appended just now: it is asked again, for five seconds at most; not
// where an address opens only once.
export async function open(browser, url, expected = 200) {
	const until = Date.now() + 5000;
	while (!url.includes("?") && (await fetch(url, { redirect: "manual" })).status !== expected && Date.now() < until)
		await new Promise((again) => setTimeout(again, 100));
	const page = await browser.newPage();
	const asked = [];
	const complaints = [];
	page.on("request", (request) => asked.push(request.url()));
	page.on("console", (message) => {
		if (["error", "warning"].includes(message.type())) complaints.push(message.text());
	});
	page.on("pageerror", (error) => complaints.push(String(error)));
	const answer = await page.goto(url);
	assert.equal(answer.status(), expected, url);
	return { page, answer, asked, complaints };
}

// Nothing from elsewhere, no cookie, no script but those of reports and of the desk's keys, no complaint; the page stays in its window.
export async function plain({ page, asked, complaints }, site) {
	const elsewhere = asked.filter((url) => !url.startsWith(site));
	assert.deepEqual(elsewhere, [], "asked for from elsewhere");
	const heard = complaints.filter((text) => !/status of 404/.test(text));
	assert.deepEqual(heard, [], "complaints of the browser");
	assert.equal(await page.locator("script:not([type='application/ld+json'], [src^='/report.'], [src='/desk.js'])").count(), 0);
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: 900 });
		await page.waitForFunction((wanted) => window.innerWidth === wanted, width);
		const wide = await page.evaluate(() => document.documentElement.scrollWidth);
		assert.ok(wide <= width, `${page.url()} is ${wide} wide in a window of ${width}`);
	}
}

// What axe finds at one width in one theme: rule, and where.
async function found(page, where, width, theme) {
	await page.setViewportSize({ width, height: 900 });
	await page.emulateMedia({ colorScheme: theme });
	await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)));
	await page.evaluate(axe);
	const { violations } = await page.evaluate((part) => window.axe.run(part), where);
	return violations.flatMap((v) => v.nodes.map((n) => `${width} ${theme} ${v.id}: ${n.target}`));
}

// The page, or the part of it that a selector names.
export async function accessible(page, where = "html") {
	for (const width of WIDTHS) {
		for (const theme of THEMES) assert.deepEqual(await found(page, where, width, theme), [], page.url());
	}
}

// Every page that can be reached by links from start, on this site.
export async function reachable(browser, start, most = 40) {
	const page = await browser.newPage();
	const known = new Set([start]);
	for (const url of known) {
		if (known.size > most) break;
		await page.goto(url);
		const links = await page.locator("a[href]").evaluateAll((all) => all.map((a) => a.href.replace(/#.*/, "")));
		for (const link of links) if (link.startsWith(start)) known.add(link);
	}
	await page.close();
	return [...known];
}
