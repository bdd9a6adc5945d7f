// How functions and files are written: memory, size, names, comments.
import { cDeclarations } from '../c.mjs';

const C = /^(src|tests)\/.*\.(c|cc)$/;
const SRC = /^src\/.*\.(c|cc|h)$/;
const lines = (count, text = '\tx();\n') => text.repeat(count);

/** A rule over every function: `reason` says what is wrong, or nothing. */
function functionRule({ name, says, line = (f) => f.line, reason, bad, good }) {
	const check = (tree) => tree.files(C).flatMap((path) => tree.functions(path)
		.filter(reason).map((f) => ({ path, line: line(f), name: f.name, reason: reason(f) })));
	return { name, says, file: 'code.mjs', check, bad, good };
}

const BANNED = new Set(('malloc calloc realloc reallocarray free strdup strndup alloca sprintf vsprintf asprintf vasprintf strcpy strncpy '
	+ 'stpcpy strcat strncat strtok strtok_r gets atoi atol atoll').split(' '));

function checkMemory(tree) {
	return tree.files(SRC).filter((path) => !/^src\/(base|adapters)\//.test(path)).flatMap((path) => {
		const code = tree.tokens(path).filter((token) => token.kind !== 'comment');
		return code.filter((token, at) => token.kind === 'word' && BANNED.has(token.text) && code[at + 1]?.text === '(' && !['.', '->'].includes(code[at - 1]?.text))
			.map(({ text, line }) => ({ path, line, name: text, reason: `${text}() outside base and adapters: use the arena or base/text.h` }));
	});
}

export const memory = {
	name: 'memory',
	file: 'code.mjs',
	says: 'no malloc, free, sprintf, strcpy and their like outside base and adapters',
	check: checkMemory,
	bad: {
		malloc: { 'src/web/page.c': 'void f(void) { x = malloc(3); }' },
		atoi: { 'src/features/groups/forms.c': 'int f(void) { return atoi(text); }' },
		'a command': { 'src/commands/tick.c': 'void f(void) { free(x); }' },
	},
	good: { 'src/base/arena.c': 'void f(void) { free(x); }', 'src/web/page.c': '/* free(x) */ void f(void) { put("malloc(1)"); x->free(1); }' },
};

export const functionLength = functionRule({
	name: 'function-length',
	says: 'a function has at most 60 lines (aim for 15)',
	reason: (f) => f.lines > 60 && `${f.name} has ${f.lines} lines`,
	bad: {
		'61 lines': { 'src/web/page.c': `void f(void)\n{\n${lines(58)}}\n` },
		'a method': { 'src/adapters/template.cc': `namespace {\nclass a {\n\tint b() const override {\n${lines(60)}\t}\n};\n}\n` },
	},
	good: { 'src/web/page.c': `void f(void)\n{\n${lines(57)}}\nint g(void)\n{\n${lines(57)}}\nstatic const int table[] = {\n${lines(80, '\tA(1),\n')}};\n` },
});

export const fileLength = {
	name: 'file-length',
	file: 'code.mjs',
	says: 'a file has at most 400 lines (longer ones split by noun)',
	check: (tree) => tree.files(/^(src|tests|static|templates)\/.*\.(c|cc|h|mjs|js|html)$/)
		.map((path) => ({ path, count: tree.text(path).replace(/\n$/, '').split('\n').length }))
		.filter(({ count }) => count > 400).map(({ path, count }) => ({ path, line: 401, reason: `${count} lines` })),
	bad: { '401 lines': { 'src/web/page.c': lines(401) } },
	good: { 'src/web/page.c': lines(400) },
};

export const parameters = functionRule({
	name: 'parameters',
	says: 'a function has at most 5 parameters',
	reason: (f) => f.parameters > 5 && `${f.name} has ${f.parameters} parameters`,
	bad: { six: { 'src/web/page.c': 'int f(int a, int b, int c, int d, int e, int g)\n{\n}\n' } },
	good: { 'src/web/page.c': 'int f(int a, int (*b)(int x, int y), int c, int d, int e)\n{\n\treturn g(1, 2, 3, 4, 5, 6);\n}\nint none(void)\n{\n}\n' },
});

export const nesting = functionRule({
	name: 'nesting',
	says: 'a function nests at most 3 deep',
	line: (f) => f.deepestLine,
	reason: (f) => f.nesting > 3 && `${f.name} nests ${f.nesting} deep`,
	bad: {
		'four with braces': { 'src/web/page.c': 'void f(void)\n{\n\tif (a) { for (;;) { while (b) { if (c) { d(); } } } }\n}\n' },
		'four without': { 'src/web/page.c': 'void f(void)\n{\n\tfor (;;)\n\t\tfor (;;)\n\t\t\tif (b)\n\t\t\t\tif (c)\n\t\t\t\t\td();\n}\n' },
		'below else and switch': { 'src/web/page.c': 'void f(void)\n{\n\tif (a) b();\n\telse\n\t\tswitch (c) { case 1: do if (d) e(); while (f); }\n\tdo switch (x) { case 1: if (y) while (z) q(); } while (0);\n}\n' },
	},
	good: {
		'src/web/page.c': 'void f(void)\n{\n\tif (a)\n\t\tb();\n\telse if (c)\n\t\td();\n\telse if (e)\n\t\tfor (;;)\n\t\t\tif (g)\n\t\t\t\th((struct x){.y = {1, {2, {3}}}});\n'
			+ '\tfor (;;) {\n\t\tswitch (a) {\n\t\tcase 1:\n\t\t\tif (b)\n\t\t\t\tc();\n\t\t\tbreak;\n\t\tdefault:\n\t\t\td();\n\t\t}\n\t}\n}\n',
	},
});

