// What examples/service answers:  run.mjs RAINGAN; ends with "N passed, N failed".
// Every request ends by itself, and so does the service.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';

const raingan = process.argv[2];
const good = readFileSync('tests/report/GOOD.xml');
let passed = 0;
let failed = 0;

async function check(name, test) {
	try {
		const told = await test();
		if (told !== true)
			throw new Error(JSON.stringify(told).slice(0, 300));
		passed++;
	} catch (error) {
		failed++;
		console.log(`${name}: ${error.message}`);
	}
}

async function start(...options) {
	const child = spawn('node', ['examples/service/service.mjs', '--port', '0', ...options],
		{ stdio: ['ignore', 'pipe', 'inherit'] });
	const [line] = await once(child.stdout, 'data', { signal: AbortSignal.timeout(20_000) });

	return { child, address: line.toString().trim() };
}

async function stop(service) {
	service.child.kill('SIGTERM');
	await once(service.child, 'close');
}

async function post(service, path, body, headers = {}, signal = AbortSignal.timeout(20_000)) {
	const response = await fetch(service.address + path, { method: 'POST', body, headers, signal });

	return { status: response.status, type: response.headers.get('content-type'), headers: response.headers,
		body: Buffer.from(await response.arrayBuffer()) };
}

// What a client that sends these bytes, and then no more, is answered at last.
async function raw(service, bytes) {
	const { port, hostname } = new URL(service.address);
	const socket = connect(Number(port), hostname);
	let answer = '';

	socket.setTimeout(20_000, () => socket.destroy());
	socket.on('data', (part) => { answer += part; });
	socket.on('error', () => {});
	socket.write(bytes);
	await once(socket, 'close');
	return answer.split('\r\n')[0];
}

const head = (length) => `POST /build HTTP/1.1\r\nHost: a\r\nContent-Length: ${length}\r\n\r\n`;

let service = await start('--raingan', raingan, '--patience', '2', '--body', '100000');

await check('a good report', async () => {
	const { status, type, body } = await post(service, '/build', good);
	return (status === 200 && type === 'application/pdf' && body.subarray(0, 5).toString() === '%PDF-'
		&& body.subarray(-6).toString() === '%%EOF\n') || [status, type, body.length];
});
await check('the PDF is the one that the command makes', async () => {
	const direct = spawn(raingan, ['build', '-', '-o', '-'],
		{ stdio: ['pipe', 'pipe', 'ignore'], env: { PATH: process.env.PATH } });
	const parts = [];

	direct.stdin.end(good);
	for await (const part of direct.stdout)
		parts.push(part);
	return Buffer.concat(parts).equals((await post(service, '/build', good)).body);
});
await check('a broken report', async () => {
	const { status, type, body } = await post(service, '/build', '<measures-report\n>');
	return (status === 422 && type.startsWith('text/plain') && /:\d+: .*\[[A-Z_]+\]\n$/.test(body))
		|| [status, type, body.toString()];
});
await check('its problems as JSON', async () => {
	const { status, body } = await post(service, '/build', '<foo/>', { Accept: 'application/json' });
	const list = JSON.parse(body);
	return (status === 422 && list.length > 0 && list.every((problem) => problem.line > 0 && problem.message))
		|| [status, list];
});
await check('its problems in Thai', async () => {
	const { body } = await post(service, '/build', '<foo/>', { 'Accept-Language': 'th' });
	return /[\u0e01-\u0e5b]/.test(body) || body.toString();
});
await check('a check', async () => {
	const { status, body } = await post(service, '/check', good, { Accept: 'application/json' });
	return (status === 200 && Array.isArray(JSON.parse(body))) || [status, body.toString()];
});
await check('a picture cannot be had', async () => {
	const sealed = good.toString().replace('<unit', '<seal src="LICENSE" alt="ตรา"/><unit');
	const { status, body } = await post(service, '/build', sealed);
	return (status === 422 && body.includes('LICENSE') && body.includes('[IMAGE_UNREADABLE]')) || [status, body.toString()];
});
await check('an empty body', async () => (await post(service, '/build', '')).status === 422);
await check('a body that says it is too large', async () =>
	(await raw(service, head(100001))).includes(' 413 '));
await check('a body that turns out to be too large', async () =>
	(await raw(service, `POST /build HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n${
		'c350\r\n'.concat('x'.repeat(50000), '\r\n').repeat(3)}`)).includes(' 413 '));
await check('a body that never comes', async () => (await raw(service, head(100))).includes(' 408 '));
await check('a head that never ends', async () => (await raw(service, 'POST /bu')).includes(' 408 '));
await check('a client that goes away', async () => {
	const { port, hostname } = new URL(service.address);
	const socket = connect(Number(port), hostname);

	socket.end(head(100) + 'x');
	socket.on('error', () => {});
	socket.resume();
	await once(socket, 'close');
	return (await post(service, '/build', good)).status === 200;
});
await check('another place', async () => (await post(service, '/', good)).status === 404);
await check('another method', async () => (await fetch(`${service.address}/build`)).status === 405);
await check('many at one time: each is made, or told to come again', async () => {
	const all = await Promise.all(Array.from({ length: 12 }, () => post(service, '/build', good)));
	const made = all.filter((one) => one.status === 200).length;
	const later = all.filter((one) => one.status === 503 && one.headers.get('retry-after')).length;
	return (made >= 2 && made + later === 12) || [made, later];
});
await stop(service);

service = await start('--raingan', raingan, '--memory', '1', '--body', '20000000');
await check('one that takes too much memory', async () => {
	const long = good.toString().replace(/<p>[^]*?<\/p>/, (paragraph) => paragraph.repeat(50000));
	const { status, body } = await post(service, '/build', long, { Accept: 'application/json' });
	return (status === 422 && JSON.parse(body)[0].kind === 'MEMORY_SPENT') || [status, body.toString()];
});
await stop(service);

service = await start('--raingan', 'tests/service/slow', '--seconds', '1', '--jobs', '1');
await check('one that takes too long, and one beside it', async () => {
	const first = post(service, '/build', good);
	await new Promise((done) => { setTimeout(done, 500); });
	const second = await post(service, '/build', good);
	return ((await first).status === 504 && second.status === 503) || [(await first).status, second.status];
});
await check('who goes away ends what was made', async () => {
	const gone = new AbortController();
	const first = post(service, '/build', good, {}, gone.signal).catch(() => 'gone');
	await new Promise((done) => { setTimeout(done, 300); });
	gone.abort();
	await first;
	await new Promise((done) => { setTimeout(done, 300); });
	const began = Date.now();
	const { status } = await post(service, '/build', good);		// a place is free
	return (status === 504 && Date.now() - began > 1000) || status;
});
await stop(service);

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
