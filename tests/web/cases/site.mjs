// The public pages, as a reader's browser meets them.
import assert from "node:assert/strict";
import { accessible, open, plain, reachable } from "../look.mjs";

export default {
	"every page that links lead to loads from here alone and fits its window": async ({ browser, site }) => {
		for (const url of await reachable(browser, site)) {
			if (/\.(svg|csv|json|xml)$/.test(url)) continue;
			const seen = await open(browser, url);
			await plain(seen, site);
			await seen.page.close();
		}
	},
	"the first page and the page of what is missing are accessible": async ({ browser, site }) => {
		for (const [url, status] of [[site, 200], [`${site}gone/`, 404]]) {
			const seen = await open(browser, url, status);
			await plain(seen, site);
			await accessible(seen.page);
			await seen.page.close();
		}
	},
	"no cookie is set, and none is wanted": async ({ browser, site }) => {
		const { page, answer } = await open(browser, site);
		assert.equal(await answer.headerValue("set-cookie"), null);
		assert.deepEqual(await page.evaluate(() => document.cookie), "");
		await page.close();
	},
	"the policy of the page stops a script, a style and a frame": async ({ browser, site }) => {
		const { page, complaints } = await open(browser, site);
		await page.evaluate(() => {
			document.body.append(document.createElement("iframe"));
			const script = document.createElement("script");
			script.append("window.ran = true"); // its textContent is refused before it could run
			document.body.append(script);
			document.body.setAttribute("style", "color: red");
		});
		assert.equal(await page.evaluate(() => window.ran), undefined);
		assert.ok(complaints.length >= 2, complaints.join());
		await page.close();
	},
	"the desk is no page of the public listener": async ({ browser, site }) => {
		for (const path of ["desk", "desk/", "enter", "leave"]) {
			const { page } = await open(browser, site + path, 404);
			await page.close();
		}
	},
};
