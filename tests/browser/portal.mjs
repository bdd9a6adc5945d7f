// A portal of its own for a test: a free port, a temporary DATA, the processes of `make run`. Knows nothing of pages.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readMails } from './mail.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const program = process.env.KYODO_PROGRAM ?? path.join(root, 'build/kyodo');
const START_SECONDS = 60;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function freePort() {
	return new Promise((resolve, reject) => {
		const server = net.createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address();
			server.close(() => resolve(port));
		});
	});
}

export class Portal {
	#process = null;
	#ended = null;
	#log = '';

	constructor({ database = 'demo', now = process.env.KYODO_NOW } = {}) {
		this.database = database;
		this.now = now;
		this.data = fs.mkdtempSync(path.join(os.tmpdir(), 'kyodo-browser-'));
	}

	/** What every process of this portal gets. */
	get environment() {
		const { KYODO_NOW, NODE_TEST_CONTEXT, MAKEFLAGS, MAKELEVEL, ...rest } = process.env;
		return { ...rest, PORT: String(this.port), HOST: '127.0.0.1', DATA: this.data, KYODO_DATA: this.data, WORKERS: '2', KYODO_BASE_URL: this.url,
			...(this.now ? { KYODO_NOW: this.now } : {}) };
	}

	/** Makes the database where it must be empty (`make run` would make the demonstration city), then starts everything. */
	async start() {
		this.port ??= await freePort();
		this.url = `http://127.0.0.1:${this.port}`;
		if (this.database === 'empty' && !fs.existsSync(path.join(this.data, 'kyodo.db'))) this.command('init');
		this.#process = spawn(path.join(root, '.make/run.sh'), { cwd: root, env: this.environment, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
		this.#ended = new Promise((resolve) => { this.#process.once('exit', resolve).once('error', resolve); });
		for (const stream of [this.#process.stdout, this.#process.stderr]) stream.on('data', (text) => { this.#log = (this.#log + text).slice(-20000); });
		await this.#answers();
		return this;
	}

	async #answers() {
		const end = Date.now() + START_SECONDS * 1000;
		while (Date.now() < end) {
			const status = await fetch(`${this.url}/health`).then((response) => response.status, () => 0);
			if (status === 200) return;
			if (await Promise.race([this.#ended.then(() => true), pause(100)])) break;
		}
		const { log } = this;
		await this.stop();
		throw new Error(`the portal did not start:\n${log}`);
	}

	/** What its processes said last. */
	get log() {
		const file = path.join(this.data, 'log/kyodo.log');
		return `${this.#log}${fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''}`.slice(-3000);
	}

	/** Ends the processes as Ctrl-C does; DATA stays. */
	async halt() {
		if (!this.#process) return;
		const group = -this.#process.pid;
		this.#process = null;
		const signal = (name) => { try { process.kill(group, name); } catch { /* already gone */ } };
		signal('SIGINT');
		if (await Promise.race([this.#ended.then(() => false), pause(15000).then(() => true)])) signal('SIGKILL');
	}

	async stop() {
		await this.halt();
		if (!process.env.KYODO_KEEP_DATA) fs.rmSync(this.data, { recursive: true, force: true });
	}

	/** The same city at another time: all processes start again with their clock at `now`. */
	async moveTo(now) {
		await this.halt();
		this.now = now;
		await this.start();
		this.command('tick');
	}

	/** Runs a subcommand of the program on this DATA; its standard output. */
	command(...words) {
		const done = spawnSync(program, words, { cwd: root, env: this.environment, encoding: 'utf8' });
		if (done.status !== 0) throw new Error(`kyodo ${words.join(' ')} ended with ${done.status ?? done.error}:\n${done.stdout}${done.stderr}`);
		return done.stdout;
	}

	/** Delivers the outbox, then gives all mails to `address` (to anybody without one), the oldest first. */
	mails(address = '') {
		this.command('mail');
		return readMails(path.join(this.data, 'mail')).filter((mail) => mail.to.includes(address));
	}

	/** The newest mail to `address`, with `words` in its subject or text; waits a little for it. */
	async latestMail(address = '', words = '') {
		for (let tries = 0; tries < 20; tries++) {
			const mail = this.mails(address).filter(({ subject, text }) => `${subject}\n${text}`.includes(words)).at(-1);
			if (mail) return mail;
			await pause(250);
		}
		throw new Error(`no mail to ${address || 'anybody'}${words && ` with 「${words}」`} in ${this.data}/mail`);
	}
}
