// The editors' queue: from a reader's words to the corrected page, by keys and without a script.
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cdp, mark, until } from "../hand.mjs";
import { accessible, open, plain } from "../look.mjs";

const HOSTILE = `<img src=/x onerror=ran()>`;
const LONG = "x".repeat(900);

// A publication of a case's own; the server sees what another process appends within a second.
async function plant({ command, folder, site }, slug, text) {
	const file = path.join(folder, `${slug}.md`);
	writeFileSync(file, `---\ntitle: The ${slug}\ndek: A text of its own.\nbyline: The team\n---\n\n${text}\n`);
	command("publication", "add", slug, "--event", "june-2019");
	command("publication", "revise", slug, file, "--lang", "en");
	await until(async () => (await fetch(`${site}en/${slug}/`)).ok);
}

const text = async (url) => (await fetch(url)).text();

function add({ command }, slug, words, kind, ...rest) {
	const said = command("errata", "add", slug, "--lang", "en", "--revision", "1", "--words", words, "--kind", kind,
		"--json", ...rest);
	return JSON.parse(said).code;
}

async function desk({ browser, newLink }) {
	const link = newLink();
	const { page, ...seen } = await open(browser, link);
	return { page, origin: new URL("/", link).href, ...seen };
}

// The page of a report, as soon as the server has seen it.
async function report(world, code) {
	const seen = await desk(world);
	await until(async () => (await seen.page.goto(`${seen.origin}errata/report?code=${code}`)).ok());
	return seen;
}

