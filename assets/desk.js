/*
 * desk: the keys of the team's pages. Every one presses a button, follows a link or goes to a field
 * that is on the page without it too. None is heard while somebody types.
 */
(() => {
	const KEYS = {
		a: "apply", u: "undo", n: "source", h: "hide",
		e: "wording", d: "why", m: "of", t: "down", o: "page",
		j: "next", k: "previous", Escape: "up",
		1: "same", 2: "different", 3: "unsure",
	};
	const rows = [...document.querySelectorAll(".queue tbody tr a")];
	let at = -1;

	/* The row that is chosen has the focus, so that Enter opens it and a reader of the screen says it. */
	const choose = step => {
		at = Math.min(Math.max(at + step, 0), rows.length - 1);
		rows[at].focus();
	};

	/* A key of the queue first opens what it decides on. */
	const press = key => {
		if (rows.length && (key === "j" || key === "k"))
			return choose(key === "j" ? 1 : -1);
		const found = document.getElementById(KEYS[key]);
		if (!found)
			return;
		if (found.matches("input, textarea")) {
			found.focus();
			found.select();
			return;
		}
		if (found.matches("summary")) {
			found.parentElement.open = true;
			document.getElementById("sure").focus();
			return;
		}
		found.click();
	};

	addEventListener("focusin", event => {
		if (rows.includes(event.target))
			at = rows.indexOf(event.target);
	});
	addEventListener("keydown", event => {
		const typing = event.target.matches("input, textarea, select");
		if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
			return;
		if (typing && event.key === "Escape")
			return event.target.blur();
		if (typing || !(event.key in KEYS))
			return;
		event.preventDefault();
		press(event.key);
	});
	if (rows.length)
		choose(1);
})();
