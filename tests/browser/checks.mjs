// What is looked at on any page: axe (WCAG 2.2 A and AA), sideways scroll, the document's frame, the pattern of errors.
// Every check gives a list of findings in words; an empty list is good.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { source: axeSource } = require('axe-core');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** Violations of WCAG 2.2 A and AA that axe finds. */
export async function axeFindings(page) {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
	const violations = await page.evaluate(async (tags) => {
		const result = await window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
		return result.violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target, any, all, none }) => (
			`${target.join(' ')}: ${[...any, ...all, ...none][0]?.message ?? ''}`)) }));
	}, TAGS);
	return violations.map(({ id, help, nodes }) => `axe ${id}: ${help} (${nodes.length}×)\n    ${nodes.slice(0, 4).join('\n    ')}`);
}

/** Whether the page itself scrolls sideways; parts may, in a scroller of their own. */
export async function sidewaysFindings(page) {
	const found = await page.evaluate(() => {
		const width = document.documentElement.clientWidth;
		const extra = document.documentElement.scrollWidth - width;
		const scrolls = (element) => {
			for (let e = element.parentElement; e && e !== document.body; e = e.parentElement)
				if (/auto|scroll|hidden|clip/.test(getComputedStyle(e).overflowX)) return true;
			return false;
		};
		const wide = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > width + 1 && !scrolls(e));
		return { extra, width, wide: wide.slice(0, 4).map((e) => `${e.localName}${e.id && `#${e.id}`}.${[...e.classList].join('.')}`) };
	});
	return found.extra > 1 ? [`${found.extra} px of sideways scroll at ${found.width} px: ${found.wide.join(', ')}`] : [];
}

/** Language, title, one main, one h1, no dead or vague links, every POST form with its csrf field. */
export async function frameFindings(page, language = 'ja') {
	return page.evaluate((expected) => {
		const findings = [];
		const say = (wrong, words) => { if (wrong) findings.push(words); };
		const text = (e) => (e.getAttribute('aria-label') || e.textContent).replace(/\s+/g, ' ').trim();
		const count = (selector) => document.querySelectorAll(selector).length;
		say(document.documentElement.lang !== expected, `html lang is 「${document.documentElement.lang}」, not ${expected}`);
		say(!/\S[｜|]\S/.test(document.title.replace(/\s/g, '')), `the title 「${document.title}」 is not ページ名｜サービス名`);
		say(count('main') !== 1, `${count('main')} main elements`);
		say(count('h1') !== 1, `${count('h1')} h1`);
		for (const link of document.querySelectorAll('a')) {
			const href = link.getAttribute('href');
			say(!href || href === '#' || /^javascript:/i.test(href), `the link 「${text(link)}」 leads nowhere`);
			say(/^(こちら|ここ|here|click here)$/i.test(text(link)), `the link 「${text(link)}」 does not say where it leads`);
			say(href?.startsWith('#') && href.length > 1 && !document.getElementById(decodeURIComponent(href.slice(1))), `the link 「${text(link)}」 leads to ${href}, which is not there`);
		}
		for (const form of document.querySelectorAll('form[method=post i]')) say(!form.querySelector('[name=csrf]'), `a form to ${form.getAttribute('action')} has no csrf field`);
		say(/\{\{|\}\}|\{[^{}|]+\|[^{}|]+\}/.test(document.body.innerText), 'template or ruby signs are shown');
		return findings;
	}, language);
}

/** After a form was refused: title, summary above the h1 with links to the fields, the fields marked and explained. */
export async function errorFindings(page, { focus = true } = {}) {
	return page.evaluate((wantsFocus) => {
		const findings = [];
		const say = (wrong, words) => { if (wrong) findings.push(words); };
		const summary = document.querySelector('main [role=alert]');
		if (!summary) return ['there is no summary of errors (main [role=alert])'];
		const h1 = document.querySelector('h1');
		say(!/^(エラー|Error)/.test(document.title), `the title 「${document.title}」 does not begin with エラー`);
		say(!(summary.compareDocumentPosition(h1) & Node.DOCUMENT_POSITION_FOLLOWING), 'the summary is not above the h1');
		say(wantsFocus && !summary.contains(document.activeElement), 'the summary has not the focus');
		const links = [...summary.querySelectorAll('a[href^="#"]')];
		say(links.length === 0, 'the summary has no links to the fields');
		for (const link of links) {
			const field = document.getElementById(decodeURIComponent(link.getAttribute('href').slice(1)));
			const words = link.textContent.trim();
			if (!field) {
				findings.push(`「${words}」 leads to ${link.getAttribute('href')}, which is not there`);
				continue;
			}
			const marked = field.matches('[aria-invalid=true]') ? field : field.querySelector('[aria-invalid=true]') ?? field.closest('fieldset')?.querySelector('[aria-invalid=true]');
			const group = field.closest('fieldset');
			const ids = [marked, field, group].flatMap((e) => (e?.getAttribute('aria-describedby') ?? '').split(/\s+/)).filter(Boolean);
			const said = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
			say(!marked, `the field of 「${words}」 is not aria-invalid`);
			say(!said.includes(words), `the field of 「${words}」 is not described by the same words`);
		}
		return findings;
	}, focus);
}
