// The files that the rules look at: read once, C cut into tokens and functions once. Knows no rule.
import { cFunctions, cTokens } from './c.mjs';

const TEXT_FILE = /\.(c|h|cc|mjs|js|css|html|json|sql|md|txt|svg|conf|service|socket|sh|xml|csv|toml|yml)$|(^|\/)[^./]+$|(^|\/)\.[^/]+$/;

export class Tree {
	#read;
	#texts = new Map();
	#tokens = new Map();
	#functions = new Map();

	constructor(paths, read) {
		this.paths = [...paths].sort();
		this.#read = read;
	}

	/** A tree of { path: text }, for samples. */
	static of(files) {
		return new Tree(Object.keys(files), (path) => files[path]);
	}

	/** The paths that match. */
	files(pattern) {
		return this.paths.filter((path) => pattern.test(path));
	}

	/** Those with text in them. */
	textFiles() {
		return this.files(TEXT_FILE);
	}

	has(path) {
		return this.paths.includes(path);
	}

	text(path) {
		return this.#once(this.#texts, path, () => this.#read(path));
	}

	lines(path) {
		return this.text(path).split('\n');
	}

	tokens(path) {
		return this.#once(this.#tokens, path, () => cTokens(this.text(path)));
	}

	/** [{ name, line, lines, parameters, nesting, deepestLine }] of a C or C++ file. */
	functions(path) {
		return this.#once(this.#functions, path, () => cFunctions(this.tokens(path)));
	}

	/** The features in the order of their lines in src/routes.c; those without a line come last, as `unlisted`. */
	features() {
		const folders = [...new Set(this.files(/^src\/features\/[^/]+\//).map((path) => path.split('/')[2]))];
		const table = this.has('src/routes.c') ? routeWords(this.tokens('src/routes.c')) : [];
		const place = new Map(folders.map((name) => [name, table.findIndex((word) => [name, `feature_${name}`, `${name}_routes`, `${name}_feature`].includes(word))]));
		const listed = folders.filter((name) => place.get(name) >= 0).sort((a, b) => place.get(a) - place.get(b));
		return { listed, unlisted: folders.filter((name) => place.get(name) < 0) };
	}

	functionSummary() {
		const lengths = this.files(/^src\/.*\.(c|cc)$/).flatMap((path) => this.functions(path).map((f) => f.lines)).sort((a, b) => a - b);
		const median = lengths[Math.floor((lengths.length - 1) / 2)] ?? 0;
		return `${lengths.length} functions, median ${median} lines, longest ${lengths.at(-1) ?? 0}`;
	}

	#once(map, path, make) {
		if (!map.has(path)) map.set(path, make());
		return map.get(path);
	}
}

/** The words of the last table in routes.c, so that its declarations above may stand in any order. */
function routeWords(tokens) {
	const code = tokens.filter((token) => token.kind !== 'directive');
	const opens = code.map((token, at) => (token.text === '{' && code[at - 1]?.text === '=' ? at : -1)).filter((at) => at >= 0);
	return code.slice(opens[0] ?? 0).flatMap((token) => (token.kind === 'string' ? token.value.split(/\W+/) : [token.text]));
}
