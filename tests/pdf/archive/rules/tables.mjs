// Clauses 7.2 and 7.5 of ISO 14289-1: tables.
import { count, eachOf, holdsOnly, typesOf, within } from "./elements.mjs";

const GROUPS = ["THead", "TBody", "TFoot"];

// A table as a grid: { columns, rows, cells } or the first `fault`, { rule, what }.
function readGrid(pdf, table) {
	const rows = table.kids
		.flatMap((kid) =>
			kid.type === "TR"
				? [kid]
				: GROUPS.includes(kid.type)
					? kid.kids.filter((row) => row.type === "TR")
					: [],
		)
		.map((row) => row.kids.filter((cell) => ["TH", "TD"].includes(cell.type)));
	const span = (cell, key) => pdf.structure.attribute(cell, "Table", key) ?? 1;
	const columns = (rows[0] ?? []).reduce((sum, cell) => sum + span(cell, "/ColSpan"), 0);
	const grid = {
		table,
		columns,
		cells: rows.map(() => new Array(columns)),
		places: new Map(),
		span,
	};

	for (const [y, row] of rows.entries()) {
		let x = 0;

		for (const cell of row) {
			while (x < columns && grid.cells[y][x]) x++;
			grid.fault = place(grid, cell, x, y);
			if (grid.fault) return grid;
			x += span(cell, "/ColSpan");
		}
	}
	const short = grid.cells.findIndex(
		(row) => row.includes(undefined) || Object.keys(row).length < columns,
	);
	if (short >= 0) grid.fault = { rule: "short", what: `row ${short + 1} of ${table.name}` };
	return grid;
}

function place(grid, cell, x, y) {
	const width = grid.span(cell, "/ColSpan"),
		height = grid.span(cell, "/RowSpan");

	if (x + width > grid.columns) return { rule: "wide", what: `${cell.name} in row ${y + 1}` };
	if (y + height > grid.cells.length)
		return { rule: "tall", what: `${cell.name} in column ${x + 1}` };
	for (let row = y; row < y + height; row++)
		for (let column = x; column < x + width; column++) {
			if (grid.cells[row][column])
				return {
					rule: "overlap",
					what: `${cell.name} and ${grid.cells[row][column].name}`,
				};
			grid.cells[row][column] = cell;
		}
	grid.places.set(cell, { x, y, width, height });
	return undefined;
}

const grids = new WeakMap();

function gridsOf(pdf) {
	if (!grids.has(pdf))
		grids.set(
			pdf,
			pdf.structure.of("Table").map((table) => readGrid(pdf, table)),
		);
	return grids.get(pdf);
}

const grid = (rule) => (pdf, fail) => {
	for (const { fault } of gridsOf(pdf)) if (fault?.rule === rule) fail(fault.what);
};

// From a cell's edge back: a header of the direction, nothing but headers of others in between
// once one is met.
function findsHeader(pdf, cells, direction) {
	let met = false;

	for (const cell of cells) {
		if (
			cell.type === "TH" &&
			["/Both", direction].includes(pdf.structure.attribute(cell, "Table", "/Scope"))
		)
			return true;
		if (cell.type === "TH") met = true;
		else if (met) return false;
	}
	return false;
}

function hasHeader(pdf, table, cell) {
	const { x, y, width, height } = table.places.get(cell),
		{ cells } = table;
	const up = (column) =>
		cells
			.slice(0, y)
			.map((row) => row[column])
			.reverse();
	const back = (row) => cells[row].slice(0, x).reverse();
	const range = (first, n) => Array.from({ length: n }, (unused, i) => first + i);

	return (
		range(x, width).some((column) => findsHeader(pdf, up(column), "/Column")) ||
		range(y, height).some((row) => findsHeader(pdf, back(row), "/Row"))
	);
}

const headersOf = (pdf, cell) =>
	(pdf.structure.attribute(cell, "Table", "/Headers") ?? []).map((id) => pdf.text(id));

