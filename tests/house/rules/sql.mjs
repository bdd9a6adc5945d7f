// Where SQL stands, how plain it is, and who may write which table. Plans (no scan of a growing table) are looked at by
// the C tests, which run the statements.
import { cTexts, cTokens } from '../c.mjs';

const SRC = /^src\/.*\.(c|cc|h)$/;

/** String literals of a file, those in its #defines too. */
function texts(tree, path) {
	const tokens = tree.tokens(path);
	const defines = tokens.filter((token) => token.kind === 'directive' && /^#\s*define\b/.test(token.text))
		.flatMap((token) => cTexts(cTokens(token.text.slice(1))).map((text) => ({ ...text, line: token.line + text.line - 1 })));
	return [...cTexts(tokens), ...defines];
}

const STATEMENT = /^\s*(SELECT\s|INSERT\s|REPLACE\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|WITH\s+(RECURSIVE\s+)?\w+[^;]*\sAS\s|CREATE\s+(TEMP\s+|TEMPORARY\s+|UNIQUE\s+|VIRTUAL\s+)?(TABLE|INDEX|VIEW|TRIGGER)\s|DROP\s+(TABLE|INDEX|VIEW)|ALTER\s+TABLE|PRAGMA\s|BEGIN(\s+IMMEDIATE)?\s*;?$|COMMIT\s*;?$|ROLLBACK|SAVEPOINT\s|EXPLAIN\s|VACUUM)/;
const FRAGMENT = /\b(FROM|JOIN|(ORDER|GROUP) BY)\s+[a-z_]|\bWHERE\s+[a-z_.]+\s*(=|<|>|IN|IS|LIKE)/;
const isSql = (text) => STATEMENT.test(text) || FRAGMENT.test(text);
const MAY_HOLD_SQL = /\/store(_\w+)?\.c$|^src\/adapters\/db|^src\/commands\/(init|migrate)\w*\.c$/;

export const sqlPlace = {
	name: 'sql-place',
	file: 'sql.mjs',
	says: 'SQL stands in store*.c (and adapters/db*, commands/init, commands/migrate)',
	check: (tree) => tree.files(SRC).filter((path) => !MAY_HOLD_SQL.test(path)).flatMap((path) => texts(tree, path).filter(({ value }) => isSql(value))
		.map(({ value, line }) => ({ path, line, reason: `SQL outside store*.c: ${value.trim().slice(0, 50)}` }))),
	bad: {
		'a page selects': { 'src/features/groups/pages.c': 'x = db_rows(db,\n"SELECT id "\n"FROM groups", DB_NONE);' },
		'a define': { 'src/web/visit.c': '#define FIND "SELECT a FROM session"\n' },
		'a piece': { 'src/features/groups/pages.c': 'f(" ORDER BY name");' },
		'an update': { 'src/features/groups/moves.c': 'f("UPDATE groups SET a = 1");' },
	},
	good: { 'src/features/groups/store_members.c': 'f("SELECT 1 FROM x");', 'src/web/page.c': 'f("Select a group from the list. INTO the light");' },
};

const NOT_PLAIN = [
	[/\browid\b/i, 'rowid'], [/\bstrftime\b|\bjulianday\b|\bunixepoch\b|\b(date|datetime|time)\s*\(/i, 'date functions: reckon in C'],
	[/\bINSERT\s+OR\b|\bREPLACE\s+INTO\b/i, 'INSERT OR: use ON CONFLICT'], [/->>?\s*'|\bjson_\w+\s*\(/i, 'JSON operators'],
	[/\bOFFSET\b/i, 'OFFSET: page by key'], [/\bifnull\s*\(/i, 'ifnull: coalesce'], [/\bGLOB\b/, 'GLOB'],
];
const PLAIN_SOURCES = /^src\/(?!adapters\/db).*\.(c|h)$/;

/** schema.sql without its comments, with the same lines. */
const withoutComments = (sql) => sql.replace(/--[^\n]*/g, '');

function notPlain(path, value, line) {
	return NOT_PLAIN.filter(([pattern]) => pattern.test(value)).map(([, reason]) => ({ path, line, reason: `not plain SQL: ${reason}` }));
}

export const plainSql = {
	name: 'plain-sql',
	file: 'sql.mjs',
	says: 'SQL is plain: no rowid, strftime, INSERT OR, JSON operators, OFFSET',
	check: (tree) => [
		...tree.files(PLAIN_SOURCES).flatMap((path) => texts(tree, path).filter(({ value }) => isSql(value)).flatMap(({ value, line }) => notPlain(path, value, line))),
		...tree.files(/^schema\.sql$/).flatMap((path) => withoutComments(tree.text(path)).split('\n').flatMap((text, index) => notPlain(path, text, index + 1))),
	],
	bad: {
		offset: { 'src/features/groups/store.c': 'f("SELECT a FROM b LIMIT 20 OFFSET :n");' },
		'insert or': { 'src/features/groups/store.c': 'f("INSERT OR IGNORE INTO b VALUES (1)");' },
		'json operator': { 'src/features/groups/store.c': 'f("SELECT a ->> \'x\' FROM b");' },
		'a date in the schema': { 'schema.sql': 'a INTEGER DEFAULT (strftime(\'%s\'))' },
	},
	good: { 'src/features/groups/store.c': 'f("INSERT INTO b (a) VALUES (:a) ON CONFLICT DO NOTHING"); log("the offset of date (x)");', 'schema.sql': '-- no rowid\n' },
};

/** The tables of schema.sql: [{ name, owner, line, isVirtual, isStrict, columns: [{ name, line, said }] }]. */
function schemaTables(text) {
	const tables = [];
	let owner = null;
	let table = null;
	text.split('\n').forEach((line, index) => {
		owner = /^--\s*owner:\s*(\S+)/.exec(line)?.[1] ?? owner;
		const begins = /^\s*CREATE\s+(VIRTUAL\s+)?TABLE\s+(?:IF NOT EXISTS\s+)?(\w+)/i.exec(line);
		if (begins) tables.push(table = { name: begins[2], owner, line: index + 1, isVirtual: Boolean(begins[1]), depth: 0, isStrict: false, columns: [], before: '', isFresh: false });
		if (table) table = readTableLine(table, line, index + 1);
	});
	return tables;
}

const NO_COLUMN = /^(CONSTRAINT|PRIMARY|UNIQUE|CHECK|FOREIGN|CREATE|\)|$)/i;

/** Takes in one line of a table; gives the table, or null after its end. */
function readTableLine(table, line, number) {
	const [, code, comment] = /^((?:'[^']*'|[^'-]|-(?!-))*)(?:--\s*(.*))?$/.exec(line) ?? [null, line, ''];
	const word = code.trim();
	const said = /\p{L}{2}/u.test(comment ?? '');
	if (table.depth === 1 && table.isFresh && !NO_COLUMN.test(word)) table.columns.push({ name: word.split(/\s/)[0], line: number, said: said || table.before });
	else if (table.depth >= 1 && word && !/^\)/.test(word) && said && table.columns.length) table.columns.at(-1).said = true;
	table.before = !word && said;
	for (const sign of word.replace(/'[^']*'/g, '')) table.depth += { '(': 1, ')': -1 }[sign] ?? 0;
	if (word) table.isFresh = /[,(]$/.test(word) && table.depth === 1;
	if (/\)[^()]*\bSTRICT\b/i.test(word) && table.depth === 0) table.isStrict = true;
	return /;\s*$/.test(word) && table.depth === 0 ? null : table;
}

/** The folder that owns what an "-- owner:" line names; null if there is none. */
function ownerFolder(tree, owner) {
	const folder = [`src/features/${owner}/`, `src/${owner}/`].find((prefix) => tree.paths.some((path) => path.startsWith(prefix)));
	return folder ?? null;
}

function tableReasons(tree, table) {
	const at = (line, reason) => ({ path: 'schema.sql', line, name: table.name, reason });
	const reasons = [];
	if (!table.owner) reasons.push(at(table.line, `${table.name} stands below no "-- owner:" line`));
	else if (!ownerFolder(tree, table.owner)) reasons.push(at(table.line, `the owner of ${table.name}, ${table.owner}, is no folder in src or src/features`));
	if (!table.isVirtual && !table.isStrict) reasons.push(at(table.line, `${table.name} is not STRICT`));
	if (!table.isVirtual && !table.columns.length) reasons.push(at(table.line, `${table.name}: write one column a line`));
	for (const column of table.columns.filter(({ said }) => !said && !table.isVirtual)) reasons.push(at(column.line, `${table.name}.${column.name} has no sentence`));
	return reasons;
}

const owned = { 'src/features/groups/store.c': 'f("INSERT INTO group_member (a) VALUES (1)");', 'src/identity/store.c': '' };
const table = (body, end = ') STRICT;') => `-- owner: groups\nCREATE TABLE group_member (\n${body}\n${end}\n`;

export const schema = {
	name: 'schema',
	file: 'sql.mjs',
	says: 'every table has an owner, is STRICT, and a sentence explains each column',
	check: (tree) => tree.files(/^schema\.sql$/).flatMap((path) => schemaTables(tree.text(path)).flatMap((found) => tableReasons(tree, found))),
	bad: {
		'no owner': { 'schema.sql': 'CREATE TABLE a (\n\tid INTEGER -- the id\n) STRICT;\n' },
		'an unknown owner': { 'schema.sql': '-- owner: nobody\nCREATE TABLE a (\n\tid INTEGER -- the id\n) STRICT;\n' },
		'not strict': { ...owned, 'schema.sql': table('\tid INTEGER -- the id', ');') },
		'a column without a sentence': { ...owned, 'schema.sql': table('\tid INTEGER PRIMARY KEY, -- the id\n\tname TEXT NOT NULL\n') },
		'all on one line': { ...owned, 'schema.sql': '-- owner: groups\nCREATE TABLE a (id INTEGER, b TEXT) STRICT;\n' },
	},
	good: {
		...owned,
		'schema.sql': table("\tid INTEGER PRIMARY KEY, -- the id\n\t-- its state\n\tstate TEXT NOT NULL DEFAULT 'a--b'\n\t\tCHECK (state IN ('draft', 'x (y')),\n\tkind TEXT NOT NULL\n\t\tREFERENCES b (id), -- what it is\n\n\tUNIQUE (id, kind)")
			+ '-- owner: identity\nCREATE TABLE person (\n\tid INTEGER PRIMARY KEY -- the id\n) STRICT;\nCREATE INDEX a ON person (id);\nCREATE VIRTUAL TABLE s USING fts5(a, b);\n',
	},
};

const WRITES = /\b(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM)\s+([a-z]\w*)/g;

function checkOwners(tree) {
	const tables = new Map((tree.has('schema.sql') ? schemaTables(tree.text('schema.sql')) : []).map((found) => [found.name, found.owner]));
	const writes = tree.files(/^src\/.*\.(c|h)$/).flatMap((path) => texts(tree, path)
		.flatMap(({ value, line }) => [...value.matchAll(WRITES)].filter((match) => isSql(value.slice(match.index))).map((match) => ({ path, line, name: match[1] }))));
	return writes.flatMap((write) => {
		if (!tables.has(write.name)) return [{ ...write, reason: `writes ${write.name}, which is no table of schema.sql` }];
		const folder = ownerFolder(tree, tables.get(write.name));
		return folder && write.path.startsWith(folder) ? [] : [{ ...write, reason: `writes ${write.name}, which belongs to ${tables.get(write.name)}` }];
	});
}

export const owners = {
	name: 'owners',
	file: 'sql.mjs',
	says: 'a table is written by its owner\'s folder alone',
	check: checkOwners,
	bad: {
		'another feature inserts': { ...owned, 'schema.sql': table('\tid INTEGER -- x'), 'src/features/calls/store.c': 'f("INSERT INTO " "group_member (a) VALUES (1)");' },
		'another feature updates': { ...owned, 'schema.sql': table('\tid INTEGER -- x'), 'src/features/calls/store.c': 'f("WITH x AS (SELECT 1) UPDATE group_member SET a = 1");' },
		'a table that is not there': { 'src/features/calls/store.c': 'f("DELETE FROM old_call WHERE id = :id");', 'schema.sql': '' },
	},
	good: {
		...owned,
		'schema.sql': table('\tid INTEGER -- x'),
		'src/features/calls/store.c': 'f("SELECT a FROM group_member"); log("UPDATE your browser");',
		'src/features/groups/store_b.c': 'f("INSERT INTO group_member (a) VALUES (1) ON CONFLICT (a) DO UPDATE SET a = 2 RETURNING id");',
	},
};
