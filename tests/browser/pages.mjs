// The list of pages (pages.txt) and where each of them is in a running portal. Looks at no page itself.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const file = path.join(path.dirname(fileURLToPath(import.meta.url)), 'pages.txt');

/** { pages: [{ path, as, status, from, submit, line }], left: [{ path, reason }] }; see the head of pages.txt. */
export function readPages(text = fs.readFileSync(file, 'utf8')) {
	const lines = text.split('\n').map((line) => line.trim()).filter((line) => line && !line.startsWith('#'));
	const left = lines.filter((line) => line.startsWith('-')).map((line) => {
		const [, where, reason] = /^-\s*(\S+)\s+(.+)$/.exec(line) ?? [];
		return { path: where, reason };
	});
	const pages = lines.filter((line) => !line.startsWith('-')).map((line) => {
		const [where, ...words] = line.split(/\s+/);
		const options = Object.fromEntries(words.map((word) => [word.split('=')[0], word.split('=').slice(1).join('=') || true]));
		return { path: where, as: options.as, status: Number(options.status ?? 200), from: options.from, submit: Boolean(options.submit), line };
	});
	return { pages, left };
}

const escaped = (text) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');

/** Whether an address fits a pattern such as /groups/{id}. */
export function fits(pattern, address) {
	return new RegExp(`^${escaped(pattern).replace(/\{[^}]*\}/g, '[^/]+')}$`).test(address.split(/[?#]/)[0]);
}

/** The address of a page in this portal: for {id}, the first fitting link on the page it hangs from. */
export async function addressOf(person, page) {
	if (!page.path.includes('{')) return page.path;
	const parent = page.from ?? (page.path.slice(0, page.path.indexOf('{')).replace(/\/$/, '') || '/');
	await person.opens(await addressOf(person, { path: parent }));
	const links = await person.page.locator('a[href^="/"]').evaluateAll((found) => found.map((link) => link.getAttribute('href')));
	const pattern = page.path.split('?')[0];
	const numeric = links.filter((href) => fits(pattern, href) && !/\/new$/.test(href.split(/[?#]/)[0]) && !/\.(json|csv|ics|atom)$/.test(href));
	if (!numeric.length) throw new Error(`no link on ${parent} leads to ${page.path} (as ${person.name})`);
	return numeric[0];
}

/** GET routes of `kyodo routes --json` that no line of pages.txt shows. */
export function unlistedRoutes(routes, { pages, left }) {
	const isShown = (route) => [...pages, ...left].some((page) => page.path && (fits(route, page.path.replace(/\{[^}]*\}/g, '0')) || page.path === route));
	return routes.filter(({ method, path: route }) => method === 'GET' && !/\.\w+$|^\/(health|metrics)$/.test(route) && !isShown(route)).map(({ path: route }) => route);
}
