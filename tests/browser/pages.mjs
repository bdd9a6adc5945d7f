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

const needsLook = ({ method, path: route }) => method === 'GET' && !/\.\w+$|^\/(health|metrics)$/.test(route);

/** Every page to be looked at: those of pages.txt, and one address for each other GET route, found by its links. `unlisted` are routes that
 * neither a link leads to nor a line explains. */
export async function allPages(city, walkedPages) {
	const { pages, left } = readPages();
	const patterns = JSON.parse(city.command('routes', '--json')).filter(needsLook).map(({ path: route }) => route);
	const isSaid = (route) => [...pages, ...left].some(({ path: line }) => line === route || fits(route, line));
	const walked = (await walkedPages(city, patterns)).filter(({ path: route }) => !isSaid(route));
	const unlisted = patterns.filter((route) => !isSaid(route) && !walked.some(({ path: line }) => line === route));
	return { pages: [...pages.map((page) => ({ address: page.path, ...page })), ...walked], unlisted };
}
