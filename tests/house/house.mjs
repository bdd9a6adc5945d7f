// Runs every house rule: first over its own bad and good samples (a rule that cannot fail is no rule), then over the
// project. Prints file:line: reason for each breach, the number of exceptions, and "N passed, N failed" (one a rule).
// Not a style checker: layout is clang-format's.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rules } from './rules/all.mjs';
import { selftest } from './selftest.mjs';
import { Tree } from './tree.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = process.env.KYODO_ROOT ?? path.resolve(here, '../..');
const PLACES_SHOWN = 25;

/** The tracked files and those that will be; without git, everything but what is built. */
function projectFiles() {
	const git = spawnSync('git', ['-C', root, 'ls-files', '-coz', '--exclude-standard'], { encoding: 'utf8' });
	if (git.status === 0) return git.stdout.split('\0').filter((name) => name && fs.existsSync(path.join(root, name)));
	const walk = (folder) => fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const name = path.join(folder, entry.name);
		if (['.git', 'node_modules', 'build', 'var'].includes(entry.name)) return [];
		return entry.isDirectory() ? walk(name) : [name];
	});
	return walk('');
}

/** Lines `rule path[:name] reason`; a reason is a must. */
function readExceptions() {
	const lines = fs.readFileSync(path.join(here, 'exceptions.txt'), 'utf8').split('\n');
	return lines.map((line, index) => ({ text: line.trim(), line: index + 1 }))
		.filter(({ text }) => text && !text.startsWith('#'))
		.map(({ text, line }) => {
			const [, rule, file, name, reason] = /^(\S+)\s+([^\s:]+)(?::(\S+))?\s+(.+)$/.exec(text) ?? [];
			return { line, rule, path: file, name, reason, uses: 0 };
		});
}

const exceptions = readExceptions();

function isExcepted(rule, breach) {
	const fits = (e) => e.rule === rule.name && e.path === breach.path && (!e.name || e.name === breach.name);
	const found = exceptions.filter(fits);
	for (const exception of found) exception.uses++;
	return found.length > 0;
}

function report(name, subject, breaches) {
	console.log(`${breaches.length ? 'FAIL' : 'ok  '} ${name}: ${subject}`);
	for (const breach of breaches.slice(0, PLACES_SHOWN)) console.log(`  ${breach.path}:${breach.line ?? 1}: ${breach.reason}`);
	if (breaches.length > PLACES_SHOWN) console.log(`  … and ${breaches.length - PLACES_SHOWN} more`);
	return breaches.length === 0;
}

/** An exception that excepts nothing is out of date; only asked when every rule ran. */
function staleExceptions() {
	const place = { path: 'tests/house/exceptions.txt' };
	return exceptions.filter((e) => !e.rule || !e.uses).map((e) => ({
		...place, line: e.line, reason: e.rule ? `nothing to except any more: ${e.rule} ${e.path}` : 'not `rule path[:name] reason`' }));
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !rules.some((rule) => rule.name === name));
if (unknown.length) {
	console.error(`tests/house/run: no rule ${unknown.join(', ')}; there are: ${rules.map((rule) => rule.name).join(' ')}`);
	process.exit(2);
}
const tree = new Tree(projectFiles(), (name) => fs.readFileSync(path.join(root, name), 'utf8'));
const results = rules.filter((rule) => !wanted.length || wanted.includes(rule.name)).map((rule) => {
	const weak = selftest(rule);
	const breaches = rule.check(tree).filter((breach) => !isExcepted(rule, breach));
	return report(rule.name, rule.says, [...weak, ...breaches]);
});
if (!wanted.length) results.push(report('exceptions', 'every exception is needed and has its reason', staleExceptions()));
const failed = results.filter((passed) => !passed).length;
console.log(`${tree.functionSummary()}; ${exceptions.length} exceptions`);
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
