// Pairs of mentions on the desk: one person or two, by keys and without a script.
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
Marat Proboev,1966-09-08,Semey
Dana Ispytova,1995-03-17,Shymkent
Nurlan Zkouskin,1983-12-25,Pavlodar
Timur Provkin,1972-06-14,Aktobe
`;
const PRESS = `name,born,town
Aigul Testova,1990,Taraz
Serik Testov,1978-02-20,Almaty
Asel Tryova,2001,Oral
Marat Proboev,,<b>nowhere</b>
Nurlan Zkouskin,1983-12-25,Pavlodar
`;

// Two lists of a case's own, and the desk's page about them, as soon as the server has seen them.
async function desk({ browser, newLink, command, folder }, event) {
	for (const [name, text] of [["lawyers", LAWYERS], ["press", PRESS]]) {
		const file = path.join(folder, `${name}.csv`);
		writeFileSync(file, text);
		command("list", "add", file, "--name", `${event}-${name}`, "--event", event, "--no-repeats");
	}
	const link = newLink();
	const seen = await open(browser, link);
	const address = `${new URL("/", link).href}review?event=${event}`;
	await until(async () => {
		await seen.page.goto(address);
		return (await seen.page.locator("#same").count()) > 0;
	});
	return { ...seen, origin: new URL("/", link).href };
}

const pair = (page) => page.locator(".two h2").allInnerTexts();
// Between two pages there is nothing to read: asked again.
const now = (page) => pair(page).catch(() => null);
const moved = (page, was) =>
	until(async () => {
		const is = await now(page);
		return is !== null && String(is) !== String(was);
	});

export default {
	"keys answer one pair after the other, and u takes the last answer back": async (world) => {
		const { page } = await desk(world, "keys");
		const first = await pair(page);
		assert.equal(first.length, 2);
		await page.keyboard.press("2");
		await moved(page, first);
		const second = await pair(page);
		await page.keyboard.press("u");
		await moved(page, second);
		assert.deepEqual(await pair(page), first);
		await page.keyboard.press("3");
		await moved(page, first);
		const said = () => JSON.parse(world.command("review", first.join(","), "--json")).said;
		assert.equal(said(), "unsure");
		await page.close();
	},
	"u takes one answer back after the other, to the first of the session": async (world) => {
		const { page } = await desk(world, "back");
		const seen = [];
		for (const key of ["3", "3"]) {
			const was = await pair(page);
			seen.push(was);
			await page.waitForLoadState();
			await page.keyboard.press(key);
			await moved(page, was);
		}
		await page.reload();
		for (const was of seen.slice().reverse()) {
			await page.locator("#undo").waitFor();
			await page.waitForLoadState();
			await page.keyboard.press("u");
			await until(async () => String(await now(page)) === String(was));
		}
		assert.equal(await page.locator("#undo").count(), 0);
		for (const was of seen)
			assert.notEqual(JSON.parse(world.command("review", was.join(","), "--json")).said, "unsure");
		await page.close();
	},
	"what a list says is text, whatever it says": async (world) => {
		const { page } = await desk(world, "hostile");
		let found = false;
		for (let i = 0; i < 9 && !found; i++) {
			const was = await pair(page);
			found = (await page.locator(".two").innerText()).includes("<b>nowhere</b>");
			if (found || !was.length) break;
			await page.keyboard.press("3");
			await moved(page, was);
		}
		assert.ok(found);
		assert.equal(await page.locator(".two b").count(), 0);
		await page.close();
	},
	"without a script the buttons do the same": async (world) => {
		const { page } = await desk(world, "unscripted");
		await cdp(world, page, "Emulation.setScriptExecutionDisabled", { value: true });
		await page.reload();
		const first = await pair(page);
		await page.locator("#different").click();
		await moved(page, first);
		await page.locator("#undo").click();
		await until(async () => String(await now(page)) === String(first));
		await page.close();
	},
	"it fits, is accessible and loads from here alone": async (world) => {
		const seen = await desk(world, "plain");
		await plain(seen, seen.origin);
		await accessible(seen.page);
		await seen.page.setViewportSize({ width: 375, height: 700 });
		await accessible(seen.page);
		await seen.page.close();
	},
};
