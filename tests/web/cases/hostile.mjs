// Words of an archive that try to be more than words.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { open } from "../look.mjs";

const BAD = `"><img src=/x onerror=ran()><script>ran()</script>'`;
const TEXT = `---
title: ${BAD} in the title
dek: ${BAD} in the dek
byline: ${BAD} in the byline
---

Words ${BAD} and [a link](https://example.org/?a=b&c='d) and {{claim x1}}.
`;

// A claim, its source and a publication that hold such words wherever words can stand.
function plant({ command, folder }) {
	const page = path.join(folder, "page.txt");
	const text = path.join(folder, "hostile.md");
	writeFileSync(page, `They said at least 40 people ${BAD} there.`);
	writeFileSync(text, TEXT);
	const of = ["--kind", "article", "--lang", "en", "--public", "--id", "hostile-source"];
	command("add", page, ...of, "--title", `${BAD} in a source`);
	const scope = ["--event", "hostile", "--measure", "detained", "--place", "almaty"];
	const who = ["--class", "media", "--origin", "them", "--speaker", `${BAD} speaks`];
	const said = ["--days", "2019-06-09", "--lang", "en", "--id", "x1", "--source", "hostile-source"];
	command("claim", "add", "at least 40 people", ...scope, ...who, ...said, "--via", `${BAD} prints`);
	command("publication", "add", "hostile", "--event", "hostile");
	command("publication", "revise", "hostile", text, "--lang", "en");
	return true;
}

let planted; // once for all cases

async function inert(world, where) {
	planted ??= plant(world);
	const { page, asked, complaints } = await open(world.browser, world.site + where);
	assert.equal(await page.locator("main img, main script, [onerror]").count(), 0);
	assert.equal(await page.locator("a[href^='javascript' i]").count(), 0);
	assert.deepEqual(asked.filter((url) => url.endsWith("/x")), []);
	assert.deepEqual(complaints, []);
	const body = await page.locator("body").innerText();
	await page.close();
	return body;
}

export default {
	"a publication shows them as words": async (world) => {
		const body = await inert(world, "en/hostile/");
		for (const place of ["title", "dek", "byline"]) assert.ok(body.includes(`${BAD} in the ${place}`), place);
	},
	"the page of a figure does too": async (world) => {
		assert.ok((await inert(world, "en/hostile/claim/x1/")).includes(`${BAD} speaks`));
	},
	"so do the list of publications and the board in Kazakh": async (world) => {
		await inert(world, "");
		await inert(world, "kk/hostile/");
	},
	"a feed and a drawing are what they say they are": async (world) => {
		planted ??= plant(world);
		for (const where of ["en/feed.xml", "en/hostile/board.svg"]) {
			const page = await world.browser.newPage(); // no page of ours: those let nothing be parsed
			const text = await (await fetch(world.site + where)).text();
			const wrong = await page.evaluate((xml) => {
				const tree = new DOMParser().parseFromString(xml, "application/xml");
				return [...tree.querySelectorAll("parsererror, script, img")].map((one) => one.outerHTML);
			}, text);
			assert.deepEqual(wrong, [], where);
			await page.close();
		}
	},
};
