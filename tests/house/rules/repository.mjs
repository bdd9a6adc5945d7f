// What is tracked: the top level, and no trace of the machine or the registry that it was made with.

const TOP = ['Makefile', 'README.md', 'src', 'templates', 'static', 'schema.sql', 'tests', 'docs'];
const whole = Object.fromEntries(TOP.map((name) => [/\.|Makefile/.test(name) ? name : `${name}/x.txt`, '']));

function checkTop(tree) {
	const names = [...new Set(tree.paths.map((path) => path.split('/')[0]))];
	return [
		...names.filter((name) => !TOP.includes(name) && !name.startsWith('.')).map((name) => ({ path: name, line: 1, name, reason: 'has no place at the top of the project' })),
		...TOP.filter((name) => !names.includes(name)).map((name) => ({ path: name, line: 1, name, reason: 'is missing at the top of the project' })),
	];
}

export const topLevel = {
	name: 'top-level',
	file: 'repository.mjs',
	says: `the top level is ${TOP.join(' ')} and dot files`,
	check: checkTop,
	bad: { 'a file too many': { ...whole, 'notes.txt': '' }, 'a folder too many': { ...whole, 'vendor/a.c': '' }, 'one missing': { 'README.md': '' } },
	good: { ...whole, '.ci/run': '' },
};

// Put together from pieces, so that this file does not break its own rule.
const HOSTS = ['registry.npmjs', 'npmjs', 'registry.yarnpkg', 'deb.debian', 'security.debian', 'ftp.debian', 'pypi', 'pythonhosted', 'proxy.golang', 'crates'];
const HOST = new RegExp(`\\b(${HOSTS.map((name) => name.replace('.', '\\.')).join('|')})\\.(org|com|io)\\b`);
const MACHINE = new RegExp(`(^|[\\s"'\`=(:<])/(${['work', 'root', 'home'].join('|')})/\\w`);
const host = `https://${HOSTS[0]}.${'org'}/a`;

export const machinePaths = {
	name: 'machine-paths',
	file: 'repository.mjs',
	says: 'no paths of a machine, no registry hosts',
	check: (tree) => tree.textFiles().flatMap((path) => {
		if (!HOST.test(tree.text(path)) && !MACHINE.test(tree.text(path))) return [];
		return tree.lines(path).map((text, index) => ({ path, line: index + 1, found: HOST.exec(text) ?? MACHINE.exec(text) }))
			.filter(({ found }) => found).map(({ line, found }) => ({ path, line, reason: `names ${found[0].trim()}` }));
	}),
	bad: {
		'a registry': { 'tests/browser/package-lock.json': `"resolved": "${host}"` },
		'a path': { 'docs/running.md': `see ${'/work'}/main\n` },
		'a home folder': { '.make/run.sh': `cd "${'/home'}/me"\n` },
	},
	good: { 'docs/running.md': 'https://example.org/work/x, networks/root, framework/root/a\n' },
};
