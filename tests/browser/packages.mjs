// Installs the packages of package-lock.json when they are missing or older than it. Quiet when nothing is to do.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const changedAt = (name) => fs.statSync(path.join(here, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Ends the process with 1 when they cannot be installed. */
export function installPackages() {
	const mark = 'node_modules/.package-lock.json';
	if (changedAt(mark) >= changedAt('package-lock.json')) return;
	const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], { cwd: here, stdio: ['ignore', 2, 2] });
	if (done.status !== 0) {
		console.error('tests/browser: npm ci did not succeed; are npm and a registry there?');
		process.exit(1);
	}
	const now = new Date();
	fs.utimesSync(path.join(here, mark), now, now);
}
