// Each page once, in Japanese, as the role that sees most: it opens, axe finds nothing, nothing scrolls sideways at 1280 and
// 390 px. The HTML is kept for the validators at the end of the run. Other languages and dark: audit.mjs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, readPages, unlistedRoutes } from './pages.mjs';
import { portal } from './support.mjs';

const list = readPages();
const city = await portal({ database: 'demo' });
const people = new Map();

/** One browser a role for the whole list. */
async function personFor(role) {
	if (!people.has(role)) people.set(role, role ? await city.as(role) : await city.visitor());
	return people.get(role);
}

test('every page is on the list', () => {
	const routes = JSON.parse(city.command('routes', '--json'));
	assert.deepEqual(unlistedRoutes(routes, list), [], 'GET routes without a line in tests/browser/pages.txt');
});

for (const page of list.pages) {
	test(`${page.path}${page.as ? ` as ${page.as}` : ''}`, async () => {
		const person = await personFor(page.as);
		await person.opens(await addressOf(person, page), page.status);
		await person.findsThePageSound();
	});
}
