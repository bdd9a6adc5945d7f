// Somebody with a browser: opens pages, reads, fills in forms, in verbs, so that a test reads like a story.
// A label may name its group first: 「代表者 › 氏名」. Every page that arrives is looked at for faults of the server and script.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { axeFindings, errorFindings, frameFindings, sidewaysFindings } from './checks.mjs';

const PATIENCE = 10000;
const htmlFolder = process.env.KYODO_HTML_FOLDER;

const pattern = (words, end) => new RegExp(`^\\s*${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}${end}`);

/** Keeps the HTML as the server sent it, once for each kind of page, for the validators at the end of the run. */
function keepHtml(response, html) {
	const place = new URL(response.url()).pathname.replace(/\d+/g, 'N');
	const heading = /<h1[\s\S]*?<\/h1>/.exec(html)?.[0].replace(/<[^>]*>|\d+/g, '') ?? '';
	const mark = createHash('sha1').update(`${heading}${response.request().method()}`).digest('hex').slice(0, 6);
	const name = `${place.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'home'}.${response.status()}.${mark}.html`;
	fs.writeFileSync(path.join(htmlFolder, name), html);
}

export class Person {
	#faults = [];
	#response = null;
	#keeping = null;

	constructor(page, name, { script = true, log = () => '' } = {}) {
		this.page = page;
		this.name = name;
		this.script = script;
		this.log = log;
		page.setDefaultTimeout(PATIENCE);
		page.on('pageerror', (error) => this.#faults.push(`script: ${error}`));
		page.on('console', (message) => {
			const isOwnStatus = /Failed to load resource/.test(message.text()) && message.location().url === page.url();
			if (message.type() === 'error' && !isOwnStatus) this.#faults.push(`console: ${message.text()} ${message.location().url}`);
		});
		page.on('response', (response) => this.#note(response));
	}

	#note(response) {
		const isPage = response.request().isNavigationRequest() && response.frame() === this.page.mainFrame();
		if (!isPage && response.status() >= 400) this.#faults.push(`${response.status()} for ${response.url()}`);
		if (!isPage || (response.status() >= 300 && response.status() < 400)) return;
		this.#response = response;
		if (htmlFolder && /^text\/html/.test(response.headers()['content-type'] ?? ''))
			this.#keeping = response.text().then((html) => keepHtml(response, html), () => { /* left before it was read */ });
	}

	#say(words) {
		return `${this.name} at ${this.page.url()}: ${words}`;
	}

	#none(findings, what) {
		assert.ok(!findings.length, this.#say(`${what}:\n  ${findings.join('\n  ')}`));
	}

	async #arrived() {
		await this.#keeping;
		const faults = this.#faults.splice(0);
		this.#none(faults, 'the page has faults');
		assert.ok(this.status < 500, this.#say(`status ${this.status}. The log:\n${this.log()}`));
	}

	/** The status of the page that is shown. */
	get status() {
		return this.#response?.status() ?? 0;
	}

	get headers() {
		return this.#response?.headers() ?? {};
	}

	/** Opens an address of the portal (or a whole one, from a mail); it must answer `status`. */
	async opens(address, status = 200) {
		const response = await this.page.goto(address, { waitUntil: 'load' });
		if (response) this.#response = response;
		await this.#arrived();
		assert.equal(this.status, status, this.#say(`opened ${address}`));
		return this;
	}

	async #leaving(act) {
		const arrival = this.page.waitForNavigation({ waitUntil: 'load', timeout: PATIENCE });
		await Promise.all([arrival, act()]);
		await this.#arrived();
		return this;
	}

