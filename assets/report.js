/*
 * report: select words, press Ctrl+Enter or Cmd+Enter, and tell the editors what is wrong. The program
 * calls it with the words of a language and its script element. Page text is only ever a text node;
 * what could not be sent waits in this tab; data-to names the server of a page elsewhere.
 */
(words, me) => {
	const LONGEST = 1000, CONTEXT = 32, AGAIN = 15000;
	const to = new URL("/report", me.dataset.to || location.href).href;
	const waiting = [];
	let busy, range, form;

	const make = (name, props, ...inside) => {
		const made = Object.assign(document.createElement(name), props);
		made.append(...inside);
		return made;
	};

	/* The words that are selected, if they begin in an article and in no field. */
	const selected = () => {
		const selection = getSelection();
		if (!selection.rangeCount || !selection.toString().trim())
			return;
		range = selection.getRangeAt(0).cloneRange();
		const node = range.startContainer;
		const element = node.nodeType === 1 ? node : node.parentElement;
		const root = element.closest("[data-rev]");
		if (!root || document.activeElement.matches("input,textarea,select,[contenteditable]"))
			return;
		const words = range.cloneRange(), before = range.cloneRange();
		if (!root.contains(range.endContainer))
			words.setEnd(root, root.childNodes.length);
		before.setStart(root, 0);
		before.setEnd(node, range.startOffset);
		const all = [...root.textContent];
		const start = [...before.toString()].length, end = start + [...words.toString()].length;
		const part = (from, until) => all.slice(from, until).join("");
		return {
			root, start, end,
			exact: part(start, end),
			prefix: part(Math.max(0, start - CONTEXT), start),
			suffix: part(end, end + CONTEXT),
		};
	};

	/* A W3C Web Annotation of the revision that the article says it is. */
	const annotation = ({root, start, end, exact, prefix, suffix}) => ({
		"@context": "http://www.w3.org/ns/anno.jsonld",
		type: "Annotation",
		motivation: "editing",
		body: [["tagging", "kind"], ["editing", "wording"], ["commenting", "comment"]].map(
			([purpose, name]) => ({type: "TextualBody", purpose, value: form[name].value})),
		target: {
			source: new URL(root.dataset.rev, to).href,
			language: root.dataset.rev.slice(1, 3),
			selector: [
				{type: "TextQuoteSelector", exact, prefix, suffix},
				{type: "TextPositionSelector", start, end},
			],
		},
	});

	const say = text => {
		const at = dialog.open ? inside : outside;
		if (at.textContent !== text)
			at.textContent = text;
	};

	/* What the line or the server lost is tried again while the tab is open. */
	const send = async (body, sender) => {
		if (busy)
			return;
		busy = true;
		if (sender)
			say(words.sending);
		const answer = await fetch(to, {
			method: "POST", body, credentials: "omit", referrerPolicy: "no-referrer",
			headers: {"Content-Type": "application/ld+json"},
		}).catch(() => ({status: 500}));
		const {code} = answer.status === 201 ? await answer.json().catch(() => ({})) : {};
		const lost = answer.status > 499;
		busy = false;
		if (lost && sender)
			waiting.push(body);
		else if (!lost && !sender)
			waiting.shift();
		if (sender)
			sender.hidden = code || lost;
		say(code ? words.sent.replace("{0}", code) : lost ? words.offline : words[answer.status] || words.refused);
	};

	const field = (name, input) => make("label", {}, words[name], Object.assign(input, {name}));
	const area = (name, value) => field(name, make("textarea", {value, rows: 2, maxLength: LONGEST}));

	const open = found => {
		form = make("form", {},
			make("p", {className: "report-words"}, found.prefix, make("mark", {}, found.exact), found.suffix),
			field("kind", make("select", {},
				...["spelling", "fact", "attribution", "translation", "danger"].map(
					value => make("option", {value}, words[value])))),
			area("wording", found.exact),
			area("comment", ""),
			make("button", {}, words.send));
		form.onsubmit = event => {
			event.preventDefault();
			send(JSON.stringify(annotation(found)), event.target);
		};
		outside.textContent = inside.textContent = "";
		dialog.replaceChildren(make("h2", {}, words.title), form, inside,
			make("button", {type: "button", onclick: () => dialog.close()}, words.close));
		dialog.showModal();
		form.kind.focus();
	};

	const start = () => {
		const found = selected();
		if (found)
			[...found.exact].length > LONGEST ? say(words.long) : open(found);
		return found;
	};

	const status = className => make("p", {className, role: "status"});
	const inside = status("report-said"), outside = status("report-said report-outside");
	const dialog = make("dialog", {className: "report", ariaLabel: words.title});
	const touch = make("button", {className: "report-touch", hidden: true, onclick: start}, words.title);
	/* The words stay selected, for whoever reads on and for the button. */
	touch.onpointerdown = event => event.preventDefault();
	dialog.onclose = () => {
		outside.textContent = inside.textContent;
		getSelection().removeAllRanges();
		getSelection().addRange(range);
	};
	document.body.append(dialog, outside, touch);
	addEventListener("keydown", event => {
		if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey))
			return;
		if (dialog.open)
			form.hidden || form.requestSubmit();
		else if (start())
			event.preventDefault();
	});
	if (matchMedia("(any-pointer: coarse)").matches)
		document.addEventListener("selectionchange", () => touch.hidden = dialog.open || !selected());
	const again = () => waiting.length && send(waiting[0]);
	addEventListener("online", again);
	setInterval(again, AGAIN);
}
