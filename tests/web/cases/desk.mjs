// The team's desk: coming in, staying out.
import assert from "node:assert/strict";
import http from "node:http";
import { accessible, open, plain } from "../look.mjs";

const origin = (url) => new URL("/", url).href;

async function enter({ browser, newLink }) {
	const link = newLink();
	const seen = await open(browser, link);
	assert.equal(seen.page.url(), origin(link));
	return { link, ...seen };
}

// A page of another site, which posts a form to the desk.
function elsewhere(target) {
	const form = `<form method="post" action="${target}leave"></form>`;
	const server = http.createServer((_, answer) => {
		answer.setHeader("Content-Type", "text/html");
		answer.end(form);
	});
	return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(server)));
}

export default {
	"the link opens the desk once": async (world) => {
		const { link, page } = await enter(world);
		const [cookie] = (await world.browser.cookies(page.url())).filter((one) => one.name === "guvoh");
		assert.ok(cookie.httpOnly);
		assert.equal(cookie.sameSite, "Strict");
		await page.getByRole("button").click();
		await page.waitForURL("**/enter");
		const second = await page.goto(link);
		assert.equal(second.status(), 403);
		await page.close();
	},
	"a code can be typed": async ({ browser, newLink }) => {
		const link = newLink();
		const { page } = await open(browser, `${origin(link)}enter`);
		await page.getByRole("textbox").fill(new URL(link).searchParams.get("code").toUpperCase());
		await page.keyboard.press("Enter");
		await page.waitForURL(origin(link));
		assert.match(await page.locator("main").innerText(), /june-2019/);
		await page.close();
	},
	"its pages load from here alone, fit and are accessible": async (world) => {
		const seen = await enter(world);
		await plain(seen, origin(seen.link));
		await accessible(seen.page);
		await seen.page.getByRole("button").click();
		await seen.page.waitForURL("**/enter");
		await accessible(seen.page);
		await seen.page.close();
	},
	"a form of another page cannot reach it": async (world) => {
		const { page, link } = await enter(world);
		const server = await elsewhere(origin(link));
		await page.goto(`http://127.0.0.1:${server.address().port}/`);
		await page.evaluate(() => document.forms[0].submit());
		await page.waitForURL("**/leave");
		const still = await page.goto(origin(link));
		assert.equal(still.status(), 200);
		assert.equal(page.url(), origin(link));
		server.close();
		await page.close();
	},
	"a case with lists of people says how many they name": async (world) => {
		const { page } = await enter(world);
		const row = (name) => page.locator("tr", { has: page.locator(`th a:text-is("${name}")`) }).locator("td").last();
		assert.match(await row("rehearsal").innerText(), /5 lists: 1,\d\d\d people/);
		assert.equal((await row("june-2019").innerText()).trim(), "nobody");
		await page.close();
	},
	"what it shows moves on with the archive": async (world) => {
		const { page } = await enter(world);
		const before = await page.locator("dd").first().innerText();
		world.command("add", "--kind", "article", "--title", "Another page", "/dev/null");
		for (let i = 0; i < 20 && (await page.locator("dd").first().innerText()) === before; i++) {
			await page.reload();
		}
		assert.notEqual(await page.locator("dd").first().innerText(), before);
		await page.close();
	},
};
