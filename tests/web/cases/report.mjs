// A reader's report, from the words to its code: by mouse, keyboard and touch, with and without a script.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { cdp, mark, until } from "../hand.mjs";
import { accessible, open } from "../look.mjs";

const WORDS = "on the suqare";
const HOSTILE = `<img src=/x onerror=ran()>`;
const TEXT = `---
title: Who was there?
dek: A text with a mistake in it.
byline: The team
---

They met ${WORDS} at noon. ${HOSTILE} they wrote, and 🙂 drew.

Another paragraph. They met again.
`;

// A publication of our own, which other cases do not read.
function plant({ command, folder, site }) {
	const text = path.join(folder, "errors.md");
	writeFileSync(text, TEXT);
	command("publication", "add", "errors", "--event", "june-2019");
	command("publication", "revise", "errors", text, "--lang", "en");
	return until(async () => (await fetch(`${site}en/errors/`)).ok);
}

let planted; // once for all cases

async function article(world) {
	await (planted ??= plant(world));
	return open(world.browser, `${world.site}en/errors/`);
}

// Where words stand on the screen: the middle of their left and of their right end.
const rect = (page, words) =>
	page.evaluate((wanted) => {
		const walk = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
		while (walk.nextNode() && !walk.currentNode.data.includes(wanted));
		const range = document.createRange();
		const at = walk.currentNode.data.indexOf(wanted);
		range.setStart(walk.currentNode, at);
		range.setEnd(walk.currentNode, at + wanted.length);
		const { left, right, top, height } = range.getBoundingClientRect();
		return { left, right, middle: top + height / 2 };
	}, words);

async function drag(page, words) {
	const { left, right, middle } = await rect(page, words);
	await page.mouse.move(left, middle);
	await page.mouse.down();
	await page.mouse.move(right, middle, { steps: 4 });
	await page.mouse.up();
}

const selected = (page) => page.evaluate(() => getSelection().toString());

const said = (page) => page.locator("dialog [role=status]");

// The code that the dialog says; its state is there for whoever has it.
async function code(world, page, where = said(page)) {
	await where.filter({ hasText: /r[a-z2-7]{16}/ }).waitFor();
	const [found] = /r[a-z2-7]{16}/.exec(await where.innerText());
	const state = await open(world.browser, `${world.site}r/${found}`);
	assert.match(await state.page.locator("main").innerText(), /have not decided yet/);
	assert.doesNotMatch(await state.page.content(), /suqare/);
	await state.page.close();
	return found;
}

// Another site's page, with a copy of the article and our script.
function elsewhere(html) {
	const server = http.createServer((_, answer) => {
		answer.setHeader("Content-Type", "text/html; charset=utf-8");
		answer.end(html);
	});
	return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(server)));
}

const post = (site, body, type = "application/ld+json") =>
	fetch(`${site}report`, { method: "POST", headers: { "Content-Type": type }, body });

function annotation(exact, start, number = 1) {
	const body = [{ type: "TextualBody", purpose: "tagging", value: "fact" }];
	const selector = [
		{ type: "TextQuoteSelector", exact, prefix: "", suffix: "" },
		{ type: "TextPositionSelector", start, end: start + [...exact].length },
	];
	const target = { source: `/en/errors/r/${number}/`, selector };
	return JSON.stringify({ "@context": "http://www.w3.org/ns/anno.jsonld", type: "Annotation", body, target });
}

// Sends what is selected, as it is proposed but for these.
async function report(world, page, { kind, wording } = {}) {
	await page.keyboard.press("Control+Enter");
	if (kind) await page.getByLabel("What is wrong").selectOption(kind);
	if (wording) await page.getByLabel("How it should read").fill(wording);
	await page.getByRole("button", { name: "Send" }).click();
	return code(world, page);
}

