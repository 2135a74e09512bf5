// What a reader or an editor does with a page, and what cases wait for.
import assert from "node:assert/strict";

// The server sees what another process appends within a second.
export async function until(holds) {
	for (let i = 0; i < 100 && !(await holds()); i++) await new Promise((done) => setTimeout(done, 100));
	assert.ok(await holds());
}

// Selects words as a caret does, without a mouse.
export const mark = (page, words) =>
	page.evaluate((wanted) => {
		getSelection().removeAllRanges();
		getSelection().collapse(document.querySelector("article"), 0);
		window.find(wanted);
	}, words);

export async function cdp(world, page, method, words) {
	const session = await world.browser.newCDPSession(page);
	await session.send(method, words);
	return session;
}