// A data cell has headers by their Scope or by Headers; which are of no cell is asked by the
// caller.
const headed = (wantUnknown) => (pdf, fail) => {
	for (const table of gridsOf(pdf).filter(({ fault }) => !fault)) {
		const cells = [...table.places.keys()],
			heads = cells.filter((cell) => cell.type === "TH");
		const ids = heads.map((cell) => pdf.text(cell.dict["/ID"])).filter((id) => id);

		if (heads.every((cell) => pdf.structure.attribute(cell, "Table", "/Scope") !== undefined))
			continue;
		for (const cell of cells.filter((item) => item.type === "TD")) {
			const named = headersOf(pdf, cell),
				unknown = named.filter((id) => !ids.includes(id));

			if ((named.length && !unknown.length) || hasHeader(pdf, table, cell)) continue;
			if (unknown.length > 0 === wantUnknown) fail(`${cell.name} ${unknown.join(" ")}`);
		}
	}
};

export const rules = [
	[
		"ua1:7.2-3",
		"a Table has rows, groups of rows and a Caption",
		holdsOnly("Table", "TR", ...GROUPS, "Caption"),
	],
	["ua1:7.2-4", "a TR is in a Table or a group of rows", within("TR", "Table", ...GROUPS)],
	["ua1:7.2-5", "a THead is in a Table", within("THead", "Table")],
	["ua1:7.2-6", "a TBody is in a Table", within("TBody", "Table")],
	["ua1:7.2-7", "a TFoot is in a Table", within("TFoot", "Table")],
	["ua1:7.2-8", "a TH is in a TR", within("TH", "TR")],
	["ua1:7.2-9", "a TD is in a TR", within("TD", "TR")],
	["ua1:7.2-10", "a TR has cells", holdsOnly("TR", "TH", "TD")],
	[
		"ua1:7.2-11",
		"a Table has one THead at most",
		eachOf("Table", (table) => count(table, "THead") > 1),
	],
	[
		"ua1:7.2-12",
		"a Table has one TFoot at most",
		eachOf("Table", (table) => count(table, "TFoot") > 1),
	],
	[
		"ua1:7.2-13",
		"a Table with TFoot has a TBody",
		eachOf("Table", (table) => count(table, "TFoot") > 0 && count(table, "TBody") === 0),
	],
	[
		"ua1:7.2-14",
		"a Table with THead has a TBody",
		eachOf("Table", (table) => count(table, "THead") > 0 && count(table, "TBody") === 0),
	],
	["ua1:7.2-15", "cells do not overlap", grid("overlap")],
	[
		"ua1:7.2-16",
		"a Caption is a Table's first or last",
		eachOf("Table", (table) => typesOf(table).slice(1, -1).includes("Caption")),
	],
	["ua1:7.2-36", "a THead has rows", holdsOnly("THead", "TR")],
	["ua1:7.2-37", "a TBody has rows", holdsOnly("TBody", "TR")],
	["ua1:7.2-38", "a TFoot has rows", holdsOnly("TFoot", "TR")],
	[
		"ua1:7.2-39",
		"a Table has one Caption at most",
		eachOf("Table", (table) => count(table, "Caption") > 1),
	],
	["ua1:7.2-41", "rows end within their table", grid("tall")],
	["ua1:7.2-42", "no row is wider than the first", grid("wide")],
	["ua1:7.2-43", "no row has fewer columns than the first", grid("short")],
	["ua1:7.5-1", "a data cell has a header", headed(false)],
	["ua1:7.5-2", "Headers name cells of the table", headed(true)],
	[
		"own:scope",
		"a TH has a Scope",
		eachOf(
			"TH",
			(cell, pdf) =>
				!["/Row", "/Column", "/Both"].includes(
					pdf.structure.attribute(cell, "Table", "/Scope"),
				),
		),
	],
];