const VAGUE = new Set(['util', 'utils', 'utility', 'utilities', 'helper', 'helpers', 'manager', 'managers', 'common', 'misc']);
const isVague = (name) => name.split(/[^A-Za-z]+/).some((word) => VAGUE.has(word.toLowerCase()));

function checkNames(tree) {
	const files = tree.files(/^(src|templates|static|tests|docs)\//).filter((path) => path.split('/').some(isVague))
		.map((path) => ({ path, line: 1, reason: 'a file is named after what it is, not util, helper, manager, common or misc' }));
	const functions = tree.files(/^(src|tests)\/.*\.(c|cc|h)$/).flatMap((path) => [...tree.functions(path), ...(path.endsWith('.h') ? cDeclarations(tree.tokens(path)) : [])]
		.filter((f) => isVague(f.name)).map((f) => ({ path, line: f.line, name: f.name, reason: `${f.name} says nothing about what it does` })));
	return [...files, ...functions];
}

export const names = {
	name: 'names',
	file: 'code.mjs',
	says: 'nothing is named util, helper, manager, common or misc',
	check: checkNames,
	bad: {
		'a file': { 'src/web/form_util.c': '' },
		'a folder': { 'src/common/text.c': '' },
		'a function': { 'src/web/form.c': 'int form_helper(int x)\n{\n}\n' },
		'a declaration': { 'src/web/form.h': 'int misc_count(void);\n' },
	},
	good: { 'src/features/commons/pages.c': 'int community_count(int x)\n{\n}\n' },
};

export const typedefs = {
	name: 'typedefs',
	file: 'code.mjs',
	says: 'bare struct, no typedefs',
	check: (tree) => tree.files(/^(src|tests)\/.*\.(c|h)$/).flatMap((path) => tree.tokens(path).filter((token) => token.kind === 'word' && token.text === 'typedef')
		.map(({ line }) => ({ path, line, reason: 'a typedef: write struct, enum or the pointer itself' }))),
	bad: { typedef: { 'src/web/form.h': 'typedef struct form form;\n' } },
	good: { 'src/web/form.h': '/* no typedef */\nstruct form;\n' },
};

const COMMENT_FIRST = /^(\/\*|\/\/|#(?!\s*(include|ifndef|define))|--)/;
const withoutShebang = (text) => text.replace(/^#!.*\n/, '');

export const fileHeads = {
	name: 'file-heads',
	file: 'code.mjs',
	says: 'every file begins with a comment that says what it is',
	check: (tree) => [...tree.files(/^(src|tests|static)\/.*\.(c|cc|h|mjs|js|css|sh)$/), ...tree.files(/^schema\.sql$/)]
		.filter((path) => !COMMENT_FIRST.test(withoutShebang(tree.text(path))))
		.map((path) => ({ path, line: 1, reason: 'begins without a comment that says what it is and is not' })),
	bad: {
		'an include first': { 'src/web/form.c': '#include "web/form.h"\n' },
		'a guard first': { 'src/web/form.h': '#ifndef A\n#endif\n' },
		'a script': { 'tests/browser/x.mjs': '#!/usr/bin/env node\nimport x;\n' },
	},
	good: { 'src/web/form.c': '/* Forms. */\n', 'tests/a.mjs': '#!/usr/bin/env node\n// A.\n', 'static/css/a.css': '/* A */', 'schema.sql': '-- owner: x\n' },
};

/** The first line of the unbroken run of lines in which a declaration stands. */
function runOf(tree, path, declaration) {
	const text = tree.lines(path);
	let top = declaration.line;
	while (top > 1 && text[top - 2].trim()) top--;
	return top;
}

/** A declaration is explained by a comment in its run, above it or behind it; a header's only run by the header's own. */
function isExplained(tree, path, declaration, all) {
	const top = runOf(tree, path, declaration);
	if (all.every((other) => runOf(tree, path, other) === top) && /^\/\*/.test(tree.text(path)) && all[0].line === top) return true;
	return tree.tokens(path).some((token) => token.kind === 'comment' && token.endLine >= top && token.line <= declaration.endLine);
}

export const contracts = {
	name: 'contracts',
	file: 'code.mjs',
	says: 'every function in a header has its contract in a comment',
	check: (tree) => tree.files(/^(src|tests)\/.*\.h$/).flatMap((path) => cDeclarations(tree.tokens(path)).filter((d, at, all) => !isExplained(tree, path, d, all))
		.map((d) => ({ path, line: d.line, name: d.name, reason: `${d.name} has no comment: what does it take, give, and when does it fail?` }))),
	bad: {
		'no comment': { 'src/web/form.h': '#ifndef A\n#define A\n\nint form_read(int x);\n\n#endif\n' },
		'two runs': { 'src/web/form.h': '/* Forms. */\n#ifndef A\n\nint form_read(int x);\n\nint form_write(int x);\n\n#endif\n' },
		'the comment of the one before': { 'src/web/form.h': '/* Reads. */\nint form_read(int x);\n\nint form_write(int x);\n' },
		'after a struct': { 'src/web/form.h': '/* A form. */\nstruct form {\n\tint x; /* y */\n};\n\nstruct form *form_read(int x);\n\nint form_write(int x);\n' },
	},
	good: { 'src/web/list.h': '/* Lists are read and written; -1 when they cannot be. */\n#ifndef A\n\nint list_read(int x);\nint list_write(int x);\n\n#endif\n', 'src/web/form.h': '/* Reads. */\nint form_read(int x);\nint form_again(int x,\n\tint y);\n\nint form_write(int x); /* writes */\n\nstruct form {\n\tint (*run)(int);\n};\n' },
};
