// What a browser and the tools for webmasters say of web pages: accessible and whole at the widths of
// a telephone, a tablet and a desk, nothing from outside the folder, no error, valid HTML.
//   node page.mjs FOLDER... -- FOLDER...	at a telephone's width only behind --
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { HtmlValidate } from "html-validate";
import { counter, launch, serve } from "./browser.mjs";

const { check, finish } = counter();
// A title names report, agency and year: as long as that is.
const validator = new HtmlValidate({ root: true, extends: ["html-validate:recommended"],
	rules: { "long-title": "off" } });
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// Opens the page and notes what it asks for and what the browser complains of.
async function open(browser, address, options) {
	const page = await browser.newPage(options), requests = [], complaints = [];
	page.on("request", request => requests.push(request.url()));
	page.on("requestfailed", request => complaints.push(`failed: ${request.url()}`));
	page.on("response", response => response.status() >= 400 && complaints.push(response.url()));
	page.on("console", message => complaints.push(message.text()));
	page.on("pageerror", error => complaints.push(String(error)));
	await page.goto(address);
	await page.evaluate(() => document.fonts.ready.then(() => true));
	return { page, requests, complaints };
}

// Links without a target, cells without a head: run inside the page.
function inspect() {
	const wrong = [], ids = new Set();
	for (const element of document.querySelectorAll("[id]")) {
		if (ids.has(element.id)) wrong.push(`two ids ${element.id}`);
		ids.add(element.id);
	}
	for (const link of document.links) {
		const href = link.getAttribute("href");
		if (href.startsWith("#") && !ids.has(decodeURIComponent(href.slice(1)))) wrong.push(href);
		if (!["file:", "http:", "https:", "mailto:", "tel:"].includes(link.protocol)) wrong.push(href);
	}
	for (const table of document.querySelectorAll("table")) {
		if (!table.caption?.textContent.trim()) wrong.push("a table without a caption");
		for (const head of table.querySelectorAll("th"))
			if (!head.scope) wrong.push(`no scope: ${head.textContent}`);
		for (const cell of table.querySelectorAll("td")) {
			const heads = (cell.getAttribute("headers") ?? "").split(" ").filter(id => id);
			for (const id of heads)
				if (document.getElementById(id)?.closest("table") !== table ||
						document.getElementById(id).tagName !== "TH")
					wrong.push(`${id} heads ${cell.textContent}`);
			if (!table.querySelector("td[rowspan]")) continue;
			const row = cell.parentElement.querySelector("th[scope=row]");
			if (!heads.length || row && !heads.includes(row.id))
				wrong.push(`not all heads: ${cell.textContent}`);
		}
	}
	for (const name of ["header", "nav", "main", "footer"])
		if (document.querySelectorAll(`body ${name}`).length !== 1) wrong.push(`not one ${name}`);
	if (document.querySelectorAll("h1").length !== 1) wrong.push("not one h1");
	let level = 1;
	for (const heading of document.querySelectorAll("main :is(h2, h3, h4, h5, h6)")) {
		if (heading.tagName[1] > level + 1) wrong.push(`below no h${level}: ${heading.textContent}`);
		level = Number(heading.tagName[1]);
	}
	if (document.querySelector("[style], [onclick], [onload]")) wrong.push("something inline");
	return wrong;
}

async function check_width(browser, address, width, scheme) {
	const { page, requests, complaints } = await open(browser, address,
		{ viewport: { width, height: 800 }, colorScheme: scheme });
	const name = `${address} at ${width} ${scheme}`;
	check(`${name}: complaints`, complaints.length === 0, complaints);
	check(`${name}: requests`, requests.length >= 3 &&
		requests.every(url => url.startsWith(address)), requests);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);
	check(`${name}: ${wide} wide`, wide <= width);
	await page.evaluate(axe.source);
	const { violations, passes } = await page.evaluate(rules => axe.run(document,
		{ preload: false, runOnly: rules }), rules);
	check(`${name}: axe`, violations.length === 0 && passes.length > 25, violations.map(violation =>
		`${violation.id}: ${violation.help}: ${violation.nodes.map(node => node.html)[0]}`));
	await page.close();
}

// As an officer opens it, by a double click: without a server.
async function check_file(browser, folder) {
	const base = `${pathToFileURL(resolve(folder))}/`;
	const { page, requests, complaints } = await open(browser, `${base}index.html`,
		{ viewport: { width: 1280, height: 800 } });
	check(`${folder}: complaints`, complaints.length === 0, complaints);
	check(`${folder}: requests`, requests.length >= 3 && requests.every(url => url.startsWith(base)),
		requests);
	const fonts = await page.evaluate(() => [...document.fonts].filter(font =>
		font.status === "loaded").length);
	check(`${folder}: fonts`, fonts >= 2, fonts);
	const wrong = await page.evaluate(inspect);
	check(`${folder}: what is in it`, wrong.length === 0, wrong);
	await page.keyboard.press("Tab");
	check(`${folder}: the first stop skips to the text`, await page.evaluate(() =>
		document.activeElement.getAttribute("href")) === "#main");
	await page.close();
}

async function check_validity(folder) {
	const report = await validator.validateString(readFileSync(`${folder}/index.html`, "utf8"));
	check(`${folder}: HTML`, report.valid, JSON.stringify(report.results[0]?.messages, null, 1));
}

const browser = await launch();
let widths = [[360, "light"], [768, "light"], [1280, "light"], [1280, "dark"]];
for (const folder of process.argv.slice(2)) {
	if (folder === "--") {
		widths = [[360, "light"]];
		continue;
	}
	const { address, stop } = await serve(folder);
	for (const [width, scheme] of widths)
		await check_width(browser, address, width, scheme);
	await check_file(browser, folder);
	await check_validity(folder);
	stop();
}
await browser.close();
finish();
