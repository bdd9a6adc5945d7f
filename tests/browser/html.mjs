// Runs html-validate and the Nu checker (vnu) once over a folder of kept pages. Fetches nothing.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Messages of vnu to leave out, each with its reason. */
const VNU_LEAVES_OUT = [];

function htmlValidate(folder) {
	const done = spawnSync(process.execPath, [path.join(here, 'node_modules/html-validate/bin/html-validate.mjs'), '--config', path.join(here, 'htmlvalidate.json'),
		'--formatter', 'json', '--max-warnings', '0', ...pagesOf(folder)], { encoding: 'utf8', maxBuffer: 1 << 28 });
	if (!done.stdout) return [`html-validate did not run: ${done.stderr || done.error}`];
	return grouped(JSON.parse(done.stdout).flatMap(({ filePath, messages }) => messages
		.map((message) => ({ place: `${path.basename(filePath)}:${message.line}`, words: `${message.message} [${message.ruleId}]` }))));
}

function nuChecker(folder) {
	const done = spawnSync('java', ['-Xss4m', '-jar', path.join(here, 'node_modules/vnu-jar/build/dist/vnu.jar'), '--format', 'json', '--stdout', ...pagesOf(folder)],
		{ encoding: 'utf8', maxBuffer: 1 << 28 });
	if (!done.stdout.startsWith('{')) return [`vnu did not run: ${done.stderr || done.error}`];
	return grouped(JSON.parse(done.stdout).messages.filter(({ message }) => !VNU_LEAVES_OUT.some((pattern) => pattern.test(message)))
		.map((found) => ({ place: `${path.basename(found.url ?? '?')}:${found.lastLine ?? 1}`, words: `${found.message} «${(found.extract ?? '').replace(/\s+/g, ' ').trim().slice(0, 80)}»` })));
}

/** The layout's faults stand on every page: each is said once, with its first place and their number. */
function grouped(found) {
	const places = new Map();
	for (const { place, words } of found) places.set(words, [...(places.get(words) ?? []), place]);
	return [...places].map(([words, all]) => `${all[0]}: ${words}${all.length > 1 ? ` (and ${all.length - 1} more)` : ''}`);
}

function pagesOf(folder) {
	return fs.readdirSync(folder).filter((name) => name.endsWith('.html')).sort().map((name) => path.join(folder, name));
}

/** [{ name, findings }] of both, for all pages in `folder`. */
export function htmlResults(folder) {
	const count = pagesOf(folder).length;
	if (!count) return [{ name: 'HTML: no page was kept', findings: ['no page was kept'] }];
	return [
		{ name: `html-validate over ${count} pages`, findings: htmlValidate(folder) },
		{ name: `vnu over ${count} pages`, findings: nuChecker(folder) },
	];
}