export default {
	"from the selected words to the corrected page, twice reported, once corrected": async (world) => {
		const { page } = await article(world);
		await drag(page, "mistake");
		const found = await report(world, page, { kind: "spelling", wording: "correction" });
		await page.reload();
		await drag(page, "mistake");
		assert.equal(await report(world, page, { kind: "fact" }), found);
		world.command("errata", "apply", found, "--note", "A word was wrong.");
		await until(async () => {
			await page.reload();
			return (await page.locator(".dek").innerText()) === "A text with a correction in it.";
		});
		const state = await open(world.browser, `${world.site}r/${found}`);
		assert.match(await state.page.locator("main").innerText(), /has been corrected/);
		await state.page.close();
		await page.close();
	},
	"danger rings, and is given the code only": async (world) => {
		const bell = path.join(world.folder, "bell");
		writeFileSync(bell, `#!/bin/sh\necho "$@" >> '${bell}.rang'\n`, { mode: 0o700 });
		world.command("setting", "set", "on_call", bell);
		const { page } = await article(world);
		await drag(page, "The team");
		const found = await report(world, page, { kind: "danger" });
		await until(() => {
			try {
				return readFileSync(`${bell}.rang`, "utf8") === `${found}\n`;
			} catch {
				return false;
			}
		});
		await page.close();
	},
	"words selected by mouse are sent, and stay selected": async (world) => {
		const { page, complaints } = await article(world);
		await drag(page, WORDS);
		await page.keyboard.press("Control+Enter");
		assert.equal(await page.locator("dialog mark").innerText(), WORDS);
		assert.equal(await page.getByLabel("How it should read").inputValue(), WORDS);
		await page.getByLabel("How it should read").fill("on the square");
		await page.getByRole("button", { name: "Send" }).click();
		await code(world, page);
		await page.getByRole("button", { name: "Close" }).click();
		await until(async () => (await selected(page)) === WORDS);
		assert.deepEqual(complaints, []);
		await page.close();
	},
	"the keyboard is enough, Esc closes, and the focus comes back": async (world) => {
		const { page } = await article(world);
		await page.getByRole("link", { name: "How to cite" }).focus();
		await mark(page, "Another paragraph");
		await page.keyboard.press("Meta+Enter");
		assert.equal(await page.evaluate(() => document.activeElement.name), "kind");
		await page.keyboard.press("Escape");
		assert.equal(await page.locator("dialog[open]").count(), 0);
		assert.equal(await page.evaluate(() => document.activeElement.textContent), "How to cite");
		await until(async () => (await selected(page)) === "Another paragraph");
		await page.keyboard.press("Control+Enter");
		await page.keyboard.press("f");
		await page.keyboard.press("Tab");
		await page.keyboard.type("Another text");
		await page.keyboard.press("Control+Enter");
		await code(world, page);
		await page.close();
	},
	"a touch shows a button": async (world) => {
		const seen = await article(world);
		const session = await cdp(world, seen.page, "Emulation.setTouchEmulationEnabled", { enabled: true });
		await seen.page.setViewportSize({ width: 375, height: 700 });
		await seen.page.reload();
		const button = seen.page.locator(".report-touch");
		assert.ok(await button.isHidden());
		await mark(seen.page, "They met again");
		await button.waitFor();
		const { x, y, width, height } = await button.boundingBox();
		assert.ok(height >= 44);
		const touchPoints = [{ x: x + width / 2, y: y + height / 2 }];
		await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
		await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
		await seen.page.locator("dialog[open]").waitFor();
		assert.equal(await seen.page.locator("dialog mark").innerText(), "They met again");
		await seen.page.getByRole("button", { name: "Send" }).click();
		await code(world, seen.page);
		await seen.page.close();
	},
	"without a script a form takes it": async (world) => {
		const { page } = await article(world);
		await cdp(world, page, "Emulation.setScriptExecutionDisabled", { value: true });
		await page.reload();
		assert.equal(await page.locator("dialog").count(), 0);
		await page.getByRole("link", { name: "report it here" }).click();
		await page.getByRole("radio", { name: /They met on/ }).check();
		await page.getByLabel("The words that are wrong").fill("on the circle");
		await page.getByRole("button", { name: "Send" }).click();
		assert.match(await page.getByRole("alert").innerText(), /not in the place/);
		await page.getByLabel("The words that are wrong").fill("at noon");
		await page.getByLabel("How it should read").fill("at one");
		await page.getByRole("button", { name: "Send" }).click();
		await code(world, page, page.locator("main"));
		await page.close();
	},
	"what the line lost is sent when it is back": async (world) => {
		const { page } = await article(world);
		await drag(page, "They met again");
		await page.keyboard.press("Control+Enter");
		await world.browser.setOffline(true);
		await page.getByRole("button", { name: "Send" }).click();
		await said(page).filter({ hasText: "Not sent yet" }).waitFor();
		const kept = await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length);
		assert.equal(kept, 0);
		await page.getByRole("button", { name: "Close" }).click();
		await world.browser.setOffline(false);
		await code(world, page, page.locator("body > [role=status]"));
		await page.close();
	},
	"text of a page that looks like code is only text": async (world) => {
		const { page } = await article(world);
		await drag(page, HOSTILE);
		await page.keyboard.press("Control+Enter");
		assert.equal(await page.locator("dialog mark").innerText(), HOSTILE);
		assert.equal(await page.locator("dialog img").count(), 0);
		await page.getByRole("button", { name: "Send" }).click();
		await code(world, page);
		const refused = await page.evaluate(() => {
			try {
				document.createElement("p").innerHTML = "<b>x</b>";
			} catch (wrong) {
				return wrong.name;
			}
			return "";
		});
		assert.equal(refused, "TypeError");
		await page.close();
	},
	"words that are not in the revision are refused": async (world) => {
		const { page } = await article(world);
		await page.evaluate(() => {
			document.querySelector("article .text p").textContent = "Words of nobody stand here.";
		});
		await drag(page, "Words of nobody");
		await page.keyboard.press("Control+Enter");
		await page.getByRole("button", { name: "Send" }).click();
		await said(page).filter({ hasText: "The page has changed" }).waitFor();
		await page.keyboard.press("Escape");
		const text = await page.evaluate(() => document.querySelector("article").textContent);
		for (const [exact, start, number] of [["nobody", 5, 1], ["They", 1e6, 1], ["They", 5, 99]]) {
			assert.equal((await post(world.site, annotation(exact, start, number))).status, 409, exact);
		}
		assert.equal((await post(world.site, annotation("", 5))).status, 422, text);
		await page.close();
	},
	"what is no report is refused, and nothing else takes one": async ({ site }) => {
		assert.equal((await post(site, "{")).status, 422);
		assert.equal((await post(site, annotation("x", 1), "text/plain")).status, 422);
		assert.equal((await post(site, annotation("x".repeat(9000), 1))).status, 413);
		assert.equal((await fetch(`${site}en/errors/`, { method: "POST", body: "a=b" })).status, 405);
		assert.equal((await fetch(`${site}r/r234567abcdefghij`)).status, 404);
	},
	"nothing is taken in a field": async (world) => {
		const { page } = await article(world);
		await page.evaluate(() => document.querySelector("article").append(document.createElement("textarea")));
		await page.locator("textarea").fill("words in a field");
		await page.locator("textarea").selectText();
		await page.keyboard.press("Control+Enter");
		assert.equal(await page.locator("dialog[open]").count(), 0);
		await page.close();
	},
	"a page of another site can send one": async (world) => {
		const here = await article(world);
		const copy = await here.page.locator("article").evaluate((one) => one.outerHTML);
		const source = await here.page.locator("script[src]").getAttribute("src");
		const script = new URL(source, world.site).href;
		const server = await elsewhere(`<!doctype html>${copy}<script src="${script}" data-to="${world.site}"></script>`);
		await here.page.goto(`http://127.0.0.1:${server.address().port}/`);
		await drag(here.page, "A text with");
		await here.page.keyboard.press("Control+Enter");
		await here.page.getByRole("button", { name: "Send" }).click();
		await code(world, here.page);
		server.close();
		await here.page.close();
	},
	"the dialog is accessible": async (world) => {
		const { page } = await article(world);
		// What is folded behind the dialog would never end its change of colour.
		await page.emulateMedia({ reducedMotion: "reduce" });
		await drag(page, WORDS);
		await page.keyboard.press("Control+Enter");
		await accessible(page, "dialog");
		await page.close();
	},
	"the form is accessible": async (world) => {
		const { page } = await open(world.browser, `${world.site}ru/june-2019/report`);
		await accessible(page);
		await page.close();
	},
};
