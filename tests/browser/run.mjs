// Runs tests/browser/*.test.mjs one after the other, then the validators over the HTML of every page that was opened.
// Ends with "N passed, N failed[, N skipped]". KYODO_HTML_FOLDER keeps the pages in that folder.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './packages.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const FINDINGS_SHOWN = 30;
const MOST_MINUTES = 15;

installPackages();
const { htmlResults } = await import('./html.mjs');
const wanted = process.argv.slice(2);
const files = fs.readdirSync(here).filter((name) => name.endsWith('.test.mjs') && (!wanted.length || wanted.some((part) => name.includes(part)))).sort();
if (!files.length) {
	console.error(`tests/browser/run: no test file has ${wanted.join(' or ')} in its name`);
	process.exit(2);
}
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kyodo-browser-run-'));
const html = process.env.KYODO_HTML_FOLDER ?? path.join(folder, 'html');
fs.mkdirSync(html, { recursive: true });
const summary = path.join(folder, 'summary.tap');

const done = spawnSync(process.execPath, ['--test', '--test-concurrency=1', '--test-reporter=spec', '--test-reporter-destination=stdout',
	'--test-reporter=tap', `--test-reporter-destination=${summary}`, ...files.map((name) => path.join(here, name))],
{ stdio: ['ignore', 'inherit', 'inherit'], timeout: MOST_MINUTES * 60000, env: { ...process.env, KYODO_HTML_FOLDER: html } });

/** The number behind "# word" at the end of the TAP. */
const tap = fs.existsSync(summary) ? fs.readFileSync(summary, 'utf8') : '';
const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
const results = htmlResults(html).filter(({ name }) => !wanted.length || !name.includes('no page'));
for (const { name, findings } of results) {
	console.log(`${findings.length ? 'FAIL' : 'ok  '} ${name}`);
	for (const finding of findings.slice(0, FINDINGS_SHOWN)) console.log(`  ${finding}`);
	if (findings.length > FINDINGS_SHOWN) console.log(`  … and ${findings.length - FINDINGS_SHOWN} more`);
}
fs.rmSync(folder, { recursive: true, force: true });
const bad = results.filter(({ findings }) => findings.length).length;
const isBroken = done.status !== 0 && count('fail') + count('cancelled') === 0;
const failed = count('fail') + count('cancelled') + bad + (isBroken ? 1 : 0);
const skipped = count('skipped') + count('todo');
console.log(`${count('pass') + results.length - bad} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed ? 1 : 0);
