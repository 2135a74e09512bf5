// walk GUVOH [NAME...]: an archive of both examples, its server, a browser, and every case of cases/.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { fetched } from "./fetched.mjs";

const { chromium } = fetched("playwright-core");
const here = path.dirname(fileURLToPath(import.meta.url));
const CHROMIUM = "/usr/bin/chromium";
const SECONDS = 240; // for one case
const [guvoh, ...wanted] = process.argv.slice(2);

// An archive of the examples in a folder of its own.
function fill(folder) {
	const env = {
		PATH: process.env.PATH,
		HOME: folder,
		TZ: "UTC",
		LC_ALL: "C.UTF-8",
		GUVOH_DIR: path.join(folder, "archive"),
		GUVOH_KEY_FILE: path.join(folder, "key"),
		GUVOH_USER: "web",
		XDG_RUNTIME_DIR: folder,
	};
	execFileSync(guvoh, ["init", env.GUVOH_DIR], { env });
	for (const example of ["june-2019", "rehearsal"])
		execFileSync(path.join(here, `../../examples/${example}/load`), [guvoh], { env });
	return env;
}

// Starts the server and waits for its first words: where the pages and the desk are.
async function serve(env) {
	const server = spawn(guvoh, ["serve", "--port", "0", "--desk-port", "0", "--json"], { env });
	let said = "";
	server.stderr.pipe(process.stderr);
	for await (const chunk of server.stdout) {
		said += chunk;
		if (said.trimEnd().endsWith("}")) break;
	}
	return { server, ...JSON.parse(said) };
}

function browse(folder) {
	const quiet = ["--disable-gpu", "--disable-quic", "--disable-sync", "--disable-component-update"];
	return chromium.launchPersistentContext(path.join(folder, "browser"), {
		executablePath: CHROMIUM,
		args: [...quiet, "--no-sandbox", "--no-first-run", "--disable-background-networking"],
	});
}

async function cases() {
	const files = readdirSync(path.join(here, "cases")).filter((name) => name.endsWith(".mjs"));
	const found = [];
	for (const file of files.sort()) {
		const { default: list } = await import(path.join(here, "cases", file));
		for (const [name, run] of Object.entries(list)) {
			found.push({ name: `${path.basename(file, ".mjs")}: ${name}`, run });
		}
	}
	return found.filter((one) => !wanted.length || wanted.some((word) => one.name.includes(word)));
}

function late() {
	return new Promise((_, no) => {
		setTimeout(() => no(new Error(`not done after ${SECONDS} s`)), SECONDS * 1000).unref();
	});
}

async function all(world) {
	let passed = 0;
	let failed = 0;
	for (const { name, run } of await cases()) {
		try {
			await Promise.race([run(world), late()]);
			passed++;
		} catch (wrong) {
			failed++;
			console.log(`${name}\n  ${String(wrong.stack ?? wrong).replaceAll("\n", "\n  ")}`);
		}
	}
	return { passed, failed };
}

const folder = mkdtempSync(path.join(tmpdir(), "guvoh-web-"));
const env = fill(folder);
const { server, site, desk } = await serve(env);
const browser = await browse(folder);
const again = () => JSON.parse(execFileSync(guvoh, ["serve", "--new-code", "--json"], { env })).desk;
const command = (...words) => execFileSync(guvoh, words, { env, encoding: "utf8" });
const { passed, failed } = await all({ browser, site, desk, newLink: again, command, folder });
await browser.close();
const ended = new Promise((done) => server.on("exit", done));
server.kill("SIGINT");
await ended;
rmSync(folder, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
