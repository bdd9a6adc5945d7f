// Each page once, in Japanese, as the role that sees most: it opens, axe finds nothing, nothing scrolls sideways at 1280 and
// 390 px. The HTML is kept for the validators at the end of the run. Other languages and dark: audit.mjs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allPages } from './pages.mjs';
import { portal } from './support.mjs';
import { walkedPages } from './walk.mjs';

const city = await portal({ database: 'demo' });
const people = new Map();
const { pages, unlisted } = await allPages(city, walkedPages);

/** One browser a role for the whole list. */
async function personFor(role) {
	if (!people.has(role)) people.set(role, role ? await city.as(role) : await city.visitor());
	return people.get(role);
}

test('every page is reached by a link or explained', () => {
	assert.deepEqual(unlisted, [], 'GET routes to which no link leads and that tests/browser/pages.txt does not explain');
});

for (const page of pages) {
	test(`${page.path}${page.as ? ` as ${page.as}` : ''}`, async () => {
		const person = await personFor(page.as);
		await person.opens(page.address, page.status);
		await person.findsThePageSound();
	});
}
