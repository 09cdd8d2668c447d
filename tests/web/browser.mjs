// Headless Chromium, and web pages' folders served as a strict web server would.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, normalize } from "node:path";
import { chromium } from "playwright-core";

const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
	"--disable-background-networking", "--disable-component-update", "--disable-sync"];

const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".woff2": "font/woff2",
	".pdf": "application/pdf", ".csv": "text/csv", ".xml": "application/xml", ".svg": "image/svg+xml" };

export function launch() {
	return chromium.launch({ executablePath: "/usr/bin/chromium", args: flags });
}

// Answers the address of folder, and a function that stops serving it.
export async function serve(folder) {
	const server = createServer(async (request, response) => {
		const path = normalize(decodeURI(new URL(request.url, "http://x/").pathname));
		try {
			const bytes = await readFile(folder + (path === "/" ? "/index.html" : path));
			response.writeHead(200, {
				"Content-Type": types[extname(path)] ?? types[".html"],
				"Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'",
				"X-Content-Type-Options": "nosniff",
			});
			response.end(bytes);
		} catch {
			response.writeHead(404);
			response.end();
		}
	});
	await new Promise(ready => server.listen(0, "127.0.0.1", ready));
	return { address: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}

// Counts checks; the last line is the runner's.
export function counter() {
	let passed = 0, failed = 0;
	return {
		check(name, good, more = "") {
			if (good) {
				passed++;
			} else {
				failed++;
				console.log(`FAILED ${name}`, more);
			}
		},
		finish() {
			console.log(`${passed} passed, ${failed} failed`);
			process.exitCode = failed ? 1 : 0;
		},
	};
}
