// The beginning of every browser test: a portal of its own and the people who use it.
//
//   const city = await portal({ database: 'demo', now: '2026-04-01T09:00:00+09:00' });
//   const green = await city.as('green');
//   await green.opens('/groups');
//   await green.sees('市民活動団体');
//   await green.follows('団体を登録する');
//   await green.fillsIn({ '団体名': '浅川を楽しむ会', '代表者 › 氏名': '日野 花子' });
//   await green.presses('確認する');
//   await green.isToldToCorrect('活動内容を入力してください');
//
// People: visitor() (signed in nowhere), as('coordinator') (a demonstration account), as('a@b.example', { password }).
// Options: width 1280 (or 390: a phone), script true (false: a browser without JavaScript), scheme 'light' or 'dark'.
import { after } from 'node:test';
import { chromium } from 'playwright-core';
import { Person } from './person.mjs';
import { Portal } from './portal.mjs';

const DEMO_PASSWORD = 'kyodo-demo-2026';
const PHONE = 390;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

let browser = null;

/** Debian's Chromium, started once a process. */
export async function chromiumBrowser() {
	browser ??= await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS, headless: true });
	return browser;
}

export async function closeBrowser() {
	await browser?.close();
	browser = null;
}

/** A city: a running portal (`portal` needs url, latestMail …) and who is signed in there. */
export class City {
	#sessions = new Map();

	constructor(running) {
		this.portal = running;
	}

	get url() {
		return this.portal.url;
	}

	async #person(name, { width = 1280, script = true, scheme = 'light', session, ...more } = {}) {
		const isPhone = width <= PHONE;
		const context = await (await chromiumBrowser()).newContext({
			baseURL: this.url, locale: 'ja-JP', timezoneId: 'Asia/Tokyo', javaScriptEnabled: script, colorScheme: scheme, reducedMotion: 'reduce',
			viewport: { width, height: isPhone ? 844 : 900 }, isMobile: isPhone, hasTouch: isPhone, storageState: session, ...more,
		});
		return new Person(await context.newPage(), name, { script, log: () => this.portal.log ?? '' });
	}

	/** Somebody who is not signed in. */
	async visitor(options) {
		return this.#person('a visitor', options);
	}

	/** Somebody signed in through the form, once; later ones of the same name share the session unless `anew`. */
	async as(role, { password = DEMO_PASSWORD, anew = false, ...options } = {}) {
		const email = role.includes('@') ? role : `${role}@demo.example`;
		if (!anew && this.#sessions.has(email)) return this.#person(role, { ...options, session: this.#sessions.get(email) });
		const person = await this.#person(role, options);
		await person.opens('/login');
		const form = person.page.locator('main form').filter({ has: person.page.locator('[name=password]') });
		await form.locator('[name=email]').fill(email);
		await form.locator('[name=password]').fill(password);
		await Promise.all([person.page.waitForNavigation({ waitUntil: 'load' }), form.locator('button[type=submit], button:not([type])').first().click()]);
		if (/\/login$/.test(new URL(person.page.url()).pathname)) throw new Error(`${email} could not sign in:\n${await person.text()}`);
		this.#sessions.set(email, await person.page.context().storageState());
		return person;
	}

	/** The newest mail to a role or address: { subject, text, links, code }. */
	async latestMail(role = '', words = '') {
		return this.portal.latestMail(!role || role.includes('@') ? role : `${role}@demo.example`, words);
	}

	/** The city wakes up at another time, and `tick` has run. */
	async moveTo(now) {
		await this.portal.moveTo(now);
	}

	/** Runs `kyodo …` on this city's data. */
	command(...words) {
		return this.portal.command(...words);
	}

	/** Gets an address without a browser, as a visitor: { status, headers, text }. */
	async fetches(address, options) {
		const response = await fetch(new URL(address, this.url), { redirect: 'manual', ...options });
		return { status: response.status, headers: response.headers, text: await response.text() };
	}
}

/** Starts a portal and ends it, with the browser, after the tests of this file. Options: database 'demo' | 'empty', now. */
export async function portal(options) {
	const running = new Portal(options);
	after(async () => {
		await closeBrowser();
		await running.stop();
	});
	await running.start();
	return new City(running);
}
