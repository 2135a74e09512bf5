// What was corrected stands above the article and in the log, in every language, for people and machines.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { until } from "../hand.mjs";
import { accessible, open, plain } from "../look.mjs";

const HOSTILE = `<img src=/x onerror=ran()>`;
const TEXT = `---
title: Who stood where?
dek: A text with two mistakes in it.
byline: The team
---

The crowd stood before the northern gate for an hur.
`;

// A name and a letter, both reported and taken over; the server sees what another process appends within a second.
async function corrected({ command, folder, site }) {
	const text = path.join(folder, "gates.md");
	writeFileSync(text, TEXT);
	command("publication", "add", "gates", "--event", "june-2019");
	command("publication", "revise", "gates", text, "--lang", "en");
	const report = (revision, words, kind, suggest, note) => {
		const { code } = JSON.parse(command("errata", "add", "gates", "--lang", "en", "--revision", revision,
			"--words", words, "--kind", kind, "--suggest", suggest, "--json"));
		command("errata", "apply", code, "--note", note);
		return code;
	};
	report("1", "northern gate", "fact", `southern ${HOSTILE} gate`, "A witness was misheard.");
	report("2", "an hur", "spelling", "an hour", "A letter.");
	await until(async () => (await (await fetch(`${site}en/gates/`)).text()).includes("an hour"));
}

export default {
	async "a corrected article says so above its headline, names open and spelling folded"(world) {
		await corrected(world);
		const opened = await open(world.browser, `${world.site}en/gates/`);
		const { page } = opened;
		const bar = page.locator("#corrected");
		assert.equal(await bar.locator("> p del").innerText(), "northern gate");
		assert.equal(await bar.locator("> p ins").innerText(), `southern ${HOSTILE} gate`);
		assert.ok(!(await bar.locator("details del").isVisible()));
		await bar.locator("summary").click();
		assert.equal(await bar.locator("details del").innerText(), "an hur");
		const { y } = await bar.boundingBox();
		assert.ok(y < (await page.locator("h1").boundingBox()).y);
		await page.locator(".byline a[href='#corrected']").click();
		await accessible(page);
		await plain(opened, world.site);
		const data = JSON.parse(await page.locator("script[type='application/ld+json']").textContent());
		assert.deepEqual(data.correction.map((c) => c["@type"]), ["CorrectionComment", "CorrectionComment"]);
		assert.ok(data.publisher.correctionsPolicy.endsWith("/en/corrections/"));
	},

	async "the log of corrections reads well in three languages"(world) {
		for (const lang of ["en", "ru", "kk"]) {
			const opened = await open(world.browser, `${world.site}${lang}/corrections/`);
			await accessible(opened.page);
			await plain(opened, world.site);
		}
		const { page } = await open(world.browser, `${world.site}en/corrections/`);
		const log = await page.locator(".corrections").innerText();
		assert.match(log, /northern gate/);
		assert.match(log, /A witness was misheard/);
		const feed = await (await fetch(`${world.site}en/corrections.xml`)).text();
		assert.match(feed, /northern gate → southern &lt;img/);
		const { corrections } = await (await fetch(`${world.site}en/corrections.json`)).json();
		assert.ok(corrections.some((c) => c.was === "northern gate" && c.revision === 2));
	},
};
