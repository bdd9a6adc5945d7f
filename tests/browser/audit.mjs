// The slow look at every page of pages.txt: three languages, light and dark, 390 and 1280 px, 320 px reflow, text at 200 %,
// the keyboard's way, and the errors of forms marked `submit`, with and without JavaScript. Ends with "N passed, N failed".
// BASE_URL looks at a running portal instead of one of its own. Arguments: parts of the paths to look at.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installPackages } from './packages.mjs';

installPackages();
const isKept = Boolean(process.env.KYODO_HTML_FOLDER);
const html = process.env.KYODO_HTML_FOLDER ??= fs.mkdtempSync(path.join(os.tmpdir(), 'kyodo-audit-'));
const { errorFindings, axeFindings, sidewaysFindings } = await import('./checks.mjs');
const { htmlResults } = await import('./html.mjs');
const { allPages } = await import('./pages.mjs');
const { walkedPages } = await import('./walk.mjs');
const { City, chromiumBrowser, closeBrowser } = await import('./support.mjs');
const { Portal } = await import('./portal.mjs');

// Less than 2, because a larger text may also bring the narrow layout with its smaller steps.
const LEAST_GROWTH = 1.8;
const LANGUAGES = [{ prefix: '', lang: 'ja' }, { prefix: '/easy', lang: 'ja' }, { prefix: '/en', lang: 'en' }];
const running = process.env.BASE_URL ? { url: process.env.BASE_URL, stop: () => {} } : await new Portal({ database: 'demo' }).start();
const city = new City(running);
const people = new Map();
const titles = new Map();

async function personFor(role, scheme) {
	const key = `${role} ${scheme}`;
	if (!people.has(key)) people.set(key, role ? await city.as(role, { scheme }) : await city.visitor({ scheme }));
	return people.get(key);
}

const inLanguage = (prefix, address) => (address === '/' && prefix ? `${prefix}/` : prefix + address);

async function schemeFindings(page, address, { lang }) {
	const findings = [];
	for (const scheme of ['light', 'dark']) {
		const person = await personFor(page.as, scheme);
		await person.opens(address, page.status);
		findings.push(...(await person.findings(lang)).map((words) => `${scheme}: ${words}`));
	}
	return findings;
}

/** 320 px, and a reader who set text to 200 %. */
async function reflowFindings(page, address) {
	const person = await personFor(page.as, 'light');
	await person.page.setViewportSize({ width: 320, height: 640 });
	const findings = await sidewaysFindings(person.page);
	await person.page.setViewportSize({ width: 1280, height: 900 });
	const size = () => parseFloat(getComputedStyle(document.querySelector('main p, main li, main')).fontSize);
	const before = await person.page.evaluate(size);
	const session = await person.page.context().newCDPSession(person.page);
	await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
	await person.opens(address, page.status);
	const after = await person.page.evaluate(size);
	if (after < before * LEAST_GROWTH) findings.push(`text grows from ${before} to ${after} px only when the reader's text size doubles`);
	findings.push(...(await sidewaysFindings(person.page)).map((words) => `text at 200 %: ${words}`));
	await session.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
	await session.detach();
	return findings;
}

/** Tabs through the page: every stop is visible, shows its focus, and the way ends. */
async function keyboardFindings(page, address) {
	const person = await personFor(page.as, 'light');
	await person.opens(address, page.status);
	const findings = [];
	const MOST_STOPS = 400;
	const mark = () => {
		const e = document.activeElement;
		if (!e || e === document.body) return null;
		const isAgain = e.hasAttribute('data-audit-seen');
		e.setAttribute('data-audit-seen', '');
		const style = getComputedStyle(e);
		const box = e.getBoundingClientRect();
		const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, 20) / 2);
		return { name: `${e.localName}${e.id && `#${e.id}`} 「${(e.textContent || e.getAttribute('name') || '').trim().slice(0, 20)}」`,
			isAgain, isShown: style.outlineStyle !== 'none' || style.boxShadow !== 'none', isHidden: box.width > 1 && top && !e.contains(top) && !top.contains(e) && !top.closest('label') };
	};
	for (let stops = 0; stops < MOST_STOPS; stops++) {
		await person.page.keyboard.press('Tab');
		const stop = await person.page.evaluate(mark);
		if (!stop || stop.isAgain) break;
		if (!stop.isShown) findings.push(`focus is not shown on ${stop.name}`);
		if (stop.isHidden) findings.push(`focus is covered on ${stop.name}`);
	}
	return findings.slice(0, 10);
}

/** Sends the last POST form of main as it stands; the answer must follow the pattern of errors. */
async function submitFindings(page, address) {
	const findings = [];
	for (const script of [true, false]) {
		const person = page.as ? await city.as(page.as, { script }) : await city.visitor({ script });
		await person.opens(address, page.status);
		const button = person.page.locator('main form[method=post i]').last().locator('button:not([type=button])').last();
		await Promise.all([person.page.waitForNavigation({ waitUntil: 'load' }), button.click()]);
		const found = person.status === 422 ? await errorFindings(person.page, { focus: script }) : [`an empty form is answered ${person.status}, not 422`];
		if (script) found.push(...await axeFindings(person.page));
		findings.push(...found.map((words) => `empty form ${script ? 'with' : 'without'} JavaScript: ${words}`));
		await person.leaves();
	}
	return findings;
}

async function pageFindings(page, language) {
	const person = await personFor(page.as, 'light');
	const address = inLanguage(language.prefix, page.address);
	const findings = await schemeFindings(page, address, language);
	const title = await person.page.title();
	const twin = titles.get(`${language.prefix} ${title}`);
	if (page.status === 200 && twin && twin !== address) findings.push(`the same title as ${twin}: 「${title}」`);
	titles.set(`${language.prefix} ${title}`, address);
	findings.push(...await reflowFindings(page, address));
	if (!language.prefix) findings.push(...await keyboardFindings(page, address));
	if (page.submit) findings.push(...await submitFindings(page, address));
	return findings;
}

await chromiumBrowser();
const wanted = process.argv.slice(2);
const results = [];
const { pages } = await allPages(city, walkedPages);
for (const page of pages.filter((one) => !wanted.length || wanted.some((part) => one.path.includes(part)))) {
	for (const language of LANGUAGES) {
		const name = `${language.prefix}${page.path}${page.as ? ` as ${page.as}` : ''}`;
		const findings = await pageFindings(page, language).catch((error) => [error.message]);
		results.push(findings);
		console.log(`${findings.length ? 'FAIL' : 'ok  '} ${name}`);
		for (const finding of findings) console.log(`  ${finding}`);
	}
}
await closeBrowser();
await running.stop();
for (const { name, findings } of htmlResults(html)) {
	results.push(findings);
	console.log(`${findings.length ? 'FAIL' : 'ok  '} ${name}`);
	for (const finding of findings) console.log(`  ${finding}`);
}
if (!isKept) fs.rmSync(html, { recursive: true });
const failed = results.filter((findings) => findings.length).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
