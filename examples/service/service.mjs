// A web service around raingan: a report is sent, its PDF or its problems come back.
//   node service.mjs [--port 8422] [--host 127.0.0.1] [--raingan PATH] [--seconds 20] [--jobs 2] ...
//   curl --data-binary @report.xml http://127.0.0.1:8422/build -o report.pdf
// README.md tells what is answered.  Nothing is kept: the report comes in by a pipe, the PDF leaves by one.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const text = (value) => ({ type: 'string', default: String(value) });
const { values } = parseArgs({ options: {
	host: text('127.0.0.1'),
	port: text(8422),
	raingan: text('raingan'),
	seconds: text(20),		// that a report may take
	memory: text(512),		// MiB that it may take
	jobs: text(2),			// at one time
	body: text(4 << 20),		// bytes of a report
	pdf: text(64 << 20),		// bytes of what it becomes
	patience: text(30),		// seconds that a report may take to arrive
} });
const limit = Object.fromEntries(['seconds', 'memory', 'jobs', 'body', 'pdf', 'patience', 'port']
	.map((name) => [name, Number(values[name])]));
if (Object.values(limit).some((number) => !Number.isInteger(number) || number < 0)) {
	console.error('service: limits are whole numbers');
	process.exit(2);
}

const raingan = values.raingan.includes('/') ? resolve(values.raingan) : values.raingan;

// A report may name files beside it.  Beside these lies nothing, and nothing can be put there.
const nowhere = mkdtempSync(join(tmpdir(), 'raingan-service-'));
process.on('exit', () => rmdirSync(nowhere));
for (const signal of ['SIGINT', 'SIGTERM'])
	process.on(signal, () => process.exit(0));

let running = 0;

// An answer before the whole body came: the rest is not waited for.
function refuse(response, status, message, headers = {}) {
	if (response.headersSent || response.destroyed)
		return;
	response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close', ...headers });
	response.end(`${message}\n`);
}

// Calls then() with the whole body, or never.
function read(request, response, then) {
	const parts = [];
	let size = 0;

	if (Number(request.headers['content-length']) > limit.body)
		return refuse(response, 413, `A report may have ${limit.body} bytes.`);
	request.on('data', (part) => {
		size += part.length;
		if (size <= limit.body)
			parts.push(part);
		else
			refuse(response, 413, `A report may have ${limit.body} bytes.`);
	});
	request.on('end', () => size <= limit.body && then(Buffer.concat(parts)));
}

function wanted(request) {
	return {
		json: (request.headers.accept ?? '').includes('application/json'),
		language: (request.headers['accept-language'] ?? '').startsWith('th') ? 'th' : 'en',
	};
}

// The problems as raingan tells them, one a line.  Where memory ran out, a line is not JSON.
function problems(response, status, json, errors) {
	const lines = errors.toString().split('\n').filter((line) => line && (!json || line[0] === '{'));

	response.writeHead(status, { 'Content-Type': json ? 'application/json' : 'text/plain; charset=utf-8' });
	response.end(json ? `[${lines.join(',\n')}]\n` : lines.map((line) => `${line}\n`).join(''));
}

function answer(response, command, json, ended) {
	if (response.destroyed)
		return;
	if (ended.late)
		return refuse(response, 504, `The report was not done in ${limit.seconds} seconds.`);
	if (ended.large)
		return refuse(response, 422, `The PDF has more than ${limit.pdf} bytes.`);
	if (ended.status === 1)
		return problems(response, 422, json, ended.errors);
	if (ended.status !== 0) {
		console.error(`service: status ${ended.status}: ${ended.errors}`);
		return refuse(response, 500, 'The report could not be made.');
	}
	if (command === 'check')
		return problems(response, 200, json, ended.errors);
	response.writeHead(200, { 'Content-Type': 'application/pdf', 'Content-Length': ended.output.length });
	response.end(ended.output);
}

// A process for each report.  Its own limits tell what was too much; the timer here is for what
// might not heed them.
function run(command, request, response, body) {
	const { json, language } = wanted(request);
	const options = ['--lang', language, '--max-seconds', values.seconds, '--max-memory', values.memory,
		...(json ? ['--json'] : [])];
	const child = spawn(raingan, [command, '-', ...(command === 'build' ? ['-o', '-'] : []), ...options],
		{ cwd: nowhere, env: { PATH: process.env.PATH } });
	const ended = { late: false, large: false, output: [], errors: [] };
	let size = 0;
	const timer = setTimeout(() => {
		ended.late = true;
		child.kill('SIGKILL');
	}, (limit.seconds + 1) * 1000);
	const keep = (parts) => (part) => {
		size += part.length;
		if (size <= limit.pdf)
			return parts.push(part);
		ended.large = true;
		child.kill('SIGKILL');
	};

	running++;
	child.stdout.on('data', keep(ended.output));
	child.stderr.on('data', keep(ended.errors));
	child.stdin.on('error', () => {});		// it may end before it has read everything
	child.stdin.end(body);
	response.on('close', () => child.kill('SIGKILL'));	// who asked has gone, or has the answer
	child.on('error', (error) => ended.errors.push(Buffer.from(error.message)));
	child.on('close', (status) => {
		clearTimeout(timer);
		running--;
		answer(response, command, json, { ...ended, status,
			output: Buffer.concat(ended.output), errors: Buffer.concat(ended.errors) });
	});
}

const server = createServer({
	requestTimeout: limit.patience * 1000,
	headersTimeout: Math.min(limit.patience, 10) * 1000,
	connectionsCheckingInterval: 500,
}, (request, response) => {
	const command = { '/build': 'build', '/check': 'check' }[request.url];

	if (!command)
		return refuse(response, 404, 'Send a report to /build or /check.');
	if (request.method !== 'POST')
		return refuse(response, 405, 'Send a report with POST.', { Allow: 'POST' });
	read(request, response, (body) => running < limit.jobs
		? run(command, request, response, body)
		: refuse(response, 503, 'Others are being made: try again.', { 'Retry-After': '2' }));
});
server.maxConnections = 50;
server.listen(limit.port, values.host, () =>
	console.log(`http://${values.host}:${server.address().port}`));
