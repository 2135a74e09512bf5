// Somebody asked about on the desk: who it may be, the person with all mentions, and one of them taken out.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { cdp, until } from "../hand.mjs";
import { accessible, open, plain } from "../look.mjs";

const LAWYERS = `name,born,town
Aigul Testova,1990-05-12,Taraz
Serik Testov,1987-02-20,Taraz
Dauren Samplov,1979-11-03,Almaty
Asel Tryova,2001-07-30,Oral
Dana Ispytova,1995-03-17,Shymkent
Nurlan Zkouskin,1983-12-25,Pavlodar
`;
const PRESS = `name,born,town
Айгуль Тестова,1990-05-12,Тараз
Nurlan Zkouskin,1983-12-25,<b>Pavlodar</b>
`;

async function desk({ browser, newLink, command, folder }, event) {
	for (const [name, text] of [["lawyers", LAWYERS], ["press", PRESS]]) {
		const file = path.join(folder, `${name}.csv`);
		writeFileSync(file, text);
		command("list", "add", file, "--name", `${event}-${name}`, "--event", event, "--no-repeats");
	}
	command("link", "--event", event);
	const link = newLink();
	const seen = await open(browser, link);
	const origin = new URL("/", link).href;
	await until(async () => {
		await seen.page.goto(`${origin}person`);
		await ask(seen.page, "Zkouskin Nurlan", "");
		return (await seen.page.locator(".hit h2").allInnerTexts()).includes(`${event}-press:3`);
	});
	return { ...seen, origin };
}

async function ask(page, who, born) {
	await page.locator("input[name=who]").fill(who);
	await page.locator("input[name=born]").fill(born);
	await page.locator("form[action='/person/who'] button").click();
	await page.locator("h1").waitFor();
}

export default {
	"who is asked about is found in another spelling, and stands in no address": async (world) => {
		const { page } = await desk(world, "who");
		await ask(page, "Aygul Testova", "1990");
		const names = await page.locator(".hit h2").allInnerTexts();
		assert.ok(names.includes("who-lawyers:2") && names.includes("who-press:2"), String(names));
		assert.doesNotMatch(page.url(), /Aygul|Testova/);
		await ask(page, "Nobody Atall", "");
		assert.equal(await page.locator(".hit").count(), 0);
		await ask(page, "Testova", "tomorrow");
		assert.equal(await page.locator("#problem").count(), 1);
		await page.close();
	},
	"a person is shown with all mentions, and without a script one is taken out": async (world) => {
		const { page } = await desk(world, "out");
		await cdp(world, page, "Emulation.setScriptExecutionDisabled", { value: true });
		await ask(page, "Zkouskin Nurlan", "1983-12-25");
		await page.locator(".hit", { hasText: "out-press:3" }).locator("a").click();
		await page.locator("h2", { hasText: "out-lawyers:7" }).waitFor();
		assert.match(page.url(), /person\?id=p[a-z2-7]{16}$/);
		assert.equal(await page.locator(".hit").count(), 2);
		assert.equal(await page.locator(".hit b").count(), 0);
		await page.locator(".hit", { hasText: "out-press:3" }).locator("button").click();
		await until(async () => {
			await page.reload();
			return (await page.locator(".hit").count().catch(() => 0)) === 1;
		});
		await page.close();
	},
	"that lists have changed since they were linked is said wherever their people are": async (world) => {
		const { page, origin } = await desk(world, "stale");
		const row = page.locator("tr", { hasText: "stale" }).first();
		const words = world.command("--lang", "en", "person", "who", "Testova", "--event", "stale", "--json");
		assert.equal(JSON.parse(words).stale, false);
		world.command("review", "stale-lawyers:2,stale-press:2", "different");
		await until(async () => {
			await page.goto(origin);
			return /guvoh link/.test(await row.innerText());
		});
		await page.goto(`${origin}person`);
		await ask(page, "Zkouskin Nurlan", "1983-12-25");
		assert.equal(await page.locator("#stale").count(), 1);
		await page.locator(".hit", { hasText: "stale-press:3" }).locator("a").click();
		await page.locator("h2", { hasText: "stale-lawyers:7" }).waitFor();
		assert.equal(await page.locator("#stale").count(), 1);
		await page.close();
	},
	"a person that is not there is said to be none": async (world) => {
		const { page, origin } = await desk(world, "none");
		await page.goto(`${origin}person?id=p2222222222222222`);
		assert.equal(await page.locator("#problem").count(), 1);
		await page.close();
	},
	"it fits, is accessible and loads from here alone": async (world) => {
		const seen = await desk(world, "fits");
		await plain(seen, seen.origin);
		await seen.page.locator("summary").first().click();
		await accessible(seen.page);
		await seen.page.setViewportSize({ width: 375, height: 700 });
		await accessible(seen.page);
		await seen.page.locator(".hit a").first().click();
		await seen.page.locator(".hit form").first().waitFor();
		await accessible(seen.page);
		await seen.page.close();
	},
};
