// Finds an address for every GET route by walking the demonstration city's links, each route as the role that reaches it first
// (staff see most, visitors least). Looks at no page itself.
import { fits } from './pages.mjs';

const ROLES = ['coordinator', 'green', 'environment', 'kids', 'welfare', 'starter', 'resident', 'admin', ''];
const STARTS = ['/', '/desk', '/inbox', '/account', '/admin', '/groups', '/proposals', '/projects', '/meetings', '/search?q=川', '/groups/queue', '/login', '/signup', '/password'];
const MOST = 900;

async function cookiesOf(city, role) {
	if (!role) return '';
	const person = await city.as(role);
	const cookies = await person.page.context().cookies();
	await person.leaves();
	return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

const linksOf = (html) => [...html.matchAll(/href="(\/[^"#]*)/g)].map(([, href]) => href.replaceAll('&amp;', '&'))
	.filter((href) => !/^\/(static|easy|en)\b|^\/(logout|feedback)|\.(json|csv|ics|atom|jsonl)(\?|$)/.test(href));

/** Walks as one role; calls `found(address)` for every page that answers 200. */
async function walk(city, role, found) {
	const headers = { cookie: await cookiesOf(city, role), accept: 'text/html' };
	const waiting = [...STARTS];
	const seen = new Set(waiting);
	for (let i = 0; i < waiting.length && i < MOST; i++) {
		const answer = await fetch(new URL(waiting[i], city.url), { headers, redirect: 'manual' });
		const html = await answer.text();
		if (answer.status !== 200 || !/^text\/html/.test(answer.headers.get('content-type') ?? '')) continue;
		found(waiting[i]);
		for (const href of linksOf(html)) if (!seen.has(href)) { seen.add(href); waiting.push(href); }
	}
}

/** The pattern with the fewest blanks that fits. */
function patternOf(patterns, address) {
	return patterns.filter((pattern) => fits(pattern, address)).sort((a, b) => a.split('{').length - b.split('{').length)[0];
}

/** [{ path, address, as }], one for each pattern that some link leads to. */
export async function walkedPages(city, patterns) {
	const pages = new Map();
	for (const role of ROLES) {
		await walk(city, role, (address) => {
			const pattern = patternOf(patterns, address);
			if (pattern && !pages.has(pattern)) pages.set(pattern, { path: pattern, address, as: role || undefined, status: 200 });
		});
	}
	return [...pages.values()];
}