export default {
	"three keys from a report to the corrected page, and none but keys before": async (world) => {
		await plant(world, "bridge", "They stood on the brigde for an hour.");
		const { page: read } = await open(world.browser, `${world.site}en/bridge/`);
		await mark(read, "brigde");
		await read.keyboard.press("Control+Enter");
		await read.keyboard.press("Tab");
		await read.keyboard.press("Control+A");
		await read.keyboard.type("bridge");
		await read.keyboard.press("Tab");
		await read.keyboard.press("Tab");
		await read.keyboard.press("Enter");
		const status = read.locator("dialog [role=status]");
		await status.filter({ hasText: /r[a-z2-7]{16}/ }).waitFor();
		const [code] = /r[a-z2-7]{16}/.exec(await status.innerText());

		const { page, origin } = await desk(world);
		await page.goto(`${origin}errata`);
		const chosen = () => page.evaluate(() => document.activeElement.getAttribute("href"));
		for (let i = 0; i < 50 && !(await chosen()).endsWith(code); i++) await page.keyboard.press("j");
		assert.ok((await chosen()).endsWith(code));
		await page.keyboard.press("Enter");
		await page.locator("#apply").waitFor();
		await page.keyboard.press("a");
		await page.locator("#undo").waitFor();
		assert.match(await page.locator("[role=status]").innerText(), /applied/);
		await page.keyboard.press("o");
		await page.waitForURL("**/en/bridge/");
		await until(async () => {
			await page.reload();
			return (await page.locator(".text").first().innerText()).includes("on the bridge for");
		});
		assert.match(await page.locator("#corrected").textContent(), /brigde.*bridge/);
		await read.close();
		await page.close();
	},

	"without a script, reader and editor get from the words to the corrected page": async (world) => {
		await plant(world, "gatehouse", "A gaet stood open.");
		const { page: read } = await open(world.browser, `${world.site}en/gatehouse/`);
		await cdp(world, read, "Emulation.setScriptExecutionDisabled", { value: true });
		await read.reload();
		await read.getByRole("link", { name: "report it here" }).click();
		await read.getByRole("radio", { name: /A gaet stood/ }).check();
		await read.getByLabel("The words that are wrong").fill("gaet");
		await read.getByLabel("How it should read").fill("gate");
		await read.getByRole("button", { name: "Send" }).click();
		const [code] = /r[a-z2-7]{16}/.exec(await read.locator("main").innerText());
		const { page } = await report(world, code);
		await cdp(world, page, "Emulation.setScriptExecutionDisabled", { value: true });
		await page.reload();
		await page.getByLabel("Public note").first().fill("A letter.");
		await page.getByRole("button", { name: "Apply the reader's wording" }).click();
		await page.getByRole("button", { name: "Undo" }).waitFor();
		await until(async () => (await text(`${world.site}en/gatehouse/`)).includes("A gate stood open."));
		assert.match(await text(`${world.site}r/${code}`), /has been corrected/);
		await page.getByRole("button", { name: "Undo" }).click();
		await until(async () => (await text(`${world.site}en/gatehouse/`)).includes("A gaet stood open."));
		await read.close();
		await page.close();
	},

	"by touch, from the words to the corrected page": async (world) => {
		await plant(world, "garden", "A gardne lay behind it.");
		const { page } = await open(world.browser, `${world.site}en/garden/`);
		const session = await cdp(world, page, "Emulation.setTouchEmulationEnabled", { enabled: true });
		const tap = async (target) => {
			const { x, y, width, height } = await target.boundingBox();
			assert.ok(height >= 44);
			const touchPoints = [{ x: x + width / 2, y: y + height / 2 }];
			await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
			await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
		};
		await page.setViewportSize({ width: 375, height: 700 });
		await page.reload();
		await mark(page, "gardne");
		await page.locator(".report-touch").waitFor();
		await tap(page.locator(".report-touch"));
		await page.getByLabel("How it should read").fill("garden");
		await tap(page.getByRole("button", { name: "Send" }));
		const status = page.locator("dialog [role=status]");
		await status.filter({ hasText: /r[a-z2-7]{16}/ }).waitFor();
		const [code] = /r[a-z2-7]{16}/.exec(await status.innerText());
		const { page: team } = await report(world, code);
		await team.getByRole("button", { name: "Apply the reader's wording" }).click();
		await until(async () => (await text(`${world.site}en/garden/`)).includes("A garden lay behind it."));
		await page.close();
		await team.close();
	},

	"two editors at once lose nothing": async (world) => {
		await plant(world, "square", "The suqare was full.");
		const code = add(world, "square", "suqare", "spelling", "--suggest", "square");
		const { page: one } = await report(world, code);
		const { page: other } = await report(world, code);
		await one.keyboard.press("a");
		await one.locator("#undo").waitFor();
		await other.keyboard.press("d");
		await other.keyboard.type("it is a joke");
		await other.keyboard.press("Enter");
		await other.locator("#problem").waitFor();
		assert.match(await other.locator("#problem").innerText(), /decided meanwhile/);
		assert.match(await other.locator("[role=status]").innerText(), /Decided by web .*applied/);
		assert.equal(JSON.parse(world.command("errata", "show", code, "--json")).state, "applied");
		await one.close();
		await other.close();
	},

	"danger stands on top; one key hides the passage and one takes the page down": async (world) => {
		const site = path.join(world.folder, "published");
		world.command("setting", "set", "site_folder", site);
		await plant(world, "house", "They hid in the house of a baker. Others went home.");
		const code = add(world, "house", "the house of a baker", "danger");
		const { page, origin } = await report(world, code);
		await page.goto(`${origin}errata`);
		assert.match(await page.getByRole("alert").innerText(), /danger/);
		assert.match(await page.locator(".queue tbody tr").first().innerText(), /DANGER/);
		await page.goto(`${origin}errata/report?code=${code}`);
		await page.keyboard.press("h");
		await page.locator("#undo").waitFor();
		for (const at of ["", "r/1/"])
			await until(async () => !(await text(`${world.site}en/house/${at}`)).includes("baker"));
		assert.match(await text(`${world.site}r/${code}`), /has been hidden/);
		await until(async () => {
			await page.reload();
			return /was written/.test(await page.locator(".renewal").innerText());
		});
		assert.match(await page.locator(".renewal").innerText(), /Beyond reach/);
		assert.ok(!readFileSync(path.join(site, "en/house/index.html"), "utf8").includes("baker"));
		await page.keyboard.press("u");
		await page.locator("#hide").waitFor();
		await until(async () => (await text(`${world.site}en/house/`)).includes("baker"));
		await page.keyboard.press("t");
		assert.equal(await page.evaluate(() => document.activeElement.id), "sure");
		await page.keyboard.press("Enter");
		await page.waitForLoadState();
		await until(async () => (await fetch(`${world.site}en/house/`)).status === 404);
		await until(() => !existsSync(path.join(site, "en/house")));
		assert.match(await text(`${world.site}r/${code}`), /has been taken down/);
		world.command("setting", "set", "site_folder", "");
		await page.close();
	},

	"words of a figure and of somebody lead to what they rest on": async (world) => {
		await plant(world, "words", "An observer said {{claim c10 as=words}} there.\n\n> Nobody wsa armed.");
		const figure = add(world, "words", "said “at least 700 people”", "fact", "--suggest", "said “800”");
		const { page } = await report(world, figure);
		assert.match(await page.locator("main").innerText(), /claim c10/);
		assert.equal(await page.locator("#apply").count(), 0);
		await page.getByRole("link", { name: "claim c10" }).click();
		await page.waitForURL("**/en/words/claim/c10/");
		const quote = add(world, "words", "wsa", "spelling", "--suggest", "was");
		const { page: second } = await report(world, quote);
		await second.keyboard.press("a");
		await second.locator("#problem").waitFor();
		assert.match(await second.locator("#problem").innerText(), /quotation/);
		await page.close();
		await second.close();
	},

	"what a reader wrote is text, stays in its window, and stands in no address": async (world) => {
		await plant(world, "plain-page", "An ordinary sentence.");
		const code = add(world, "plain-page", "ordinary", "attribution", "--suggest", `${HOSTILE}${LONG}`,
			"--comment", `${HOSTILE} \u202E txet`);
		const seen = await report(world, code);
		const { page, origin } = seen;
		assert.match(await page.locator("main").innerText(), /<img src=\/x onerror=ran\(\)>/);
		await plain(seen, origin);
		await accessible(page);
		assert.ok(!page.url().includes("ordinary"));
		await page.goto(`${origin}errata`);
		await accessible(page);
		await page.goto(`${origin}errata?all=1`);
		assert.equal(await page.locator("img").count(), 0);
		await page.close();
	},

	"keys are not heard in fields": async (world) => {
		await plant(world, "fields", "One more sentence.");
		const code = add(world, "fields", "sentence", "spelling", "--suggest", "word");
		const { page } = await report(world, code);
		await page.keyboard.press("e");
		await page.keyboard.type("a haunted house");
		assert.equal(await page.locator("#wording").inputValue(), "a haunted house");
		await page.keyboard.press("Escape");
		await page.keyboard.press("n");
		await page.locator("h1", { hasText: "needs a source" }).waitFor();
		await page.close();
	},
};