	/** The first kind of match that is there: whole name, beginning, part; in main before the rest. */
	async #find(make, words) {
		const scopes = [this.page.locator('main'), this.page.locator('body')];
		for (const scope of scopes) {
			for (const name of [pattern(words, '\\s*(必須|任意|required|optional)?\\s*$'), pattern(words, ''), words]) {
				const found = make(scope, name);
				const count = await found.count();
				if (count) return count === 1 ? found : found.filter({ visible: true }).first();
			}
		}
		throw new assert.AssertionError({ message: this.#say(`there is no 「${words}」. The page reads:\n${(await this.text()).slice(0, 1500)}`) });
	}

	async follows(words) {
		const link = await this.#find((scope, name) => scope.getByRole('link', { name }), words);
		return this.#leaving(() => link.click());
	}

	/** Presses a button that sends a form. */
	async presses(words) {
		const button = await this.#find((scope, name) => scope.getByRole('button', { name }), words);
		return this.#leaving(() => button.click());
	}

	/** Presses a button that only the script answers, or opens a <details>. */
	async taps(words) {
		const target = await this.#find((scope, name) => scope.getByRole('button', { name }).or(scope.locator('summary').filter({ hasText: name })), words);
		await target.click();
		return this;
	}

	/** The control of a label, within the group that the label names. */
	async #control(label, make) {
		const words = label.split(/\s*›\s*/);
		const name = words.pop();
		return this.#find((scope, match) => {
			const group = words.reduce((within, legend) => within.getByRole('group', { name: legend }), scope);
			return make(group, match);
		}, name);
	}

	async fills(label, text) {
		const field = await this.#control(label, (scope, match) => scope.getByLabel(match).and(scope.locator('input, textarea')));
		await field.fill(String(text));
		return this;
	}

	/** { label: text, … } */
	async fillsIn(fields) {
		for (const [label, text] of Object.entries(fields)) await this.fills(label, text);
		return this;
	}

	/** A date in its three fields 年・月・日. */
	async fillsDate(label, iso) {
		const [year, month, day] = iso.split('-').map(Number);
		return this.fillsIn({ [`${label} › 年`]: year, [`${label} › 月`]: month, [`${label} › 日`]: day });
	}

	/** Chooses an option of a select, or ticks a radio or checkbox. */
	async chooses(label, option) {
		if (option !== undefined) {
			const select = await this.#control(label, (scope, match) => scope.getByLabel(match).and(scope.locator('select')));
			await select.selectOption({ label: option });
			return this;
		}
		const box = await this.#control(label, (scope, name) => scope.getByRole('radio', { name }).or(scope.getByRole('checkbox', { name })));
		await box.check();
		return this;
	}

	async unticks(label) {
		const box = await this.#control(label, (scope, name) => scope.getByRole('checkbox', { name }));
		await box.uncheck();
		return this;
	}

	/** What a field holds. */
	async valueOf(label) {
		const field = await this.#control(label, (scope, match) => scope.getByLabel(match).and(scope.locator('input, textarea, select')));
		return field.inputValue();
	}

	/** The words of main. */
	async text() {
		return this.page.locator('main').innerText();
	}

	/** Sees a heading. */
	async sees(heading) {
		const found = this.page.getByRole('heading', { name: heading }).first();
		await found.waitFor({ timeout: PATIENCE / 5 }).catch(async () => {
			const headings = await this.page.getByRole('heading').allInnerTexts();
			assert.fail(this.#say(`no heading 「${heading}」 but ${headings.map((words) => `「${words}」`).join('')}`));
		});
		return this;
	}

	/** Reads words somewhere in main (line breaks and ruby aside). */
	async reads(...words) {
		const text = (await this.text()).replace(/\s+/g, '');
		for (const part of words) assert.ok(text.includes(part.replace(/\s+/g, '')), this.#say(`does not read 「${part}」 in:\n${(await this.text()).slice(0, 1500)}`));
		return this;
	}

	async doesNotRead(...words) {
		const html = (await this.page.content()).replace(/\s+/g, '');
		for (const part of words) assert.ok(!html.includes(part.replace(/\s+/g, '')), this.#say(`reads 「${part}」`));
		return this;
	}

	/** There is a button or link of this name, or there is none. */
	async isOffered(words) {
		await this.#find((scope, name) => scope.getByRole('button', { name }).or(scope.getByRole('link', { name })), words);
		return this;
	}

	async isNotOffered(words) {
		const count = await this.page.locator('main').getByRole('button', { name: words }).or(this.page.locator('main').getByRole('link', { name: words })).count();
		assert.equal(count, 0, this.#say(`is offered 「${words}」`));
		return this;
	}

	/** The address is refused with `status` (403, 404…) or leads to the login. */
	async isRefused(address, status = 403) {
		await this.opens(address, status === 'login' ? 200 : status);
		if (status === 'login') assert.match(new URL(this.page.url()).pathname, /\/login$/, this.#say(`${address} did not lead to the login`));
		return this;
	}

	/** The form came back with these messages, in the pattern of docs/style.md. */
	async isToldToCorrect(...messages) {
		assert.equal(this.status, 422, this.#say('the form was not refused'));
		this.#none(await errorFindings(this.page, { focus: this.script }), 'the pattern of errors is not kept');
		return this.reads(...messages);
	}

	/** axe, frame and sideways scroll of the page as it is, at both widths. */
	async findsThePageSound(language = 'ja') {
		this.#none(await this.findings(language), 'the page is not sound');
		return this;
	}

	/** Without JavaScript axe cannot run (it needs timers): then only frame and sideways scroll. */
	async findings(language = 'ja', widths = [1280, 390]) {
		const before = this.page.viewportSize();
		const found = await frameFindings(this.page, language);
		for (const width of widths) {
			await this.page.setViewportSize({ width, height: 900 });
			const axe = this.script ? await axeFindings(this.page) : [];
			found.push(...[...await sidewaysFindings(this.page), ...axe].map((words) => `${width} px: ${words}`));
		}
		await this.page.setViewportSize(before);
		return found;
	}

	async leaves() {
		await this.page.context().close();
	}
}
